/**
 * What needs a look in a document: what the catalogue cannot do without (it stops filing), and what an inspector would
 * ask about. Every finding names its field and says what to do; nothing is mended by itself (spec/archives 12, R03-R25).
 */
import { AppError } from '#shared/errors.ts';
import type { Document, DocumentFinding } from '#shared/features/documents.ts';
import { findingText } from '#shared/i18n/finding-text.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { normalDocumentNumber, parseDocumentNumber } from '#shared/lib/archives/document-number.ts';
import { leakedWord } from '#shared/lib/archives/empty-words.ts';
import { parseIndexNumber } from '#shared/lib/archives/index-number.ts';
import { checkTitle } from '#shared/lib/archives/title.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { retentionRowEntity } from '../entities/fonds.ts';
import { termRank } from '../entities/document.ts';
import { schemeFor, schemesOf } from '../fonds/rules.ts';

/** Working days within which an active disclosure is due (政府信息公开条例 第二十六条); holidays are not known here. */
const DISCLOSURE_DAYS = 20;

type Note = Omit<DocumentFinding, 'message'>;

function note(field: keyof Document, rule: string, level: Note['level'], params: Note['params'] = {}): Note {
  return { field, rule, level, params };
}

function missing(document: Document): Note[] {
  const needed = (['title', 'author', 'signedDate', 'filingYear', 'term', 'pageCount'] as const).filter(
    (field) => document[field] === null || document[field] === '',
  );
  return needed.map((field) => note(field, 'missing', 'error'));
}

/** Literal None, null, undefined and NaN are words of broken systems, never content. */
function leaked(document: Document): Note[] {
  const texts = [
    ['author', document.author],
    ['documentNumber', document.documentNumber],
    ['remark', document.remark],
    ['abstract', document.abstract],
  ] as const;
  return texts.flatMap(([field, text]) => {
    const word = text === null ? null : leakedWord(text);
    return word === null
      ? []
      : [note(field, 'leaked_word', field === 'remark' || field === 'abstract' ? 'warning' : 'error', { word })];
  });
}

/** Monday to Friday between two days, the first not counted. */
function workingDays(from: string, to: string): number {
  const day = 86_400_000;
  let count = 0;
  for (let time = Date.parse(from) + day; time <= Date.parse(to); time += day) {
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count += 1;
    if (count > 9999) break;
  }
  return count;
}

function dates(document: Document, today: string): Note[] {
  const { signedDate, receivedDate, publishedDate, filedDate, filingYear } = document;
  const notes: Note[] = [];
  if (signedDate !== null) {
    if (signedDate > today) notes.push(note('signedDate', 'date_in_future', 'error', { date: signedDate }));
    if (signedDate.length < 10) notes.push(note('signedDate', 'date_reduced', 'warning', { date: signedDate }));
    if (filingYear !== null && document.yearReason === 'signed' && filingYear !== Number(signedDate.slice(0, 4))) {
      notes.push(note('filingYear', 'year_differs', 'warning', { year: filingYear, signed: signedDate.slice(0, 4) }));
    }
    if (receivedDate !== null && receivedDate < signedDate) {
      notes.push(
        note('receivedDate', 'received_before_signed', 'warning', { received: receivedDate, signed: signedDate }),
      );
    }
    if (publishedDate !== null && publishedDate < signedDate) {
      notes.push(
        note('publishedDate', 'published_before_signed', 'warning', { published: publishedDate, signed: signedDate }),
      );
    }
    if (publishedDate !== null && document.disclosure !== 'not_disclosed' && signedDate.length === 10) {
      const days = workingDays(signedDate, publishedDate);
      if (days > DISCLOSURE_DAYS) {
        notes.push(note('publishedDate', 'published_late', 'warning', { days, limit: DISCLOSURE_DAYS }));
      }
    }
  }
  if (document.signedDatePrinted !== null && signedDate === null) {
    notes.push(note('signedDate', 'date_unreadable', 'warning', { text: document.signedDatePrinted }));
  }
  if (filingYear !== null && filedDate !== null && filedDate > `${filingYear + 1}-06-30`) {
    notes.push(note('filedDate', 'filed_late', 'warning', { date: filedDate, limit: `${filingYear + 1}-06-30` }));
  }
  return notes;
}

function numbers(document: Document): Note[] {
  const notes: Note[] = [];
  if (document.documentNumber !== null) {
    const parsed = parseDocumentNumber(document.documentNumber);
    if (!parsed.ok) {
      notes.push(
        parsed.repaired === null
          ? note('documentNumber', 'document_number_form', 'warning', { text: document.documentNumber })
          : note('documentNumber', 'document_number_repaired', 'warning', {
              text: document.documentNumber,
              repaired: parsed.repaired,
            }),
      );
    } else if (
      parsed.year !== null &&
      document.signedDate !== null &&
      parsed.year !== Number(document.signedDate.slice(0, 4))
    ) {
      notes.push(
        note('documentNumber', 'document_number_year', 'warning', {
          year: parsed.year,
          signed: document.signedDate.slice(0, 4),
        }),
      );
    }
  }
  if (document.indexNumber !== null) {
    const parsed = parseIndexNumber(document.indexNumber);
    if (!parsed.ok) notes.push(note('indexNumber', `index_${parsed.rule}`, 'warning', { text: document.indexNumber }));
  }
  return notes;
}

function rules(db: ReadDb, document: Document): Note[] {
  const notes: Note[] = [];
  if (document.filingYear !== null) {
    const scheme = schemeFor(schemesOf(db, document.fondsId), document.category, document.filingYear);
    if (scheme.has_section === 1 && document.sectionId === null) {
      notes.push(note('sectionId', 'section_missing', 'error', { year: document.filingYear }));
    }
  }
  if (document.retentionRowId !== null && document.term !== null) {
    const row = retentionRowEntity.read(db, document.retentionRowId);
    // A term may be longer than the table's, never shorter (令第8号).
    const shortest = row ? Math.max(...z.array(z.string()).parse(JSON.parse(row.terms)).map(termRank)) : Infinity;
    if (row && termRank(document.term) > shortest) {
      notes.push(note('term', 'term_shorter', 'error', { number: row.number }));
    }
  }
  return notes;
}

const Twin = z.object({ id: z.int(), reference_code: z.string().nullable(), title: z.string(), by: z.string() });

/** Another document with the same 文号 and 责任者, or the same 题名 and date. */
function twins(db: ReadDb, document: Document): Note[] {
  const found = all(
    db,
    Twin,
    `SELECT o.id, o.reference_code, o.title, 'number' AS by FROM document o
       WHERE o.number_key = ? AND o.author = ? AND o.id <> ? AND o.withdrawn = 0
     UNION ALL
     SELECT o.id, o.reference_code, o.title, 'title' AS by FROM document o
       WHERE o.title = ? AND o.title <> '' AND o.signed_date = ? AND o.id <> ? AND o.withdrawn = 0 LIMIT 4`,
    document.documentNumber === null ? null : normalDocumentNumber(document.documentNumber),
    document.author,
    document.id,
    document.title,
    document.signedDate,
    document.id,
  );
  const seen = new Set<number>();
  return found.flatMap((twin) => {
    if (seen.has(twin.id)) return [];
    seen.add(twin.id);
    const name = twin.reference_code ?? twin.title;
    return [
      note(twin.by === 'number' ? 'documentNumber' : 'title', `same_${twin.by}`, 'warning', { name, id: twin.id }),
    ];
  });
}

/** Every finding of a document, errors first. */
export function findingsOf(db: ReadDb, document: Document, t: Translate, today: string): DocumentFinding[] {
  const title = document.title === '' ? [] : checkTitle(document.title);
  const notes = [
    ...missing(document),
    ...title
      .filter(({ level }) => level !== 'info')
      .map(({ rule, level, params }) =>
        note('title', `title_${rule}`, level === 'error' ? 'error' : 'warning', { ...params }),
      ),
    ...leaked(document),
    ...dates(document, today),
    ...numbers(document),
    ...rules(db, document),
    ...twins(db, document),
    ...(document.needsReview ? [note('remark', 'needs_review', 'warning')] : []),
  ];
  return notes
    .map((one) => ({ ...one, message: findingText(t, one) }))
    .sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
}

/** Throws documents/not_ready with every sentence, where something stops filing. */
export function refuseUnready(db: ReadDb, document: Document, t: Translate, today: string): void {
  const errors = findingsOf(db, document, t, today).filter(({ level }) => level === 'error');
  if (errors.length === 0) return;
  throw new AppError('documents/not_ready', {
    title: document.title === '' ? `#${document.id}` : document.title,
    missing: errors.map(({ message }) => message).join(''),
    fields: errors.map(({ field }) => field).join(','),
  });
}
