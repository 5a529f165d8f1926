/**
 * What a table of population adds up to, and where its own sums disagree. Invariant: a total is compared with its places, never added;
 * what it implies for a missing place is told as implied.
 */
import type { PopulationFacts } from '#shared/features/funding-reading.ts';
import type { PopulationKind } from '#shared/features/population.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import type { z } from '#shared/lib/zod.ts';
import { aboutLine, type Finding } from './draft.ts';

export type Facts = z.infer<typeof PopulationFacts>;

export interface PopulationLine {
  line: number;
  place: string;
  /** A place, the sum of all, or the sum of some. */
  role: 'place' | 'total' | 'part';
  values: Record<PopulationKind, number | null>;
  /** ISO; null where the paper names no day. */
  date: string | null;
}

const KINDS: readonly PopulationKind[] = ['resident', 'registered'];
/** Fen a head for the figure that the paper's total would ask for. */
const RATE_FEN = 200;
/** Places beyond which one that is as large as all others stands out. */
const FEWEST = 3;

/** What a line's label says it is; 其余31村合计 are places that the paper lists together. */
export function roleOf(label: string): PopulationLine['role'] {
  const text = withoutSpace(canonical(label));
  if (isRemainder(text)) return 'place';
  if (/小计|片区?合计|片$|社区合计|村合计/u.test(text) && !/^(?:全|街道|镇|乡)/u.test(text)) return 'part';
  return /合计|总计|共计|^全(?:街道|镇|乡|区|县|市|办)|总数$/u.test(text) ? 'total' : 'place';
}

const isRemainder = (text: string): boolean => /^其[余他它]/u.test(text);

function sumOf(lines: readonly PopulationLine[], kind: PopulationKind): number {
  return lines.reduce((sum, { values }) => sum + (values[kind] ?? 0), 0);
}

const placesOf = (lines: readonly PopulationLine[]): PopulationLine[] => lines.filter(({ role }) => role === 'place');
const totalOf = (lines: readonly PopulationLine[]): PopulationLine | undefined =>
  lines.findLast(({ role }) => role === 'total');

/** The sums of a table; `has` says which columns it prints. */
export function factsOf(lines: readonly PopulationLine[], has: Record<PopulationKind, boolean>): Facts {
  const places = placesOf(lines);
  const total = totalOf(lines);
  const without = (kind: PopulationKind): string[] =>
    has[kind] ? places.filter(({ values }) => values[kind] === null).map(({ place }) => place) : [];
  const sum = (kind: PopulationKind): number | null => (has[kind] ? sumOf(places, kind) : null);
  const stated = (kind: PopulationKind): number | null => total?.values[kind] ?? null;
  const agrees = (kind: PopulationKind): boolean | null =>
    sum(kind) === null || stated(kind) === null || without(kind).length > 0 ? null : sum(kind) === stated(kind);
  const resident = sum('resident');
  const ofTotal = stated('resident');
  const missing = without('resident');
  return {
    data_lines: lines.length,
    registered_sum: sum('registered'),
    registered_total_stated: stated('registered'),
    registered_ok: agrees('registered'),
    resident_sum_without_missing: resident,
    resident_total_stated: ofTotal,
    resident_ok: agrees('resident'),
    missing,
    implied_missing: missing.length === 1 && resident !== null && ofTotal !== null ? ofTotal - resident : null,
    required_if_total_used_yuan: ofTotal === null ? null : moneyText(ofTotal * RATE_FEN).replaceAll(',', ''),
  };
}

/** Places of another day than most. */
function mixedDates(lines: readonly PopulationLine[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { date } of lines) if (date !== null) counts.set(date, (counts.get(date) ?? 0) + 1);
  const [most = ''] = [...counts].toSorted((one, two) => two[1] - one[1])[0] ?? [];
  return lines.flatMap(({ line, place, date }) =>
    date === null || date === most ? [] : [aboutLine(line, 'population/mixed_dates', { place, date, most }, 'doubt')],
  );
}

/** A table without a total, where one place is as large as all others: likely their sum under another name. */
function hiddenTotal(lines: readonly PopulationLine[]): Finding[] {
  if (totalOf(lines)) return [];
  const large = KINDS.flatMap((kind) => {
    const places = placesOf(lines).filter(({ values }) => values[kind] !== null);
    if (places.length < FEWEST) return [];
    const sum = sumOf(places, kind);
    return places.filter(({ place, values }) => !isRemainder(place) && sum > 0 && (values[kind] ?? 0) * 2 >= sum);
  });
  const [first] = large;
  return first ? [aboutLine(first.line, 'population/like_total', { place: first.place }, 'doubt')] : [];
}

/** Sums of some places are compared with the lines above since the last sum, or with those below up to the next. */
function partSums(lines: readonly PopulationLine[]): Finding[] {
  return lines.flatMap((part, index) => {
    if (part.role !== 'part') return [];
    const before = lines.slice(lines.findLastIndex(({ role }, at) => at < index && role !== 'place') + 1, index);
    const next = lines.findIndex(({ role }, at) => at > index && role !== 'place');
    const behind = lines.slice(index + 1, next < 0 ? undefined : next);
    return KINDS.flatMap((kind) => {
      const stated = part.values[kind];
      const sums = [before, behind].map((some) => sumOf(some, kind));
      if (stated === null || sums.includes(stated)) return [];
      return [
        aboutLine(part.line, 'population/part_differs', { place: part.place, stated, sum: sums[0] ?? 0 }, 'doubt'),
      ];
    });
  });
}

/** What the total says of the places. */
function againstTotal(lines: readonly PopulationLine[], facts: Facts): Finding[] {
  const total = totalOf(lines);
  if (!total) return [];
  const findings: Finding[] = [];
  const missing = placesOf(lines).find(({ values }) => values.resident === null);
  const implied = facts.implied_missing;
  if (missing && implied !== null) {
    const params = { place: missing.place, total: facts.resident_total_stated ?? 0, value: implied };
    findings.push(aboutLine(missing.line, 'population/implied', params, 'doubt'));
  }
  if (implied !== null && implied < 0) findings.push(aboutLine(total.line, 'population/total_too_small', {}, 'error'));
  const tell = (
    code: 'population/resident_differs' | 'population/registered_differs',
    stated: number | null,
    sum: number | null,
  ): void => {
    findings.push(aboutLine(total.line, code, { stated: stated ?? 0, sum: sum ?? 0 }, 'doubt'));
  };
  if (facts.resident_ok === false)
    tell('population/resident_differs', facts.resident_total_stated, facts.resident_sum_without_missing);
  if (facts.registered_ok === false)
    tell('population/registered_differs', facts.registered_total_stated, facts.registered_sum);
  return findings;
}

/** Where a table disagrees with itself. `line` is that of its headings. */
export function comparisons(lines: readonly PopulationLine[], facts: Facts | null, line: number): Finding[] {
  if (facts === null) return [];
  return [
    ...(totalOf(lines) ? [] : [aboutLine(line, 'population/no_total')]),
    ...mixedDates(lines),
    ...againstTotal(lines, facts),
    ...partSums(lines),
    ...hiddenTotal(lines),
  ];
}
