/** What tables of counts have in common: the columns 期, 人次, 人, 重复, 估计, their cells and the words of what they mean. */
import type { Counts } from '#shared/features/activities.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { ReportColumn } from '#shared/report/model.ts';
import { listColumn } from './paper-parts.ts';

const WIDTH = 17;

export function countColumns(t: Translate): ReportColumn[] {
  const column = (key: 'activities' | 'personTimes' | 'people' | 'repeated' | 'estimated') =>
    listColumn(key, t(`activityPapers.column.${key}`), WIDTH, { align: 'right', minimumEm: 3, breaking: 'list' });
  return [column('activities'), column('personTimes'), column('people'), column('repeated'), column('estimated')];
}

/** Cells of the five columns; `repeated` stands on lines of sums only. */
export function countCells(counts: Counts | null, repeated: number | null = null): (number | null)[] {
  if (counts === null) return [null, null, null, null, null];
  return [counts.activities, counts.personTimes, counts.people, repeated, counts.estimated];
}

/** People of the lines that stand in several of them. */
export function repeatedIn(lines: readonly Counts[], total: Counts): number {
  return lines.reduce((sum, { people }) => sum + people, 0) - total.people;
}

/** @throws {RangeError} where lines that cut a whole do not add up to it: the reader is at fault. */
export function mustAddUp(lines: readonly Counts[], total: Counts): void {
  for (const key of ['activities', 'personTimes', 'estimated'] as const) {
    const sum = lines.reduce((all, line) => all + line[key], 0);
    if (sum !== total[key]) throw new RangeError(`${key} add up to ${sum}, not ${total[key]}`);
  }
}

/** What the numbers mean. */
export function definitions(t: Translate): string[] {
  return (['activities', 'personTimes', 'people', 'repeated', 'estimated', 'year'] as const).map((key) =>
    t(`activities.definition.${key}`),
  );
}
