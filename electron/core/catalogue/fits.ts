/**
 * How well a text fits a column, where its place does not tell: costs, 0 = its very form. They were weighed on the corpus
 * and by the properties of damaged catalogues; the order between two of them counts, not their size.
 */
import type { CatalogueField } from '#shared/features/catalogue.ts';
import { readDate } from './dates.ts';
import { type Form, isOpen } from './forms.ts';

/** A step that costs more than this is not proven by the words. */
export const PROVEN = 0.9;
/** Cost of what cannot be. */
export const NEVER = 50;
/** Cost of a form that is foreign to a column. */
const FOREIGN = 8;

type Costs = Partial<Record<CatalogueField, number>>;

function titleCost({ title, unit, remark, length }: Form): number {
  if (title) return 0;
  if (unit === 'yes') return 1.6;
  if (remark && length <= 8) return 1;
  return length >= 6 ? 0.15 : 0.5;
}

function authorCost({ title, unit, remark, length }: Form): number {
  if (title) return 3;
  if (unit === 'yes') return 0;
  if (remark) return 1.5;
  if (unit === 'maybe') return length <= 4 ? 0.3 : length <= 14 ? 0.5 : 1.5;
  return length <= 4 ? 0.6 : 2;
}

function remarkCost({ title, unit, remark, length }: Form): number {
  if (remark && !(title && length > 8)) return 0.05;
  if (title) return 1.6;
  if (unit === 'yes') return 1.1;
  return length <= 4 ? 0.5 : length <= 30 ? 0.8 : 1.2;
}

function classCost({ title, length }: Form): number {
  return title || length > 16 ? 2 : 0.3;
}

function shelfCost({ length }: Form): number {
  return length <= 12 ? 1.2 : 5;
}

const TEXT: Partial<Record<CatalogueField, (form: Form) => number>> = {
  title: titleCost,
  author: authorCost,
  addressee: authorCost,
  remark: remarkCost,
  section: classCost,
  category: classCost,
  openness: classCost,
  box: shelfCost,
  volume: shelfCost,
  fonds: ({ length }) => (length <= 6 ? 0.6 : 5),
  doc_no: () => 4,
  code: () => 6,
};

const EMPTY: Costs = {
  doc_no: 0,
  secrecy: 0,
  remark: 0.1,
  section: 0.2,
  author: 0.3,
  date: 0.3,
  term: 0.3,
  pages: 0.3,
  page_range: 0.3,
  box: 0.3,
  category: 0.3,
  copies: 0.3,
  received: 0.3,
  addressee: 0.3,
  openness: 0.3,
  volume: 0.3,
  code: 0.3,
  title: 4,
};

const DITTO: Costs = {
  author: 0,
  date: 0,
  term: 0,
  section: 0,
  box: 0,
  year: 0,
  category: 0,
  fonds: 0,
  volume: 0,
  secrecy: 0.1,
  received: 0.1,
  addressee: 0.1,
  openness: 0.1,
  remark: 0.2,
  doc_no: 0.3,
  pages: 0.6,
  title: 0.8,
};

const NUMBER: Costs = {
  no: 0,
  pages: 0,
  page_range: 0,
  copies: 0,
  date_month: 0,
  date_day: 0,
  box: 0.1,
  volume: 0.1,
  fonds: 0.5,
  category: 1.5,
  section: 2,
  doc_no: 2.5,
  code: 3,
  remark: 3,
};

const COSTS: Readonly<Record<Exclude<Form['kind'], 'text'>, Costs>> = {
  empty: EMPTY,
  ditto: DITTO,
  number: NUMBER,
  pages: { pages: 0, page_range: 0.3, copies: 0.8, remark: 1.1 },
  range: { page_range: 0, pages: 0.4, no: 0.8, box: 1, remark: 3 },
  date: { date: 0, received: 0, remark: 2 },
  broken_date: { date: 0.3, received: 0.4, remark: 2, doc_no: 5 },
  no_date: { date: 0.4, received: 0.4, remark: 0.1 },
  document_number: { doc_no: 0, remark: 1.5, title: 4 },
  like_document_number: { doc_no: 0.3, remark: 1.4, title: 1.5, code: 2 },
  code: { code: 0, doc_no: 3, remark: 3 },
  like_code: { code: 0.4, doc_no: 1, remark: 2.5, volume: 1 },
  term: { term: 0, remark: 2 },
  secrecy: { secrecy: 0, remark: 1.1, openness: 0.2 },
};

/** How badly a text fits a column: 0 = its very form, above `PROVEN` = only if nothing else is left. */
export function misfit(field: CatalogueField | null, form: Form): number {
  if (field === null) return 0.5;
  if (form.kind === 'text') return TEXT[field]?.(form) ?? FOREIGN;
  const number = form.number ?? 0;
  if (form.kind === 'number' && (field === 'year' || field === 'date_year'))
    return number >= 1900 && number <= 2100 ? 0 : FOREIGN;
  // A year alone, or the days that a spreadsheet counts, where a date belongs.
  if (form.kind === 'number' && (field === 'date' || field === 'received')) return number > 1800 ? 0.8 : FOREIGN;
  return COSTS[form.kind][field] ?? (field === 'fonds' && form.length <= 6 ? 1 : FOREIGN);
}

/** What nearly every paper fills in costs more where it is absent. */
const ABSENCE: Costs = {
  title: 6,
  no: 2.5,
  code: 1.2,
  author: 1,
  date_year: 1,
  date_month: 1,
  date_day: 1,
  date: 0.8,
  pages: 0.8,
  page_range: 0.8,
  // One bare number for two columns of numbers is never certain: no such column may be cheap to leave out.
  box: 0.5,
  volume: 0.5,
  copies: 0.5,
  term: 0.3,
  year: 0.3,
  received: 0.3,
  doc_no: 0.05,
};

/** Cost of a column without a cell. */
export function absence(field: CatalogueField | null): number {
  return (field === null ? undefined : ABSENCE[field]) ?? 0.02;
}

/** Fields whose cells a layout breaks over lines. */
export const WRAPPED: ReadonlySet<CatalogueField | null> = new Set<CatalogueField | null>([
  'title',
  'author',
  'doc_no',
  'remark',
  'code',
  'section',
  'addressee',
  null,
]);

/** Cost of a text being the rest of the cell before it. */
export function continues(field: CatalogueField | null, before: string, form: Form, text: string): number {
  if (field === 'date' && /^\d{4}$/u.test(before.trim()) && readDate(`${before}${text}`).date !== null) return 0.2;
  if (!WRAPPED.has(field)) return NEVER;
  if (isOpen(before)) return 0.1;
  if (form.kind !== 'text') {
    if (field === 'doc_no' && /[〔[(【\d]$/u.test(before.trim())) return 0.5;
    return form.kind === 'document_number' || form.kind === 'like_document_number' ? 3 : NEVER;
  }
  if (field === 'title') return form.unit === 'yes' ? 2 : form.remark && form.length <= 8 ? 1.6 : 1.2;
  if (field === 'author') return form.unit === 'yes' ? 0.7 : 2;
  return 1.2;
}
