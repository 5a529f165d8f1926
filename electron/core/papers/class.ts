/** 归档文件目录 and its cover, stamps and labels: papers of a class or of documents chosen one by one. */
import { AppError } from '#shared/errors.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import { translator } from '#shared/i18n/index.ts';
import { stampCells } from '#shared/lib/archives/stamp.ts';
import type { ReadDb } from '../db/sql.ts';
import { numberSeries } from '../documents/numbering.ts';
import { schemeFor, schemesOf, sectionOf, theFonds } from '../fonds/rules.ts';
import { catalogueCoverReport } from '../reports/catalogue-cover.ts';
import { catalogueReport, type NumberGap } from '../reports/catalogue.ts';
import { documentLabelReport } from '../reports/labels.ts';
import type { PaperDocument } from '../reports/paper-document.ts';
import { stampReport } from '../reports/stamps.ts';
import type { FormReport, TableReport } from '#shared/report/model.ts';
import { type ClassScope, documentsById, documentsOfClass } from './documents.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

/** Numbers of a class without an entry, in the order of the catalogue's classes. */
export function gapsOfClass(db: ReadDb, { category, year, term, sectionId }: ClassScope): NumberGap[] {
  const { item_digits: digits } = schemeFor(schemesOf(db, theFonds(db).id), category, year);
  return numberSeries(db, year)
    .filter(
      (series) =>
        series.category === category &&
        (term === undefined || series.term === term) &&
        (sectionId === undefined || series.sectionId === sectionId),
    )
    .flatMap((series) =>
      series.gaps.map((gap) => ({
        term: series.term,
        section: series.sectionId === null ? null : sectionOf(db, series.sectionId).name,
        from: String(gap.from).padStart(digits, '0'),
        to: String(gap.to).padStart(digits, '0'),
        reason: gap.reason,
        detail: gap.detail,
      })),
    );
}

function cataloguePaper(source: PaperSource, scope: ScopeOf<'catalogue' | 'catalogueCover'>) {
  const { db, base, fonds } = source;
  const documents = documentsOfClass(db, scope);
  if (documents.length === 0) throw nothingToPrint(source, scope.paper, { year: scope.year });
  return {
    ...base,
    fonds,
    documents,
    year: scope.year,
    term: scope.term ?? null,
    section: scope.sectionId === undefined ? null : sectionOf(db, scope.sectionId).name,
  };
}

export function catalogue(source: PaperSource, scope: ScopeOf<'catalogue'>): TableReport {
  return catalogueReport({ ...cataloguePaper(source, scope), gaps: gapsOfClass(source.db, scope) });
}

export function catalogueCover(source: PaperSource, scope: ScopeOf<'catalogueCover'>): FormReport {
  return catalogueCoverReport(cataloguePaper(source, scope));
}

/** The documents asked for; of a class only those in place, as nothing is stamped that has left. */
function chosen(source: PaperSource, scope: ScopeOf<'stamp' | 'stampSheet' | 'documentLabels'>): PaperDocument[] {
  const { year, documentIds } = scope;
  if (documentIds) return [...documentsById(source.db, documentIds, { withdrawn: false }).values()];
  const there =
    year === undefined ? [] : documentsOfClass(source.db, { ...scope, year }).filter(({ state }) => state === 'filed');
  if (there.length === 0) throw nothingToPrint(source, scope.paper, { year: year ?? '' });
  return there;
}

/** Documents named in the error for stamps that lack an entry; more are counted. */
const NAMED_DOCUMENTS = 5;
/** A section's name that the cell holds; longer ones are stamped as their code. */
const LONGEST_SECTION = 8;

/** @throws AppError papers/stamp_incomplete where a mandatory cell would stay empty. */
export function stamps(source: PaperSource, scope: ScopeOf<'stamp' | 'stampSheet'>): FormReport {
  const { base, fonds } = source;
  const t = translator(base.locale);
  const missing: string[] = [];
  const cells = chosen(source, scope).map((document) => {
    const { section } = document;
    const stamp = stampCells(
      {
        fonds: fonds.code,
        year: document.year,
        item: document.item,
        itemDigits: document.itemDigits,
        organisation: section && section.name.length > LONGEST_SECTION ? section.code : (section?.name ?? null),
        term: document.term,
        pages: document.pages,
      },
      scope.termStyle,
    );
    if (stamp.problems.length > 0) {
      const sentences = stamp.problems.map(({ rule }) => t(`archives.rule.${rule}`)).join('');
      missing.push(t('papers.labelled', { label: document.code, value: sentences }));
    }
    return stamp.cells;
  });
  if (missing.length > 0) {
    throw new AppError('papers/stamp_incomplete', {
      count: missing.length,
      documents: missing.slice(0, NAMED_DOCUMENTS).join('') + (missing.length > NAMED_DOCUMENTS ? '…' : ''),
    });
  }
  return stampReport({ ...base, stamps: cells, form: scope.paper === 'stamp' ? 'leaf' : 'sheet' });
}

export function documentLabels(source: PaperSource, scope: ScopeOf<'documentLabels'>): FormReport {
  return documentLabelReport({ ...source.base, documents: chosen(source, scope) });
}
