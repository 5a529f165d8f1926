/** Which activities the list shows: by words, month, category, audience, and by what is to be done. */
import { Audience } from '#shared/features/activities.ts';
import { useT } from '../../app/i18n.tsx';
import { FindBar } from '../../app/register/find-bar.tsx';
import { FindChoice, FindMonth, FindSelect } from '../../app/register/find-select.tsx';
import { type ActivityChoice, ATTENTIONS, type Attention, EVERYTHING, isFiltered } from './activity-filter.ts';
import { choose, useActivityState } from './activity-state.ts';
import type { Choices } from './activity-texts.ts';

export function ActivityFind({ categories }: { categories: Choices['categories'] }) {
  const { t } = useT();
  const choice = useActivityState((state) => state.choice);
  return (
    <FindBar
      title={t('activityScreen.find.title')}
      text={t('activityScreen.find.text')}
      applied={choice.text}
      maxLength={200}
      apply={(text) => choose({ text })}
      list=".activities-main"
      filtered={isFiltered(choice)}
      onClear={() => choose(EVERYTHING)}
    >
      <FindMonth value={choice.month} onChange={(month) => choose({ month })} />
      <FindChoice<NonNullable<ActivityChoice['category']>>
        label={t('activityScreen.find.category')}
        whatever={t('activityScreen.find.allCategories')}
        searchable
        value={choice.category}
        onChange={(category) => choose({ category })}
        options={[
          ...categories.map(({ id, label }) => ({ value: id, label })),
          { value: 'none', label: t('activityScreen.find.noCategory') },
        ]}
      />
      <FindChoice<NonNullable<ActivityChoice['audience']>>
        label={t('activityScreen.find.audience')}
        whatever={t('activityScreen.find.allAudiences')}
        value={choice.audience}
        onChange={(audience) => choose({ audience })}
        options={[
          ...Audience.options.map((value) => ({ value, label: t(`activities.audience.${value}`) })),
          { value: 'none', label: t('activityScreen.find.noAudience') },
        ]}
      />
      <FindSelect<Attention>
        label={t('activityScreen.find.attention')}
        value={choice.attention}
        onChange={(attention) => choose({ attention })}
        options={ATTENTIONS.map((value) => ({ value, label: t(`activityScreen.attention.${value}`) }))}
      />
    </FindBar>
  );
}
