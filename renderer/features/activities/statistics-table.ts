/**
 * A breakdown as a table whose columns visibly add up to the total: lines, then activities that nobody signed for (where a
 * breakdown by persons has no line for them), then what stands in several lines is taken off. Pure.
 */
import type { Breakdown, Counts, Statistics, StatisticsLine } from '#shared/features/activities.ts';
import { MEASURES } from './activity-state.ts';

/** Breakdowns that ask who came: an activity without signatures stands in none of their lines. */
const BY_PERSONS: ReadonlySet<Breakdown> = new Set(['village', 'sex', 'ageGroup', 'role']);

export interface BreakdownTable {
  lines: readonly StatisticsLine[];
  /** Activities that nobody signed for; null where each stands in a line of its own. */
  unsigned: Counts | null;
  /** What the lines hold too much; null where nothing does. */
  repeated: Counts | null;
  total: Counts;
}

const NOTHING: Counts = { activities: 0, personTimes: 0, people: 0, estimated: 0 };

/** Adds up each column. */
export function sumOf(lines: readonly Counts[]): Counts {
  const sum = { ...NOTHING };
  for (const line of lines) for (const measure of MEASURES) sum[measure] += line[measure];
  return sum;
}

export function breakdownTable({ breakdowns, total }: Statistics, breakdown: Breakdown): BreakdownTable {
  const { lines } = breakdowns[breakdown];
  const missing = breakdowns.activity.lines.filter(({ personTimes }) => personTimes === 0);
  const unsigned = BY_PERSONS.has(breakdown) && missing.length > 0 ? sumOf(missing) : null;
  const sum = sumOf([...lines, ...(unsigned ? [unsigned] : [])]);
  const repeated: Counts = {
    activities: sum.activities - total.activities,
    personTimes: sum.personTimes - total.personTimes,
    people: sum.people - total.people,
    estimated: sum.estimated - total.estimated,
  };
  return { lines, unsigned, repeated: MEASURES.some((measure) => repeated[measure] !== 0) ? repeated : null, total };
}
