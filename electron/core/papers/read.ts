/** Reads from the archive what the papers of the archive room print. */
import { AppError } from '#shared/errors.ts';
import type { PaperScope } from '#shared/features/papers.ts';
import { formatReferenceCode } from '#shared/lib/archives/reference-code.ts';
import { isTermCode } from '#shared/lib/archives/retention.ts';
import type { DocumentFilter } from '#shared/features/documents.ts';
import { listBoxes } from '../boxes/list.ts';
import type { ReadDb } from '../db/sql.ts';
import { listDocuments } from '../documents/list.ts';
import { numberSeries } from '../documents/numbering.ts';
import type { CodeSchemeImage, FondsImage } from '../entities/fonds.ts';
import { schemeFor, schemesOf, sectionOf, theFonds } from '../fonds/rules.ts';
import type { PaperBox } from '../reports/box-note.ts';
import type { NumberGap } from '../reports/catalogue.ts';
import { itemText, type PaperDocument } from '../reports/paper-document.ts';

type OfClass = Extract<PaperScope, { paper: 'catalogue' }>;
type OfDocuments = Extract<PaperScope, { paper: 'stamp' }>;
type OfBoxes = Extract<PaperScope, { paper: 'boxNote' }>;

interface Rules {
  fonds: FondsImage;
  schemes: readonly CodeSchemeImage[];
}

export function paperRules(db: ReadDb): Rules {
  const fonds = theFonds(db);
  return { fonds, schemes: schemesOf(db, fonds.id) };
}

/** Filed documents, those handed over and destroyed included, in the order of the catalogue. */
function paperDocuments(db: ReadDb, rules: Rules, filter: DocumentFilter): PaperDocument[] {
  const { rows } = listDocuments(db, { filter, sort: 'code', descending: false, offset: 0, limit: 1_000_000 });
  const boxes = new Map(listBoxes(db, {}).map((box) => [box.id, box]));
  return rows.flatMap((row): PaperDocument[] => {
    if (row.state === 'draft' || row.filingYear === null || row.itemNumber === null) return [];
    if (row.term === null || !isTermCode(row.term)) return [];
    const scheme = schemeFor(rules.schemes, row.category, row.filingYear);
    const section = scheme.has_section === 1 && row.sectionId !== null ? sectionOf(db, row.sectionId) : null;
    const box = row.boxId === null ? undefined : boxes.get(row.boxId);
    const itemDigits = scheme.item_digits;
    return [
      {
        id: row.id,
        state: row.state,
        category: row.category,
        code:
          row.referenceCode ??
          codeWithoutFonds(scheme, row.filingYear, row.term, section?.code ?? null, row.itemNumber),
        year: row.filingYear,
        term: row.term,
        section: section === null ? null : { code: section.code, name: section.name },
        item: row.itemNumber,
        itemDigits,
        title: row.title,
        documentNumber: row.documentNumber,
        author: row.author,
        signedDate: row.signedDate,
        signedDatePrinted: row.signedDatePrinted,
        pages: row.pageCount,
        marking: row.marking,
        accessMark: row.accessMark,
        medium: row.medium,
        remark: row.remark,
        box: box ? { id: box.id, number: box.number } : null,
      },
    ];
  });
}

/** The code as it will be, without the fonds that the archive has not given a code yet. */
function codeWithoutFonds(
  scheme: ReturnType<typeof schemeFor>,
  year: number,
  termCode: string,
  organisationCode: string | null,
  item: number,
): string {
  const placeholder = 'A000';
  const code = formatReferenceCode(
    {
      form: scheme.form,
      category: scheme.category,
      itemDigits: scheme.item_digits as 3 | 4 | 5,
      hasOrganisation: organisationCode !== null,
    },
    { fonds: placeholder, year, termCode, organisationCode, item },
  );
  return code.slice(placeholder.length + 1);
}

/** Documents and gaps of one catalogue. Throws papers/empty. */
export function catalogueOf(
  db: ReadDb,
  rules: Rules,
  scope: Pick<OfClass, 'category' | 'year' | 'term' | 'sectionId'>,
): { documents: PaperDocument[]; gaps: NumberGap[]; section: string | null } {
  const { category, year, term, sectionId } = scope;
  const documents = paperDocuments(db, rules, {
    category,
    year,
    ...(term === undefined ? {} : { term }),
    ...(sectionId === undefined ? {} : { sectionId }),
  });
  if (documents.length === 0) throw new AppError('papers/empty', { year });
  const digits = schemeFor(rules.schemes, category, year).item_digits;
  const gaps = numberSeries(db, year)
    .filter((series) => series.category === category && (term === undefined || series.term === term))
    .filter((series) => sectionId === undefined || series.sectionId === sectionId)
    .flatMap((series) =>
      series.gaps.map(({ from, to, reason, detail }) => ({
        term: series.term,
        section: series.sectionId === null ? null : sectionOf(db, series.sectionId).name,
        from: itemText({ item: from, itemDigits: digits }),
        to: itemText({ item: to, itemDigits: digits }),
        reason,
        detail,
      })),
    );
  return { documents, gaps, section: sectionId === undefined ? null : sectionOf(db, sectionId).name };
}

/** Filed documents chosen one by one, or those of a year. Throws papers/empty. */
export function documentsOf(db: ReadDb, rules: Rules, scope: OfDocuments): PaperDocument[] {
  const { documentIds, category, year, term } = scope;
  const documents = paperDocuments(
    db,
    rules,
    documentIds === undefined
      ? { category, ...(year === undefined ? {} : { year }), ...(term === undefined ? {} : { term }) }
      : { ids: documentIds },
  );
  if (documents.length === 0) throw new AppError('papers/empty', { year: year ?? '' });
  return documents;
}

/** Boxes chosen one by one, or those of a year, with what lies in them. Throws papers/no_boxes. */
export function boxesOf(db: ReadDb, rules: Rules, scope: Pick<OfBoxes, 'boxIds' | 'category' | 'year'>): PaperBox[] {
  const { boxIds, category, year } = scope;
  const boxes = listBoxes(db, { year })
    .filter((box) => (boxIds === undefined ? box.category === category : boxIds.includes(box.id)))
    .sort((a, b) => a.year - b.year || a.number - b.number);
  if (boxes.length === 0) throw new AppError('papers/no_boxes', { year: year ?? '' });
  return boxes.map((box) => {
    const documents = paperDocuments(db, rules, { boxId: box.id });
    const held = new Set(documents.map(({ item }) => item));
    const [first] = documents;
    const last = documents.at(-1);
    const missing: string[] = [];
    for (let item = first?.item ?? 1; item < (last?.item ?? 0); item += 1) {
      if (!held.has(item)) missing.push(itemText({ item, itemDigits: first?.itemDigits ?? 4 }));
    }
    return {
      number: box.number,
      year: box.year,
      term: box.term,
      section: box.sectionId === null ? null : sectionOf(db, box.sectionId).name,
      spineWidth: box.spineWidth,
      note: box.note,
      arrangedBy: box.arrangedBy,
      arrangedOn: box.arrangedOn,
      checkedBy: box.checkedBy,
      checkedOn: box.checkedOn,
      documents,
      missing,
    };
  });
}
