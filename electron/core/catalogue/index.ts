/**
 * The reader of catalogues: from a decoded source to the Catalogue JSON.
 * Invariant: the strictest layout that explains the source is taken; where none does, the source is refused with a
 * sentence that says what to do. A doubtful place is never silent.
 */
import { AppError } from '#shared/errors.ts';
import type { CatalogueMapping, CatalogueReading } from '#shared/features/catalogue.ts';
import type { Locale, WarningCode } from '#shared/i18n/index.ts';
import { parseSecrecy } from '#shared/lib/archives/secrecy.ts';
import { rowsOfPipeLines } from '../reading/pipes.ts';
import type { SourceBlock, SourceDocument, SourceRow } from '../reading/source.ts';
import { sentence } from '../reading/wording.ts';
import { alignedTables } from './aligned.ts';
import {
  aboutLine,
  aboutRecord,
  type CatalogueDraft,
  type CatalogueTable,
  type HeadLine,
  type LeftOut,
} from './draft.ts';
import { finishReading } from './finish.ts';
import { flattenedTables } from './flattened.ts';
import { contextOf, headOf } from './head.ts';
import { rowsOfLabelled } from './labelled.ts';
import { shortRows } from './ragged.ts';
import { draftsOf, isFoot, isPageNoise } from './rows.ts';
import { sentenceTables } from './sentences.ts';
import { tablesOf } from './tables.ts';

export interface CatalogueOptions {
  locale: Locale;
  /** What the reviewer says of headings. */
  mapping: CatalogueMapping;
}

function refusal(reason: WarningCode, options: CatalogueOptions): AppError {
  return new AppError('documents/unreadable', { reason: sentence(options.locale, reason) });
}

function linesAsHead(source: SourceDocument, from: number, to: number): HeadLine[] {
  return source.lines
    .slice(from - 1, to)
    .map((text, index) => ({ line: from + index, cells: [text.trim()] }))
    .filter(({ cells: [text] }) => text !== '');
}

function drafts(tables: readonly CatalogueTable[]): CatalogueDraft[] {
  return tables.flatMap(draftsOf).filter(({ records, rejected }) => records.length > 0 || rejected.length > 0);
}

function draftsOfText(source: SourceDocument, from: number, to: number, options: CatalogueOptions): CatalogueDraft[] {
  const { mapping } = options;
  const piped = rowsOfPipeLines(source.lines, from, to);
  const ways: (() => CatalogueTable[])[] = [
    () =>
      piped
        ? tablesOf(piped, tableOptions(source, piped[0]?.line ?? from, piped.at(-1)?.line ?? to, from, options))
        : [],
    () => {
      const found = SEPARATORS.map((sign) => ({ sign, rows: rowsOfSeparated(source, from, to, sign) }));
      return found.flatMap(({ sign, rows }) =>
        rows ? tablesOf(rows, { ...tableOptions(source, from, to, from, options), joiner: sign.trim() }) : [],
      );
    },
    () => alignedTables(source.lines, from, to, mapping),
    () => {
      const found = rowsOfLabelled(source.lines, from, to, mapping);
      return found ? tablesOf(found.rows, tableOptions(source, found.headTo + 1, to, from, options)) : [];
    },
    () => flattenedTables(source.lines, from, to, mapping),
    () => sentenceTables(source.lines, from, to),
  ];
  for (const way of ways) {
    const found = drafts(way());
    if (found.some(({ records }) => records.length > 0)) return found;
  }
  return [];
}

/** Tabs between titles and headings that have none; full-width commas of a list typed by hand. */
const SEPARATORS = ['\t', '，', ','] as const;

/** Lines cut at a sign; null where few have it. */
function rowsOfSeparated(source: SourceDocument, from: number, to: number, sign: string): SourceRow[] | null {
  const lines = source.lines.slice(from - 1, to);
  const separated = lines.filter((line) => line.split(sign).length >= 3);
  if (separated.length < 2) return null;
  return lines.map((line, index) => ({
    line: from + index,
    cells: line.split(sign).map((text) => ({ text, colSpan: 1, rowSpan: 1 })),
  }));
}

function tableOptions(
  source: SourceDocument,
  begin: number,
  lastLine: number,
  from: number,
  { mapping }: CatalogueOptions,
): Parameters<typeof tablesOf>[1] {
  return { name: null, head: linesAsHead(source, from, begin - 1), mapping, lastLine, joiner: '', short: new Set() };
}

/** Tables parted by nothing but page numbers and empty lines are read as one where the second has no header. */
function draftsOfTables(source: SourceDocument, options: CatalogueOptions): CatalogueDraft[] {
  const found: CatalogueDraft[] = [];
  const left: LeftOut[] = [];
  const short = shortRows(source);
  let headFrom = 1;
  for (const [index, block] of source.blocks.entries()) {
    if (block.kind !== 'table') continue;
    const begin = block.rows[0]?.line ?? headFrom;
    const lastLine = lastLineOf(source, index, block);
    const tables = tablesOf(block.rows, {
      name: block.name,
      head: linesAsHead(source, headFrom, begin - 1),
      mapping: options.mapping,
      lastLine,
      joiner: source.format === 'csv' ? ',' : '',
      short,
    });
    const before = found.at(-1);
    const rows = tables.length === 0 && before ? continuation(before, block) : null;
    if (rows && before) {
      // The page's table goes on without a header of its own.
      found.pop();
      found.push(...drafts([{ ...before.table, rows: [...before.table.rows, ...rows], to: lastLine }]));
      headFrom = lastLine + 1;
      continue;
    }
    found.push(...drafts(tables));
    if (tables.length > 0) headFrom = lastLine + 1;
    else if (
      block.rows.length > 1 &&
      block.rows.some(({ cells }) => cells.filter((cell) => (cell?.text ?? '').trim() !== '').length > 1)
    ) {
      const text =
        block.rows[0]?.cells
          .map((cell) => cell?.text.trim() ?? '')
          .join(' ')
          .trim() ?? '';
      left.push({ line: begin, text: text.slice(0, 40), reason: 'catalogue/table_left_out' });
    }
  }
  const last = found.at(-1);
  if (last) {
    for (const one of left) last.findings.push(aboutLine(one.line, one.reason, { text: one.text }, 'doubt'));
    last.skipped.push(...left, ...textBelow(source, headFrom));
  }
  return found;
}

/** Lines behind the last table, told of by the first of them. */
function textBelow(source: SourceDocument, from: number): LeftOut[] {
  const lines = linesAsHead(source, from, source.lines.length).filter(({ line }) =>
    source.blocks.some((block) => block.kind === 'text' && block.from <= line && line <= block.to),
  );
  return lines.map(({ line, cells: [text = ''] }) => ({
    line,
    text,
    reason: isFoot(text) ? 'foot_skipped' : isPageNoise(text) ? 'noise_skipped' : 'catalogue/text_below',
  }));
}

/** Rows of a table without header that has as many columns as the one before, and its numbers go on. */
function continuation(
  before: CatalogueDraft,
  block: Extract<SourceBlock, { kind: 'table' }>,
): CatalogueTable['rows'] | null {
  const { columns } = before.table;
  const column = columns.findIndex(({ field }) => field === 'no');
  const last = before.records.findLast(({ lastNo }) => lastNo !== null)?.lastNo ?? null;
  const first = Number(block.rows[0]?.cells[column]?.text.trim() ?? '');
  if (column < 0 || last === null || first !== last + 1) return null;
  const spans = block.rows.some(({ cells }) => cells.length !== columns.length || cells.some((cell) => cell === null));
  if (spans) return null;
  return block.rows.map(({ line, cells }) => ({
    line,
    endLine: line,
    doubtful: false,
    filled: cells.filter((cell) => (cell?.text ?? '').trim() !== '').length,
    cells: cells.map((cell) => ({
      text: cell?.text ?? '',
      state: (cell?.text ?? '').trim() === '' ? ('empty' as const) : ('printed' as const),
    })),
  }));
}

function lastLineOf(source: SourceDocument, index: number, block: Extract<SourceBlock, { kind: 'table' }>): number {
  const next = source.blocks[index + 1];
  if (!next) return source.lines.length;
  const begin = next.kind === 'table' ? (next.rows[0]?.line ?? source.lines.length + 1) : next.from;
  return Math.max(block.rows.at(-1)?.line ?? 1, begin - 1);
}

/** What a head says of the whole paper holds for a table below it that has no title of its own. */
function inheritHeads(found: readonly CatalogueDraft[]): void {
  let above: CatalogueTable | null = null;
  for (const draft of found) {
    const { table } = draft;
    const own = headOf(table.head, null).head;
    if (above !== null && above.name === table.name && own.title === null && above.head !== table.head) {
      const whole = above.head.filter(
        (line) =>
          !contextOf(line).some(
            ({ key }) => key === 'term' || key === 'section' || key === 'box' || key === 'category',
          ),
      );
      draft.table = { ...table, head: [...whole.filter((line) => !table.head.includes(line)), ...table.head] };
    }
    above = draft.table;
  }
}

/** Words that tell what else a paper is, so that the refusal can say where it belongs. */
function reasonOf(text: string): WarningCode {
  if (/工作安排|配档表|主管单位/u.test(text)) return 'catalogue/reason_plan';
  if (/借阅人|归还日期|利用目的|监销人|姓名/u.test(text)) return 'catalogue/reason_other_register';
  if (/题\s*名|责\s*任\s*者|文\s*号|件\s*号|档\s*号|标题/u.test(text)) return 'catalogue/reason_unaligned';
  return 'catalogue/reason_no_header';
}

/**
 * Reads every catalogue of a source.
 * @returns one answer a catalogue, in printed order
 * @throws AppError `documents/unreadable` with the reason as a sentence
 */
export function readCatalogue(source: SourceDocument, options: CatalogueOptions): CatalogueReading[] {
  const text = source.lines.join('\n');
  if (text.trim() === '') throw refusal('reason_empty', options);
  let found = draftsOfTables(source, options);
  if (found.length === 0) {
    for (const block of source.blocks) {
      if (block.kind === 'text') found.push(...draftsOfText(source, block.from, block.to, options));
    }
  }
  // Cells that a table could not explain may still be running text, one cell a line.
  if (found.length === 0 && source.blocks.some(({ kind }) => kind === 'table')) {
    found = draftsOfText(source, 1, source.lines.length, options);
    for (const draft of found.filter(({ table }) => table.wraps))
      for (const record of draft.records) draft.findings.push(aboutRecord(record, 'catalogue/alignment'));
  }
  for (const { table } of found) {
    const { secrecy } = headOf(table.head, table.name);
    if (secrecy !== null && parseSecrecy(secrecy).kind === 'classified')
      throw refusal('catalogue/reason_classified', options);
  }
  if (found.length === 0) throw refusal(reasonOf(text), options);
  inheritHeads(found);
  return found.map((draft, index) => finishReading(draft, source, options.locale, index === 0));
}
