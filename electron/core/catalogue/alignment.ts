/**
 * Which text of a record belongs to which column, by form: the cheapest way through the columns in their order.
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
export const MARGIN = 0.55;
export interface Costs {
  width: number;
  /** misfit[token * width + column] */
  misfits: Float64Array;
  /** Rest of the cell before: stays[token * width + column], of the token that follows. */
  stays: Float64Array;
  /** Sum of absences before each column. */
  absent: number[];
}

export function costsOf(
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
export function place(costs: Costs, tokens: readonly Token[], start: number, end: number, title: number): Placed {
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

export function titleColumn(columns: readonly CatalogueColumn[]): number {
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
