/**
 * Catalogues flattened to one cell a line, as pages are copied: empty cells leave no trace, so that every cell is told by
 * its form. Invariant: each line becomes a cell, a special row (total, context, foot) or a skipped line; a record whose
 * cells could also be cut otherwise is marked.
 */
import type { CatalogueMapping } from '#shared/features/catalogue.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { unitLikeness } from '#shared/lib/units.ts';
import type { GridRow } from '../reading/grid.ts';
import type { Token } from './alignment.ts';
import { cutRecords } from './cut-records.ts';
import { columnsOf, standardOrders } from './columns.ts';
import {
  aboutLine,
  type CatalogueColumn,
  type CatalogueTable,
  type Finding,
  type HeadLine,
  type LeftOut,
} from './draft.ts';
import { misfit } from './fits.ts';
import { formOf } from './forms.ts';
import { contextOf, headOf, isTitle } from './head.ts';
import { damagedHeadingOf, headingOf, headsCatalogue, mapped } from './headings.ts';
import { isFoot, isPageNoise, isTotal } from './rows.ts';

/** Most headings of one table. */
const MOST_COLUMNS = 20;
/** Share of uncertain records at which the columns explain nothing. */
const HOPELESS = 0.6;

interface HeaderRun {
  at: number;
  length: number;
  headings: string[];
}

/** Lines of a text without blanks. */
export function cellLines(lines: readonly string[], from: number, to: number): Token[] {
  const found: Token[] = [];
  for (let line = from; line <= to; line += 1) {
    const text = (lines[line - 1] ?? '')
      .replace(/[\u00A0\u200B\uFEFF]/gu, ' ')
      .replace(/\*\*([^*]+)\*\*/gu, '$1')
      .trim();
    if (text !== '') found.push({ text, line, endLine: line });
  }
  return found;
}

/** The next run of lines that are all headings and head a catalogue. */
function headerFrom(lines: readonly Token[], from: number, mapping: CatalogueMapping): HeaderRun | null {
  for (let at = from; at < lines.length - 2; at += 1) {
    if (!isHeading(lines[at]?.text ?? '', mapping)) continue;
    const headings: string[] = [];
    let unknown = 0;
    while (headings.length < MOST_COLUMNS) {
      const text = lines[at + headings.length]?.text ?? '';
      if (!isHeading(text, mapping)) {
        // A heading that the list does not know, or one that lost a character, between known ones.
        const next = lines[at + headings.length + 1]?.text ?? '';
        const damaged = damagedHeadingOf(text, new Set()) !== null;
        const foreign =
          /^[\u4e00-\u9fff()（）/]{1,8}$/u.test(text) && isHeading(next, mapping) && formOf(text).unit !== 'yes';
        if (headings.length < 1 || (!damaged && !foreign)) break;
        unknown += damaged ? 0 : 1;
        if (unknown > 2) break;
      }
      headings.push(text);
    }
    if (headings.length >= 3 && headsCatalogue(headings, mapping)) return { at, length: headings.length, headings };
    at += Math.max(0, headings.length - 1);
  }
  return null;
}

function isHeading(text: string, mapping: CatalogueMapping): boolean {
  return mapped(mapping, text) !== undefined || headingOf(text) !== null;
}

function headOfLines(lines: readonly Token[]): HeadLine[] {
  return lines.map(({ line, text }) => ({ line, cells: [text] }));
}

function specialRow({ text, line, endLine }: Token, width: number): GridRow {
  return {
    line,
    endLine,
    cells: Array.from({ length: width }, (_, index) => ({
      text: index === 0 ? text : '',
      state: index === 0 ? 'printed' : 'empty',
    })),
    doubtful: false,
    filled: 1,
  };
}

/** First of the lines at the end that are no cells: notes, a signature with its date. */
function endOfCells(lines: readonly Token[], columns: readonly CatalogueColumn[]): number {
  const foot = lines.findIndex(
    ({ text }, index) =>
      index > 0 && isFoot(text) && !lines.slice(index + 1).some((line) => formOf(line.text).kind === 'number'),
  );
  let end = foot < 0 ? lines.length : foot;
  const last = lines[end - 1];
  const worded = /^(?:\d{4}|[二一][〇零○Ｏ九一二三四五六七八O]{3})年.{1,3}月.{1,3}日$/u;
  const dates = columns.findIndex(({ field }) => field === 'date');
  const dateIsLast = columns.slice(dates + 1).every(({ field }) => field === 'remark' || field === null);
  const isWorded = (text: string): boolean => worded.test(withoutSpace(text));
  if (
    last &&
    isWorded(last.text) &&
    !dateIsLast &&
    lines.slice(0, end - 1).filter(({ text }) => isWorded(text)).length < end / 40
  ) {
    end -= 1;
    if (unitLikeness(lines[end - 1]?.text ?? '') === 'yes') end -= 1;
  }
  return end;
}

interface Body {
  rows: GridRow[];
  skipped: LeftOut[];
  findings: Finding[];
  records: number;
  uncertain: number;
}

/** The lines below a header, cut into rows. */
function bodyOf(
  lines: readonly Token[],
  columns: readonly CatalogueColumn[],
  titles: ReadonlySet<string>,
): Body | null {
  const body: Body = { rows: [], skipped: [], findings: [], records: 0, uncertain: 0 };
  const width = columns.length;
  let run: Token[] = [];
  const flush = (): boolean => {
    if (run.length === 0) return true;
    const cut = cutRecords(run, columns);
    if (!cut) return false;
    for (const { tokens, columns: places, proven } of cut.placed) {
      const first = tokens[0];
      const last = tokens.at(-1);
      if (!first || !last) continue;
      const row: GridRow = {
        line: first.line,
        endLine: last.endLine,
        cells: columns.map(() => ({ text: '', state: 'empty' as const })),
        doubtful: !proven,
        filled: 0,
      };
      for (const [index, token] of tokens.entries()) {
        const cell = row.cells[places[index] ?? -1];
        if (!cell) continue;
        if (cell.text === '') row.filled += 1;
        cell.text = cell.text === '' ? token.text : `${cell.text}\n${token.text}`;
        cell.state = 'printed';
      }
      body.rows.push(row);
      body.records += 1;
      if (!proven) body.uncertain += 1;
    }
    for (const { line, text } of cut.strange) {
      body.findings.push(aboutLine(line, 'catalogue/text_below', { text: text.slice(0, 40) }, 'doubt'));
      body.skipped.push({ line, text, reason: 'catalogue/text_below' });
    }
    run = [];
    return true;
  };
  const end = endOfCells(lines, columns);
  for (let at = 0; at < end; at += 1) {
    const line = lines[at];
    if (!line) continue;
    const { text } = line;
    if (isPageNoise(text) || titles.has(withoutSpace(text))) {
      body.skipped.push({
        line: line.line,
        text,
        reason: titles.has(withoutSpace(text)) ? 'catalogue/head_repeated' : 'noise_skipped',
      });
    } else if (isTotal(text)) {
      if (!flush()) return null;
      // The figures behind 合计 belong to it; the last of them is the next entry's number where entries follow.
      const figures: Token[] = [];
      while (
        /^[\d,.]+(?:页|件|份)?$/u.test(canonical(lines[at + 1 + figures.length]?.text ?? '')) &&
        at + 1 + figures.length < end
      )
        figures.push(lines[at + 1 + figures.length] ?? line);
      if (at + 1 + figures.length < end) figures.pop();
      at += figures.length;
      body.rows.push(specialRow({ ...line, text: [text, ...figures.map((one) => one.text)].join(' ') }, width));
    } else if (isContextLine(line, columns)) {
      if (!flush()) return null;
      body.rows.push(specialRow(line, width));
    } else run.push(line);
  }
  if (!flush()) return null;
  for (const line of lines.slice(end)) {
    if (isFoot(line.text)) body.rows.push(specialRow(line, width));
    else body.skipped.push({ line: line.line, text: line.text, reason: 'catalogue/text_below' });
  }
  return body;
}

/** A line that speaks for the entries below: 保管期限：永久; a term alone where there is no column of terms. */
function isContextLine({ line, text }: Token, columns: readonly CatalogueColumn[]): boolean {
  const pairs = contextOf({ line, cells: [text] });
  if (pairs.length === 0) return false;
  const bare = !/[:：]/u.test(text);
  return !(bare && columns.some(({ field }) => field === 'term'));
}

function tableOf(parts: {
  columns: CatalogueColumn[];
  head: HeadLine[];
  body: Body;
  findings: Finding[];
  from: number;
  to: number;
}): CatalogueTable {
  return {
    name: null,
    head: parts.head,
    columns: parts.columns,
    rows: parts.body.rows.toSorted((one, two) => one.line - two.line),
    wraps: true,
    joiner: '',
    short: new Set(),
    from: parts.from,
    to: parts.to,
    findings: [...parts.findings, ...parts.body.findings],
    skipped: parts.body.skipped,
  };
}

function firstNumber(lines: readonly Token[]): number | null {
  return formOf(lines[0]?.text ?? '').number;
}

/** The catalogues of a flattened text; none where no header was found or its columns do not explain the lines. */
export function flattenedTables(
  lines: readonly string[],
  from: number,
  to: number,
  mapping: CatalogueMapping,
): CatalogueTable[] {
  const cells = cellLines(lines, from, to);
  const tables: CatalogueTable[] = [];
  let header = headerFrom(cells, 0, mapping);
  if (!header) return withoutHeader(cells);
  let headLines = cells.slice(0, header.at);
  while (header) {
    const current: HeaderRun = header;
    const line = cells[current.at]?.line ?? from;
    const head = headOfLines(headLines);
    const { columns, findings } = columnsOf(current.headings, () => [], mapping, line);
    const titles = new Set(
      head.filter(({ cells: [text] }) => isTitle(text ?? '')).map(({ cells: [text] }) => withoutSpace(text ?? '')),
    );
    const own: Token[] = [];
    let begin = current.at + current.length;
    let next = headerFrom(cells, begin, mapping);
    headLines = [];
    for (; next; next = headerFrom(cells, begin, mapping)) {
      const above = linesAbove(cells, next.at, begin);
      const same = next.headings.join('|') === current.headings.join('|');
      const numbers =
        columns[0]?.field === 'no'
          ? [firstNumber(cells.slice(next.at + next.length)), lastNumber(own.concat(cells.slice(begin, above)))]
          : [null, null];
      const restarts =
        numbers[0] !== null && numbers[1] !== null && (numbers[0] ?? 0) <= (numbers[1] ?? 0) && numbers[0] === 1;
      const differs = headDiffers(head, headOfLines(cells.slice(above, next.at)));
      if (!same || restarts || differs) {
        headLines = cells.slice(above, next.at);
        own.push(...cells.slice(begin, above));
        break;
      }
      own.push(...cells.slice(begin, above));
      findings.push(aboutLine(cells[next.at]?.line ?? line, 'header_repeated'));
      for (const one of cells.slice(above, next.at))
        findings.push(
          aboutLine(one.line, isPageNoise(one.text) ? 'noise_skipped' : 'catalogue/head_repeated', { text: one.text }),
        );
      begin = next.at + next.length;
    }
    if (!next) own.push(...cells.slice(begin));
    const body = bodyOf(own, columns, titles);
    if (body && body.records > 0 && !(body.records >= 3 && body.uncertain > body.records * HOPELESS))
      tables.push(tableOf({ columns, head, body, findings, from: line, to: own.at(-1)?.endLine ?? line }));
    header = next;
  }
  return tables;
}

/** First of the lines right above a header that are its title, term or labelled values. */
function linesAbove(cells: readonly Token[], header: number, from: number): number {
  let at = header;
  while (at > from) {
    const { text, line } = cells[at - 1] ?? { text: '', line: 0 };
    const label = contextOf({ line, cells: [text] }).length > 0;
    if (!label && !isTitle(text) && !isPageNoise(text)) break;
    at -= 1;
  }
  return at;
}

function headDiffers(own: readonly HeadLine[], now: readonly HeadLine[]): boolean {
  const before = headOf(own, null);
  const after = headOf(now, null);
  if (after.term !== null && after.term !== before.term) return true;
  return (Object.keys(after.head) as (keyof typeof after.head)[]).some(
    (key) => after.head[key] !== null && withoutSpace(after.head[key] ?? '') !== withoutSpace(before.head[key] ?? ''),
  );
}

/** The last number of the entries so far: one that goes on from those before. */
function lastNumber(lines: readonly Token[]): number | null {
  let last: number | null = null;
  for (const { text } of lines) {
    const { number } = formOf(text);
    if (number !== null && number === (last ?? 0) + 1) last = number;
  }
  return last;
}

/** Lines without a header that one of the standard orders explains without any doubt. */
function withoutHeader(cells: readonly Token[]): CatalogueTable[] {
  const start = cells.findIndex(({ text }) => formOf(text).number === 1);
  if (start < 0 || cells.length - start < 12) return [];
  const head = headOfLines(cells.slice(0, start));
  if (!head.some(({ cells: [text] }) => isTitle(text ?? ''))) return [];
  const lines = cells.slice(start);
  const found = standardOrders(null).flatMap((columns) => {
    const body = bodyOf(lines, columns, new Set());
    if (!body || body.records < 3 || body.uncertain > 0) return [];
    const sound = body.rows.every((row) =>
      columns.every(
        ({ field }, index) =>
          row.cells[index]?.state !== 'printed' || misfit(field, formOf(row.cells[index]?.text ?? '')) <= 0.6,
      ),
    );
    const filled = columns.every(
      (_, index) => index >= columns.length - 1 || body.rows.some((row) => row.cells[index]?.state === 'printed'),
    );
    return sound && filled ? [{ columns, body }] : [];
  });
  const [only] = found;
  const from = cells[start]?.line ?? 1;
  if (!only || found.length > 1) return [];
  return [
    tableOf({
      ...only,
      head,
      findings: [aboutLine(from, 'header_missing', {}, 'doubt')],
      from,
      to: cells.at(-1)?.endLine ?? from,
    }),
  ];
}
