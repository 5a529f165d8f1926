/**
 * Page breaks for Excel where its own type needs more room than the layout's page has: columns are a little narrower
 * there and fonts are not known. From the first page that does not hold its rows on, rows flow anew.
 *
 * Invariant: a merged cell never crosses a page break; a group goes on to the next page only if no page holds it, and
 * says so there. Linear in the number of rows.
 * Source: ux notes 3.2, trap 6 (a break inside a merge cuts its label and loses its bottom line).
 */
import type { TableReport, ReportValue } from '#shared/report/model.ts';
import { printableText } from '#shared/report/text.ts';
import { fittingText } from './xlsx-text.ts';
import {
  type BodyBlock,
  type BodyCell,
  type BodyLine,
  type BodyMeasures,
  measureBlock,
  sum,
  textHeight,
} from './xlsx-body.ts';

/** Height, in lines, of the pieces that a row higher than a page is divided into. */
const LINES_A_PIECE = 4;

/** Heights in pt that the rows of the first and of any later page may take. */
export interface PageBudgets {
  first: number;
  later: number;
}

/** The blocks as they are where each fits its page; else the rest of them divided anew. */
export function reflow(
  blocks: readonly BodyBlock[],
  budgets: PageBudgets,
  report: TableReport,
  measures: BodyMeasures,
): BodyBlock[] {
  const budgetOf = (index: number) => (index === 0 ? budgets.first : budgets.later);
  const broken = blocks.findIndex((block, index) => leastHeight(block.lines) > budgetOf(index));
  if (broken < 0) return [...blocks];
  const joined = divideHighLines(join(blocks.slice(broken), measures), budgets.later, measures);
  // A label of two lines may ask for more once its group is cut; one line is kept free for that.
  const spare = textHeight(1, measures.fontSize).minimum;
  const breaks = findBreaks(joined.lines, report, { first: budgetOf(broken) - spare, later: budgets.later - spare });
  return [...blocks.slice(0, broken), ...cut(joined, breaks, measures)];
}

function leastHeight(lines: readonly BodyLine[]): number {
  return sum(lines.map((line) => line.minimum));
}

/** Blocks one after the other as one; groups that the pages had cut are whole again. */
function join(blocks: readonly BodyBlock[], measures: BodyMeasures): BodyBlock {
  const joined: BodyBlock = { lines: [], cells: [] };
  const open = new Map<number, BodyCell>();
  for (const block of blocks) {
    const offset = joined.lines.length;
    joined.lines.push(...block.lines);
    for (const cell of block.cells) {
      const above = open.get(cell.column);
      if (cell.from === 0 && cell.continued && above?.to === offset) {
        above.to = offset + cell.to;
        continue;
      }
      const moved = { ...cell, from: offset + cell.from, to: offset + cell.to };
      joined.cells.push(moved);
      open.set(cell.column, moved);
    }
  }
  measureBlock(joined, measures);
  return joined;
}

/**
 * Lines that no page holds become many low ones, which the page breaks are then found among; `coalesce` puts those of
 * one page together again.
 */
function divideHighLines(block: BodyBlock, budget: number, measures: BodyMeasures): BodyBlock {
  if (block.lines.every((line) => line.minimum <= budget)) return block;
  const result: BodyBlock = { lines: [], cells: [] };
  const starts: number[] = [];
  const pieces = block.lines.map((line, index) => {
    if (line.minimum <= budget) return null;
    const own = block.cells.filter((cell) => cell.from === index && cell.to === index + 1);
    const divided = own.map((cell) => ({ column: cell.column, parts: divideCell(cell, measures) }));
    // The label of a group stays one cell, so that each page which it reaches to names the group.
    const others = divided.filter(({ column, parts }) => column !== measures.groupColumn || parts.length > 1);
    return new Map(others.map(({ column, parts }) => [column, parts]));
  });
  for (const [index, line] of block.lines.entries()) {
    starts.push(result.lines.length);
    const count = Math.max(1, ...[...(pieces[index]?.values() ?? [])].map((parts) => parts.length));
    for (let part = 0; part < count; part += 1) result.lines.push({ ...line, part });
  }
  starts.push(result.lines.length);
  for (const cell of block.cells) {
    const from = starts[cell.from] ?? 0;
    const to = starts[cell.to] ?? from;
    const parts = cell.to === cell.from + 1 ? pieces[cell.from]?.get(cell.column) : undefined;
    if (!parts) result.cells.push({ ...cell, from, to });
    for (let part = 0; parts && from + part < to; part += 1) {
      result.cells.push({ ...cell, from: from + part, to: from + part + 1, value: parts[part] ?? null });
    }
  }
  measureBlock(result, measures);
  return result;
}

/** Text in stretches of a few lines; another value in one. */
function divideCell({ column, value }: BodyCell, { capacities }: BodyMeasures): (ReportValue | null)[] {
  if (value?.kind !== 'text') return [value];
  const parts: ReportValue[] = [];
  for (let rest = value.text; rest !== ''; ) {
    const text = fittingText(rest, capacities[column] ?? 1, LINES_A_PIECE);
    parts.push({ kind: 'text', text });
    rest = rest.slice(text.length);
  }
  return parts;
}

/** Indexes of the lines that begin a page, the first line apart. */
function findBreaks(lines: readonly BodyLine[], report: TableReport, budgets: PageBudgets): number[] {
  // A row without group stands alone: its own number is its group.
  const group = (index: number) => {
    const row = lines[index]?.row ?? -1;
    return report.rows[row]?.group ?? row;
  };
  const breaks: number[] = [];
  let start = 0;
  let groupStart = 0;
  let height = 0;
  for (let index = 0; index < lines.length; index += 1) {
    if (index > 0 && group(index) !== group(index - 1)) groupStart = index;
    height += lines[index]?.minimum ?? 0;
    if (height <= (breaks.length === 0 ? budgets.first : budgets.later) || index === start) continue;
    let end = index;
    while (end < lines.length && group(end) === group(groupStart)) end += 1;
    const whole = groupStart > start && leastHeight(lines.slice(groupStart, end)) <= budgets.later;
    start = whole ? groupStart : index;
    breaks.push(start);
    height = leastHeight(lines.slice(start, index + 1));
  }
  return breaks;
}

/** Divides a block before the given lines. */
function cut(block: BodyBlock, breaks: readonly number[], measures: BodyMeasures): BodyBlock[] {
  const starts = [0, ...breaks];
  const pageOf: number[] = [];
  const pieces = starts.map((start, page): BodyBlock => {
    const lines = block.lines.slice(start, starts[page + 1]);
    for (const _ of lines) pageOf.push(page);
    return { lines, cells: [] };
  });
  for (const cell of block.cells) {
    const firstPage = pageOf[cell.from] ?? 0;
    for (let page = firstPage; page <= (pageOf[cell.to - 1] ?? firstPage); page += 1) {
      const piece = pieces[page];
      const start = starts[page] ?? 0;
      if (!piece) continue;
      const later = page > firstPage;
      piece.cells.push({
        ...cell,
        from: Math.max(cell.from - start, 0),
        to: Math.min(cell.to - start, piece.lines.length),
        value: later ? continuedValue(cell, measures) : cell.value,
        continued: cell.continued || later,
      });
    }
  }
  const whole = pieces.map(coalesce);
  for (const piece of whole) measureBlock(piece, measures);
  return whole;
}

/** Puts the parts of one row that stand on one page together. */
function coalesce(block: BodyBlock): BodyBlock {
  const indexOf: number[] = [];
  const result: BodyBlock = { lines: [], cells: [] };
  for (const line of block.lines) {
    if (result.lines.at(-1)?.row !== line.row) result.lines.push(line);
    indexOf.push(result.lines.length - 1);
  }
  if (result.lines.length === block.lines.length) return block;
  const placed = new Map<string, BodyCell>();
  for (const cell of block.cells) {
    const from = indexOf[cell.from] ?? 0;
    const moved = { ...cell, from, to: (indexOf[cell.to - 1] ?? from) + 1 };
    const key = `${from} ${cell.column}`;
    const before = placed.get(key);
    if (before) before.value = joinText(before.value, cell.value);
    else {
      placed.set(key, moved);
      result.cells.push(moved);
    }
  }
  return result;
}

function joinText(first: ReportValue | null, second: ReportValue | null): ReportValue | null {
  if (first?.kind !== 'text' || second?.kind !== 'text') return first;
  return { kind: 'text', text: first.text + second.text };
}

function continuedValue({ column, plain }: BodyCell, { groupColumn, continued }: BodyMeasures): ReportValue {
  if (plain.kind !== 'text' || plain.text === '' || column !== groupColumn) return plain;
  return { kind: 'text', text: continued(printableText(plain.text)) };
}
