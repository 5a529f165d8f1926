/** 活动: the register of a year's activities, their evidence, and the year in numbers. */
import { DownOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Segmented, Spin, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import type { Activity } from '#shared/features/activities.ts';
import type { ArchiveInfo } from '#shared/features/archive.ts';
import { COMMANDS, type CommandId } from '#shared/commands.ts';
import type { Organisation } from '#shared/features/organisations.ts';
import { useAsked } from '../../app/api.ts';
import { useYear } from '../../app/archive-state.ts';
import { isMac, runCommand, useOfferedCommands, useShownCommands } from '../../app/commands.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly, WriteButton, Writing } from '../../app/read-only.tsx';
import { keysText } from '../../app/keyboard.ts';
import { Page } from '../../app/page.tsx';
import '../life/life.css';
import './activities.css';
import { useActivityColumns } from './activity-columns.tsx';
import { ActivityEntry } from './activity-entry.tsx';
import { isFiltered } from './activity-filter.ts';
import { ActivityGrid } from './activity-grid.tsx';
import { ACTIVITY_VIEWS, type ActivityView, activityState, beginWith, useActivityState } from './activity-state.ts';
import type { Choices } from './activity-texts.ts';
import { ActivityDialogs } from './dialogs.tsx';
import { FindBar } from './find-bar.tsx';
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
  // Before anything is read: what is open belongs to this archive.
  useState(() => beginWith(archive.uid));
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
              <MoreMenu />
              <Writing>
                <Tooltip title="Ctrl+N">
                  <Button type="primary" icon={<PlusOutlined />} onClick={() => runCommand('activities.create')}>
                    {t('activityScreen.entry.button')}
                  </Button>
                </Tooltip>
              </Writing>
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

function MoreMenu() {
  const { t } = useT();
  const offered = useOfferedCommands();
  const shown = useShownCommands(MORE);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: shown.map((id) => ({
          key: id,
          label: id === 'row.withdraw' ? t('activityScreen.withdrawCommand') : t(`menu.commands.${id}`),
          extra: keysText(COMMANDS.find((one) => one.id === id)?.keys ?? null, isMac()),
          disabled: !offered.some((one) => one.id === id),
        })),
        onClick: ({ key }) => runCommand(key),
      }}
    >
      <Button icon={<DownOutlined />} iconPlacement="end">
        {t('documentScreen.more')}
      </Button>
    </Dropdown>
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
  const readOnly = useReadOnly();
  const asked = useActivityState((state) => state.entering);
  const entering = readOnly ? null : asked;
  const choice = useActivityState((state) => state.choice);
  const activeId = useActivityState((state) => state.selection?.activeRowId ?? null);
  const active = useMemo<Activity | null>(
    () => list.rows.find(({ id }) => id === activeId) ?? null,
    [activeId, list.rows],
  );
  const nothing = !list.pending && list.error === null && list.rows.length === 0 && !isFiltered(choice);
  return (
    <div className="split">
      <div className="split-main activities-main">
        {entering !== null && <ActivityEntry archive={archive} choices={choices} units={units} year={year} />}
        <FindBar categories={choices.categories} />
        {list.error !== null && <ErrorView error={list.error} onRetry={list.retry} />}
        {nothing && entering === null && <Nothing />}
        {list.pending ? (
          <Spin className="centre" />
        ) : (
          list.error === null && <ActivityGrid rows={list.rows} columns={columns} choices={choices} year={year} />
        )}
      </div>
      {inspector && entering === null && <Inspector activity={active} choices={choices} />}
      <span className="unseen" aria-live="polite">
        {list.pending ? '' : t('activityScreen.status.count', { count: list.total })}
      </span>
    </div>
  );
}

function Nothing() {
  const { t } = useT();
  return (
    <div className="empty-year">
      <p>{t('activityScreen.empty.title')}</p>
      <p className="muted">{t('activityScreen.empty.text')}</p>
      <WriteButton type="primary" icon={<PlusOutlined />} onClick={() => runCommand('activities.create')}>
        {t('activityScreen.entry.button')}
      </WriteButton>
    </div>
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
