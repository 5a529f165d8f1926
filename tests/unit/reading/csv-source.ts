/** A plain CSV cutter for the reader's tests; the product's own decoder is tested beside it. */
import type { SourceDocument, SourceRow } from '#core/reading/source.ts';

export function csvSource(text: string): SourceDocument {
  const plain = text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n/gu, '\n')
    .replace(/\n$/u, '');
  const rows: SourceRow[] = [];
  let line = 1;
  let begin = 1;
  let cells: string[] = [];
  for (const found of plain.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n"]*))(,|\n|$)/gu)) {
    if (found[0] === '' && found.index >= plain.length && cells.length === 0) break;
    const cell = found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"');
    cells.push(cell);
    line += cell.split('\n').length - 1;
    if (found[3] === ',') continue;
    rows.push({ line: begin, cells: cells.map((one) => ({ text: one, colSpan: 1, rowSpan: 1 })) });
    cells = [];
    line += 1;
    begin = line;
    if (found[3] === '') break;
  }
  return {
    format: 'csv',
    name: null,
    encoding: 'utf-8',
    lines: plain.split('\n'),
    blocks: [{ kind: 'table', name: null, rows }],
    notes: [],
  };
}
