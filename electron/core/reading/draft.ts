/**
 * What the layouts hand over: rows with their places, and findings. A layout decides which text is which field;
 * months, years and dates are worked out later, in one place for every layout.
 * Invariant: each row knows its source lines; a doubtful row has a finding that names it.
 */
import type { WarningCode } from '#shared/i18n/index.ts';
import type { TimeExpression } from '#shared/lib/time-expressions.ts';
import type { NamedUnit } from '#shared/lib/units.ts';

/** How the source sets its plan out; the sentence is in the catalogue (`warnings.layout_<code>`). */
export type LayoutCode = 'table' | 'flattened' | 'pipes' | 'outline' | 'prose' | 'aligned';

export interface DraftRow {
  line: number;
  endLine: number;
  text: string;
  time: TimeExpression | null;
  activity: string;
  units: NamedUnit[];
  /** Week as printed. */
  week: string | null;
  /** A date column of its own, beside the month. */
  dates: TimeExpression | null;
  deadlineMonth: number | null;
  status: string;
  remark: string;
  items: number | null;
  subItems: number | null;
  review: boolean;
  /** Rows of one group share a merged cell in front of their months. */
  group: number;
}

export interface Finding {
  code: WarningCode;
  severity: 'error' | 'doubt' | 'note';
  line: number | null;
  row: DraftRow | null;
  params: Record<string, string | number>;
}

export interface Draft {
  layout: LayoutCode;
  /** Title printed with the table itself; null = look above it. */
  title: string | null;
  columns: string[];
  columnsAsPrinted: string[];
  rows: DraftRow[];
  findings: Finding[];
  rejected: {
    line: number;
    sourceLine: number;
    text: string;
    reason: WarningCode;
    params: Record<string, string | number>;
  }[];
  skipped: { line: number; text: string; reason: WarningCode }[];
  /** First and last source line of the schedule, header included. */
  from: number;
  to: number;
  monthTheme: string | null;
  hasUnitColumn: boolean;
  /** Every row shows its own month, or its place in a numbered list: a lost month would have left a trace. */
  monthsProven: boolean;
}

export function emptyRow(line: number, text: string): DraftRow {
  return {
    line,
    endLine: line,
    text,
    time: null,
    activity: '',
    units: [],
    week: null,
    dates: null,
    deadlineMonth: null,
    status: '',
    remark: '',
    items: null,
    subItems: null,
    review: false,
    group: 0,
  };
}

/** A finding about a row; `doubt` and `error` mark the row for review. */
export function aboutRow(
  row: DraftRow,
  code: WarningCode,
  params: Record<string, string | number> = {},
  severity: Finding['severity'] = 'doubt',
): Finding {
  if (severity !== 'note') row.review = true;
  return { code, severity, line: row.line, row, params };
}

/** A finding about a line of the source. */
export function aboutLine(
  line: number | null,
  code: WarningCode,
  params: Record<string, string | number> = {},
  severity: Finding['severity'] = 'note',
): Finding {
  return { code, severity, line, row: null, params };
}

/** Joins the lines of a cell: Chinese text without a space, other text with one. */
export function joinLines(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) {
    const part = line.trim();
    if (part === '') continue;
    const latin = /[\w%]$/u.test(joined) && /^[\w]/u.test(part);
    joined += latin ? ` ${part}` : part;
  }
  return joined;
}
