/**
 * The reader of plans: from a decoded source to the Schedule JSON.
 * Invariant: the strictest layout that explains the source is taken; where none does, the source is refused with a
 * sentence that says what to do. A doubtful place is never silent.
 */
import { AppError } from '#shared/errors.ts';
import type { ScheduleReading } from '#shared/features/reading.ts';
import type { WarningCode } from '#shared/i18n/index.ts';
import { leadingTime } from '#shared/lib/time-expressions.ts';
import { rowsOfAligned } from './aligned.ts';
import { rowsOfCommas } from './commas.ts';
import { aboutRow, type Draft } from './draft.ts';
import { finishReading, type ReadOptions } from './finish.ts';
import { flattenedGrid } from './flattened.ts';
import { titleAboveLine, titleOf } from './head.ts';
import { markerOf } from './items.ts';
import { type TextLines, textLines } from './lines.ts';
import { outlineOf } from './outline.ts';
import { draftOfOutline } from './outline-rows.ts';
import { rowsOfClosedCells, rowsOfPipeCells, rowsOfPipeLines, withoutClosingPipes } from './pipes.ts';
import { setRight } from './ragged.ts';
import { rowsOfRecords } from './records.ts';
import { rowsFromGrid } from './rows-from-grid.ts';
import type { SourceBlock, SourceDocument } from './source.ts';
import { frameOf, goesOn, gridsOfTable, type TableFrame } from './table.ts';
import { isNoise } from './vocabulary.ts';
import { sentence } from './wording.ts';
import { yearsIn } from './years.ts';

export type { ReadOptions } from './finish.ts';
export { sourceFromText } from './source-from-text.ts';

/** A source with more tables than this is no plan but a collection. */
const MOST_SCHEDULES = 50;

function refusal(reason: WarningCode, options: ReadOptions): AppError {
  return new AppError('schedule/unreadable', { reason: sentence(options.locale, reason) });
}

/** Whether a draft holds a plan at all: rows, and a month for most of them or a proven table. */
function holds(draft: Draft): boolean {
  if (draft.rows.length === 0) return false;
  const timed = draft.rows.filter((row) => row.time !== null || row.deadlineMonth !== null).length;
  // A recognised header proves a table; running text proves itself by its months.
  return timed >= (draft.columns.length > 0 ? 1 : draft.rows.length * 0.5);
}

function draftsOfText(source: SourceDocument, from: number, to: number): Draft[] {
  const pipeLines = rowsOfPipeLines(source.lines, from, to);
  if (pipeLines) {
    const { rows, moved } = setRight(pipeLines);
    const drafts = gridsOfTable(rows, null, rows.at(-1)?.line ?? to, 'pipes')
      .map((grid) => rowsFromGrid(moved ? { ...grid, knowsMerges: false } : grid))
      .filter(holds);
    if (drafts.length > 0) return drafts;
  }
  const closed = rowsOfClosedCells(source.lines, from, to);
  if (closed) {
    const drafts = gridsOfTable(closed, null, closed.at(-1)?.line ?? to, 'pipes')
      .map(rowsFromGrid)
      .filter(holds);
    if (drafts.length > 0) return drafts;
  }
  const pipeCells = rowsOfPipeCells(source.lines, from, to);
  if (pipeCells) {
    const grids = gridsOfTable(pipeCells.rows, null, to, 'pipes');
    for (const grid of grids) for (const row of grid.rows) if (pipeCells.doubtful.has(row.line)) row.doubtful = true;
    const drafts = grids.map(rowsFromGrid).filter(holds);
    if (drafts.length > 0) return drafts;
  }
  const commas = rowsOfCommas(source.lines, from, to);
  if (commas) {
    const drafts = gridsOfTable(commas, null, commas.at(-1)?.line ?? to)
      .map(rowsFromGrid)
      .filter(holds);
    if (drafts.length > 0) return drafts;
  }
  const aligned = rowsOfAligned(source.lines, from, to);
  if (aligned) {
    const drafts = gridsOfTable(aligned, null, aligned.at(-1)?.line ?? to, 'aligned')
      .map(rowsFromGrid)
      .filter(holds);
    if (drafts.length > 0) return drafts;
  }
  const records = rowsOfRecords(source.lines, from, to);
  if (records) {
    const drafts = gridsOfTable(records, null, to).map(rowsFromGrid).filter(holds);
    if (drafts.length > 0) return drafts;
  }
  const drafts: Draft[] = [];
  const piped = withoutClosingPipes(source.lines, from, to);
  const lines = textLines(piped ?? source.lines, from, to);
  let found = flattenedGrid(lines);
  while (found && drafts.length < MOST_SCHEDULES) {
    const draft = rowsFromGrid(found.grid);
    if (holds(draft)) drafts.push(draft);
    found = flattenedGrid(found.rest);
  }
  // Cells of a table that no heading explains are no running text.
  if (drafts.length > 0 || piped) return drafts;
  const planned = withoutReport(lines);
  const outlines = plansOf(planned).map(draftOfLines);
  if (outlines.length > 1 && outlines.every((draft) => draft !== null)) return outlines;
  const draft = draftOfLines(planned);
  return draft ? [draft] : [];
}

const REPORT_PART = /(?:总结|小结|回顾|(?:工作|完成|开展|落实)情况|主要(?:成绩|做法|成效))[：:。]?$/u;
const PLAN_PART = /(?:计划|安排|打算|思路|设想|要点|任务|重点工作)[：:。]?$/u;

/** 一、2022年工作总结 … 二、2023年工作计划 …: what was done last year is no plan. */
function withoutReport(text: TextLines): TextLines {
  const isPart = (line: string, pattern: RegExp): boolean =>
    line.length <= 30 && !/[，,；;]/u.test(line) && pattern.test(line);
  const from = text.lines.findIndex(({ text: line }) => markerOf(line)?.kind === 'han' && isPart(line, REPORT_PART));
  const to = text.lines.findIndex(
    ({ text: line }, index) => index > from && markerOf(line)?.kind === 'han' && isPart(line, PLAN_PART),
  );
  return from < 0 || to < from + 2 ? text : { ...text, lines: [...text.lines.slice(0, from), ...text.lines.slice(to)] };
}

function draftOfLines(lines: TextLines): Draft | null {
  const outline = outlineOf(lines.lines);
  const draft = outline ? draftOfOutline(outline, lines) : null;
  return draft && holds(draft) ? draft : null;
}

/** Plans one below the other in running text: each begins with a title that prints its year. */
function plansOf(text: TextLines): TextLines[] {
  const starts = text.lines.flatMap(({ text: line }, index) =>
    index > 0 && yearsIn(line).length > 0 && markerOf(line) === null && titleOf(line) !== null ? [index] : [],
  );
  const bounds = [0, ...starts, text.lines.length];
  const parts = bounds.slice(0, -1).map((from, place) => text.lines.slice(from, bounds[place + 1]));
  const timed = parts.filter((part) => part.filter((line) => leadingTime(line.text) !== null).length >= 2);
  return timed.map((lines) => {
    const from = lines[0]?.line ?? 0;
    const to = lines.at(-1)?.endLine ?? 0;
    return { lines, noise: text.noise.filter((one) => one.line >= from && one.line <= to) };
  });
}

/**
 * Reads every schedule of a source.
 * @returns one answer a schedule, in printed order
 * @throws AppError `schedule/unreadable` with the reason as a sentence
 */
export function readPlan(source: SourceDocument, options: ReadOptions): ScheduleReading[] {
  const text = source.lines.join('');
  if (text.trim() === '') throw refusal('reason_empty', options);
  if (isBinary(text)) throw refusal('reason_binary', options);
  let drafts: Draft[] = [];
  const blocks = joinedTables(source);
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table') continue;
    const next = blocks[index + 1];
    const last =
      next?.kind === 'table'
        ? (next.rows[0]?.line ?? source.lines.length + 1) - 1
        : next
          ? next.from - 1
          : source.lines.length;
    drafts.push(...gridsOfTable(block.rows, block.name, last).map(rowsFromGrid).filter(holds));
  }
  if (drafts.length === 0) {
    for (const block of blocks) {
      if (block.kind === 'text') drafts.push(...draftsOfText(source, block.from, block.to));
    }
  }
  // Cells that a table block could not explain may still be running text, one cell a line.
  if (drafts.length === 0 && source.blocks.some((block) => block.kind === 'table')) {
    drafts = draftsOfText(source, 1, source.lines.length);
    for (const draft of drafts) for (const row of draft.rows) draft.findings.push(aboutRow(row, 'alignment'));
  }
  if (drafts.length === 0)
    throw refusal(
      /[一二三四五六七八九十\d]\s*月|季度/u.test(text) ? 'reason_no_structure' : 'reason_no_months',
      options,
    );
  const titles = drafts.map((draft) => draft.title ?? titleAboveLine(source.lines, draft.from)?.title ?? null);
  return drafts.map((draft, index) =>
    finishReading(
      draft,
      source,
      options,
      new Set(titles.flatMap((title) => (title === null || title === titles[index] ? [] : [title]))),
    ),
  );
}

/** Tables parted by a page break are one; only page numbers and the like may stand between them. */
function joinedTables(source: SourceDocument): SourceBlock[] {
  const joined: SourceBlock[] = [];
  let between: SourceBlock[] = [];
  let open: Extract<SourceBlock, { kind: 'table' }> | null = null;
  let frame: TableFrame | null = null;
  for (const block of source.blocks) {
    const blank =
      block.kind === 'text' &&
      source.lines.slice(block.from - 1, block.to).every((line) => line.trim() === '' || isNoise(line));
    if (block.kind === 'table' && open && frame && goesOn(frame, block.rows)) {
      for (const row of block.rows) open.rows.push(row);
      between = [];
    } else if (block.kind === 'table') {
      open = { ...block, rows: [...block.rows] };
      frame = frameOf(block.rows);
      joined.push(...between, open);
      between = [];
    } else if (open && blank) between.push(block);
    else {
      joined.push(...between, block);
      between = [];
      open = null;
    }
  }
  return [...joined, ...between];
}

/** Control characters and undecodable places: no text. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  let strange = 0;
  for (const sign of sample) {
    const code = sign.codePointAt(0) ?? 0;
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13)) strange += 1;
  }
  return strange > sample.length * 0.02;
}
