/** The reader's two promises on random plans: a sound plan reads exactly, a damaged one is never silently different. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { ScheduleReading } from '#shared/features/reading.ts';
import { readPlan, sourceFromText } from '#core/reading/index.ts';
import {
  closedCellLines,
  flattenedLines,
  LAYOUTS,
  listLines,
  type PlanRow,
  plans,
  raggedLines,
  recordLines,
  tabLines,
} from './plans.ts';

/** Doubts about the paper as a whole, which a sound plan may raise too. */
const ABOUT_THE_PAPER = new Set(['months_missing', 'months_uncovered', 'year_unknown']);

function core(reading: ScheduleReading): PlanRow[] {
  return reading.rows.map((row) => ({
    start: row.month_start ?? 0,
    end: row.month_end ?? 0,
    activity: row.activity,
    units: row.units,
  }));
}

describe('sound plans', () => {
  it.each(LAYOUTS)('read exactly and without doubt: $name', ({ source, expected }) => {
    fc.assert(
      fc.property(plans, (rows) => {
        const [reading, ...others] = readPlan(source(rows), { locale: 'zh-CN', units: [] });
        expect(others).toEqual([]);
        expect(reading && core(reading)).toEqual(expected ? expected(rows) : rows);
        expect(reading?.rows.some((row) => row.needs_review)).toBe(false);
        expect(reading?.warnings.filter((one) => one.severity !== 'note' && !ABOUT_THE_PAPER.has(one.code))).toEqual(
          [],
        );
      }),
      { numRuns: 60 },
    );
  });
});

const NOISE = [
  '【打印】',
  '第 2 页',
  '- 3 -',
  '扫一扫在手机打开当前页',
  '责任编辑：管理员',
  'http://www.example.com/',
  '字号：大 中 小',
];

/** Doubts by what they say, not where: a doubt that the sound plan raises as well warns of no damage. */
function doubts(readings: readonly ScheduleReading[]): Set<string> {
  return new Set(
    readings.flatMap((reading) =>
      reading.warnings
        .filter((one) => one.severity !== 'note')
        .map((one) => (ABOUT_THE_PAPER.has(one.code) ? `${one.code} ${one.params['months'] ?? ''}` : one.code)),
    ),
  );
}

type Kind = 'drop' | 'swap' | 'repeat' | 'noise' | 'damage';

interface Mutation {
  kind: Kind;
  at: number;
  noise: string;
}

function mutations(kinds: readonly Kind[]): fc.Arbitrary<Mutation> {
  return fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(), noise: fc.constantFrom(...NOISE) });
}

function mutate(lines: readonly string[], { kind, at, noise }: Mutation): string[] {
  // The first line is the title; its loss changes no row.
  const place = 1 + (at % (lines.length - 1));
  const copy = [...lines];
  const line = copy[place] ?? '';
  switch (kind) {
    case 'drop':
      copy.splice(place, 1);
      break;
    case 'swap':
      copy.splice(place, 2, copy[place + 1] ?? '', line);
      break;
    case 'repeat':
      copy.splice(place, 0, line);
      break;
    case 'noise':
      copy.splice(place, 0, noise);
      break;
    case 'damage':
      copy[place] = line.slice(1);
      break;
    default:
  }
  return copy;
}

/** Rows that lost whole rows and nothing else: what is not printed cannot be missed. */
function isPartOf(found: readonly PlanRow[], rows: readonly PlanRow[]): boolean {
  const left = rows.map((row) => JSON.stringify(row));
  return found.every((row) => {
    const at = left.indexOf(JSON.stringify(row));
    if (at >= 0) left.splice(0, at + 1);
    return at >= 0;
  });
}

const ALL: readonly Kind[] = ['drop', 'swap', 'repeat', 'noise', 'damage'];

function times(rows: readonly PlanRow[]): string[] {
  return rows.map((row) => `${row.start}-${row.end}`);
}

/** null = refused in the reader's own words; any other error fails the test. */
function attempt(lines: readonly string[]): ScheduleReading[] | null {
  try {
    return readPlan(sourceFromText(lines.join('\n')), { locale: 'zh-CN', units: [] });
  } catch (error) {
    if (error instanceof AppError && error.code === 'schedule/unreadable') return null;
    throw error;
  }
}

describe('damaged plans', () => {
  const layouts = [
    { name: 'flattened', lines: flattenedLines, kinds: ALL },
    // Two rows that change places under merged months leave no trace.
    { name: 'tabs', lines: tabLines, kinds: ALL.filter((kind) => kind !== 'swap') },
    { name: 'headings and numbered items', lines: listLines, kinds: ALL },
    { name: 'pipes, merged months lost', lines: raggedLines, kinds: ALL.filter((kind) => kind !== 'swap') },
    { name: 'pipes, one cell a line', lines: closedCellLines, kinds: ALL },
    { name: 'records below numbered names', lines: recordLines, kinds: ALL },
  ];
  it.each(layouts)('are read alike, flagged or refused, never silently different: $name', ({ lines, kinds }) => {
    fc.assert(
      fc.property(plans, mutations(kinds), (rows, mutation) => {
        const damaged = attempt(mutate(lines(rows), mutation));
        const usual = doubts(attempt(lines(rows)) ?? []);
        const flagged = damaged === null || [...doubts(damaged)].some((doubt) => !usual.has(doubt));
        const found = (damaged ?? []).flatMap(core);
        // A character lost inside an activity or a name leaves no trace in the text; one lost in a month does.
        const same = mutation.kind === 'damage' ? isDeepStrictEqual(times(found), times(rows)) : isPartOf(found, rows);
        expect({ honest: flagged || same, found }).toEqual({ honest: true, found });
      }),
      { numRuns: 100 },
    );
  });
});
