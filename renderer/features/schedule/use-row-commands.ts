/** The row commands of menu, palette and keys, on the rows that are selected in the grid. */
import { useMemo } from 'react';
import type { ScheduleRow } from '#shared/features/schedule.ts';
import { useCommand } from '../../app/commands.ts';
import { useShowError } from '../../app/error-view.tsx';
import type { GridChange } from '#ui/grid/types.ts';
import { cellText } from './row-texts.ts';
import { useScheduleState } from './schedule-state.ts';
import type { RowEdits } from './use-row-edits.ts';

const COLUMN_TEXT = ['activity', 'remark'];

/** `rows`: as shown; `enabled`: the table is on screen. */
export function useRowCommands(rows: readonly ScheduleRow[], edits: RowEdits, enabled: boolean): void {
  const showError = useShowError();
  const selection = useScheduleState((state) => state.selection);
  const selected = useMemo(() => {
    const ids = new Set(enabled ? selection?.rowIds : []);
    return ids.size === 0 ? [] : rows.filter(({ id }) => ids.has(id));
  }, [enabled, rows, selection]);
  const [first] = selected;
  const last = selected.at(-1);
  const column = selection?.activeColumnKey ?? '';
  const lines = selected.length === 1 && COLUMN_TEXT.includes(column) ? partsOf(first, column) : [];
  const run = (work: Promise<void>): void => void work.catch(showError);
  const before = first ? rows[rows.indexOf(first) - 1] : undefined;
  const after = last ? rows[rows.indexOf(last) + 1] : undefined;

  useCommand('row.insert', () => run(edits.insertAfter(before?.id ?? null)), enabled && selected.length > 0);
  useCommand('row.withdraw', () => run(edits.withdraw(idsOf(selected))), selected.length > 0);
  useCommand(
    'row.moveUp',
    () => run(edits.move(idsOf(selected), before ? (rows[rows.indexOf(before) - 1]?.id ?? null) : null)),
    before !== undefined,
  );
  useCommand('row.moveDown', () => run(edits.move(idsOf(selected), after?.id ?? null)), after !== undefined);
  useCommand(
    'row.split',
    () => run(first ? edits.split(first.id, column, lines) : Promise.resolve()),
    lines.length > 1,
  );
  useCommand(
    'row.fillDown',
    () => {
      const change = filled(selected, selection?.columnKeys ?? []);
      run(edits.change(change, { code: 'fill', cells: change.edits.length }));
    },
    selected.length > 1,
  );
  useCommand('row.merge', () => run(edits.merge(idsOf(selected))), selected.length > 1);
}

const idsOf = (rows: readonly ScheduleRow[]): number[] => rows.map(({ id }) => id);

/** The first row's cells of the chosen columns in the rows below it. */
function filled(rows: readonly ScheduleRow[], columns: readonly string[]): GridChange {
  const [first, ...rest] = rows;
  if (!first) return { edits: [], insert: null };
  const edits = rest.flatMap((row) =>
    columns.map((columnKey) => ({ rowId: row.id, columnKey, text: cellText(first, columnKey) })),
  );
  return { edits, insert: null };
}

function partsOf(row: ScheduleRow | undefined, column: string): string[] {
  const text = column === 'remark' ? row?.remark : row?.activity;
  return (text ?? '')
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
