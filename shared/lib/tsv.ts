/**
 * Clipboard text of spreadsheets ⇄ cells. Excel and WPS put tabs between cells, line ends between rows and quote a cell
 * that holds a tab or a line break, doubling the quotes in it (as RFC 4180 does for commas). Invariant: every block of
 * cells that was written reads back the same, except that line breaks inside a cell become `\n`.
 */

const NEEDS_QUOTES = /[\t\r\n]|^"/;

function writeCell(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Cells as clipboard text. A block of one row carries no line end, so that one cell pastes cleanly into running text. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(writeCell).join('\t'));
  return lines.length > 1 ? `${lines.join('\r\n')}\r\n` : (lines[0] ?? '');
}

/**
 * The quoted cell that begins at `start`, or null if the quote does not close right before a tab, a line end or the end
 * of the text: spreadsheets leave a cell such as `"六一"活动` unquoted, and then the quotes are part of it.
 */
function readQuoted(text: string, start: number): { cell: string; end: number } | null {
  let cell = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    cell += text.slice(from, quote);
    const next = text[quote + 1];
    if (next === '"') {
      cell += '"';
      from = quote + 2;
      continue;
    }
    if (next === undefined || next === '\t' || next === '\n' || next === '\r') {
      return { cell: cell.replace(/\r\n?/g, '\n'), end: quote + 1 };
    }
    return null;
  }
}

const CELL_END = /[\t\r\n]/g;

/**
 * Clipboard text as rows of cells: at least one row with one cell, every row as wide as the widest. One line end at the
 * very end closes the last row and adds none.
 */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    let end: number;
    if (quoted) {
      row.push(quoted.cell);
      end = quoted.end;
    } else {
      CELL_END.lastIndex = at;
      end = CELL_END.exec(text)?.index ?? text.length;
      row.push(text.slice(at, end));
    }
    if (text[end] === '\t') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    if (at >= text.length) break;
  }
  const width = Math.max(...rows.map((cells) => cells.length));
  for (const cells of rows) while (cells.length < width) cells.push('');
  return rows;
}
