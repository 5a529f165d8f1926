/**
 * What the readers of money papers hand over before it is worded. Invariant: a doubtful place has a finding that names its
 * line; a record that a finding of weight names is marked for review.
 */
import type { LedgerRecord } from '#shared/features/funding-reading.ts';
import type { WarningCode } from '#shared/i18n/index.ts';

export type Params = Record<string, string | number>;
export type Severity = 'error' | 'doubt' | 'note';

export interface Finding {
  code: WarningCode;
  severity: Severity;
  line: number;
  record: LedgerRecord | null;
  params: Params;
}

/** A line that was left out, and why. */
export interface LeftOut {
  line: number;
  text: string;
  reason: WarningCode;
  severity: Severity;
}

/** Longest piece of a source's line that a sentence repeats. */
const LONGEST_QUOTE = 60;

/** A source's text as a sentence quotes it. */
export function quoted(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_QUOTE);
}

/** A finding about a line of the source. */
export function aboutLine(line: number, code: WarningCode, params: Params = {}, severity: Severity = 'note'): Finding {
  return { code, severity, line, record: null, params };
}

/** A finding about a record; more than a note marks it for review. */
export function aboutRecord(
  record: LedgerRecord,
  code: WarningCode,
  params: Params = {},
  severity: Severity = 'doubt',
): Finding {
  if (severity !== 'note') record.needsReview = true;
  return { code, severity, line: record.line, record, params };
}
