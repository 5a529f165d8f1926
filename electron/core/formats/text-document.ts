/**
 * Text files and pasted text → document: running text as one block, delimited text as a table. Invariant: `lines` are the
 * physical lines of the source, so that a warning names the line that an editor shows.
 */
import { AppError } from '#shared/errors.ts';
import type { SourceBlock, SourceDocument } from '../reading/source.ts';
import { type Delimiter, parseDelimited, sniffDelimiter } from './delimited.ts';
import { lostCharacters } from './encoding.ts';
import { importLimits } from './limits.ts';

type TextSource = Pick<SourceDocument, 'name' | 'encoding'>;

/** Lines without their ends; a line end at the very end opens no further line. */
function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Excel's own first line that names the delimiter. */
const DELIMITER_LINE = /^sep=(.)\r?\n/u;

function blankOrComment(line: string): boolean {
  const text = line.trim();
  return text === '' || text.startsWith('#');
}

/**
 * Tabs in most rows, some of them between two texts. (Paragraphs that merely begin with a tab are prose; a row below a
 * merged month begins with one too, but other rows do not.)
 */
function tabsInMostRows(text: string): boolean {
  if (!text.includes('\t')) return false;
  const { records } = parseDelimited(text, '\t', 1000);
  const wide = records.filter(({ cells }) => cells.length > 1);
  const joining = wide.filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  return wide.length * 2 > records.length && joining.length > 1;
}

function tableDocument(text: string, delimiter: Delimiter, source: TextSource): SourceDocument {
  const lines = splitLines(text);
  let skipped = 0;
  if (delimiter !== '\t') while (skipped < lines.length && blankOrComment(lines[skipped] ?? '')) skipped += 1;
  const { records, notes } = parseDelimited(text, delimiter);
  const kept = records.filter(({ line }) => line > skipped);
  const width = kept.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  if (width > importLimits.columns) {
    const row = kept.find(({ cells }) => cells.length === width)?.line ?? 1;
    throw new AppError('format/table_columns', { row, limit: importLimits.columns });
  }
  if (kept.length > importLimits.rows) {
    const row = kept[importLimits.rows]?.line ?? 0;
    throw new AppError('format/table_rows', { row, limit: importLimits.rows });
  }
  if (width * kept.length > importLimits.cells) throw new AppError('format/cells', { limit: importLimits.cells });
  const blocks: SourceBlock[] = [];
  if (lines.slice(0, skipped).some((line) => line.trim() !== '')) blocks.push({ kind: 'text', from: 1, to: skipped });
  blocks.push({
    kind: 'table',
    name: null,
    rows: kept.map(({ line, cells }) => ({
      line,
      cells: Array.from({ length: width }, (_, column) => ({ text: cells[column] ?? '', colSpan: 1, rowSpan: 1 })),
    })),
  });
  const hashes = kept.flatMap(({ line, cells }): SourceDocument['notes'] => {
    const hash = cells.find((cell) => /^#{3,}$/u.test(cell));
    return hash === undefined ? [] : [{ code: 'source/hash_cell', line, params: { line, text: hash } }];
  });
  return {
    ...source,
    format: delimiter === '\t' ? 'tsv' : 'csv',
    lines,
    blocks,
    notes: [
      ...lostCharacters(lines),
      ...notes.slice(0, 50).map(({ code, line, end }) => ({ code, line, params: { line, end } })),
      ...hashes.slice(0, 50),
    ],
  };
}

/**
 * `expected` is what the file's extension promises: a table for .csv and .tsv, nothing for other texts. Without a promise
 * only tabs on most lines, or commas that cut every line alike, make a table; prose stays prose.
 * Throws format/empty, format/table_rows, format/table_columns, format/cells.
 */
export function textDocument(text: string, source: TextSource, expected: 'table' | null): SourceDocument {
  if (text.trim() === '') throw new AppError('format/empty');
  const named = DELIMITER_LINE.exec(text)?.[1];
  if (named === ',' || named === ';' || named === '\t' || named === '|') {
    // The line is blanked, not cut, so that the numbers of the lines stay true.
    return tableDocument(text.replace(DELIMITER_LINE, '\n'), named, source);
  }
  if (tabsInMostRows(text)) return tableDocument(text, '\t', source);
  const found = sniffDelimiter(text);
  if (found && expected === 'table') return tableDocument(text, found.delimiter, source);
  if (found?.delimiter === ',' && found.share === 1 && found.columns > 2 && found.agreeing > 2) {
    return tableDocument(text, ',', source);
  }
  if (expected === 'table') return tableDocument(text, ',', source);
  const lines = splitLines(text);
  return {
    ...source,
    format: 'text',
    lines,
    blocks: [{ kind: 'text', from: 1, to: lines.length }],
    notes: lostCharacters(lines),
  };
}
