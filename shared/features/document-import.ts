/**
 * From the Catalogue JSON to the archive's own documents: the same facts under the archive's names. Used by the review
 * and by the headless import, so both take a record alike. What the archive has no field for is kept in the remark, and
 * a printed value that is not certain marks the document for review.
 */
import { parseReferenceCode } from '../lib/archives/reference-code.ts';
import { parseTerm } from '../lib/archives/retention.ts';
import { parseSecrecy } from '../lib/archives/secrecy.ts';
import { z } from '../lib/zod.ts';
import type { CatalogueReading, CatalogueRecord } from './catalogue.ts';
import { DocumentFields } from './document-fields.ts';

/** A document as a review hands it over. */
export const AcceptedDocument = z.object({
  fields: DocumentFields.partial(),
  needsReview: z.boolean().default(false),
  /** 件号 that the catalogue prints, to be kept where the document is filed. */
  itemNumber: z.int().min(1).max(99_999).nullable().default(null),
  /** 档号 as printed. */
  printedCode: z.string().max(100).nullable().default(null),
  sourceLine: z.int().nullable().default(null),
  sourceText: z.string().max(20_000).nullable().default(null),
  /** Taken in although the archive has a document that says the same. */
  evenIfThere: z.boolean().default(false),
});
export type AcceptedDocument = z.infer<typeof AcceptedDocument>;

/** What holds for the records of an import that print nothing else. */
export interface ImportDefaults {
  year?: number | null | undefined;
  term?: string | null | undefined;
}

export interface ImportOptions {
  sections: readonly { id: number; code: string; name: string }[];
}

/** `20201200` → `2020-12`. */
function isoDate(eightDigits: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})$/u.exec(eightDigits) ?? [];
  if (month === '00') return year;
  return day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
}

function wholeDay(eightDigits: string | null | undefined): string | null {
  const date = eightDigits ? isoDate(eightDigits) : '';
  return date.length === 10 ? date : null;
}

/** The term as a code, and whether the printed word says so for certain. */
function termOf(printed: string | null | undefined): { term: string | null; certain: boolean } {
  if (!printed) return { term: null, certain: true };
  const parsed = parseTerm(printed);
  return parsed.ok && parsed.term !== null ? { term: parsed.term, certain: true } : { term: null, certain: false };
}

const MARKINGS = { 公开: 'public', 内部: 'internal', 限制: 'restricted' } as const;

/** Does the catalogue print 件号 (which a document keeps), not 序号 (which only counts lines)? */
export function printsItemNumbers(reading: Pick<CatalogueReading, 'mapping'>): boolean {
  return Object.entries(reading.mapping).some(([heading, field]) => field === 'no' && heading.includes('件号'));
}

/**
 * One record as `documents.accept` takes it, with what is printed alone: year and term are null where neither the record
 * nor its catalogue says them.
 */
export function printedDocument(
  record: CatalogueRecord,
  reading: Pick<CatalogueReading, 'mapping' | 'year' | 'term' | 'head'>,
  options: ImportOptions,
  sourceText: string | null,
): AcceptedDocument {
  const code = record.code ? parseReferenceCode(record.code) : null;
  const parts = code?.ok ? code.code : null;
  const printedTerm = record.term ?? reading.term;
  const { term, certain } = termOf(printedTerm);
  const secrecy = parseSecrecy(record.secrecy ?? '');
  const sectionName = (record.section ?? reading.head.section ?? parts?.organisation ?? '').trim();
  const section = options.sections.find(
    ({ code: short, name }) => sectionName !== '' && (short === sectionName || name === sectionName),
  );
  const signed = record.date === null ? null : isoDate(record.date);
  const received = wholeDay(record.received);
  const remarks = [
    record.remark,
    record.pages_printed,
    term === null && printedTerm ? printedTerm : null,
    !section && sectionName !== '' && sectionName !== parts?.organisation ? sectionName : null,
    record.received && !received ? record.received : null,
  ].filter((text) => text !== null && text !== undefined && text.trim() !== '');
  const year = record.year ?? parts?.year ?? reading.year;
  const codeTerm = parts && (parts.term === 'Y' || /^D\d+$/u.test(parts.term)) ? parts.term : null;
  return {
    fields: {
      title: record.title,
      author: record.author,
      documentNumber: record.doc_no,
      signedDate: signed,
      signedDatePrinted: record.date_printed ?? null,
      receivedDate: received,
      pageCount: record.pages,
      remark: remarks.join('；'),
      filingYear: year,
      term: term ?? codeTerm,
      sectionId: section?.id ?? null,
      marking: secrecy.kind === 'access' ? MARKINGS[secrecy.mark] : null,
      addressees: record.addressee ? [record.addressee] : [],
    },
    needsReview:
      record.needs_review === true ||
      !certain ||
      record.date_printed !== undefined ||
      record.pages_printed !== undefined,
    itemNumber: printsItemNumbers(reading) ? (record.no ?? parts?.item ?? null) : (parts?.item ?? null),
    printedCode: record.code ?? null,
    sourceLine: record.line,
    sourceText,
    evenIfThere: false,
  };
}

/** Fills in what is not printed; the year goes by the signing date where nothing else is given (DA/T 22-2015, 5.2). */
export function withDefaults(document: AcceptedDocument, defaults: ImportDefaults): AcceptedDocument {
  const { filingYear, term, signedDate } = document.fields;
  const signedYear = signedDate ? Number(signedDate.slice(0, 4)) : null;
  return {
    ...document,
    fields: {
      ...document.fields,
      filingYear: filingYear ?? defaults.year ?? signedYear,
      term: term ?? defaults.term ?? null,
    },
  };
}

/** All records of a reading with what is printed alone; those that an error or a doubt names are marked for review. */
export function printedDocuments(
  reading: CatalogueReading,
  options: ImportOptions,
  lines: readonly string[] | undefined,
): AcceptedDocument[] {
  const doubtful = new Set(
    reading.warnings.filter(({ severity, row }) => severity !== 'note' && row !== null).map(({ row }) => row),
  );
  return reading.records.map((record, index) => {
    const text = lines?.slice(record.line - 1, record.end_line).join('\n') ?? null;
    const printed = printedDocument(record, reading, options, text);
    return doubtful.has(index) ? { ...printed, needsReview: true } : printed;
  });
}

/** All records of a reading as `documents.accept` takes them. */
export function acceptedDocuments(
  reading: CatalogueReading,
  defaults: ImportDefaults & ImportOptions,
  lines: readonly string[] | undefined,
): AcceptedDocument[] {
  return printedDocuments(reading, defaults, lines).map((document) => withDefaults(document, defaults));
}
