/** Puts the answer of an edit into the rows at hand, so that 20,000 rows need not be read again for one cell. */
import type { EditOutput, ScheduleRow } from '#shared/features/schedule.ts';

/** Rows after an edit that set or withdrew rows; new and moved rows need the year's order and are read again. */
export function mergeEdit(rows: readonly ScheduleRow[], output: EditOutput): ScheduleRow[] {
  const changed = new Map(output.rows.map((row) => [row.id, row]));
  const withdrawn = new Set(output.withdrawn);
  return rows.filter(({ id }) => !withdrawn.has(id)).map((row) => changed.get(row.id) ?? row);
}
