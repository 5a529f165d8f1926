/** What mends a finding with one key, where its rule says how; a person decides. Pure. */
import type { Document, DocumentFields, DocumentFinding } from '#shared/features/documents.ts';

export interface FindingFix {
  fields: Partial<DocumentFields> & { needsReview?: false };
  /** Key of `documentScreen.fix`. */
  label: 'repaired' | 'clear' | 'year' | 'confirm';
  params: Record<string, string>;
}

const CLEARED = {
  author: { author: null },
  documentNumber: { documentNumber: null },
  remark: { remark: '' },
  abstract: { abstract: '' },
} as const;

function isClearable(field: string): field is keyof typeof CLEARED {
  return Object.hasOwn(CLEARED, field);
}

export function fixOf(finding: DocumentFinding, document: Document): FindingFix | null {
  const { rule, field, params } = finding;
  if (rule === 'needs_review') return { fields: { needsReview: false }, label: 'confirm', params: {} };
  const repaired = params['repaired'];
  if (rule === 'document_number_repaired' && typeof repaired === 'string') {
    return { fields: { documentNumber: repaired }, label: 'repaired', params: { text: repaired } };
  }
  if (rule === 'leaked_word' && isClearable(field)) {
    // Only where the word is all there is: a sentence that holds it is mended by hand.
    const whole = String(document[field] ?? '').trim() === String(params['word']);
    return whole ? { fields: CLEARED[field], label: 'clear', params: { text: String(params['word']) } } : null;
  }
  const signed = params['signed'];
  if (rule === 'year_differs' && document.state === 'draft' && signed !== undefined) {
    return { fields: { filingYear: Number(signed) }, label: 'year', params: { year: String(signed) } };
  }
  return null;
}
