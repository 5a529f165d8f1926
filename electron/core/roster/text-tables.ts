/**
 * Sheets that came as plain text: cells between pipes or separators, set in columns by spaces, or one a line.
 * Invariant: a row whose cells do not answer the header one by one is placed by where its cells stand and told of, or it is
 * rejected; no cell moves to another column in silence.
 */
import type { RosterMapping } from '#shared/features/attendance.ts';
import { rowsOfPipeLines } from '../reading/pipes.ts';
import type { SourceRow } from '../reading/source.ts';
import { rowsBySpaces } from '../reading/spaced.ts';
import type { HeadLine, LeftOut, RosterTable } from './draft.ts';
import { headsRoster } from './headings.ts';
import { headsSheet, tablesOf } from './tables.ts';
import { isLikelyName } from './values.ts';

interface TextFound {
  tables: RosterTable[];
  rejected: LeftOut[];
  /** Lines whose cells were placed by where they stand. */
  placed: Set<number>;
}

const cell = (text: string): SourceRow['cells'][number] => ({ text, colSpan: 1, rowSpan: 1 });

/** A table whose cells stand one a line: the headings first, then rows of as many lines. */
function rowsOfSingles(
  lines: readonly string[],
  from: number,
  to: number,
  mapping: RosterMapping,
): { rows: SourceRow[]; header: number } | null {
  const filled = lines
    .slice(from - 1, to)
    .flatMap((text, index) => (text.trim() === '' ? [] : [{ text: text.trim(), line: from + index }]));
  for (let start = 0; start < Math.min(filled.length, 30); start += 1) {
    for (let width = 3; width <= 14 && start + width * 2 <= filled.length; width += 1) {
      const headings = filled.slice(start, start + width).map(({ text }) => text);
      if (!headings.every((text) => headsRoster([text, '姓名'], mapping)) || !headsRoster(headings, mapping)) continue;
      const body = filled.slice(start + width);
      if (body.length % width !== 0) continue;
      const rows = Array.from({ length: body.length / width }, (_, row) => body.slice(row * width, (row + 1) * width));
      const name = headings.findIndex((text) => /姓名|名字/u.test(text));
      if (name < 0 || !rows.every((row) => isLikelyName(row[name]?.text ?? ''))) continue;
      const all = [filled.slice(start, start + width), ...rows];
      return {
        header: filled[start]?.line ?? from,
        rows: all.map((row) => ({ line: row[0]?.line ?? from, cells: row.map(({ text }) => cell(text)) })),
      };
    }
  }
  return null;
}

/** Lines where rows begin that have fewer cells than most: a cell was lost, or two ran together. */
function shorter(rows: readonly SourceRow[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { cells } of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width = 0] = [...counts].toSorted((one, two) => two[1] - one[1] || two[0] - one[0])[0] ?? [];
  return new Set(rows.filter(({ cells }) => cells.length > 1 && cells.length < width).map(({ line }) => line));
}

const headOfText = (lines: readonly string[], from: number, to: number): HeadLine[] =>
  lines
    .slice(from - 1, to)
    .map((text, index) => ({ line: from + index, cells: [text.trim()] }))
    .filter(({ cells: [text] }) => text !== '');

/** Every sheet in lines of text, or none. */
export function tablesOfText(lines: readonly string[], from: number, to: number, mapping: RosterMapping): TextFound {
  const none: TextFound = { tables: [], rejected: [], placed: new Set() };
  const options = (header: number): Parameters<typeof tablesOf>[1] => ({
    name: null,
    head: headOfText(lines, from, header - 1),
    mapping,
    lastLine: to,
    short: new Set(),
  });
  const piped = rowsOfPipeLines(lines, from, to);
  if (piped) {
    const tables = tablesOf(piped, options(piped[0]?.line ?? from));
    if (tables.length > 0) return { ...none, tables };
  }
  for (const sign of ['\t', '，', ',', ';'] as const) {
    const separated = lines.slice(from - 1, to).filter((line) => line.split(sign).length >= 2);
    if (separated.length < 2 || !separated.some((line) => headsSheet(line.split(sign), mapping))) continue;
    const rows = lines
      .slice(from - 1, to)
      .map((line, index): SourceRow => ({ line: from + index, cells: line.split(sign).map(cell) }));
    const tables = tablesOf(rows, { ...options(from), head: [], short: shorter(rows) });
    if (tables.length > 0) return { ...none, tables };
  }
  const spaced = rowsBySpaces(lines, from, to, (headings) => headsSheet(headings, mapping));
  if (spaced) {
    const tables = tablesOf(spaced.rows, options(spaced.header));
    const rejected = spaced.rejected.map(
      ({ line, text }): LeftOut => ({
        line,
        text,
        reason: 'roster/row_unplaced',
        params: { text: text.trim().slice(0, 60) },
      }),
    );
    if (tables.length > 0) return { tables, rejected, placed: spaced.placed };
  }
  const singles = rowsOfSingles(lines, from, to, mapping);
  if (!singles) return none;
  return {
    ...none,
    tables: tablesOf(singles.rows, options(singles.header)),
    placed: new Set(singles.rows.slice(1).map(({ line }) => line)),
  };
}
