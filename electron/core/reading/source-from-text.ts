/**
 * Pasted text as a source: Excel and WPS copy cells with tabs between them and quote cells that hold line breaks.
 * Invariant: `lines` are the text's own lines; a table's rows begin at the lines where they stand.
 */
import type { SourceBlock, SourceDocument, SourceRow } from './source.ts';

/** Cuts tab-separated text; quoted cells may hold tabs, line breaks and doubled quotes. */
function rowsOfTabs(text: string): SourceRow[] {
  const rows: SourceRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begin = 1;
  const endRow = (): void => {
    cells.push(cell);
    rows.push({ line: begin, cells: cells.map((one) => ({ text: one, colSpan: 1, rowSpan: 1 })) });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') quoted = false;
      else {
        if (sign === '\n') line += 1;
        cell += sign;
      }
    } else if (sign === '"' && cell === '' && closes(text, at)) quoted = true;
    else if (sign === '\t') {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endRow();
      line += 1;
      begin = line;
    } else cell += sign;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

/** A quotation mark opens a quoted cell only where its end is followed by a cell's end. */
function closes(text: string, open: number): boolean {
  for (let at = open + 1; at < text.length && at < open + 4000; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const next = text[at + 1];
    return next === undefined || next === '\t' || next === '\n';
  }
  return false;
}

/** Makes a source of plain text: a table where most lines hold tabs, else running text. */
export function sourceFromText(text: string, name?: string): SourceDocument {
  const plain = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const lines = plain.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const printed = lines.filter((line) => line.trim() !== '');
  const tabbed = printed.filter((line) => line.includes('\t'));
  const isTable = printed.length >= 2 && (tabbed.length >= printed.length * 0.6 || rowsHoldTabs(plain, printed.length));
  const blocks: SourceBlock[] = isTable
    ? [{ kind: 'table', name: null, rows: squared(rowsOfTabs(plain)) }]
    : [{ kind: 'text', from: 1, to: lines.length }];
  return { format: isTable ? 'tsv' : 'text', name: name ?? null, encoding: null, lines, blocks, notes: [] };
}

/** Cells that hold line breaks leave lines without tabs: then the rows are counted instead of the lines. */
function rowsHoldTabs(text: string, printed: number): boolean {
  if (!text.includes('\t') || !text.includes('"')) return false;
  const rows = rowsOfTabs(text).filter((row) => row.cells.some((cell) => cell !== null && cell.text.trim() !== ''));
  return (
    rows.length < printed && rows.length >= 2 && rows.filter((row) => row.cells.length > 1).length >= rows.length * 0.6
  );
}

/** Lines outside the table (a title without tabs) are rows of one cell. */
function squared(rows: SourceRow[]): SourceRow[] {
  const width = Math.max(...rows.map((row) => row.cells.length));
  return rows.map((row) =>
    row.cells.length === 1
      ? {
          line: row.line,
          cells: [...row.cells, ...Array.from({ length: width - 1 }, () => ({ text: '', colSpan: 1, rowSpan: 1 }))],
        }
      : row,
  );
}
