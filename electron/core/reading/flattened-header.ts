/**
 * The heading lines of a flattened table: where they stand, what they mean, and where the next table begins.
 * Invariant: a run of heading lines names a time and an activity, or it is no header.
 */
import { readTime } from '#shared/lib/time-expressions.ts';
import type { GridColumn } from './grid.ts';
import { titleOf } from './head.ts';
import type { TextLine } from './lines.ts';
import { damagedHeadingOf, headingOf } from './vocabulary.ts';

/** Finds the run of heading lines: the first with a time column and an activity column. */
export function headerOf(
  lines: readonly TextLine[],
  from = 0,
): { at: number; length: number; columns: GridColumn[]; damaged: GridColumn[] } | null {
  for (let at = from; at < lines.length - 2; at += 1) {
    const first = headingOf(lines[at]?.text ?? '');
    if (!first || !['time', 'week', 'index', 'dates', 'deadline', 'activity'].includes(first.role)) continue;
    const columns: GridColumn[] = [];
    const damaged: GridColumn[] = [];
    let length = 0;
    for (; length < 14; length += 1) {
      const printed = lines[at + length]?.text ?? '';
      const exact = headingOf(printed);
      const heading = exact && !(length > 0 && readTime(printed)) ? exact : damagedHeadingOf(printed);
      if (
        !heading ||
        readTime(printed) ||
        (heading.damaged &&
          columns.some(
            (column) => column.name === heading.name || (column.role === heading.role && heading.role !== 'unit'),
          ))
      )
        break;
      const column = { printed, name: heading.name, role: heading.role };
      columns.push(column);
      if (heading.damaged) damaged.push(column);
    }
    const roles = columns.map((column) => column.role);
    if (
      length >= 2 &&
      roles.includes('activity') &&
      roles.some((role) => role === 'time' || role === 'dates' || role === 'deadline')
    )
      return { at, length, columns: mergeLevels(columns), damaged };
  }
  return null;
}

/** Headings behind 备注 belong to a second level: they stand under the first activity heading. */
function mergeLevels(columns: GridColumn[]): GridColumn[] {
  const remark = columns.findIndex((column) => column.role === 'remark');
  const group = columns.findIndex((column) => column.role === 'activity');
  let merged = columns;
  if (remark > group && remark < columns.length - 1) {
    merged = [...columns.slice(0, group), ...columns.slice(remark + 1), ...columns.slice(group + 1, remark + 1)];
  }
  const activities = merged.filter((column) => column.role === 'activity');
  const main = activities.find((column) => /主题$|名称$/u.test(column.name)) ?? activities[0];
  return merged.map((column) =>
    column.role === 'activity' && column !== main ? { ...column, role: 'items' } : column,
  );
}

/** A header that comes again is a page break where no title stands above it; with a title another table begins. */
export function untilNextTable(
  body: readonly TextLine[],
  columns: readonly GridColumn[],
): { own: TextLine[]; next: TextLine[]; repeats: number[] } {
  const own: TextLine[] = [];
  const repeats: number[] = [];
  const names = columns.map((column) => column.name).join();
  let begin = 0;
  for (;;) {
    const again = headerOf(body, begin);
    if (!again) return { own: [...own, ...body.slice(begin)], next: [], repeats };
    let titles = again.at;
    while (titles > begin && titleOf(body[titles - 1]?.text ?? '') !== null) titles -= 1;
    const same = again.columns.map((column) => column.name).join() === names;
    if (
      titles < again.at ||
      !same ||
      monthAround(body, again.at + again.length, 1, 12) < monthAround(body, titles - 1, -1, 0)
    ) {
      return { own: [...own, ...body.slice(begin, titles)], next: body.slice(titles), repeats };
    }
    own.push(...body.slice(begin, again.at));
    repeats.push(body[again.at]?.line ?? 0);
    begin = again.at + again.length;
  }
}

/** The month of the nearest month line, looked for over a page at most. */
function monthAround(body: readonly TextLine[], from: number, step: 1 | -1, none: number): number {
  for (let at = from; at >= 0 && at < body.length && Math.abs(at - from) < 200; at += step) {
    const time = readTime(body[at]?.text ?? '');
    if (time && time.monthStart !== null) return time.monthStart;
  }
  return none;
}
