/**
 * Lays a table out on A4 by GB/T 9704-2012: the one place that decides what stands where. Preview, PDF and Excel's page
 * breaks follow it. The same report, fonts and scheme give the same layout on every machine.
 *
 * Size of `usual` table text: 四号 (14 pt) if the report then stands on one page, else 小四 (12 pt) if that brings it onto one
 * page, else 四号 where most rows need only one line in it, else 小四. A row of one line is 28 pt high (the pitch of
 * official text) or 24 pt in 小四; it is tightened, at most to 24 and 20 pt, only to keep a report on one page. `small` text is 五号 (10.5 pt), `dense` text 小五 (9 pt) throughout.
 */
import type { LayoutCell, LayoutField, LayoutRow, LayoutText, TableLayout, TablePage } from '#shared/report/layout.ts';
import type { ReportLine, TableReport } from '#shared/report/model.ts';
import { fieldText, printableText } from '#shared/report/text.ts';
import { translator } from '#shared/i18n/index.ts';
import type { FontChain, FontRole } from './fonts.ts';
import {
  ANNEX_SIZE,
  baseline,
  CELL_SIDE,
  CLOSING_PITCH,
  FIELD_GAP,
  LINE_PITCH,
  MM,
  NOTE_GAP,
  NOTE_PITCH,
  NOTE_SIZE,
  type PageGeometry,
  pageGeometry,
  TITLE_GAP,
  TITLE_PITCH,
  TITLE_SIZE,
} from './geometry.ts';
import { breakLines, lineWidth } from './line-breaking.ts';
import { missingGlyphs, tableTexts } from './missing-glyphs.ts';
import { exampleLabel, pageNumber } from './page-foot.ts';
import { runningHead } from './page-head.ts';
import { blockHeight, paginate, type TableMetrics } from './pagination.ts';
import { columnWidths, TableText } from './table-text.ts';
import { breakTitle } from './title.ts';

interface TextSize {
  fontSize: number;
  lineHeight: number;
  /** Height of a row of one line: usual and least. */
  pitch: number;
  leastPitch: number;
  /** Space between a cell's border and its text. */
  side: number;
}

const SIZE_FOUR: TextSize = { fontSize: 14, lineHeight: 19, pitch: 28, leastPitch: 24, side: CELL_SIDE };
const SMALL_FOUR: TextSize = { fontSize: 12, lineHeight: 16.5, pitch: 24, leastPitch: 20, side: CELL_SIDE };
const FIVE: TextSize = { fontSize: 10.5, lineHeight: 14.5, pitch: 22, leastPitch: 18, side: 3.5 };
const SMALL_FIVE: TextSize = { fontSize: 9, lineHeight: 12.5, pitch: 20, leastPitch: 16, side: 3 };
/** Sizes by preference; the last one serves where no size brings the report onto one page. */
const SIZES: Readonly<Record<TableReport['textSize'], readonly [TextSize, ...TextSize[]]>> = {
  usual: [SIZE_FOUR, SMALL_FOUR],
  small: [FIVE],
  dense: [SMALL_FIVE],
};
/** Steps in which rows are tightened, pt. */
const TIGHTEN = 0.5;
/** More rows than this never stand on one page. */
const ONE_PAGE_ROWS = 80;
/** What stands below a table is long from this share of a page on. */
const LONG_END = 0.4;
/** Lines of notes that stay with the last row, and with the lines to sign on. */
const FEWEST_NOTES = 2;
/** Rows that are looked at when the type size of a long report is chosen. */
const SAMPLE_ROWS = 1000;

/** Lays out a table. Throws only where a font cannot be read. */
export function layoutTable(report: TableReport, fonts: FontChain): TableLayout {
  return new TableComposer(report, fonts).compose();
}

/** Everything above the table on the first page. */
interface Head {
  annexLabel: LayoutText | null;
  titleLines: TablePage['titleLines'];
  fields: LayoutField[];
  /** Upper edge of the table. */
  bottom: number;
}

interface Setting {
  size: TextSize;
  widths: number[];
  headerHeight: number;
  headerLines: readonly (readonly string[])[];
  metrics: TableMetrics;
}

class TableComposer {
  readonly #report: TableReport;
  readonly #fonts: FontChain;
  readonly #geometry: PageGeometry;
  readonly #table: TableText;
  readonly #groups: readonly number[];
  readonly #notes: readonly string[];
  readonly #closing: readonly FieldLine[];

  constructor(report: TableReport, fonts: FontChain) {
    this.#report = report;
    this.#fonts = fonts;
    this.#geometry = pageGeometry('A4', report.orientation, report.margins);
    this.#table = new TableText(report, fonts);
    this.#groups = numberGroups(report);
    this.#notes = report.notes.flatMap((note) => this.#lines('body', printableText(note), NOTE_SIZE));
    this.#closing = report.closingLines.map((line) => this.#fieldLine(line, CLOSING_PITCH));
  }

  compose(): TableLayout {
    const head = this.#head();
    const setting = this.#choose(head);
    const { size, widths, metrics } = setting;
    const tables = paginate(metrics);
    const pages = tables.map((rows, index) => this.#page(index + 1, head, setting, rows));
    this.#addEnd(pages, setting, head);
    for (const page of pages) {
      page.runningHead = runningHead(this.#report, this.#fonts, this.#geometry, page.number, pages.length);
    }
    const { width: pageWidth, height: pageHeight, margins } = this.#geometry;
    return {
      report: this.#report,
      pageWidth,
      pageHeight,
      margins: { ...margins },
      columnWidths: widths,
      fontSize: size.fontSize,
      lineHeight: size.lineHeight,
      cellSide: size.side,
      pages,
      missingGlyphs: missingGlyphs(tableTexts(this.#report, this.#table), this.#fonts),
    };
  }

  get #typeWidth(): number {
    return this.#geometry.width - this.#geometry.margins.left - this.#geometry.margins.right;
  }

  get #typeBottom(): number {
    return this.#geometry.height - this.#geometry.margins.bottom;
  }

  #lines(role: FontRole, text: string, fontSize: number): string[] {
    return breakLines(text, (codePoint) => this.#fonts.width(role, codePoint), this.#typeWidth / fontSize);
  }

  #width(role: FontRole, text: string, fontSize: number): number {
    return lineWidth(text, (codePoint) => this.#fonts.width(role, codePoint)) * fontSize;
  }

  /** 附件 on the first line, the title on the third (7.3.4); without a label the title begins at the top. */
  #head(): Head {
    const { margins } = this.#geometry;
    const label = this.#report.annexLabel;
    const annexLabel =
      label === null || label === ''
        ? null
        : {
            text: printableText(label),
            x: margins.left,
            y: baseline(margins.top, LINE_PITCH, ANNEX_SIZE),
            fontSize: ANNEX_SIZE,
          };
    const top = margins.top + (annexLabel ? 2 * LINE_PITCH : 0);
    const measure = (codePoint: number) => this.#fonts.width('title', codePoint);
    const title = printableText(this.#report.title);
    const broken = title === '' ? [] : breakTitle(title, measure, this.#typeWidth / TITLE_SIZE);
    const titleLines = broken.map((text, index) => {
      const width = this.#width('title', text, TITLE_SIZE);
      const y = baseline(top + index * TITLE_PITCH, TITLE_PITCH, TITLE_SIZE);
      return { text, x: margins.left + (this.#typeWidth - width) / 2, y, width, fontSize: TITLE_SIZE };
    });
    const below = titleLines.length > 0 ? top + titleLines.length * TITLE_PITCH + TITLE_GAP : top;
    const fields: LayoutField[] = [];
    const bottom = this.#report.headLines.reduce((y, line) => {
      const placed = this.#fieldLine(line, NOTE_PITCH);
      fields.push(...placed.at(y));
      return y + placed.height;
    }, below);
    return { annexLabel, titleLines, fields, bottom: fields.length > 0 ? bottom + NOTE_GAP : bottom };
  }

  #choose(head: Head): Setting {
    const sizes = SIZES[this.#report.textSize];
    if (this.#report.rows.length <= ONE_PAGE_ROWS) {
      for (const size of sizes) {
        for (let pitch = size.pitch; pitch >= size.leastPitch; pitch -= TIGHTEN) {
          const setting = this.#setting(head, size, pitch);
          const area = setting.metrics.area(1);
          const height = blockHeight(setting.metrics, 0, this.#report.rows.length - 1);
          if (area.top + height + this.#reserve <= area.bottom) return setting;
        }
      }
    }
    const [largest] = sizes;
    const smallest = sizes.at(-1) ?? largest;
    const setting = this.#setting(head, largest, largest.pitch);
    if (smallest === largest || this.#mostlyOneLine(setting)) return setting;
    return this.#setting(head, smallest, smallest.pitch);
  }

  /** Room for what stands below the table. */
  get #reserve(): number {
    const lines = this.#notes.length * NOTE_PITCH + this.#closing.reduce((height, line) => height + line.height, 0);
    return lines > 0 ? NOTE_GAP + lines : 0;
  }

  /** Room that the last row keeps for it. Long notes begin below the row and go on over pages, so as not to leave most of a page empty. */
  get #kept(): number {
    const { margins } = this.#geometry;
    const isLong = this.#reserve > (this.#typeBottom - margins.top) * LONG_END;
    return isLong ? NOTE_GAP + FEWEST_NOTES * NOTE_PITCH : this.#reserve;
  }

  #mostlyOneLine({ metrics }: Setting): boolean {
    const rows = Math.min(metrics.rowCount, SAMPLE_ROWS);
    let wrapped = 0;
    for (let row = 0; row < rows; row++) {
      const long = metrics.columns.some((_, column) => metrics.lines(column, metrics.text(row, column)).length > 1);
      if (long) wrapped++;
    }
    return wrapped * 2 <= rows;
  }

  #setting(head: Head, size: TextSize, pitch: number): Setting {
    const { columns } = this.#report;
    const widths = columnWidths(columns, this.#typeWidth, size);
    const fit = this.#table.fit(widths, size);
    const padding = (pitch - size.lineHeight) / 2;
    const headerLines = this.#table.headings.map((heading, column) => fit('label', column, heading));
    const headerHeight = Math.max(1, ...headerLines.map((lines) => lines.length)) * size.lineHeight + 2 * padding + 1;
    const translate = translator(this.#report.locale);
    const { margins } = this.#geometry;
    const metrics: TableMetrics = {
      columns,
      widths,
      left: margins.left,
      lineHeight: size.lineHeight,
      padding,
      leastHeight: (this.#report.leastRowHeight ?? 0) * MM,
      text: (row, column) => this.#table.texts[row]?.[column] ?? '',
      lines: (column, text) => fit('body', column, text),
      group: (row) => this.#groups[row] ?? 0,
      rowCount: this.#report.rows.length,
      area: (page) => ({ top: (page === 1 ? head.bottom : margins.top) + headerHeight, bottom: this.#typeBottom }),
      continued: (text) => translate('report.continued', { text }),
      reserve: this.#kept,
    };
    return { size, widths, headerHeight, headerLines, metrics };
  }

  #page(number: number, head: Head, setting: Setting | null, rows: LayoutRow[]): TablePage {
    const { margins } = this.#geometry;
    const first = number === 1;
    return {
      number,
      titleLines: first ? head.titleLines : [],
      annexLabel: first ? head.annexLabel : null,
      headFields: first ? head.fields : [],
      header: setting ? this.#header(setting, first ? head.bottom : margins.top) : [],
      rows,
      notes: [],
      closingFields: [],
      pageNumber: pageNumber(this.#report, this.#fonts, this.#geometry, number),
      runningHead: [],
      exampleLabel: exampleLabel(this.#report, this.#fonts, this.#geometry),
    };
  }

  #header({ widths, headerHeight, headerLines }: Setting, y: number): LayoutCell[] {
    let x = this.#geometry.margins.left;
    return widths.map((width, column) => {
      const lines = [...(headerLines[column] ?? [])];
      const cell: LayoutCell = {
        column,
        rowSpan: 1,
        x,
        y,
        width,
        height: headerHeight,
        align: 'center',
        text: lines.join(''),
        lines,
        continued: false,
      };
      x += width;
      return cell;
    });
  }

  /** Below the last row; on a page of their own where no room is left, and on as many as they need. */
  #addEnd(pages: TablePage[], setting: Setting, head: Head): void {
    const { margins } = this.#geometry;
    let page = pages.at(-1);
    const last = page?.rows.at(-1);
    let y = (last ? last.y + last.height : setting.metrics.area(pages.length).top) + NOTE_GAP;
    const place = (height: number, put: (target: TablePage, top: number) => void, needed = height) => {
      if (!page || y + needed > this.#typeBottom + 1e-6) {
        page = this.#page(pages.length + 1, head, null, []);
        pages.push(page);
        y = margins.top;
      }
      put(page, y);
      y += height;
    };
    const closing = this.#closing.reduce((height, line) => height + line.height, 0);
    for (const [index, text] of this.#notes.entries()) {
      const left = this.#notes.length - index;
      const put = ({ notes }: TablePage, top: number): void => {
        notes.push({ text, x: margins.left, y: baseline(top, NOTE_PITCH, NOTE_SIZE), fontSize: NOTE_SIZE });
      };
      // Nobody signs on a page that says nothing.
      place(NOTE_PITCH, put, left === FEWEST_NOTES ? left * NOTE_PITCH + closing : NOTE_PITCH);
    }
    for (const line of this.#closing)
      place(line.height, ({ closingFields }, top) => closingFields.push(...line.at(top)));
  }

  /** Fields side by side, each broken into lines within its share of the width. */
  #fieldLine(line: ReportLine, pitch: number): FieldLine {
    const weights = line.reduce((sum, field) => sum + field.weight, 0);
    let x = this.#geometry.margins.left;
    let most = 1;
    const fields = line.map((field, index) => {
      const share = (this.#typeWidth * field.weight) / weights;
      const room = index < line.length - 1 ? share - FIELD_GAP : share;
      const text = fieldText(field, this.#report.locale);
      const lines = breakLines(text, (codePoint) => this.#fonts.width('body', codePoint), room / NOTE_SIZE);
      most = Math.max(most, lines.length);
      const placed = { field, text, lines, x, room };
      x += share;
      return placed;
    });
    const height = pitch + (most - 1) * NOTE_PITCH;
    const at = (top: number) =>
      fields.map(
        ({ field, text, lines, x: left, room }): LayoutField => ({
          text,
          lines: lines.map((part, index) => {
            const slack = room - this.#width('body', part, NOTE_SIZE);
            const indent = field.align === 'center' ? slack / 2 : field.align === 'right' ? slack : 0;
            const y = baseline(top + pitch - NOTE_PITCH + index * NOTE_PITCH, NOTE_PITCH, NOTE_SIZE);
            return { text: part, x: left + indent, y, fontSize: NOTE_SIZE };
          }),
        }),
      );
    return { height, at };
  }
}

/** A line of fields, ready to be put at an upper edge. */
interface FieldLine {
  /** pt */
  height: number;
  at: (top: number) => LayoutField[];
}

/** Consecutive rows with the same group share a number; rows without group have one each. */
function numberGroups(report: TableReport): number[] {
  let number = -1;
  let group: string | null = null;
  return report.rows.map((row) => {
    if (number < 0 || row.group === null || row.group !== group) {
      group = row.group;
      number++;
    }
    return number;
  });
}
