/**
 * Lays a report out on A4 by GB/T 9704-2012: the one place that decides what stands where. Preview, PDF and Excel's page
 * breaks follow it. The same report, fonts and scheme give the same layout on every machine.
 *
 * Size of table text: 四号 (14 pt) if the report then stands on one page, else 小四 (12 pt) if that brings it onto one
 * page, else 四号 where most rows need only one line in it, else 小四. A row of one line is 28 pt high (the pitch of
 * official text) or 24 pt in 小四; it is tightened, at most to 24 and 20 pt, only to keep a report on one page.
 */
import type { LayoutCell, LayoutPage, LayoutRow, LayoutText, ReportLayout } from '#shared/report/layout.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import { printableText } from '#shared/report/text.ts';
import { translator } from '#shared/i18n/index.ts';
import type { FontChain, FontRole } from './fonts.ts';
import {
  ANNEX_SIZE,
  baseline,
  EXAMPLE_SIZE,
  LANDSCAPE,
  LINE_PITCH,
  NOTE_GAP,
  NOTE_PITCH,
  NOTE_SIZE,
  PAGE_NUMBER_SIZE,
  type PageGeometry,
  pageNumberPlace,
  PORTRAIT,
  TITLE_GAP,
  TITLE_PITCH,
  TITLE_SIZE,
} from './geometry.ts';
import { breakLines, lineWidth } from './line-breaking.ts';
import { missingGlyphs } from './missing-glyphs.ts';
import { blockHeight, paginate, type TableMetrics } from './pagination.ts';
import { columnWidths, TableText } from './table-text.ts';
import { breakTitle } from './title.ts';

interface TextSize {
  fontSize: number;
  lineHeight: number;
  /** Height of a row of one line: usual and least. */
  pitch: number;
  leastPitch: number;
}

const SIZE_FOUR: TextSize = { fontSize: 14, lineHeight: 19, pitch: 28, leastPitch: 24 };
const SMALL_FOUR: TextSize = { fontSize: 12, lineHeight: 16.5, pitch: 24, leastPitch: 20 };
/** Steps in which rows are tightened, pt. */
const TIGHTEN = 0.5;
/** More rows than this never stand on one page. */
const ONE_PAGE_ROWS = 80;
/** Rows that are looked at when the type size of a long report is chosen. */
const SAMPLE_ROWS = 1000;

/** Lays out a report. Throws only where a font cannot be read. */
export function layoutReport(report: ReportDocument, fonts: FontChain): ReportLayout {
  return new ReportComposer(report, fonts).compose();
}

/** Everything above the table on the first page. */
interface Head {
  annexLabel: LayoutText | null;
  titleLines: LayoutPage['titleLines'];
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

class ReportComposer {
  readonly #report: ReportDocument;
  readonly #fonts: FontChain;
  readonly #geometry: PageGeometry;
  readonly #table: TableText;
  readonly #groups: readonly number[];
  readonly #notes: readonly string[];

  constructor(report: ReportDocument, fonts: FontChain) {
    this.#report = report;
    this.#fonts = fonts;
    this.#geometry = report.orientation === 'landscape' ? LANDSCAPE : PORTRAIT;
    this.#table = new TableText(report, fonts);
    this.#groups = numberGroups(report);
    this.#notes = report.notes.flatMap((note) => this.#lines('body', printableText(note), NOTE_SIZE));
  }

  compose(): ReportLayout {
    const head = this.#head();
    const setting = this.#choose(head);
    const { size, widths, metrics } = setting;
    const tables = paginate(metrics);
    const pages = tables.map((rows, index) => this.#page(index + 1, head, setting, rows));
    this.#addNotes(pages, setting, head);
    const { width: pageWidth, height: pageHeight, margins } = this.#geometry;
    return {
      report: this.#report,
      pageWidth,
      pageHeight,
      margins: { ...margins },
      columnWidths: widths,
      fontSize: size.fontSize,
      lineHeight: size.lineHeight,
      pages,
      missingGlyphs: missingGlyphs(this.#report, this.#table, this.#fonts),
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
    const bottom = titleLines.length > 0 ? top + titleLines.length * TITLE_PITCH + TITLE_GAP : top;
    return { annexLabel, titleLines, bottom };
  }

  #choose(head: Head): Setting {
    if (this.#report.rows.length <= ONE_PAGE_ROWS) {
      for (const size of [SIZE_FOUR, SMALL_FOUR]) {
        for (let pitch = size.pitch; pitch >= size.leastPitch; pitch -= TIGHTEN) {
          const setting = this.#setting(head, size, pitch);
          const area = setting.metrics.area(1);
          const height = blockHeight(setting.metrics, 0, this.#report.rows.length - 1);
          if (area.top + height + setting.metrics.reserve <= area.bottom) return setting;
        }
      }
    }
    const setting = this.#setting(head, SIZE_FOUR, SIZE_FOUR.pitch);
    return this.#mostlyOneLine(setting) ? setting : this.#setting(head, SMALL_FOUR, SMALL_FOUR.pitch);
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
    const widths = columnWidths(columns, this.#typeWidth, size.fontSize);
    const fit = this.#table.fit(widths, size.fontSize);
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
      text: (row, column) => this.#table.texts[row]?.[column] ?? '',
      lines: (column, text) => fit('body', column, text),
      group: (row) => this.#groups[row] ?? 0,
      rowCount: this.#report.rows.length,
      area: (page) => ({ top: (page === 1 ? head.bottom : margins.top) + headerHeight, bottom: this.#typeBottom }),
      continued: (text) => translate('report.continued', { text }),
      reserve: this.#notes.length > 0 ? NOTE_GAP + this.#notes.length * NOTE_PITCH : 0,
    };
    return { size, widths, headerHeight, headerLines, metrics };
  }

  #page(number: number, head: Head, setting: Setting | null, rows: LayoutRow[]): LayoutPage {
    const { margins } = this.#geometry;
    const first = number === 1;
    const text = translator(this.#report.locale)('report.pageNumber', { page: number });
    const width = this.#width('number', text, PAGE_NUMBER_SIZE);
    const place = pageNumberPlace(this.#report.orientation === 'landscape', number, width);
    return {
      number,
      titleLines: first ? head.titleLines : [],
      annexLabel: first ? head.annexLabel : null,
      header: setting ? this.#header(setting, first ? head.bottom : margins.top) : [],
      rows,
      notes: [],
      pageNumber: { text, ...place, fontSize: PAGE_NUMBER_SIZE },
      exampleLabel: this.#exampleLabel(),
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

  #exampleLabel(): LayoutText | null {
    const label = this.#report.exampleLabel;
    if (label === null || label === '') return null;
    const text = printableText(label);
    const width = this.#width('body', text, EXAMPLE_SIZE);
    const { margins } = this.#geometry;
    // As far below the type area as the page number of a portrait page.
    const distance = pageNumberPlace(false, 1, 0).y - (PORTRAIT.height - PORTRAIT.margins.bottom);
    const y = this.#typeBottom + distance;
    return { text, x: margins.left + (this.#typeWidth - width) / 2, y, fontSize: EXAMPLE_SIZE };
  }

  /** Below the last row; on a page of their own where no room is left, and on as many as they need. */
  #addNotes(pages: LayoutPage[], setting: Setting, head: Head): void {
    const { margins } = this.#geometry;
    let page = pages.at(-1);
    const last = page?.rows.at(-1);
    let y = (last ? last.y + last.height : setting.metrics.area(pages.length).top) + NOTE_GAP;
    for (const text of this.#notes) {
      if (!page || y + NOTE_PITCH > this.#typeBottom + 1e-6) {
        page = this.#page(pages.length + 1, head, null, []);
        pages.push(page);
        y = margins.top;
      }
      page.notes.push({ text, x: margins.left, y: baseline(y, NOTE_PITCH, NOTE_SIZE), fontSize: NOTE_SIZE });
      y += NOTE_PITCH;
    }
  }
}

/** Consecutive rows with the same group share a number. */
function numberGroups(report: ReportDocument): number[] {
  let number = -1;
  let group: string | null = null;
  return report.rows.map((row) => {
    if (row.group !== group) {
      group = row.group;
      number++;
    }
    return number;
  });
}
