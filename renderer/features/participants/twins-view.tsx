/** 可能重复: groups of persons who may be one. The program joins none of them; a person looks and decides. */
import { Spin } from 'antd';
import { useState } from 'react';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { SideList } from '../life/side-list.tsx';
import { ApartForm } from './apart-form.tsx';
import { ApartList } from './apart-list.tsx';
import { MergeForm } from './merge-form.tsx';

export function TwinsView({ today }: { today: string }) {
  const { t } = useT();
  const twins = useAsked('participants.twins', {});
  const [opened, setOpened] = useState<string | null>(null);
  if (twins.error !== null) return <ErrorView error={twins.error} onRetry={() => void twins.refetch()} />;
  if (twins.data === undefined) return <Spin className="centre" />;
  const groups = twins.data.map((group) => ({ ...group, key: group.persons.map(({ id }) => id).join('-') }));
  const [first] = groups;
  if (!first) {
    return (
      <>
        <div className="empty-year">
          <p>{t('participantScreen.twins.none')}</p>
          <p className="muted">{t('participantScreen.twins.noneText')}</p>
        </div>
        <ApartList />
      </>
    );
  }
  const shown = groups.find(({ key }) => key === opened) ?? first;
  return (
    <div className="split">
      <SideList
        label={t('participantScreen.view.twins')}
        opened={groups.indexOf(shown)}
        onOpen={(index) => setOpened(index === null ? null : (groups[index]?.key ?? null))}
        entries={groups.map(({ persons, reason }, index) => ({
          id: index,
          name: [...new Set(persons.map(({ name }) => name))].join(t('paper.unitSeparator')),
          note: `${t(`participantScreen.twins.reason.${reason}`)} · ${t('participantScreen.twins.count', { count: persons.length })}`,
        }))}
      />
      <div className="split-main people-twins">
        <p className="muted">{t('participantScreen.twins.text')}</p>
        <MergeForm key={shown.key} persons={shown.persons} today={today} onMerged={() => setOpened(null)} />
        <ApartForm key={`apart.${shown.key}`} persons={shown.persons} onDone={() => setOpened(null)} />
        <ApartList />
      </div>
    </div>
  );
}
