/**
 * 归档年度 (DA/T 22-2015): the year of 签发日期 / 落款日期, whatever year the content speaks of. A summary of 2020 that
 * was signed in January 2021 is filed under 2021. Only four matters that run over the turn of a year have another rule,
 * and each has its reason code.
 */
import { yearOfDate } from './archival-date.ts';
import { parseYear } from '../chinese-numerals.ts';
import type { Finding } from './rules.ts';

/** Whose date counts: signing; or the end of a meeting, a case, a project, a bound record book. */
export const FILING_REASONS = ['signed', 'meeting_closed', 'case_closed', 'project_ended', 'book_ended'] as const;
export type FilingReason = (typeof FILING_REASONS)[number];

export type FilingYearRule =
  | 'filing_year_differs'
  | 'filing_year_is_content_year'
  | 'closing_date_missing'
  | 'closing_before_signing'
  | 'filing_date_missing';

export interface FilingBasis {
  title: string;
  /** Date of signing as the register stores it; of two papers in one 件, that of the paper in front. */
  signed: string | null;
  reason: FilingReason;
  /** The day the meeting, case, project or book ended; needed for every reason but `signed`. */
  closed: string | null;
}

/** The year to file under; null where the date it depends on is not known. */
export function filingYear({ signed, reason, closed }: Omit<FilingBasis, 'title'>): number | null {
  const date = reason === 'signed' ? signed : closed;
  return date === null ? null : yearOfDate(date);
}

/** Years that a title speaks of (2020年, ２０２０年度, 二〇二〇年, 2019—2021年), each once, in order. */
export function contentYears(title: string): number[] {
  const years = new Set<number>();
  const sign = String.raw`[\d０-９]{4}|[二一][〇零○Ｏ九一二三四五六七八]{3}`;
  const span = new RegExp(
    `(?<![\\d０-９])(?:(${sign})年?度?\\s*(?:[-—–－~～至])+\\s*)?(${sign})\\s*(?:学?年|届)`,
    'gu',
  );
  for (const [, from, to] of title.matchAll(span))
    for (const text of [from, to]) {
      const year = text === undefined ? null : parseYear(text);
      if (year !== null) years.add(year);
    }
  return [...years].sort((one, other) => one - other);
}

/** What speaks against a 归档年度. A content year that differs from a rightly chosen year is no finding. */
export function checkFilingYear(chosen: number, basis: FilingBasis): Finding<FilingYearRule>[] {
  const { title, signed, reason, closed } = basis;
  if (reason !== 'signed' && closed === null) return [{ rule: 'closing_date_missing', level: 'error', params: {} }];
  const year = filingYear(basis);
  if (year === null) return [{ rule: 'filing_date_missing', level: 'error', params: {} }];
  const findings: Finding<FilingYearRule>[] = [];
  // Dates may be cut short, so only as much as both know is compared.
  if (reason !== 'signed' && closed !== null && signed !== null) {
    const known = Math.min(closed.length, signed.length);
    if (closed.slice(0, known) < signed.slice(0, known) && reason !== 'meeting_closed')
      findings.push({ rule: 'closing_before_signing', level: 'warning', params: { signed, closed } });
  }
  if (chosen !== year) {
    const isContent = contentYears(title).includes(chosen);
    const rule = isContent ? 'filing_year_is_content_year' : 'filing_year_differs';
    findings.push({ rule, level: 'warning', params: { chosen, year } });
  }
  return findings;
}
