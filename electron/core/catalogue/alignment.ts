/**
 * Which text of a run belongs to which column, by form: the cheapest way through the columns in their order, and where
 * one record ends and the next begins.
 * Invariant: a way that is hardly cheaper than another is not proven, and neither is a step that the words speak against.
 */
import { absence, continues, misfit, NEVER, PROVEN } from './fits.ts';
import { formOf, type Form } from './forms.ts';
import type { CatalogueColumn } from './draft.ts';

export interface Token {
  text: string;
  line: number;
  endLine: number;
  /** Column at whose place it is printed, where places count. */
  hint?: number;
}

/** Cost of a text that does not stand at its column's place. */
const ELSEWHERE = 0.35;

/** Two ways closer than this are both possible. */
const MARGIN = 0.55;
/** Texts of one record beyond its columns: cells broken over lines. */
const EXTRA = 6;

interface Costs {
  width: number;
  /** misfit[token * width + column] */
  misfits: Float64Array;
  /** Rest of the cell before: stays[token * width + column], of the token that follows. */
  stays: Float64Array;
  /** Sum of absences before each column. */
  absent: number[];
}

function costsOf(
  tokens: readonly Token[],
  forms: readonly Form[],
  columns: readonly CatalogueColumn[],
  elsewhere: ReadonlySet<number> = new Set(),
): Costs {
  const width = columns.length;
  const misfits = new Float64Array(tokens.length * width);
  const stays = new Float64Array(tokens.length * width);
  for (const [index, form] of forms.entries()) {
    for (const [place, { field }] of columns.entries()) {
      const hint = tokens[index]?.hint;
      misfits[index * width + place] = misfit(field, form) + (hint === undefined || hint === place ? 0 : ELSEWHERE);
      stays[index * width + place] =
        index === 0 ? NEVER : continues(field, tokens[index - 1]?.text ?? '', form, tokens[index]?.text ?? '');
    }
  }
  const absent = [0];
  for (const [place, { field }] of columns.entries())
    absent.push((absent.at(-1) ?? 0) + (elsewhere.has(place) ? 0 : absence(field)));
  return { width, misfits, stays, absent };
}

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

interface Way {
  cost: number;
  column: number;
  /** Place of the way before among those of the token before; -1 at the record's begin. */
  from: number;
  stays: boolean;
  own: number;
}

export interface Placed {
  tokens: readonly Token[];
  /** Column of each token. */
  columns: number[];
  cost: number;
  proven: boolean;
  /** A text before the title may belong to the end of the record above. */
  early: boolean;
  /** The last text may belong to the begin of the record below. */
  late: boolean;
}

/** Puts the tokens of one record into columns; the two best ways tell whether it is certain. */
function place(costs: Costs, tokens: readonly Token[], start: number, end: number, title: number): Placed {
  const { width, misfits, stays, absent } = costs;
  const all = absent[width] ?? 0;
  const steps: Way[][] = [];
  for (let token = start; token < end; token += 1) {
    const ways: Way[] = [];
    const before = steps.at(-1);
    for (let column = 0; column < width; column += 1) {
      const own = misfits[token * width + column] ?? NEVER;
      const found: Way[] = [];
      if (!before) found.push({ cost: own + (absent[column] ?? 0), column, from: -1, stays: false, own });
      for (const [from, way] of before?.entries() ?? []) {
        if (way.column < column) {
          const cost = way.cost + (absent[column] ?? 0) - (absent[way.column + 1] ?? 0) + own;
          found.push({ cost, column, from, stays: false, own });
        } else if (way.column === column) {
          const stay = stays[token * width + column] ?? NEVER;
          found.push({ cost: way.cost + stay, column, from, stays: true, own: stay });
        }
      }
      ways.push(...found.sort((one, two) => one.cost - two.cost).slice(0, 2));
    }
    steps.push(ways);
  }
  const ends = (steps.at(-1) ?? [])
    .map((way, index) => ({ cost: way.cost + all - (absent[way.column + 1] ?? 0), index }))
    .sort((one, two) => one.cost - two.cost);
  const [best, second] = ends;
  const columns: number[] = [];
  let early = false;
  let late = false;
  let proven = best !== undefined && (second === undefined || second.cost - best.cost >= MARGIN);
  let at = best?.index ?? -1;
  for (const [back, ways] of steps.toReversed().entries()) {
    const way = ways[at];
    if (!way) break;
    columns.push(way.column);
    if (way.own > PROVEN) {
      proven = false;
      if (way.column < title || (way.column === title && !way.stays) || back >= steps.length - 2) early = true;
      if (back === 0) late = true;
    }
    at = way.from;
  }
  // Without a title its texts may belong to its neighbour.
  if (title >= 0 && !columns.includes(title)) {
    proven = false;
    early = true;
  }
  return {
    tokens: tokens.slice(start, end),
    columns: columns.reverse(),
    cost: best?.cost ?? NEVER,
    proven,
    early,
    late,
  };
}

function titleColumn(columns: readonly CatalogueColumn[]): number {
  return columns.findIndex(({ field }) => field === 'title');
}

/**
 * Puts the texts of one row into columns by their forms.
 * @param elsewhere columns whose cell stands on another line
 */
export function placeRow(
  tokens: readonly Token[],
  columns: readonly CatalogueColumn[],
  elsewhere?: ReadonlySet<number>,
): Placed {
  const costs = costsOf(
    tokens,
    tokens.map(({ text }) => formOf(text)),
    columns,
    elsewhere,
  );
  const title = titleColumn(columns);
  return place(costs, tokens, 0, tokens.length, elsewhere?.has(title) ? -1 : title);
}

/**
 * Cuts a run of cells into records. O(tokens × columns²).
 * @returns null where the columns do not explain the run at all
 */
export function cutRecords(tokens: readonly Token[], columns: readonly CatalogueColumn[]): Placed[] | null {
  const forms = tokens.map(({ text }) => formOf(text));
  const costs = costsOf(tokens, forms, columns);
  const count = tokens.length;
  const numbered = columns.findIndex(({ field }) => field === 'no');
  /** Number that a record beginning at the token would have. */
  const numbers = forms.map(({ number }) => (numbered === 0 ? number : null));
  const first = columns[0]?.field ?? null;
  const wordsFirst = first === 'title' || first === 'author' || first === 'section' || first === 'category';
  const lengths = tokens.map((_, start) => costsFrom(costs, start, count));
  const record = (start: number, end: number): number => lengths[start]?.[end - start] ?? Infinity;
  const step = (start: number, end: number): number =>
    record(start, end) + (end === count ? 0 : follows(numbers[start] ?? null, numbers[end] ?? null));

  const forth = new Float64Array(count + 1).fill(Infinity);
  const came = new Int32Array(count + 1).fill(-1);
  forth[0] = 0;
  for (let start = 0; start < count; start += 1) {
    const most = (lengths[start]?.length ?? 1) - 1;
    for (let end = start + 1; end <= start + most; end += 1) {
      const cost = (forth[start] ?? Infinity) + step(start, end);
      if (cost < (forth[end] ?? Infinity)) {
        forth[end] = cost;
        came[end] = start;
      }
    }
  }
  const back = new Float64Array(count + 1).fill(Infinity);
  back[count] = 0;
  for (let start = count - 1; start >= 0; start -= 1) {
    const most = (lengths[start]?.length ?? 1) - 1;
    for (let end = start + 1; end <= start + most; end += 1) {
      const cost = step(start, end) + (back[end] ?? Infinity);
      if (cost < (back[start] ?? Infinity)) back[start] = cost;
    }
  }
  const total = forth[count] ?? Infinity;
  if (!Number.isFinite(total)) return null;
  const starts: number[] = [];
  for (let end = count; end > 0; end = came[end] ?? 0) starts.push(came[end] ?? 0);
  starts.reverse();

  const placed = starts.map((start, index) =>
    place(costs, tokens, start, starts[index + 1] ?? count, titleColumn(columns)),
  );
  const doubt = (index: number): void => {
    const one = placed[index];
    if (one) one.proven = false;
  };
  for (const [index, { early, late }] of placed.entries()) {
    if (early) doubt(index - 1);
    if (late) doubt(index + 1);
    const last = forms[(starts[index + 1] ?? count) - 1];
    if (wordsFirst && index + 1 < placed.length && last?.kind === 'text' && !last.remark) {
      // Words at the end of one record and at the begin of the next: either may belong to the other.
      doubt(index);
      doubt(index + 1);
    }
    // Next to a number that does not go on the bare numbers may have changed places.
    const [before, number] = [numbers[starts[index - 1] ?? -1], numbers[starts[index] ?? -1]];
    if (numbered === 0 && index > 0 && number !== (before ?? -1) + 1) {
      doubt(index - 1);
      doubt(index);
    }
  }
  let index = 0;
  for (let at = 1; at < count; at += 1) {
    if (starts[index + 1] === at) {
      index += 1;
      const joined =
        (forth[starts[index - 1] ?? 0] ?? 0) +
        step(starts[index - 1] ?? 0, starts[index + 1] ?? count) +
        (back[starts[index + 1] ?? count] ?? 0);
      if (joined - total < MARGIN) {
        doubt(index);
        doubt(index - 1);
      }
    } else if ((forth[at] ?? Infinity) + (back[at] ?? Infinity) - total < MARGIN) {
      doubt(index);
    }
  }
  return placed;
}
