/** 人员: the register of persons in the grid, rapid entry, and those who may stand in it twice. */
import { PlusOutlined } from '@ant-design/icons';
import { Badge, Segmented } from 'antd';
import { useMemo } from 'react';
import type { ArchiveInfo } from '#shared/features/archive.ts';
import type { CommandId } from '#shared/commands.ts';
import type { Organisation } from '#shared/features/organisations.ts';
import { useAsked } from '../../app/api.ts';
import { runCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import { Page } from '../../app/page.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { CommandButton, MoreCommands } from '../../app/register/command-button.tsx';
import { NothingYet, RegisterList } from '../../app/register/register-list.tsx';
import { useToday } from '../../app/today.ts';
import { useUi } from '../../app/ui-state.ts';
import { isoDay } from '../life/day-text.ts';
import '../life/life.css';
import { PersonDialogs } from './dialogs.tsx';
import { PersonFind } from './person-find.tsx';
import { Inspector } from './inspector.tsx';
import './participants.css';
import { usePersonColumns } from './person-columns.tsx';
import { PersonEntry } from './person-entry.tsx';
import { isFiltered } from './person-filter.ts';
import { PersonGrid } from './person-grid.tsx';
import { PEOPLE_VIEWS, type PeopleView, personState, usePersonState } from './person-state.ts';
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
              <MoreCommands commands={MORE} labels={{ 'row.withdraw': t('participantScreen.withdraw.command') }} />
              <CommandButton
                command="documents.create"
                label={t('participantScreen.entry.button')}
                icon={<PlusOutlined />}
                primary
              />
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
  const entering = usePersonState((state) => state.entering);
  const choice = usePersonState((state) => state.choice);
  const activeId = usePersonState((state) => state.selection?.activeRowId ?? null);
  const active = list.lines.find(({ id }) => id === activeId) ?? null;
  const nobody = !list.pending && list.error === null && list.lines.length === 0 && !isFiltered(choice);
  return (
    <RegisterList
      main="people-main"
      list={list}
      entry={entering ? <PersonEntry archive={archive} villages={villages} today={today} /> : null}
      find={<PersonFind units={units} year={year} />}
      empty={nobody && <Nobody />}
      grid={<PersonGrid lines={list.lines} columns={columns} today={today} />}
      inspector={inspector && <Inspector person={active} units={units} today={today} />}
      counted={t('participantScreen.status.count', { count: list.total })}
    />
  );
}

function Nobody() {
  const { t } = useT();
  return (
    <NothingYet title={t('participantScreen.empty.title')} text={t('participantScreen.empty.text')}>
      <WriteButton type="primary" icon={<PlusOutlined />} onClick={() => runCommand('participants.create')}>
        {t('participantScreen.entry.button')}
      </WriteButton>
    </NothingYet>
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
