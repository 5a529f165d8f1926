/**
 * The new end of a term as a clerk writes it at an appraisal: 永久, a new term (30年, counted from the same first day as the
 * old one; spec 3.4), a day, or a year (its last day). Anything else is unreadable; nothing is guessed.
 */
import { parseArchivalDate } from './archival-date.ts';
import { isTermCode, parseTerm, STANDARD_TERMS, termEnd, termName, termYears, type TermCode } from './retention.ts';

/** `permanent`, or the last day as ISO date. */
export type NewEnd = string;

/** null = unreadable, or a term without a 归档年度 to count from. */
export function parseNewEnd(text: string, filingYear: number | null): NewEnd | null {
  const term = parseTerm(text);
  if (term.ok && term.term !== null) {
    if (term.term === 'Y') return 'permanent';
    return filingYear === null ? null : termEnd(filingYear, term.term);
  }
  const year = /^\s*(\d{4})\s*年?(?:底|末)?\s*$/u.exec(text.normalize('NFKC'))?.[1];
  if (year !== undefined) return `${year}-12-31`;
  const date = parseArchivalDate(text);
  return date.ok && date.precision === 'day' ? date.date : null;
}

/** Longer standard terms that end later than the old end, the shortest first, 永久 last. */
export function longerTerms(
  filingYear: number | null,
  oldEnd: string,
): { term: TermCode; name: string; end: NewEnd }[] {
  return STANDARD_TERMS.toReversed().flatMap((term) => {
    if (!isTermCode(term)) return [];
    const end = termYears(term) === null ? 'permanent' : filingYear === null ? null : termEnd(filingYear, term);
    return end !== null && (end === 'permanent' || end > oldEnd) ? [{ term, name: termName(term), end }] : [];
  });
}
