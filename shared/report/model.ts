/**
 * A report is data before it is a file. A builder in `electron/core/reports/` knows the domain and makes one of these;
 * layout, preview, Excel, PDF and the comparison after writing know the formats and nothing of the domain.
 *
 * Two kinds cover the papers of an archive:
 * - a **table** (工作配档表, 归档文件目录, 移交清册 …): title, lines of fields, a table over as many pages as it needs with
 *   its header repeated, notes, lines to sign on. Layout by GB/T 9704-2012; the builder places nothing.
 * - a **form** (备考表, 封面, 归档章, 盒脊, labels): boxes at exact places in mm, as many a page as the builder puts there.
 *
 * Rules for builders: be pure (no clock, no database), give each value its kind instead of formatting it, leave empty
 * what is empty. Text that does not fit is never cut: a table's row grows and goes on over pages, a box sets it smaller,
 * goes on on a further page or refuses (`export/text_does_not_fit`), as the builder says.
 */
export type Align = 'left' | 'center' | 'right';

export type ReportValue =
  | { kind: 'text'; text: string }
  | { kind: 'integer'; value: number }
  /** Money in fen; printed as yuan with two decimals. */
  | { kind: 'fen'; value: number }
  /** ISO date; printed as 2021年3月1日. */
  | { kind: 'date'; value: string };

/** Shorthand of builders for the commonest value. */
export function textValue(text: string): ReportValue {
  return { kind: 'text', text };
}

interface ReportBase {
  /** Stable name of the report, e.g. `schedule`. */
  id: string;
  locale: 'zh-CN' | 'en';
  /** The file's title, name of the worksheet; a table prints it at its head, a form only where a box says so. */
  title: string;
  /** Set for archives with example data: printed in the page foot and in the file's metadata. */
  exampleLabel: string | null;
  /** Printed at the head of every page, with the page and how many there are; for papers of an audit. */
  runningHead?: string;
  metadata: {
    author: string;
    subject: string;
    keywords: string[];
    /** ISO instant; fixed in tests. */
    createdAt: string;
  };
}

export type ReportDocument = TableReport | FormReport;

/* ---------------------------------------------------------------------------------------------------------- tables */

export interface ReportColumn {
  /** Unique in the table. */
  key: string;
  heading: string;
  align: Align;
  /** Share of the type area's width, relative to the other columns; widths in mm will do. */
  weight: number;
  /** Characters (em) that the column should hold on one line if it can; its least width. 0 = none. */
  minimumEm: number;
  /** Equal values of consecutive rows of one group are printed as one merged cell; the first such column names the group. */
  merge: boolean;
  /** `text` breaks where running text may; `list` (units, names) breaks after 、，；, and within an item only if it must. */
  breaking: 'text' | 'list';
}

export interface ReportRow {
  /**
   * Rows with the same consecutive group are kept on one page where they fit, else continued with （续）. null = the row
   * stands alone, as in a catalogue.
   */
  group: string | null;
  /** One value a column, in the order of the columns. */
  cells: ReportValue[];
}

/** A label with its value, printed `label：value`; with an empty label the value alone. An empty value leaves room to write. */
export interface ReportField {
  label: string;
  value: ReportValue;
  align: Align;
  /** Share of the line's width, relative to the other fields of the line. */
  weight: number;
}

/** Fields side by side on one line; a text too wide for its share takes several lines there. */
export type ReportLine = ReportField[];

export interface TableReport extends ReportBase {
  kind: 'table';
  orientation: 'portrait' | 'landscape';
  /**
   * `official` (the usual): those of GB/T 9704-2012. `register`: a register bound at its left edge, which leaves 247 mm
   * of a landscape page for its columns (156 and 225 mm else).
   */
  margins?: 'official' | 'register';
  /** Printed top left in 黑体 三号 (GB/T 9704-2012, 7.3.4), e.g. 附件 or 附件2; null = none. */
  annexLabel: string | null;
  /** Between title and table, on the first page: 全宗号, 年度, 保管期限 …; often empty. */
  headLines: ReportLine[];
  columns: ReportColumn[];
  rows: ReportRow[];
  /** `usual`: 四号, or 小四 where that saves a page or most rows need it. `small`: 五号, for tables with many columns; `dense`: 小五, for more than twelve. */
  textSize: 'usual' | 'small' | 'dense';
  /** mm that every row takes at least, for tables that people write into by hand; usually none. */
  leastRowHeight?: number;
  /** Paragraphs below the table (说明 …); often empty. */
  notes: string[];
  /** Below the notes, kept with the last row: 填表人, 审核人, 日期 …; often empty. */
  closingLines: ReportLine[];
}

/* ----------------------------------------------------------------------------------------------------------- forms */

/** A border of a box. `double` is the double line under the name of a 全宗. */
export type BorderStyle = 'none' | 'thin' | 'double';

/**
 * A rectangle with at most one text. Boxes of a page may touch, they must not overlap; a label and its value are two
 * boxes. Their order is the order of reading.
 */
export interface FormBox {
  /** What messages call the box, e.g. 整理人. */
  name: string;
  /** mm from the page's left and upper edge to the outer edge of the box. */
  x: number;
  y: number;
  /** mm */
  width: number;
  height: number;
  value: ReportValue;
  /** 小标宋, 仿宋, 黑体, 宋体. */
  font: 'title' | 'body' | 'label' | 'number';
  /** pt; usual sizes: 22 二号, 16 三号, 14 四号, 12 小四, 10.5 五号, 9 小五. */
  fontSize: number;
  /** A text that does not fit is set smaller in steps of 0.5 pt down to this size. */
  leastFontSize: number;
  /** What happens with text that does not fit even so: no file, or the whole page again with the rest of the text. */
  overflow: 'refuse' | 'continue';
  align: Align;
  verticalAlign: 'top' | 'middle' | 'bottom';
  /** `vertical`: one character below the other, lines from right to left, as on spines. */
  direction: 'horizontal' | 'vertical';
  borders: { top: BorderStyle; right: BorderStyle; bottom: BorderStyle; left: BorderStyle };
  /** Colour of the text and of the borders: a 归档章 has red borders and black entries. */
  ink: 'black' | 'red';
  borderInk: 'black' | 'red';
}

export interface FormPage {
  boxes: FormBox[];
}

export interface FormReport extends ReportBase {
  kind: 'form';
  /** A3 for spines: a box is 310 mm high, which A4 is not. */
  paper: 'A4' | 'A3';
  orientation: 'portrait' | 'landscape';
  /** "— 1 —" as on tables; stamps, spines, labels and covers have none. */
  pageNumbers: boolean;
  pages: FormPage[];
}

const FRAMES = {
  none: { top: 'none', right: 'none', bottom: 'none', left: 'none' },
  all: { top: 'thin', right: 'thin', bottom: 'thin', left: 'thin' },
  under: { top: 'none', right: 'none', bottom: 'thin', left: 'none' },
  doubleUnder: { top: 'none', right: 'none', bottom: 'double', left: 'none' },
} as const;

/** What a builder must say of a box; the rest has the usual values. */
export type BoxChoice = Pick<FormBox, 'name' | 'x' | 'y' | 'width' | 'height' | 'value'> &
  Partial<Omit<FormBox, 'borders'>> & { frame?: keyof typeof FRAMES };

/**
 * A box with the usual values: 仿宋 小四, centred, black, framed, text set smaller down to 小五 and then refused.
 * `frame` names the borders.
 */
export function formBox({ frame = 'all', ...choice }: BoxChoice): FormBox {
  return {
    font: 'body',
    fontSize: 12,
    leastFontSize: Math.min(9, choice.fontSize ?? 12),
    overflow: 'refuse',
    align: 'center',
    verticalAlign: 'middle',
    direction: 'horizontal',
    borders: FRAMES[frame],
    ink: 'black',
    borderInk: 'black',
    ...choice,
  };
}

/**
 * Boxes in rows and columns without gaps, as a stamp or a form has them; sizes in mm. `cell` makes the box of a place,
 * null leaves it out.
 *
 * @example // 归档章 (DA/T 22-2015): 45 × 16 mm in six equal cells
 * boxGrid({ x: 82, y: 10, columns: [15, 15, 15], rows: [8, 8] }, (row, column) => cells[row][column])
 */
export function boxGrid(
  grid: { x: number; y: number; columns: readonly number[]; rows: readonly number[] },
  cell: (row: number, column: number) => Omit<BoxChoice, 'x' | 'y' | 'width' | 'height'> | null,
): FormBox[] {
  const boxes: FormBox[] = [];
  let { y } = grid;
  for (const [row, height] of grid.rows.entries()) {
    let { x } = grid;
    for (const [column, width] of grid.columns.entries()) {
      const choice = cell(row, column);
      if (choice) boxes.push(formBox({ ...choice, x, y, width, height }));
      x += width;
    }
    y += height;
  }
  return boxes;
}
