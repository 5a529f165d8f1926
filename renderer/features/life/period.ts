/** From when to when something holds, as typed in two fields of days. Either may be open. Pure. */
import { readDay } from './day-text.ts';

export interface PeriodTexts {
  from: string;
  to: string;
}

export interface Period {
  /** ISO dates; null = open. */
  from: string | null;
  to: string | null;
}

/** Null where a text is no day, or the end is before the beginning. */
export function readPeriod({ from, to }: PeriodTexts): Period | null {
  const period = { from: readDay(from), to: readDay(to) };
  const whole = (from === '' || period.from !== null) && (to === '' || period.to !== null);
  return whole && inOrder(period) ? period : null;
}

export function inOrder({ from, to }: Period): boolean {
  return from === null || to === null || from <= to;
}
