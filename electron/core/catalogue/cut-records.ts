/**
 * Where, in a run of cells without any other sign, one record ends and the next begins: the cheapest way to cut the whole
 * run, each record laid out by form.
 * Invariant: a record is proven only where no other cut and no other layout comes near it, and no neighbour may own any of
 * its texts.
 */
import { costsOf, type Costs, MARGIN, place, type Placed, titleColumn, type Token } from './alignment.ts';
import type { CatalogueColumn } from './draft.ts';
import { NEVER } from './fits.ts';
import { type Form, formOf } from './forms.ts';

/** Texts of one record beyond its columns: cells broken over lines. */
const EXTRA = 6;
/** Texts behind the last record that fit no column make the whole dearer by this. */
const STRANGE = 2.5;
/** Most of those that are set aside. */
const MOST_STRANGE = 4;

/** Cheapest cost of a record that holds the tokens from `start` on, for each number of them from 1. */
function costsFrom(costs: Costs, start: number, count: number): Float64Array {
  const { width, misfits, stays, absent } = costs;
  const most = Math.min(width + EXTRA, count - start);
  const found = new Float64Array(most + 1).fill(Infinity);
  let before = new Float64Array(width);
  const all = absent[width] ?? 0;
  for (let length = 1; length <= most; length += 1) {
    const token = start + length - 1;
    const now = new Float64Array(width);
    let cheapest = length === 1 ? 0 : Infinity;
    for (let column = 0; column < width; column += 1) {
      const skipped = absent[column] ?? 0;
      const own = misfits[token * width + column] ?? NEVER;
      let best = cheapest + skipped + own;
      if (length > 1) {
        const stay = (before[column] ?? Infinity) + (stays[token * width + column] ?? NEVER);
        if (stay < best) best = stay;
        const leave = (before[column] ?? Infinity) - (absent[column + 1] ?? 0);
        if (leave < cheapest) cheapest = leave;
      }
      now[column] = best;
      const end = best + all - (absent[column + 1] ?? 0);
      if (end < (found[length] ?? Infinity)) found[length] = end;
    }
    before = now;
  }
  return found;
}

/** How well one record's number follows another's. */
function follows(before: number | null, number: number | null): number {
  if (before === null || number === null) return 0;
  if (number === before + 1) return 0;
  if (number === 1) return 0.8;
  return number > before ? 0.7 : number === before ? 1.2 : 2;
}

interface Run {
  tokens: readonly Token[];
  forms: readonly Form[];
  columns: readonly CatalogueColumn[];
  costs: Costs;
  /** Whether the first column counts the records. */
  numbered: boolean;
  /** Number that a record beginning at the token would have. */
  numbers: (number | null)[];
  /** Cost of the record from one token up to another, and of what follows it. */
  step: (start: number, end: number) => number;
  /** Last end that a record beginning at the token may have. */
  furthest: (start: number) => number;
}

function runOf(tokens: readonly Token[], columns: readonly CatalogueColumn[]): Run {
  const forms = tokens.map(({ text }) => formOf(text));
  const costs = costsOf(tokens, forms, columns);
  const numbered = columns[0]?.field === 'no';
  const numbers = forms.map(({ number }) => (numbered ? number : null));
  const count = tokens.length;
  const lengths = tokens.map((_, start) => costsFrom(costs, start, count));
  return {
    tokens,
    forms,
    columns,
    costs,
    numbered,
    numbers,
    step: (start, end) =>
      (lengths[start]?.[end - start] ?? Infinity) +
      (end === count ? 0 : follows(numbers[start] ?? null, numbers[end] ?? null)),
    furthest: (start) => start + (lengths[start]?.length ?? 1) - 1,
  };
}

interface Cut {
  starts: number[];
  /** Cheapest cost of all records before a token, and from it on. */
  forth: Float64Array;
  back: Float64Array;
  total: number;
}

function cheapest({ tokens, step, furthest }: Run): Cut {
  const count = tokens.length;
  const forth = new Float64Array(count + 1).fill(Infinity);
  const back = new Float64Array(count + 1).fill(Infinity);
  const came = new Int32Array(count + 1).fill(-1);
  forth[0] = 0;
  for (let start = 0; start < count; start += 1) {
    for (let end = start + 1; end <= furthest(start); end += 1) {
      const cost = (forth[start] ?? Infinity) + step(start, end);
      if (cost < (forth[end] ?? Infinity)) {
        forth[end] = cost;
        came[end] = start;
      }
    }
  }
  back[count] = 0;
  for (let start = count - 1; start >= 0; start -= 1) {
    for (let end = start + 1; end <= furthest(start); end += 1) {
      const cost = step(start, end) + (back[end] ?? Infinity);
      if (cost < (back[start] ?? Infinity)) back[start] = cost;
    }
  }
  const starts: number[] = [];
  for (let end = count; end > 0; end = came[end] ?? 0) starts.push(came[end] ?? 0);
  return { starts: starts.reverse(), forth, back, total: forth[count] ?? Infinity };
}

/** Marks records whose neighbours may own some of their texts. */
function doubtNeighbours({ forms, columns, numbered, numbers, tokens }: Run, { starts }: Cut, placed: Placed[]): void {
  const doubt = (index: number): void => {
    const one = placed[index];
    if (one) one.proven = false;
  };
  const first = columns[0]?.field ?? null;
  const wordsFirst = first === 'title' || first === 'author' || first === 'section' || first === 'category';
  for (const [index, { early, late }] of placed.entries()) {
    if (early) doubt(index - 1);
    if (late) doubt(index + 1);
    const last = forms[(starts[index + 1] ?? tokens.length) - 1];
    if (wordsFirst && index + 1 < placed.length && last?.kind === 'text' && !last.remark) {
      // Words at the end of one record and at the begin of the next: either may belong to the other.
      doubt(index);
      doubt(index + 1);
    }
    // Next to a number that does not go on the bare numbers may have changed places.
    const [before, number] = [numbers[starts[index - 1] ?? -1], numbers[starts[index] ?? -1]];
    if (numbered && index > 0 && number !== (before ?? -1) + 1) {
      doubt(index - 1);
      doubt(index);
    }
  }
}

/** Marks records that could as well begin or end elsewhere. */
function doubtBounds({ tokens, step }: Run, { starts, forth, back, total }: Cut, placed: Placed[]): void {
  const doubt = (index: number): void => {
    const one = placed[index];
    if (one) one.proven = false;
  };
  let index = 0;
  for (let at = 1; at < tokens.length; at += 1) {
    if (starts[index + 1] === at) {
      index += 1;
      const before = starts[index - 1] ?? 0;
      const end = starts[index + 1] ?? tokens.length;
      const joined = (forth[before] ?? 0) + step(before, end) + (back[end] ?? 0);
      if (joined - total < MARGIN) {
        doubt(index);
        doubt(index - 1);
      }
    } else if ((forth[at] ?? Infinity) + (back[at] ?? Infinity) - total < MARGIN) doubt(index);
  }
}

/** How many texts at the end belong to no record: without them the rest is far cheaper. */
function strangeEnd({ forth, total }: Cut, count: number): number {
  let best = 0;
  let least = total - STRANGE;
  for (let strange = 1; strange <= Math.min(MOST_STRANGE, count - 1); strange += 1) {
    const cost = forth[count - strange] ?? Infinity;
    if (cost < least) {
      best = strange;
      least = cost;
    }
  }
  return best;
}

export interface Records {
  placed: Placed[];
  /** Texts behind the last record that fit no column. */
  strange: readonly Token[];
}

function cutWhole(tokens: readonly Token[], columns: readonly CatalogueColumn[], run: Run, cut: Cut): Placed[] {
  const placed = cut.starts.map((start, index) =>
    place(run.costs, tokens, start, cut.starts[index + 1] ?? tokens.length, titleColumn(columns)),
  );
  doubtNeighbours(run, cut, placed);
  doubtBounds(run, cut, placed);
  return placed;
}

/**
 * Cuts a run of cells into records. O(tokens × columns²).
 * @returns null where the columns do not explain the run at all
 */
export function cutRecords(tokens: readonly Token[], columns: readonly CatalogueColumn[]): Records | null {
  const run = runOf(tokens, columns);
  const cut = cheapest(run);
  if (!Number.isFinite(cut.total)) return null;
  const strange = strangeEnd(cut, tokens.length);
  if (strange === 0) return { placed: cutWhole(tokens, columns, run, cut), strange: [] };
  const kept = tokens.slice(0, tokens.length - strange);
  const rest = runOf(kept, columns);
  const placed = cutWhole(kept, columns, rest, cheapest(rest));
  // What fits no column may still be a part of the record above it.
  const last = placed.at(-1);
  if (last) last.proven = false;
  return { placed, strange: tokens.slice(tokens.length - strange) };
}
