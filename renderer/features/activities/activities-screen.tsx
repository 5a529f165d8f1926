/** 活动: the register of a year's activities, their evidence, and the year in numbers. */
import { PlusOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import type { Activity } from '#shared/features/activities.ts';
import type { ArchiveInfo } from '#shared/features/archive.ts';
import type { CommandId } from '#shared/commands.ts';
import type { Organisation } from '#shared/features/organisations.ts';
import { useAsked } from '../../app/api.ts';
import { useYear } from '../../app/archive-state.ts';
import { runCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import { Page } from '../../app/page.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { CommandButton, MoreCommands } from '../../app/register/command-button.tsx';
import { NothingYet, RegisterList } from '../../app/register/register-list.tsx';
import '../life/life.css';
import './activities.css';
import { useActivityColumns } from './activity-columns.tsx';
import { ActivityEntry } from './activity-entry.tsx';
import { isFiltered } from './activity-filter.ts';
import { ActivityGrid } from './activity-grid.tsx';
import { ACTIVITY_VIEWS, type ActivityView, activityState, useActivityState } from './activity-state.ts';
import type { Choices } from './activity-texts.ts';
import { ActivityDialogs } from './dialogs.tsx';
import { ActivityFind } from './activity-find.tsx';
import { Inspector } from './inspector.tsx';
import { StatisticsPapers } from './statistics-papers.tsx';
import { StatisticsView } from './statistics-view.tsx';
import { useActivityCommands } from './use-activity-commands.ts';
import { useActivityDrop } from './use-activity-drop.ts';
import { type ActivityList, useActivityRows } from './use-activity-rows.ts';
import { useChoices } from './use-choices.ts';

const MORE: readonly CommandId[] = [
  'activities.categories',
  'attendance.import',
  'paper.activitySheet',
  'paper.signInSheet',
  'paper.signedList',
  'paper.activityList',
  'row.fillDown',
  'documents.copy',
  'row.withdraw',
  'documents.restore',
];

const NO_UNITS: readonly Organisation[] = [];

export function ActivitiesScreen({ archive }: { archive: ArchiveInfo }) {
  const { t } = useT();
  const year = useYear();
  const view = useActivityState((state) => state.view);
  const list = useActivityRows();
  const units = useAsked('organisations.list', {}).data ?? NO_UNITS;
  const choices = useChoices(year);
  const columns = useActivityColumns(choices, units);
  useActivityCommands(list.rows, columns, choices);
  useActivityDrop(list.rows, view === 'register');

  return (
    <>
      <Page
        title={t('shell.nav.activities')}
        note={
          <Segmented<ActivityView>
            aria-label={t('activityScreen.views')}
            value={view}
            onChange={(next) => activityState.set({ view: next })}
            options={ACTIVITY_VIEWS.map((value) => ({ value, label: t(`activityScreen.view.${value}`) }))}
          />
        }
        status={view === 'register' && <Status list={list} />}
        hints={t(`activityScreen.hints.${view}`)}
        actions={
          view === 'statistics' ? (
            year !== null && <StatisticsPapers year={year} />
          ) : (
            <>
              <MoreCommands commands={MORE} labels={{ 'row.withdraw': t('activityScreen.withdrawCommand') }} />
              <CommandButton
                command="documents.create"
                label={t('activityScreen.entry.button')}
                icon={<PlusOutlined />}
                primary
              />
            </>
          )
        }
        scroll={view === 'statistics'}
      >
        {view === 'register' ? (
          <Register archive={archive.uid} list={list} units={units} choices={choices} columns={columns} year={year} />
        ) : (
          <StatisticsView year={year} />
        )}
      </Page>
      <ActivityDialogs />
    </>
  );
}

interface RegisterProps {
  archive: string;
  list: ActivityList;
  units: readonly Organisation[];
  choices: Choices;
  columns: ReturnType<typeof useActivityColumns>;
  year: number | null;
}

function Register({ archive, list, units, choices, columns, year }: RegisterProps) {
  const { t } = useT();
  const inspector = useActivityState((state) => state.inspector);
  const entering = useActivityState((state) => state.entering !== null);
  const choice = useActivityState((state) => state.choice);
  const activeId = useActivityState((state) => state.selection?.activeRowId ?? null);
  const active = useMemo<Activity | null>(
    () => list.rows.find(({ id }) => id === activeId) ?? null,
    [activeId, list.rows],
  );
  const nothing = !list.pending && list.error === null && list.rows.length === 0 && !isFiltered(choice);
  return (
    <RegisterList
      main="activities-main"
      list={list}
      entry={entering ? <ActivityEntry archive={archive} choices={choices} units={units} year={year} /> : null}
      find={<ActivityFind categories={choices.categories} />}
      empty={nothing && <Nothing />}
      grid={<ActivityGrid rows={list.rows} columns={columns} choices={choices} year={year} />}
      inspector={inspector && <Inspector activity={active} choices={choices} />}
      counted={t('activityScreen.status.count', { count: list.total })}
    />
  );
}

function Nothing() {
  const { t } = useT();
  return (
    <NothingYet title={t('activityScreen.empty.title')} text={t('activityScreen.empty.text')}>
      <WriteButton type="primary" icon={<PlusOutlined />} onClick={() => runCommand('activities.create')}>
        {t('activityScreen.entry.button')}
      </WriteButton>
    </NothingYet>
  );
}

function Status({ list }: { list: ActivityList }) {
  const { t } = useT();
  const selected = useActivityState((state) => state.selection?.rowIds.length ?? 0);
  return [
    t('activityScreen.status.count', { count: list.total }),
    ...(selected > 1 ? [t('activityScreen.status.selected', { count: selected })] : []),
  ].join(' · ');
}
