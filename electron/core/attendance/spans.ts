/** The days of a title, where a person says that they are one activity of several days. Pure. */
import type { RosterRecord } from '#shared/features/attendance.ts';

export interface Span {
  /** ISO days. */
  first: string;
  last: string;
}

/** First and last day of each title; `keyOf` = what makes two titles one. */
export function spansOf(records: readonly RosterRecord[], keyOf: (title: string) => string): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const { activity, date } of records) {
    if (activity === null || date === null) continue;
    const key = keyOf(activity);
    const { first, last } = spans.get(key) ?? { first: date, last: date };
    spans.set(key, { first: date < first ? date : first, last: date > last ? date : last });
  }
  return spans;
}
