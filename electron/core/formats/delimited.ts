/**
 * Delimited text (RFC 4180 and what spreadsheets make of it): quoted cells with line breaks and doubled quotes, any of
 * the line ends, tabs or another delimiter. Invariant: each record knows the physical line where it begins, and every
 * character of the text that is no delimiter, line end or enclosing quote is in exactly one cell.
 */

/** The full-width comma appears where a list was typed by hand. */
const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface DelimitedRecord {
  /** Physical line where it begins, from 1. */
  line: number;
  cells: string[];
}

export interface DelimitedNote {
  code: 'source/quote' | 'source/long_quote';
  line: number;
  /** Last line of the cell. */
  end: number;
}

export interface Delimited {
  records: DelimitedRecord[];
  notes: DelimitedNote[];
}

/** A quoted cell longer than this is taken for a quote that was never closed (a cell of Excel holds 32,767). */
const LONGEST_QUOTED = 65_536;

interface Quoted {
  cell: string;
  end: number;
}

/** The quoted cell whose quote stands at `start`, or null where that quote is not closed right before the cell's end. */
function readQuoted(text: string, start: number, delimiter: Delimiter): Quoted | null {
  let cell = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote - start > LONGEST_QUOTED) return null;
    cell += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      cell += '"';
      from = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (text[end] === ' ' && delimiter !== '\t') end += 1;
    const next = text[end];
    const closed = next === undefined || next === delimiter || next === '\n' || next === '\r';
    return closed ? { cell: cell.replace(/\r\n?/g, '\n'), end } : null;
  }
}

/** Line breaks in `text` between two positions; CR LF is one. */
function countLineBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 10 || (sign === 13 && text.charCodeAt(at + 1) !== 10)) breaks += 1;
  }
  return breaks;
}

/** A quoted cell that swallows whole records looks like a quote that somebody forgot. */
function swallows(cell: string, delimiter: Delimiter): boolean {
  if (!cell.includes('\n')) return false;
  const lines = cell.split('\n');
  return lines.length > 20 || lines.some((line) => line.split(delimiter).length > (delimiter === '\t' ? 1 : 3));
}

/**
 * Parses the whole text; `limit` stops after that many records (for sniffing). Blank lines give no record. A cell that
 * begins with a quote which does not close at the cell's end is kept as printed, as spreadsheets copy `"六一"活动`.
 */
export function parseDelimited(text: string, delimiter: Delimiter, limit = Infinity): Delimited {
  const records: DelimitedRecord[] = [];
  const notes: DelimitedNote[] = [];
  const cellEnd = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\\r\\n]`, 'g');
  let line = 1;
  let at = 0;
  let record: DelimitedRecord = { line, cells: [] };
  while (at <= text.length && records.length < limit) {
    let start = at;
    if (delimiter !== '\t') while (text[start] === ' ') start += 1;
    const quoted = text[start] === '"' ? readQuoted(text, start, delimiter) : null;
    let end: number;
    if (quoted) {
      const breaks = countLineBreaks(text, start, quoted.end);
      if (swallows(quoted.cell, delimiter)) notes.push({ code: 'source/long_quote', line, end: line + breaks });
      record.cells.push(quoted.cell);
      line += breaks;
      end = quoted.end;
    } else {
      cellEnd.lastIndex = at;
      end = cellEnd.exec(text)?.index ?? text.length;
      const cell = text.slice(at, end);
      // In a copy from a sheet a quote may stand first in a cell; in a CSV it has to be closed.
      const suspicious = delimiter === '\t' ? (cell.match(/"/g)?.length ?? 0) % 2 === 1 : true;
      if (text[start] === '"' && suspicious) notes.push({ code: 'source/quote', line, end: line });
      record.cells.push(cell);
    }
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    if (record.cells.length > 1 || record.cells[0]?.trim()) records.push(record);
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    line += 1;
    record = { line, cells: [] };
    if (at >= text.length) break;
  }
  return { records, notes };
}

interface Fit {
  delimiter: Delimiter;
  /** Columns of most records. */
  columns: number;
  /** Records with that many columns. */
  agreeing: number;
  /** Share of all records that have it. */
  share: number;
}

function fit(text: string, delimiter: Delimiter): Fit {
  const { records } = parseDelimited(text, delimiter, 200);
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let columns = 1;
  let agreeing = 0;
  for (const [width, times] of widths) {
    if (width > 1 && (times > agreeing || (times === agreeing && width > columns))) {
      columns = width;
      agreeing = times;
    }
  }
  return { delimiter, columns, agreeing, share: records.length === 0 ? 0 : agreeing / records.length };
}

/**
 * The delimiter that makes most records equally wide, or null where none does. `text` is the file's beginning.
 * Marks that are also Chinese or list punctuation have to fit nearly everywhere.
 */
export function sniffDelimiter(text: string): Fit | null {
  const sample = text.slice(0, 200_000);
  const fits = DELIMITERS.map((delimiter) => fit(sample, delimiter)).filter(({ delimiter, columns, share }) => {
    return columns > 1 && share >= (delimiter === ',' || delimiter === '\t' ? 0.5 : 0.8);
  });
  fits.sort((a, b) => b.agreeing - a.agreeing || b.columns - a.columns);
  return fits[0] ?? null;
}
