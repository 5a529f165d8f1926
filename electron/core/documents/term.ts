/** The end of a document's term: what an appraisal set, else 归档年度 + years (令第8号 practice; spec 3.4). */
import { isTermCode, termEnd } from '#shared/lib/archives/retention.ts';
import type { DocumentImage } from '../entities/document.ts';

/** Stands in `document.term_end` where an appraisal has made a document permanent. */
export const PERMANENT_END = '9999-12-31';

/** Last day of the term as ISO date; null = permanent, or no term yet. */
export function endOf(image: Pick<DocumentImage, 'filing_year' | 'term' | 'term_end'>): string | null {
  if (image.term_end !== null) return image.term_end === PERMANENT_END ? null : image.term_end;
  if (image.filing_year === null || image.term === null || !isTermCode(image.term)) return null;
  return termEnd(image.filing_year, image.term);
}

/** The same in SQL over `d`; NULL for what is permanent without an appraisal. */
export const END_SQL = `coalesce(d.term_end,
  CASE WHEN d.term = 'Y' THEN NULL ELSE (d.filing_year + CAST(substr(d.term, 2) AS INTEGER)) || '-12-31' END)`;
