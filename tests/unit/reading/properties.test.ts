/** The reader's two promises on random plans: a sound plan reads exactly, a damaged one is never silently different. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { ScheduleReading } from '#shared/features/reading.ts';
import { readPlan, sourceFromText } from '#core/reading/index.ts';
import { flattenedLines, LAYOUTS, listLines, type PlanRow, plans, tabLines } from './plans.ts';

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

describe('damaged plans', () => {
  const layouts = [
    { name: 'flattened', lines: flattenedLines, kinds: ALL },
    // Two rows that change places under merged months leave no trace.
    { name: 'tabs', lines: tabLines, kinds: ALL.filter((kind) => kind !== 'swap') },
    { name: 'headings and numbered items', lines: listLines, kinds: ALL },
  ];
  it.each(layouts)('are read alike, flagged or refused, never silently different: $name', ({ lines, kinds }) => {
    fc.assert(
      fc.property(plans, mutations(kinds), (rows, mutation) => {
        let readings: ScheduleReading[];
        try {
          readings = readPlan(sourceFromText(mutate(lines(rows), mutation).join('\n')), { locale: 'zh-CN', units: [] });
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          return;
        }
        const usual = doubts(readPlan(sourceFromText(lines(rows).join('\n')), { locale: 'zh-CN', units: [] }));
        const flagged = [...doubts(readings)].some((doubt) => !usual.has(doubt));
        const found = readings.flatMap(core);
        // A character lost inside an activity or a name leaves no trace in the text.
        const same = mutation.kind === 'damage' ? found.length === rows.length : isPartOf(found, rows);
        if (!flagged) expect({ same, found }).toEqual({ same: true, found });
      }),
      { numRuns: 100 },
    );
  });
});
