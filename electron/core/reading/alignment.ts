/**
 * Which line of a flattened table belongs to which column: the cheapest way through all lines.
 * Invariant: a step that words do not prove costs more than `PROVEN`; the way is found in time linear in the lines.
 */
import { markerOf } from './items.ts';
import type { TextLine } from './lines.ts';
import { type ColumnRole, isStatusWord } from './vocabulary.ts';
import { isWeek } from './week.ts';

const NEVER = 1000;
/** A step that costs more is not proven. */
export const PROVEN = 0.9;

/** Cells missing at the very end: the text was cut off there. */
const CUT_OFF = 1;

export interface Token extends TextLine {
  isTime: boolean;
  unit: 'yes' | 'maybe' | 'no';
  /** A quarter in a table that has a column for it beside the months. */
  heading: boolean;
}

function roleCost(role: ColumnRole, token: Token): number {
  if ((token.vertical || token.heading) && !token.isTime)
    return role === 'theme' ? 0 : role === 'time' || role === 'week' || role === 'index' ? NEVER : 3;
  if (token.isTime && role !== 'time' && role !== 'dates' && role !== 'week' && role !== 'index' && role !== 'deadline')
    return role === 'remark' ? 2 : 6;
  switch (role) {
    case 'time':
    case 'dates':
      return token.isTime ? 0 : NEVER;
    case 'deadline':
      return token.isTime ? 0 : 4;
    case 'week':
      return isWeek(token.text) ? 0 : NEVER;
    case 'index':
      return /^\d{1,3}$/u.test(token.text) ? 0 : NEVER;
    case 'unit':
    case 'support':
      return token.unit === 'yes' ? 0 : token.unit === 'maybe' ? 0.6 : 4;
    case 'activity':
    case 'items':
      return (token.unit === 'yes' ? 3 : token.unit === 'maybe' ? 0.1 : 0) + (/^[\d\s.]+$/u.test(token.text) ? 3 : 0);
    case 'status':
      return isStatusWord(token.text) ? 0 : 3;
    case 'remark':
      return /^[\d.]+$/u.test(token.text) ? 3 : 0.3;
    case 'theme':
    case 'other':
      return 0.5;
    default:
      return NEVER;
  }
}

function skipCost(role: ColumnRole): number {
  switch (role) {
    case 'activity':
      return 5;
    case 'unit':
      return 2.5;
    case 'index':
    case 'week':
    case 'dates':
      return 2;
    case 'time':
      return 0.02;
    case 'support':
    case 'status':
    case 'remark':
    case 'deadline':
    case 'theme':
    case 'items':
    case 'other':
      return 0.01;
    default:
      return NEVER;
  }
}

const OPEN_END = /[、，,：:（(“《—-]$/u;

function stays(role: ColumnRole, before: Token, token: Token): number {
  if (role === 'time' || role === 'index' || role === 'week' || role === 'dates') return NEVER;
  const base = roleCost(role, token);
  if (role === 'remark') return base;
  if (OPEN_END.test(before.text)) return 0.05 + base;
  if (/[；;]$/u.test(before.text) && role === 'items') return 0.05 + base;
  if (markerOf(token.text) && (markerOf(before.text)?.number ?? 0) + 1 === markerOf(token.text)?.number)
    return 0.3 + base;
  return 1.5 + base;
}

export interface Step {
  cost: number;
  from: number;
  newRow: boolean;
  own: number;
}

/**
 * The way through a table without any empty cell: as many lines a row as columns, a time in each row's time column and
 * nowhere else. Null where the lines are not so regular, or a cell contradicts its column.
 */
export function evenWay(
  tokens: readonly Token[],
  roles: readonly ColumnRole[],
): { column: number; step: Step }[] | null {
  const width = roles.length;
  const timed = roles.flatMap((role, column) => (role === 'time' || role === 'dates' ? [column] : []));
  const [time] = timed;
  if (time === undefined || timed.length > 1 || roles.includes('deadline') || tokens.length % width !== 0) return null;
  const even = tokens.every((token, index) => {
    const role = roles[index % width] ?? 'other';
    if (token.isTime !== (index % width === time) || token.vertical) return false;
    if (role === 'index') return /^\d{1,3}$/u.test(token.text);
    if (role === 'activity') return token.unit !== 'yes';
    return (role !== 'unit' && role !== 'support') || token.unit !== 'no';
  });
  if (!even) return null;
  return tokens.map((_, index) => ({
    column: index % width,
    step: { cost: 0, from: index === 0 ? -1 : (index - 1) % width, newRow: index % width === 0, own: 0 },
  }));
}

/** Walks the tokens through the columns at the lowest cost. O(tokens × columns²). */
export function align(tokens: readonly Token[], roles: readonly ColumnRole[]): Step[][] {
  const width = roles.length;
  const prefix = [0];
  for (const role of roles) prefix.push((prefix.at(-1) ?? 0) + skipCost(role));
  const skipped = (from: number, to: number): number => (prefix[to] ?? 0) - (prefix[from] ?? 0);
  const table: Step[][] = [];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const steps: Step[] = [];
    for (let column = 0; column < width; column += 1) {
      const role = roles[column] ?? 'other';
      const base = roleCost(role, token);
      let best: Step = { cost: Infinity, from: -1, newRow: true, own: NEVER };
      const offer = (previous: number, from: number, newRow: boolean, own: number): void => {
        if (previous + own < best.cost) best = { cost: previous + own, from, newRow, own };
      };
      if (!before) offer(0, -1, true, base + skipped(0, column) + (column > 0 && roles[0] === 'time' ? 3 : 0));
      else {
        for (let from = 0; from < width; from += 1) {
          const previous = table[index - 1]?.[from]?.cost ?? Infinity;
          const open = OPEN_END.test(before.text) ? 1 : 0;
          if (from < column) offer(previous, from, false, base + skipped(from + 1, column) + open);
          if (from === column) offer(previous, from, false, stays(role, before, token));
          offer(previous, from, true, base + skipped(from + 1, width) + skipped(0, column) + open);
        }
      }
      steps.push(best);
    }
    table.push(steps);
  }
  return table;
}

export function endSkip(roles: readonly ColumnRole[], column: number): number {
  return roles.slice(column + 1).reduce((sum, role) => sum + Math.min(skipCost(role), CUT_OFF), 0);
}
