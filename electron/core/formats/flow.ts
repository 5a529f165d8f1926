/**
 * Lines and tables in reading order, as web pages and Word papers hold them, → document. Invariant: every line and every
 * cell of the flow appears in the document exactly once, in order; rows and lines are numbered as they are laid down.
 */
import { AppError } from '#shared/errors.ts';
import type { SourceBlock, SourceCell, SourceDocument, SourceRow } from '../reading/source.ts';
import { importLimits } from './limits.ts';

export interface FlowCell {
  content: FlowNode[];
  colSpan: number;
  rowSpan: number;
}

export interface FlowTable {
  kind: 'table';
  caption: string | null;
  rows: FlowCell[][];
}

export type FlowNode =
  /** `note` names what has to be told about the line. */
  { kind: 'line'; text: string; note?: 'source/numbering' | 'source/hidden_text' | 'source/struck_text' } | FlowTable;

type Grid = (SourceCell | null)[][];

/** All text of a cell or a flow; a table inside comes as one line a row. */
function textOf(content: readonly FlowNode[]): string {
  return content
    .filter((node) => node.kind === 'table' || node.text !== '')
    .map((node) => {
      if (node.kind === 'line') return node.text;
      return node.rows.map((row) => row.map((cell) => textOf(cell.content).replaceAll('\n', ' ')).join(' ')).join('\n');
    })
    .join('\n');
}

function isTable(node: FlowNode): node is FlowTable {
  return node.kind === 'table';
}

/** A table that only places other tables on the page: most of its text is in them. */
function placesTables(table: FlowTable): boolean {
  let all = 0;
  let inner = 0;
  for (const row of table.rows) {
    for (const { content } of row) {
      const tables = content.filter(isTable);
      if (tables.length > 0) inner += textOf(tables).length;
      all += textOf(content).length;
    }
  }
  return inner > 0 && inner * 2 >= all;
}

/**
 * Lays cells with spans on the grid as browsers do: a cell goes to the next free column; spans end at the last row.
 * Throws format/table_columns, format/cells.
 */
export function layGrid(rows: readonly (readonly { text: string; colSpan: number; rowSpan: number }[])[]): Grid {
  /** Rows that a column is still covered for, counted from the row being laid. */
  const covered: number[] = [];
  const grid: Grid = [];
  let cells = 0;
  for (const [number, row] of rows.entries()) {
    const laid: (SourceCell | null)[] = [];
    let column = 0;
    const skipCovered = (): void => {
      for (let rest = covered[column] ?? 0; rest > 0; rest = covered[column] ?? 0) {
        covered[column] = rest - 1;
        laid[column] = null;
        column += 1;
      }
    };
    for (const cell of row) {
      skipCovered();
      const rowSpan = Math.min(Math.max(cell.rowSpan, 1), rows.length - number);
      let colSpan = 1;
      while (colSpan < cell.colSpan && (covered[column + colSpan] ?? 0) === 0) colSpan += 1;
      if (column + colSpan > importLimits.columns) {
        throw new AppError('format/table_columns', { row: number + 1, limit: importLimits.columns });
      }
      laid[column] = { text: cell.text, colSpan, rowSpan };
      for (let step = 0; step < colSpan; step += 1) {
        if (step > 0) laid[column + step] = null;
        covered[column + step] = rowSpan - 1;
      }
      column += colSpan;
    }
    // Columns after the row's last cell: covered from above, or simply not given.
    while (column < covered.length) {
      skipCovered();
      if (column < covered.length) laid[column] = { text: '', colSpan: 1, rowSpan: 1 };
      column += 1;
    }
    cells += laid.length;
    if (cells > importLimits.cells) throw new AppError('format/cells', { limit: importLimits.cells });
    grid.push(laid);
  }
  const width = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width * grid.length > importLimits.cells) throw new AppError('format/cells', { limit: importLimits.cells });
  for (const row of grid) {
    for (let column = row.length; column < width; column += 1) row.push({ text: '', colSpan: 1, rowSpan: 1 });
  }
  return grid;
}

/** A grid row as one line: cells joined by tab, line breaks inside a cell as a space. */
export function rowLine(cells: readonly (SourceCell | null)[]): string {
  return cells.map((cell) => (cell?.text ?? '').replace(/[\t\n]+/gu, ' ')).join('\t');
}

type FlowDocument = Pick<SourceDocument, 'lines' | 'blocks' | 'notes'>;

/** Builds lines, blocks and notes. Throws format/table_rows, format/table_columns, format/cells. */
export function flowDocument(flow: readonly FlowNode[]): FlowDocument {
  const lines: string[] = [];
  const blocks: SourceBlock[] = [];
  const notes: SourceDocument['notes'] = [];
  let textFrom: number | null = null;
  const closeText = (): void => {
    if (textFrom !== null) blocks.push({ kind: 'text', from: textFrom, to: lines.length });
    textFrom = null;
  };
  const layTable = (table: FlowTable): void => {
    closeText();
    const grid = layGrid(table.rows.map((row) => row.map((cell) => ({ ...cell, text: textOf(cell.content) }))));
    if (grid.length > importLimits.rows) {
      throw new AppError('format/table_rows', { row: grid.length, limit: importLimits.rows });
    }
    for (const [row, cells] of table.rows.entries()) {
      const line = lines.length + row + 1;
      for (const node of cells.flatMap(({ content }) => content)) {
        if (node.kind === 'line' && node.note) notes.push({ code: node.note, line, params: { line } });
      }
    }
    const rows: SourceRow[] = grid.map((cells) => {
      const line = lines.push(rowLine(cells));
      for (const cell of cells) {
        if (cell && /^#{3,}$/u.test(cell.text.trim())) {
          notes.push({ code: 'source/hash_cell', line, params: { line, text: cell.text.trim() } });
        }
      }
      return { line, cells };
    });
    blocks.push({ kind: 'table', name: table.caption, rows });
  };
  const lay = (nodes: readonly FlowNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'line') {
        const line = lines.push(node.text);
        textFrom ??= line;
        if (node.note) notes.push({ code: node.note, line, params: { line } });
      } else if (placesTables(node)) {
        for (const row of node.rows) for (const cell of row) lay(cell.content);
      } else if (node.rows.some((row) => row.length > 0)) {
        layTable(node);
      }
    }
  };
  lay(flow);
  closeText();
  return { lines, blocks, notes: notes.slice(0, 200) };
}
