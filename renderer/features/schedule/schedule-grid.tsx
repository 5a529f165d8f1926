/** The year's rows in the grid: which columns it has, how they read and write, and what its actions do. */
import { useCallback, useMemo } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import { RowStatus, type ScheduleRow } from '#shared/features/schedule.ts';
import { parseMonthCell } from '#shared/lib/months.ts';
import { matchUnit } from '#shared/lib/units.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridColumn, GridSuggestion } from '#ui/grid/types.ts';
import { runCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords } from '../../app/read-only.tsx';
import { useUi } from '../../app/ui-state.ts';
import { monthText, unitsText } from './row-texts.ts';
import { ProofChip, type Proofs, proofText } from './row-proof.tsx';
import { scheduleState } from './schedule-state.ts';
import { StatusChip } from './status-chip.tsx';
import { UnitNames } from './unit-names.tsx';
import type { RowEdits } from './use-row-edits.ts';

/** Units whose full or short name holds what is being typed. */
export function suggestUnits(organisations: readonly Organisation[], query: string): GridSuggestion[] {
  const wanted = query.trim();
  return organisations.flatMap(({ fullName, shortNames }) => {
    if (wanted === '' || fullName.includes(wanted)) return [{ text: fullName }];
    const short = shortNames.find((name) => name.includes(wanted));
    return short === undefined ? [] : [{ text: fullName, hint: short }];
  });
}

/** `proofs`: what proves each row, shown beside it. */
export function useScheduleColumns(organisations: readonly Organisation[], proofs: Proofs): GridColumn<ScheduleRow>[] {
  const { t } = useT();
  return useMemo(() => {
    const units = organisations.map(({ fullName, shortNames }) => ({ name: fullName, shortNames }));
    const isKnown = (name: string): boolean => matchUnit(name, units) !== null;
    const statuses = RowStatus.options.map((value) => ({ value, label: t(`paper.status.${value}`) }));
    return [
      {
        key: 'month',
        heading: t('paper.column.month'),
        width: 84,
        minWidth: 64,
        align: 'center',
        editable: true,
        merge: true,
        text: monthText,
        check: (text) => (parseMonthCell(text).ok ? null : t('errors.schedule/month_invalid', { text })),
      },
      {
        key: 'activity',
        heading: t('paper.column.activity'),
        width: 230,
        minWidth: 140,
        grow: true,
        editable: true,
        multiline: true,
        text: (row) => row.activity,
      },
      {
        key: 'units',
        heading: t('paper.column.unit'),
        width: 186,
        minWidth: 140,
        editable: true,
        text: (row) => unitsText(row.units),
        suggestions: (query) => suggestUnits(organisations, query),
        renderCell: (row) => <UnitNames units={row.units} isKnown={isKnown} />,
      },
      {
        key: 'status',
        heading: t('schedule.column.status'),
        width: 104,
        minWidth: 104,
        editable: true,
        text: (row) => t(`paper.status.${row.status}`),
        options: () => statuses,
        renderCell: (row) => <StatusChip status={row.status} reason={row.statusReason} />,
      },
      {
        key: 'remark',
        heading: t('paper.column.remark'),
        width: 130,
        minWidth: 64,
        editable: true,
        multiline: true,
        text: (row) => row.remark,
      },
      {
        key: 'proof',
        heading: t('activityScreen.proof.column'),
        width: 100,
        minWidth: 88,
        editable: false,
        text: (row) => proofText(t, proofs.get(row.id)),
        renderCell: (row) => <ProofChip proof={proofs.get(row.id)} />,
      },
    ];
  }, [organisations, proofs, t]);
}

interface Props {
  year: number;
  title: string;
  rows: readonly ScheduleRow[];
  /** Place of each row in the whole year, from 1. */
  numbers: ReadonlyMap<number, number>;
  filtered: boolean;
  organisations: readonly Organisation[];
  proofs: Proofs;
  edits: RowEdits;
}

export function ScheduleGrid({ year, title, rows, numbers, filtered, organisations, proofs, edits }: Props) {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const columns = useScheduleColumns(organisations, proofs);
  const showRow = useUi((state) => state.showRow);
  const show = useMemo(() => (showRow === null ? null : { rowId: showRow }), [showRow]);
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  return (
    <Grid<ScheduleRow>
      key={year}
      label={title}
      rows={rows}
      rowId={rowId}
      columns={columns}
      canInsert={!filtered}
      onChange={edits.change}
      onWithdraw={edits.withdraw}
      onMove={edits.move}
      onSplit={edits.split}
      onMerge={edits.merge}
      onUndo={undo}
      onRedo={redo}
      describeError={describe}
      onSelectionChange={select}
      rowMark={mark}
      rowNumber={(row, index) => String(numbers.get(row.id) ?? index + 1)}
      emptyText={filtered ? t('schedule.filter.nothing') : emptyWords(t('schedule.empty.type'))}
      showRow={show}
    />
  );
}

const rowId = (row: ScheduleRow): number => row.id;
const mark = (row: ScheduleRow): 'doubt' | null => (row.needsReview ? 'doubt' : null);
const undo = (): void => void runCommand('edit.undo');
const redo = (): void => void runCommand('edit.redo');
const select = (selection: NonNullable<ReturnType<typeof scheduleState.get>['selection']>): void =>
  scheduleState.set({ selection });
