/** What the papers of the archive room have in common: the frame of a report, columns, fields, cells. Pure. */
import { translator, type Locale } from '#shared/i18n/index.ts';
import {
  type FormPage,
  type FormReport,
  type ReportColumn,
  type ReportField,
  type ReportRow,
  type ReportValue,
  type TableReport,
  textValue,
} from '#shared/report/model.ts';

/** What every paper is told beside its records. */
export interface PaperBase {
  unitName: string;
  isExample: boolean;
  locale: Locale;
  /** ISO instant printed into the file's metadata. */
  createdAt: string;
}

/** 全宗 as papers name it; `code` is null until the archive has given one, and its place stays blank. */
export interface PaperFonds {
  code: string | null;
  name: string;
}

interface Named {
  /** Stable name of the report. */
  id: string;
  title: string;
  /** What the paper is about, for the file's properties. */
  keywords: readonly string[];
  /** Head of every page of an audit's paper. */
  runningHead?: string;
}

function common(base: PaperBase, { id, title, keywords, runningHead }: Named) {
  return {
    id,
    title,
    locale: base.locale,
    ...(runningHead === undefined ? {} : { runningHead }),
    exampleLabel: base.isExample ? translator(base.locale)('paper.example') : null,
    metadata: { author: base.unitName, subject: title, keywords: [...keywords], createdAt: base.createdAt },
  };
}

/** A list or register; landscape with the margins of registers unless it says otherwise. */
export function tablePaper(
  base: PaperBase,
  paper: Named &
    Pick<TableReport, 'columns' | 'rows'> &
    Partial<
      Pick<
        TableReport,
        'headLines' | 'notes' | 'closingLines' | 'orientation' | 'margins' | 'leastRowHeight' | 'textSize'
      >
    >,
): TableReport {
  return {
    ...common(base, paper),
    kind: 'table',
    orientation: paper.orientation ?? 'landscape',
    margins: paper.margins ?? 'register',
    ...(paper.leastRowHeight === undefined ? {} : { leastRowHeight: paper.leastRowHeight }),
    annexLabel: null,
    headLines: paper.headLines ?? [],
    columns: paper.columns,
    rows: paper.rows,
    textSize: paper.textSize ?? 'small',
    notes: paper.notes ?? [],
    closingLines: paper.closingLines ?? [],
  };
}

/** Boxes on A4 or A3; upright and without page numbers unless it says otherwise. */
export function formPaper(
  base: PaperBase,
  paper: Named & { pages: FormPage[] } & Partial<Pick<FormReport, 'paper' | 'orientation'>>,
): FormReport {
  return {
    ...common(base, paper),
    kind: 'form',
    paper: paper.paper ?? 'A4',
    orientation: paper.orientation ?? 'portrait',
    pageNumbers: false,
    pages: paper.pages,
  };
}

/** A column of a list: its width in mm, or a share where the widths of all do not add up to the type area. */
export function listColumn(
  key: string,
  heading: string,
  weight: number,
  options: Partial<Pick<ReportColumn, 'align' | 'minimumEm' | 'breaking' | 'merge'>> = {},
): ReportColumn {
  const align = options.align ?? 'left';
  // Centred columns are narrow and hold names and numbers: their lines, headings too, end between words.
  return {
    key,
    heading,
    weight,
    align,
    minimumEm: 2,
    merge: false,
    breaking: align === 'center' ? 'list' : 'text',
    ...options,
  };
}

/** em that a 文号 and a date of eight digits take on one line, as most of them are. */
export const NUMBER_EM = 8.6;
export const DAY_EM = 4.6;

/** A field above or below a table; a text is its value, null leaves room to write. */
export function listField(
  label: string,
  value: ReportValue | string | null,
  options: Partial<Pick<ReportField, 'align' | 'weight'>> = {},
): ReportField {
  const printed = typeof value === 'string' || value === null ? textValue(value ?? '') : value;
  return { label, value: printed, align: 'left', weight: 1, ...options };
}

/** A cell from what a record holds: null is an empty cell, a number an integer. */
export function cell(value: string | number | null): ReportValue {
  return typeof value === 'number' ? { kind: 'integer', value } : textValue(value ?? '');
}

/** A row that stands alone. */
export function listRow(cells: readonly (string | number | null)[], group: string | null = null): ReportRow {
  return { group, cells: cells.map(cell) };
}

/** ISO day as the registers print it, `20210301`; empty where there is none. */
export function dayDigits(day: string | null): string {
  return day === null ? '' : day.replaceAll('-', '');
}

/** ISO day as a value that is printed as 2021年3月1日; without one, room to write. */
export function dayValue(day: string | null): ReportValue {
  return day === null ? textValue('') : { kind: 'date', value: day };
}
