/**
 * A document's cells as text and back. Invariant: the text that a cell shows, typed back unchanged, sets what is set
 * already. A text that cannot be read is refused with the rule it breaks; nothing is guessed. Pure.
 */
import { AppError } from '#shared/errors.ts';
import type { Document, DocumentFields } from '#shared/features/documents.ts';
import type { Section } from '#shared/features/fonds.ts';
import { parseArchivalDate } from '#shared/lib/archives/archival-date.ts';
import { isTermCode, parseTerm } from '#shared/lib/archives/retention.ts';
import type { RuleParams } from '#shared/lib/archives/rules.ts';
import type { Translate } from '#shared/i18n/index.ts';

export const CELL_FIELDS = [
  'documentNumber',
  'author',
  'title',
  'signedDate',
  'term',
  'pageCount',
  'sectionId',
  'remark',
] as const satisfies (keyof DocumentFields)[];
export type CellField = (typeof CELL_FIELDS)[number];

export function isCellField(key: string): key is CellField {
  return (CELL_FIELDS as readonly string[]).includes(key);
}

export type SectionName = Pick<Section, 'id' | 'code' | 'name'>;

export type CellReading =
  | { ok: true; fields: Partial<DocumentFields> }
  /** Key of `archives.rule`, or of `documentScreen.cell`. */
  | { ok: false; rule: string; params: RuleParams };

/** 永久 / 30年; an unknown code as it is. */
export function termText(t: Translate, term: string | null): string {
  if (term === null) return '';
  if (term === 'Y') return t('documents.term.Y');
  return isTermCode(term) ? t('documents.term.D', { years: term.slice(1) }) : term;
}

export function sectionText(sections: readonly SectionName[], id: number | null): string {
  return id === null ? '' : (sections.find((section) => section.id === id)?.name ?? `#${id}`);
}

/** A date found by research stands in brackets; one that could not be read as it is printed. */
export function dateText(document: Pick<DocumentFields, 'signedDate' | 'signedDatePrinted'>): string {
  const { signedDate, signedDatePrinted } = document;
  if (signedDate === null) return signedDatePrinted ?? '';
  return signedDatePrinted?.startsWith('[') ? `[${signedDate}]` : signedDate;
}

export function cellText(document: Document, field: CellField, t: Translate, sections: readonly SectionName[]): string {
  switch (field) {
    case 'signedDate':
      return dateText(document);
    case 'term':
      return termText(t, document.term);
    case 'pageCount':
      return document.pageCount === null ? '' : String(document.pageCount);
    case 'sectionId':
      return sectionText(sections, document.sectionId);
    case 'title':
    case 'remark':
      return document[field];
    case 'documentNumber':
    case 'author':
      return document[field] ?? '';
  }
}

function refuse(rule: string, params: RuleParams = {}): CellReading {
  return { ok: false, rule, params };
}

/** 20210301, 2021.3.1, 2021年3月1日, 2021-3; in brackets where it was found by research. Empty = not known. */
export function readDate(text: string): CellReading {
  if (text.trim() === '') return { ok: true, fields: { signedDate: null, signedDatePrinted: null } };
  const reading = parseArchivalDate(text);
  if (!reading.ok) return refuse(reading.rule, reading.params);
  return {
    ok: true,
    fields: { signedDate: reading.date, signedDatePrinted: reading.bracketed ? `[${reading.date}]` : null },
  };
}

/** 永久, Y, 30年, D30, and 30 alone. */
export function readTerm(text: string): CellReading {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return { ok: true, fields: { term: null } };
  if (/^[1-9]\d{0,2}$/u.test(plain)) return { ok: true, fields: { term: `D${plain}` } };
  if (/^y$|^d[1-9]\d{0,2}$/u.test(plain)) return { ok: true, fields: { term: plain.toUpperCase() } };
  const reading = parseTerm(plain);
  if (!reading.ok) return refuse(reading.rule, reading.params);
  return reading.term === null ? refuse('term_legacy') : { ok: true, fields: { term: reading.term } };
}

export function readPages(text: string): CellReading {
  const plain = text.normalize('NFKC').replace(/[页張张\s]/gu, '');
  if (plain === '') return { ok: true, fields: { pageCount: null } };
  const pages = /^\d{1,6}$/u.test(plain) ? Number(plain) : 0;
  return pages >= 1 && pages <= 100_000 ? { ok: true, fields: { pageCount: pages } } : refuse('pages', { text });
}

export function readSection(text: string, sections: readonly SectionName[]): CellReading {
  const plain = text.trim();
  if (plain === '') return { ok: true, fields: { sectionId: null } };
  const found = sections.find(({ code, name }) => code === plain || name === plain);
  if (found) return { ok: true, fields: { sectionId: found.id } };
  return refuse('section', { text: plain, names: sections.map(({ name }) => name).join('、') });
}

/** What a typed or pasted text says. */
export function readCell(field: CellField, text: string, sections: readonly SectionName[]): CellReading {
  switch (field) {
    case 'signedDate':
      return readDate(text);
    case 'term':
      return readTerm(text);
    case 'pageCount':
      return readPages(text);
    case 'sectionId':
      return readSection(text, sections);
    case 'title':
      return text.trim().length > 500 ? refuse('long', { limit: 500 }) : { ok: true, fields: { title: text.trim() } };
    case 'remark':
      return text.length > 20_000 ? refuse('long', { limit: 20_000 }) : { ok: true, fields: { remark: text } };
    case 'documentNumber':
    case 'author': {
      const limit = field === 'author' ? 200 : 100;
      if (text.trim().length > limit) return refuse('long', { limit });
      return { ok: true, fields: { [field]: text.trim() === '' ? null : text.trim() } };
    }
  }
}

/** Fields that decide the 档号 are fixed once it is given (DA/T 13-2022, 4: 稳定性). */
export function isFixed(document: Document, field: string): boolean {
  return document.state !== 'draft' && (field === 'term' || field === 'sectionId');
}

/** The sentence for a text that cannot be taken. */
export function cellProblem(t: Translate, { rule, params }: { rule: string; params: RuleParams }): string {
  const own = rule === 'pages' || rule === 'section' || rule === 'long';
  // The rule is known only now; a test looks each one up in the catalogue.
  const key: string = own ? `documentScreen.cell.${rule}` : `archives.rule.${rule}`;
  return t(key, { ...params, defaultValue: rule });
}

/** Null = the cell may take the text, else why not. */
export function checkCell(
  t: Translate,
  field: CellField,
  text: string,
  document: Document | null,
  sections: readonly SectionName[],
): string | null {
  if (document && isFixed(document, field)) {
    return t('errors.documents/number_fixed', { code: document.referenceCode ?? String(document.itemNumber) });
  }
  const reading = readCell(field, text, sections);
  return reading.ok ? null : cellProblem(t, reading);
}

/** All texts of a new row as fields. Throws input/invalid where one cannot be read. */
export function fieldsFromTexts(
  texts: Readonly<Record<string, string>>,
  sections: readonly SectionName[],
): Partial<DocumentFields> {
  let fields: Partial<DocumentFields> = {};
  for (const [key, text] of Object.entries(texts)) {
    if (!isCellField(key) || text === '') continue;
    const reading = readCell(key, text, sections);
    if (!reading.ok) throw new AppError('input/invalid', { field: key, detail: text });
    fields = { ...fields, ...reading.fields };
  }
  return fields;
}
