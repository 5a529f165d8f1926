/**
 * What the layouts hand over, and what becomes of it: tables with known columns, then records with findings.
 * Invariant: each row knows its source lines; a doubtful row has a finding that names it.
 */
import type { CatalogueField, CatalogueRecord } from '#shared/features/catalogue.ts';
import type { WarningCode } from '#shared/i18n/index.ts';
import type { GridRow } from '../reading/grid.ts';

export interface CatalogueColumn {
  printed: string;
  /** null = the column is not read. */
  field: CatalogueField | null;
}

/** A line or row that stands above a table, cell by cell. */
export interface HeadLine {
  line: number;
  cells: string[];
}

/** Rows between a header and the next, whatever they came from. */
export interface CatalogueTable {
  /** The sheet's name or the table's caption. */
  name: string | null;
  head: HeadLine[];
  columns: CatalogueColumn[];
  rows: GridRow[];
  /** Cells were broken over lines by the layout, not by the paper: where they were joined again, that is told. */
  wraps: boolean;
  /** What is said of a doubtful row; default: its cells may stand in other columns. */
  doubt?: WarningCode;
  /** What joins pieces of a cell that a separator cut: `,` in CSV, nothing elsewhere. */
  joiner: string;
  /** Lines where rows begin that have fewer cells than the others. */
  short: ReadonlySet<number>;
  /** First and last source line, header included. */
  from: number;
  to: number;
  findings: Finding[];
  skipped: LeftOut[];
}

export type Params = Record<string, string | number>;

export interface Finding {
  code: WarningCode;
  severity: 'error' | 'doubt' | 'note';
  line: number;
  record: DraftRecord | null;
  params: Params;
}

/** A line that is not among the records, and why. */
export interface LeftOut {
  line: number;
  text: string;
  reason: WarningCode;
  params?: Params;
}

export interface DraftRecord extends Omit<CatalogueRecord, 'needs_review' | 'end_line'> {
  endLine: number;
  review: boolean;
  /** Last of several numbers printed in one cell (5-7); else the number itself. */
  lastNo: number | null;
  /** First page in the volume, where only that is printed. */
  firstPage: number | null;
}

export interface CatalogueDraft {
  table: CatalogueTable;
  records: DraftRecord[];
  /** Numbers of rows that were rejected: they are no gaps. */
  rejectedNumbers: number[];
  /** Pages of rejected rows, for comparing with the printed total. */
  rejectedPages: number;
  findings: Finding[];
  rejected: LeftOut[];
  skipped: LeftOut[];
  totals: { line: number; text: string }[];
}

/** A finding about a record; `doubt` and `error` mark it for review. */
export function aboutRecord(
  record: DraftRecord,
  code: WarningCode,
  params: Params = {},
  severity: Finding['severity'] = 'doubt',
): Finding {
  if (severity !== 'note') record.review = true;
  return { code, severity, line: record.line, record, params };
}

/** A finding about a line of the source. */
export function aboutLine(
  line: number,
  code: WarningCode,
  params: Params = {},
  severity: Finding['severity'] = 'note',
): Finding {
  return { code, severity, line, record: null, params };
}
