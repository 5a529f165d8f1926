/**
 * What the columns of a table mean once its body is known: a column that is merged over several rows groups them, the
 * finer of two columns with times tells the months.
 * Invariant: no column changes its meaning without a reason in the body; what is left out is reported.
 */
import { readTime } from '#shared/lib/time-expressions.ts';
import { unitLikeness } from '#shared/lib/units.ts';
import type { GridColumn, GridRow } from './grid.ts';
import { isWeek } from './week.ts';

function printedIn(rows: readonly GridRow[], column: number): string[] {
  return rows.flatMap((row) => {
    const cell = row.cells[column];
    return cell?.state === 'printed' ? [cell.text.trim()] : [];
  });
}

/** An activity column that covers several rows is a heading of theirs where another one tells each row's work. */
function settleActivity(columns: readonly GridColumn[], rows: readonly GridRow[]): GridColumn[] {
  const main = columns.findIndex((column) => column.role === 'activity');
  const details = columns.findIndex((column) => column.role === 'items');
  if (main < 0 || details < 0) return [...columns];
  const merged = printedIn(rows, main).length <= printedIn(rows, details).length * 0.7;
  if (!merged) return [...columns];
  return columns.map((column, index) =>
    index === main ? { ...column, role: 'theme' } : index === details ? { ...column, role: 'activity' } : column,
  );
}

/** 季度 beside 月份 is the wider one; 时间 beside 月份 holds days and parts of the month. */
function settleTimes(columns: readonly GridColumn[], rows: readonly GridRow[]): GridColumn[] {
  const [first, second] = columns.flatMap((column, index) => (column.role === 'time' ? [index] : []));
  if (first === undefined || second === undefined) return [...columns];
  const wide = printedIn(rows, first).every((text) => {
    const time = readTime(text);
    return time === null || time.monthStart === null || (time.monthEnd ?? time.monthStart) - time.monthStart >= 2;
  });
  const months = printedIn(rows, second).filter((text) => typeof readTime(text)?.monthStart === 'number').length;
  const finer = wide && months >= rows.length * 0.5;
  return columns.map((column, index) => {
    if (index === first && finer) return { ...column, role: 'theme' };
    if (index === second && !finer) return { ...column, role: 'dates' };
    return index > second && column.role === 'time' ? { ...column, role: 'dates' } : column;
  });
}

/** A column without heading whose cells are weeks by their own words: 第三周, 预备周. */
function settleWeeks(columns: readonly GridColumn[], rows: readonly GridRow[]): GridColumn[] {
  if (columns.some((column) => column.role === 'week')) return [...columns];
  return columns.map((column, index) => {
    if (column.printed !== '' || column.role !== 'other') return column;
    const texts = printedIn(rows, index);
    const weeks = texts.length >= 2 && texts.every((text) => isWeek(text) && !/^\d+$/u.test(text));
    return weeks ? { ...column, name: '周次', role: 'week' } : column;
  });
}

/** Gives the columns of a table their meaning by its body. */
export function settleColumns(columns: readonly GridColumn[], rows: readonly GridRow[]): GridColumn[] {
  const body = rows.filter((row) => row.filled > 1);
  return body.length === 0 ? [...columns] : settleWeeks(settleTimes(settleActivity(columns, body), body), body);
}

/** The column left of the months that is printed once for several rows: within each group the months begin anew. */
export function groupColumn(columns: readonly GridColumn[], rows: readonly GridRow[]): number | null {
  const time = columns.findIndex((column) => column.role === 'time');
  const body = rows.filter((row) => row.filled > 1);
  if (time < 1 || body.length < 3 || body[0]?.cells[time]?.state !== 'printed') return null;
  if (printedIn(body, time).length < body.length * 0.9) return null;
  for (let index = 0; index < time; index += 1) {
    const role = columns[index]?.role;
    const printed = printedIn(body, index).length;
    if (role === 'index' || role === 'activity' || role === undefined || body[0].cells[index]?.state !== 'printed')
      continue;
    if (printed > 1 && printed < body.length) return index;
  }
  return null;
}

/** A column with an unknown heading whose cells name units. */
export function holdsUnits(column: number, rows: readonly GridRow[]): boolean {
  const texts = printedIn(rows, column);
  return texts.length >= 2 && texts.filter((text) => unitLikeness(text) === 'yes').length >= texts.length * 0.8;
}
