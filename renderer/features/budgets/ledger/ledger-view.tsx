/** 台账: the entries of a year, entered one after the other, proven, corrected by reversal, summed by kind. */
import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FundEntry, FundEntryFilter } from '#shared/features/funding.ts';
import { useWindowState } from '../../../app/archive-state.ts';
import { runCommand } from '../../../app/commands.ts';
import { useT } from '../../../app/i18n.tsx';
import { useReadOnly, WriteButton } from '../../../app/read-only.tsx';
import { NothingYet, RegisterList } from '../../../app/register/register-list.tsx';
import '../../life/life.css';
import { LedgerDialogs } from './dialogs.tsx';
import { LedgerFind } from './ledger-find.tsx';
import { Inspector } from './inspector.tsx';
import './ledger.css';
import { useLedgerColumns } from './ledger-columns.tsx';
import { filterOf, isFiltered, needsAttention } from './ledger-filter.ts';
import { LedgerGrid } from './ledger-grid.tsx';
import { choose, ledgerState, useLedgerState } from './ledger-state.ts';
import { RapidEntry } from './rapid-entry.tsx';
import { SumsBar } from './sums-bar.tsx';
import { useEntries } from './use-entries.ts';
import { useLedgerCommands } from './use-ledger-commands.ts';
import { useLedgerDrop } from './use-ledger-drop.ts';

interface Props {
  /** Year in view. */
  year: number;
  /** Entries that another page asks for, e.g. those behind a figure; the person can go back to the whole year. */
  filter?: FundEntryFilter;
  /** Entry to go to. */
  selectedId?: number;
  onSelect?: (id: number | null) => void;
}

export function LedgerView({ year, filter, selectedId, onSelect }: Props) {
  const archive = useWindowState().data?.archive?.uid ?? null;
  const auditing = useReadOnly();
  useEffect(() => {
    // Auditors see both sides of a correction; clerks see what stands.
    if (auditing) choose({ withReversed: true });
  }, [auditing]);
  const [left, setLeft] = useState<FundEntryFilter | null>(null);
  const given = filter === undefined || filter === left ? null : filter;
  const choice = useLedgerState((state) => state.choice);
  const descending = useLedgerState((state) => state.descending);
  const inspector = useLedgerState((state) => state.inspector);
  const entering = useLedgerState((state) => state.entering);
  const activeId = useLedgerState((state) => state.selection?.activeRowId ?? null);
  const asked = useMemo(() => filterOf(choice, year, given), [choice, given, year]);
  const list = useEntries(asked, descending);
  const rows = useMemo(
    () => list.rows.filter((entry) => needsAttention(entry, choice.attention)),
    [choice.attention, list.rows],
  );
  const active = useMemo(() => rows.find(({ id }) => id === activeId) ?? null, [activeId, rows]);
  const columns = useLedgerColumns();
  useLedgerCommands(rows, columns, active);
  useLedgerDrop(rows);
  useEffect(() => {
    if (selectedId !== undefined && selectedId !== ledgerState.get().selection?.activeRowId) {
      ledgerState.set({ show: { rowId: selectedId } });
    }
  }, [selectedId]);

  const empty = !list.pending && list.error === null && list.rows.length === 0 && !isFiltered(choice) && given === null;
  return (
    <>
      <RegisterList
        main="ledger-main"
        list={list}
        entry={entering ? <RapidEntry archive={archive} year={year} rows={list.rows} /> : null}
        find={
          <>
            <LedgerFind />
            {given !== null && <GivenNotice filter={given} onLeave={() => setLeft(given)} />}
          </>
        }
        empty={empty && <Nothing year={year} />}
        grid={
          !empty && (
            <LedgerGrid
              listKey={JSON.stringify([asked, choice.attention])}
              rows={rows}
              columns={columns}
              onSelect={onSelect}
            />
          )
        }
        foot={<Foot rows={rows} read={list.rows.length} total={list.total} />}
        inspector={inspector && <Inspector entry={active} year={year} />}
      />
      <LedgerDialogs rows={list.rows} year={year} />
    </>
  );
}

/** Sums are of all that is listed, so they wait until all is read. */
function Foot({ rows, read, total }: { rows: readonly FundEntry[]; read: number; total: number }) {
  const { t } = useT();
  const selected = useLedgerState((state) => state.selection?.rowIds.length ?? 0);
  const count =
    read < total
      ? t('ledgerScreen.status.loading', { count: read, total })
      : t('ledgerScreen.status.count', { count: rows.length });
  return (
    <div className="ledger-foot">
      <span className="digits" aria-live="polite">
        {[count, ...(selected > 1 ? [t('ledgerScreen.status.selected', { count: selected })] : [])].join(' · ')}
      </span>
      {read >= total && <SumsBar rows={rows} />}
    </div>
  );
}

function GivenNotice({ filter, onLeave }: { filter: FundEntryFilter; onLeave: () => void }) {
  const { t } = useT();
  const { figure } = filter;
  return (
    <div className="notice-bar">
      <span>
        {figure === undefined
          ? t('ledgerScreen.find.givenOther')
          : t('ledgerScreen.find.given', { figure: t(`fundingCheck.figure.${figure}`) })}
      </span>
      <span className="spring" />
      <Button size="small" onClick={onLeave}>
        {t('ledgerScreen.find.showAll')}
      </Button>
    </div>
  );
}

function Nothing({ year }: { year: number }) {
  const { t } = useT();
  const run = useCallback((id: string) => () => void runCommand(id), []);
  return (
    <NothingYet title={t('ledgerScreen.empty.title', { year })} text={t('ledgerScreen.empty.text')}>
      <WriteButton type="primary" onClick={run('budgets.enter')}>
        {t('ledgerScreen.entry.button')}
      </WriteButton>
      <WriteButton onClick={run('budgets.import')}>{t('ledgerScreen.import.button')}</WriteButton>
    </NothingYet>
  );
}
