/**
 * What the layouts hand over, and what becomes of it: sections with known columns, then records with findings.
 * Invariant: each row knows its source lines; a doubtful row has a finding that names it.
 */
import type { ReadActivity, RosterField, RosterRecord } from '#shared/features/attendance.ts';
import type { WarningCode } from '#shared/i18n/index.ts';
import type { GridRow } from '../reading/grid.ts';

export interface RosterColumn {
  printed: string;
  /** null = the column is not read. */
  field: RosterField | null;
  /** A column of a matrix: the day or the activity that its heading names. */
  day?: string | null;
  activity?: string;
}

/** A line or row that stands above a table, cell by cell. */
export interface HeadLine {
  line: number;
  cells: string[];
}

/** Rows between a header and the next, whatever they came from. */
export interface RosterTable {
  /** The sheet's name or the table's caption. */
  name: string | null;
  head: HeadLine[];
  columns: RosterColumn[];
  rows: GridRow[];
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
  record: DraftRecord | DraftActivity | null;
  params: Params;
}

/** A line that is not among the records, and why. */
export interface LeftOut {
  line: number;
  text: string;
  reason: WarningCode;
  params?: Params;
}

export interface DraftRecord extends Omit<RosterRecord, 'needs_review' | 'end_line'> {
  endLine: number;
  review: boolean;
}

export interface DraftActivity extends Omit<ReadActivity, 'needs_review' | 'end_line'> {
  endLine: number;
  review: boolean;
}

export interface RosterDraft {
  title: string | null;
  columns: RosterColumn[];
  records: DraftRecord[];
  activities: DraftActivity[];
  findings: Finding[];
  rejected: LeftOut[];
  skipped: LeftOut[];
}

/** A finding about a record; `doubt` and `error` mark it for review. */
export function aboutRecord(
  record: DraftRecord | DraftActivity,
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
