/**
 * Holds what stands in a written worksheet against what should stand there, twice: every cell, merge, height and page
 * break against the plan, and every row of the report against the cells, so that a fault of the plan itself shows too.
 *
 * Invariant: nothing more and nothing less than the report is in the file; any difference is `export/differs`.
 */
import { AppError } from '#shared/errors.ts';
import { translator } from '#shared/i18n/index.ts';
import {
  type FormReport,
  type ReportDocument,
  type ReportValue,
  type TableReport,
  textValue,
} from '#shared/report/model.ts';
import { fieldText, printableText, printedText } from '#shared/report/text.ts';
import { place } from './xlsx-body.ts';
import { columnName, type WorkbookCell, type WorkbookSheet } from '../formats/workbook.ts';
import type { SheetPlan } from './xlsx-plan.ts';

const HEIGHT_TOLERANCE_PT = 0.01;
const KIND = /^(?:text|number|date|boolean|formula|error) /u;
const LONGEST_QUOTE = 200;

/** Cells by row and column, both from 1, each as kind and value (`text 6月`, `number 12`, `date 2021-03-01`). */
type Cells = ReadonlyMap<number, ReadonlyMap<number, string>>;

function difference(where: string, expected: string, found: string): AppError {
  const [wanted, got] = [expected, found].map((cell) => cell.replace(KIND, ''));
  // Where only the kinds differ, such as the text 1 and the number 1, the kinds are shown.
  const params = wanted === got ? { expected, found } : { expected: wanted ?? '', found: got ?? '' };
  return new AppError('export/differs', { where, expected: shorten(params.expected), found: shorten(params.found) });
}

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

function address(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** What a cell of the file must hold for a value; an empty text is an empty cell. */
function stored(value: ReportValue | null): string | undefined {
  switch (value?.kind) {
    case 'text':
      return value.text === '' ? undefined : `text ${value.text}`;
    case 'integer':
      return `number ${value.value}`;
    case 'fen':
      return `number ${value.value / 100}`;
    case 'date':
      return `date ${value.value}`;
    case undefined:
      return undefined;
  }
}

function read({ kind, value, date }: WorkbookCell): string {
  return `${kind} ${date ?? value}`;
}

function cellsOf(sheet: WorkbookSheet): Cells {
  return new Map(
    sheet.rows.map(({ number, cells }) => [
      number,
      new Map(cells.flatMap((cell, index) => (cell ? [[index + 1, read(cell)] as const] : []))),
    ]),
  );
}

/** Throws `export/differs` at the first difference. `continued` makes a group's label into that of its continuation. */
export function compareSheet(
  sheet: WorkbookSheet,
  plan: SheetPlan,
  report: ReportDocument,
  continued: (text: string) => string,
): void {
  const cells = cellsOf(sheet);
  if (report.kind === 'form') compareBoxes(cells, plan, report);
  else {
    compareTable(cells, sheet, plan, report, continued);
    compareFields(plan, report);
  }
  compareCells(cells, plan);
  compareMerges(sheet, plan);
  compareRows(sheet, plan);
  comparePrinting(sheet, plan);
}

function compareCells(found: Cells, plan: SheetPlan): void {
  let expectedCount = 0;
  for (const [index, row] of plan.rows.entries()) {
    for (const cell of row.cells) {
      const expected = stored(cell.value);
      const here = found.get(index + 1)?.get(cell.column + 1);
      if (expected !== undefined) expectedCount += 1;
      if (here !== expected) throw difference(address(index + 1, cell.column + 1), expected ?? '', here ?? '');
    }
  }
  let foundCount = 0;
  for (const row of found.values()) foundCount += row.size;
  if (foundCount !== expectedCount) throw difference('1:1048576', String(expectedCount), String(foundCount));
}

function compareMerges(sheet: WorkbookSheet, plan: SheetPlan): void {
  const expected = new Set<string>();
  for (const [index, row] of plan.rows.entries()) {
    for (const { column, columnSpan, rowSpan } of row.cells) {
      if (columnSpan === 1 && rowSpan === 1) continue;
      expected.add(`${address(index + 1, column + 1)}:${address(index + rowSpan, column + columnSpan)}`);
    }
  }
  for (const { top, left, bottom, right } of sheet.merges) {
    const range = `${address(top, left)}:${address(bottom, right)}`;
    if (!expected.delete(range)) throw difference(range, '', range);
  }
  for (const range of expected) throw difference(range, range, '');
}

function compareRows(sheet: WorkbookSheet, plan: SheetPlan): void {
  const heights = new Map(sheet.rows.map((row) => [row.number, row.heightPt]));
  for (const [index, row] of plan.rows.entries()) {
    const height = heights.get(index + 1) ?? 0;
    if (Math.abs(height - row.height) > HEIGHT_TOLERANCE_PT) {
      throw difference(`${index + 1}:${index + 1}`, `${row.height} pt`, `${height} pt`);
    }
  }
  const expected = new Set(plan.rows.flatMap((row, index) => (row.breakAfter ? [index + 1] : [])));
  for (const row of sheet.rowBreaks) {
    if (!expected.delete(row)) throw difference(`${row}:${row}`, '', 'page break');
  }
  for (const row of expected) throw difference(`${row}:${row}`, 'page break', '');
}

/** The printed range is everything, the header of a table repeated. */
function comparePrinting(sheet: WorkbookSheet, plan: SheetPlan): void {
  const area = `$A$1:$${columnName(plan.columnWidths.length)}$${plan.rows.length}`;
  const titles = plan.headerRow === null ? '' : `!$${plan.headerRow}:$${plan.headerRow}`;
  if (!sheet.printArea?.endsWith(`!${area}`)) throw difference('Print_Area', area, sheet.printArea ?? '');
  const foundTitles = sheet.printTitles ?? '';
  const repeats = titles === '' ? foundTitles === '' : foundTitles.endsWith(titles);
  if (!repeats) throw difference('Print_Titles', titles.slice(1), foundTitles);
}

/** Every row of the report, in order and complete, by what its cells show through merges. */
function compareTable(
  found: Cells,
  sheet: WorkbookSheet,
  plan: SheetPlan,
  report: TableReport,
  continued: (text: string) => string,
): void {
  const masterOf = new Map<string, [number, number]>();
  for (const { top, left, bottom, right } of sheet.merges) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) masterOf.set(`${row} ${column}`, [top, left]);
    }
  }
  const sheetRows: number[][] = report.rows.map(() => []);
  let last = 0;
  for (const [index, { source }] of plan.rows.entries()) {
    if (!source) continue;
    if (source.row < last) throw difference(address(index + 1, 1), `${last + 1}`, `${source.row + 1}`);
    last = source.row;
    sheetRows[source.row]?.push(index + 1);
  }
  for (const [row, { cells }] of report.rows.entries()) {
    for (const [column, value] of cells.entries()) {
      const shown: string[] = [];
      const seen = new Set<string>();
      for (const sheetRow of sheetRows[row] ?? []) {
        const [top, left] = masterOf.get(`${sheetRow} ${column + 1}`) ?? [sheetRow, column + 1];
        if (seen.has(`${top} ${left}`)) continue;
        seen.add(`${top} ${left}`);
        const here = found.get(top)?.get(left);
        if (here !== undefined) shown.push(here);
      }
      if (sheetRows[row]?.length === 0 || !isShown(value, shown, continued)) {
        throw difference(place(report, row, column), stored(value) ?? '', shown.join(' | '));
      }
    }
  }
}

/** Every field of the report has its place in the plan, in order. */
function compareFields(plan: SheetPlan, { headLines, closingLines, locale }: TableReport): void {
  const wanted = [...headLines, ...closingLines].flat().map((field) => fieldText(field, locale));
  const planned = plan.rows.flatMap(({ cells }) =>
    cells.flatMap(({ look, value }) => (look === 'field' && value?.kind === 'text' ? [value.text] : [])),
  );
  const blank = /\s/gu;
  const [expected, found] = [wanted, planned].map((texts) => texts.join('').replaceAll(blank, ''));
  if (expected !== found)
    throw difference(translator(locale)('report.place.field', { field: 1 }), expected ?? '', found ?? '');
}

/** Every box of the form shows its value, in one piece or in parts. */
function compareBoxes(found: Cells, plan: SheetPlan, report: FormReport): void {
  const shown = new Map<string, string[]>();
  for (const { page, box, row, column } of plan.boxes) {
    const here = found.get(row)?.get(column + 1);
    const key = `${page} ${box}`;
    shown.set(key, [...(shown.get(key) ?? []), ...(here === undefined ? [] : [here])]);
  }
  for (const [page, { boxes }] of report.pages.entries()) {
    for (const [index, { name, value }] of boxes.entries()) {
      const pieces = shown.get(`${page} ${index}`) ?? [];
      const text = printedText(value, report.locale);
      const whole = pieces.length === 1 && pieces[0] === stored(value.kind === 'text' ? textValue(text) : value);
      if (whole || pieces.map((piece) => piece.replace(KIND, '')).join('') === text) continue;
      const where = translator(report.locale)('report.place.box', { page: page + 1, box: name });
      throw difference(where, stored(value) ?? '', pieces.join(' | '));
    }
  }
}

/** Whether the cells, top to bottom, show the value: whole, in parts, or once a page with the mark of continuation. */
function isShown(value: ReportValue, shown: readonly string[], continued: (text: string) => string): boolean {
  if (value.kind !== 'text') return shown.length > 0 && shown.every((cell) => cell === stored(value));
  const text = printableText(value.text);
  if (text === '') return shown.length === 0;
  const whole = new Set([stored({ kind: 'text', text }), stored({ kind: 'text', text: continued(text) })]);
  if (shown.length > 0 && shown.every((cell) => whole.has(cell))) return true;
  return shown.map((cell) => cell.replace(KIND, '')).join('') === text;
}
