/** 人员: the register of persons in the grid, rapid entry, and those who may stand in it twice. */
import { DownOutlined, PlusOutlined } from '@ant-design/icons';
import { Badge, Button, Dropdown, Segmented, Spin, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import type { ArchiveInfo } from '#shared/features/archive.ts';
import { COMMANDS, type CommandId } from '#shared/commands.ts';
import type { Organisation } from '#shared/features/organisations.ts';
import { useAsked } from '../../app/api.ts';
import { isMac, runCommand, useOfferedCommands, useShownCommands } from '../../app/commands.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly, WriteButton, Writing } from '../../app/read-only.tsx';
import { keysText } from '../../app/keyboard.ts';
import { Page } from '../../app/page.tsx';
import { useToday } from '../../app/today.ts';
import { useUi } from '../../app/ui-state.ts';
import { isoDay } from '../life/day-text.ts';
import '../life/life.css';
import { PersonDialogs } from './dialogs.tsx';
import { FindBar } from './find-bar.tsx';
import { Inspector } from './inspector.tsx';
import './participants.css';
import { usePersonColumns } from './person-columns.tsx';
import { PersonEntry } from './person-entry.tsx';
import { isFiltered } from './person-filter.ts';
import { PersonGrid } from './person-grid.tsx';
import { beginWith, PEOPLE_VIEWS, type PeopleView, personState, usePersonState } from './person-state.ts';
import { roleText } from './person-texts.ts';
import { TwinsView } from './twins-view.tsx';
import { usePersonCommands } from './use-person-commands.ts';
import { type PersonLine, type PersonList, usePersonRows } from './use-person-rows.ts';

const MORE: readonly CommandId[] = [
  'participants.reveal',
  'participants.merge',
  'attendance.import',
  'paper.publicNotice',
  'paper.personRegister',
  'row.fillDown',
  'documents.copy',
  'row.withdraw',
  'documents.restore',
];

const NO_UNITS: readonly Organisation[] = [];

export function ParticipantsScreen({ archive }: { archive: ArchiveInfo }) {
  const { t } = useT();
  // Before anything is read: what is open belongs to this archive.
  useState(() => beginWith(archive.uid));
  const today = isoDay(useToday());
  const view = usePersonState((state) => state.view);
  const year = useUi((state) => state.year);
  const list = usePersonRows();
  const units = useAsked('organisations.list', {}).data ?? NO_UNITS;
  const villages = useVillages(units, list.lines);
  const columns = usePersonColumns(villages, year, today);
  usePersonCommands(list.lines, columns, today);
  const twins = useAsked('participants.twins', {}).data?.length ?? 0;

  return (
    <>
      <Page
        title={<Title units={units} />}
        note={
          <Segmented<PeopleView>
            aria-label={t('participantScreen.views')}
            value={view}
            onChange={(next) => personState.set({ view: next })}
            options={PEOPLE_VIEWS.map((value) => ({
              value,
              label:
                value === 'twins' && twins > 0 ? (
                  <span>
                    {t('participantScreen.view.twins')} <Badge count={twins} color="var(--app-doubt)" size="small" />
                  </span>
                ) : (
                  t(`participantScreen.view.${value}`)
                ),
            }))}
          />
        }
        status={view === 'register' ? <Status list={list} /> : t('participantScreen.twins.status', { count: twins })}
        hints={t(`participantScreen.hints.${view}`)}
        actions={
          view === 'register' && (
            <>
              <MoreMenu />
              <Writing>
                <Tooltip title="Ctrl+N">
                  <Button type="primary" icon={<PlusOutlined />} onClick={() => runCommand('participants.create')}>
                    {t('participantScreen.entry.button')}
                  </Button>
                </Tooltip>
              </Writing>
            </>
          )
        }
      >
        {view === 'register' ? (
          <Register
            archive={archive.uid}
            list={list}
            units={units}
            villages={villages}
            columns={columns}
            year={year}
            today={today}
          />
        ) : (
          <TwinsView today={today} />
        )}
      </Page>
      <PersonDialogs lines={list.lines} units={units} today={today} />
    </>
  );
}

/** Names of villages: those of the unit list, and those that persons have. */
function useVillages(units: readonly Organisation[], lines: readonly PersonLine[]): readonly string[] {
  return useMemo(() => {
    const listed = units.filter(({ kind }) => kind === 'village').map(({ fullName }) => fullName);
    const printed = lines.flatMap(({ village }) => village ?? []);
    return [...new Set([...listed, ...printed])];
  }, [lines, units]);
}

function Title({ units }: { units: readonly Organisation[] }) {
  const { t } = useT();
  const role = usePersonState((state) => state.choice.role);
  const organisationId = usePersonState((state) => state.choice.organisationId);
  const unit = units.find(({ id }) => id === organisationId)?.fullName;
  return [t('shell.nav.participants'), unit, role === null ? undefined : roleText(t, role)]
    .filter((part) => part !== undefined)
    .join(' · ');
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
          label: id === 'row.withdraw' ? t('participantScreen.withdraw.command') : t(`menu.commands.${id}`),
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
  list: PersonList;
  units: readonly Organisation[];
  villages: readonly string[];
  columns: ReturnType<typeof usePersonColumns>;
  year: number | null;
  /** ISO day. */
  today: string;
}

function Register({ archive, list, units, villages, columns, year, today }: RegisterProps) {
  const { t } = useT();
  const inspector = usePersonState((state) => state.inspector);
  const readOnly = useReadOnly();
  const entering = usePersonState((state) => state.entering) && !readOnly;
  const choice = usePersonState((state) => state.choice);
  const activeId = usePersonState((state) => state.selection?.activeRowId ?? null);
  const active = list.lines.find(({ id }) => id === activeId) ?? null;
  const nobody = !list.pending && list.error === null && list.lines.length === 0 && !isFiltered(choice);
  return (
    <div className="split">
      <div className="split-main people-main">
        {entering && <PersonEntry archive={archive} villages={villages} today={today} />}
        <FindBar units={units} year={year} />
        {list.error !== null && <ErrorView error={list.error} onRetry={list.retry} />}
        {nobody && !entering && <Nobody />}
        {list.pending ? (
          <Spin className="centre" />
        ) : (
          list.error === null && <PersonGrid lines={list.lines} columns={columns} today={today} />
        )}
      </div>
      {inspector && !entering && <Inspector person={active} units={units} today={today} />}
      <span className="unseen" aria-live="polite">
        {list.pending ? '' : t('participantScreen.status.count', { count: list.total })}
      </span>
    </div>
  );
}

function Nobody() {
  const { t } = useT();
  return (
    <div className="empty-year">
      <p>{t('participantScreen.empty.title')}</p>
      <p className="muted">{t('participantScreen.empty.text')}</p>
      <WriteButton type="primary" icon={<PlusOutlined />} onClick={() => runCommand('participants.create')}>
        {t('participantScreen.entry.button')}
      </WriteButton>
    </div>
  );
}

function Status({ list }: { list: PersonList }) {
  const { t } = useT();
  const selected = usePersonState((state) => state.selection?.rowIds.length ?? 0);
  return [
    t('participantScreen.status.count', { count: list.total }),
    ...(selected > 1 ? [t('participantScreen.status.selected', { count: selected })] : []),
    ...(list.lines.length < list.total
      ? [list.reading ? t('documentScreen.reading') : t('participantScreen.status.shown', { count: list.lines.length })]
      : []),
  ].join(' · ');
}
