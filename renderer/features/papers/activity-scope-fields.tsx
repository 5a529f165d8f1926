/** Fields of the papers of persons and activities in the dialog: year, category, audience, role, phones, notice. */
import { Input, InputNumber, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { Audience } from '#shared/features/activities.ts';
import { PersonRoleName } from '#shared/features/participants.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import type { PaperRequest } from '../../app/ui-state.ts';
import type { PaperField } from './paper-request.ts';

type ActivityField = Extract<
  PaperField,
  | 'countedYear'
  | 'activityCategory'
  | 'audience'
  | 'role'
  | 'leastLines'
  | 'phones'
  | 'people'
  | 'award'
  | 'firstDay'
  | 'days'
>;

interface FormParts {
  request: PaperRequest;
  chosen: Pick<PaperRequest, 'personIds'>;
  disabled: boolean;
  /** Prefix of the fields' ids. */
  id: string;
  labelled: (field: string, label: string, control: ReactNode) => ReactNode;
  change: (part: Partial<PaperRequest>) => void;
  /** The request without some of its keys. */
  clear: (...keys: (keyof PaperRequest)[]) => PaperRequest;
}

export function useActivityScopeFields(
  parts: FormParts & { onChange: (request: PaperRequest) => void },
): Record<ActivityField, () => ReactNode> {
  const { request, chosen, disabled, id, labelled, change, clear, onChange } = parts;
  const { t } = useT();
  const listed = request.paper === 'activityList';
  const categories = useAsked('activities.categories', {}, { enabled: listed }).data ?? [];
  const names = new Map(categories.map((category) => [category.id, category]));
  const path = (categoryId: number): string => {
    const category = names.get(categoryId);
    if (!category) return '';
    return category.parentId === null ? category.name : `${path(category.parentId)} / ${category.name}`;
  };
  const number = (field: 'year' | 'days' | 'leastLines', least: number, most: number, usual: number | null) => (
    <InputNumber
      id={`${id}-${field}`}
      disabled={disabled}
      min={least}
      max={most}
      precision={0}
      value={request[field] ?? usual}
      onChange={(value) => (value === null ? onChange(clear(field)) : change({ [field]: value }))}
    />
  );
  return {
    countedYear: () => labelled('year', t('papers.dialog.year'), number('year', 1949, 2999, null)),
    activityCategory: () =>
      labelled(
        'activity-category',
        t('activityPapers.dialog.activityCategory'),
        <Select<number>
          id={`${id}-activity-category`}
          disabled={disabled}
          showSearch={{ optionFilterProp: 'label' }}
          value={request.categoryId ?? 0}
          onChange={(categoryId) => (categoryId === 0 ? onChange(clear('categoryId')) : change({ categoryId }))}
          options={[
            { value: 0, label: t('activityPapers.dialog.allCategories') },
            ...categories.map((category) => ({ value: category.id, label: path(category.id) })),
          ]}
        />,
      ),
    audience: () =>
      labelled(
        'audience',
        t('activityPapers.dialog.audience'),
        <Select<Audience | ''>
          id={`${id}-audience`}
          disabled={disabled}
          value={request.audience ?? ''}
          onChange={(audience) => (audience === '' ? onChange(clear('audience')) : change({ audience }))}
          options={[
            { value: '', label: t('activityPapers.dialog.allAudiences') },
            ...Audience.options.map((audience) => ({ value: audience, label: t(`activities.audience.${audience}`) })),
          ]}
        />,
      ),
    role: () =>
      labelled(
        'role',
        t('activityPapers.dialog.role'),
        <Select<PersonRoleName>
          id={`${id}-role`}
          disabled={disabled}
          value={request.role ?? null}
          onChange={(role) => change({ role })}
          options={PersonRoleName.options.map((role) => ({ value: role, label: t(`participants.role.${role}`) }))}
        />,
      ),
    leastLines: () => labelled('leastLines', t('activityPapers.dialog.leastLines'), number('leastLines', 1, 500, null)),
    phones: () => (
      <div className="field" key="phones">
        <span className="label">{t('activityPapers.dialog.phones')}</span>
        <Segmented<'masked' | 'whole'>
          aria-label={t('activityPapers.dialog.phones')}
          disabled={disabled}
          value={request.phones ?? 'masked'}
          onChange={(phones) => (phones === 'masked' ? onChange(clear('phones', 'reason')) : change({ phones }))}
          options={[
            { value: 'masked', label: t('activityPapers.dialog.masked') },
            { value: 'whole', label: t('activityPapers.dialog.whole') },
          ]}
        />
        {request.phones === 'whole' && (
          <>
            {labelled(
              'reason',
              t('activityPapers.dialog.reason'),
              <Input
                id={`${id}-reason`}
                disabled={disabled}
                maxLength={500}
                value={request.reason ?? ''}
                onChange={(event) => change({ reason: event.target.value })}
              />,
            )}
            <span className="muted">{t('activityPapers.dialog.reasonHint')}</span>
          </>
        )}
      </div>
    ),
    people: () => (
      <p className="muted" key="people">
        {t('activityPapers.dialog.people', { count: chosen.personIds?.length ?? 0 })}
      </p>
    ),
    // Taken when the person leaves the field or presses Enter, not with every key: each change is a new preview.
    award: () =>
      labelled(
        'award',
        t('activityPapers.dialog.award'),
        <Input
          id={`${id}-award`}
          disabled={disabled}
          maxLength={200}
          defaultValue={request.award ?? ''}
          onBlur={(event) => change({ award: event.target.value.trim() })}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) change({ award: event.currentTarget.value.trim() });
          }}
        />,
      ),
    firstDay: () =>
      labelled(
        'firstDay',
        t('activityPapers.dialog.firstDay'),
        <Input
          id={`${id}-firstDay`}
          type="date"
          disabled={disabled}
          value={request.on ?? ''}
          onChange={(event) => event.target.value !== '' && change({ on: event.target.value })}
        />,
      ),
    days: () => labelled('days', t('activityPapers.dialog.days'), number('days', 1, 60, 5)),
  };
}
