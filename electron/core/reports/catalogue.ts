/**
 * 归档文件目录 (DA/T 22-2015, 5.6): nine columns in the standard's order, on landscape A4, for a year or for one term and
 * section of it. Entries of destroyed and transferred documents stay, as their numbers do; a number without an entry is
 * explained below the table.
 */
import { translator, type Translate } from '#shared/i18n/index.ts';
import type { ReportLine, TableReport } from '#shared/report/model.ts';
import {
  codeEm,
  dateText,
  distinctText,
  isRemarkInBox,
  markingText,
  type PaperDocument,
  remarkText,
  termText,
} from './paper-document.ts';
import {
  NUMBER_EM,
  DAY_EM,
  listColumn,
  listField,
  listRow,
  type PaperBase,
  type PaperFonds,
  tablePaper,
} from './paper-parts.ts';

/** A number of a class that has no entry, and why. */
export interface NumberGap {
  term: string;
  section: string | null;
  /** 件号 as printed, first and last of a span. */
  from: string;
  to: string;
  reason: 'withdrawn' | 'unfiled' | 'renumbered' | 'unknown';
  /** Title and reason of the document that had it; empty where nothing is known. */
  detail: string;
}

/** What a catalogue and its cover are about. */
export interface CatalogueScope {
  fonds: PaperFonds;
  year: number;
  /** The one term or section asked for; null = all that there are. */
  term: string | null;
  section: string | null;
}

export interface CataloguePaper extends PaperBase, CatalogueScope {
  /** In the order of the catalogue. */
  documents: readonly PaperDocument[];
  gaps: readonly NumberGap[];
}

/** Terms that the catalogue covers, as printed. */
export function scopeTerms(t: Translate, { term, documents }: Pick<CataloguePaper, 'term' | 'documents'>): string {
  return distinctText(t, term === null ? documents.map((document) => termText(t, document.term)) : [termText(t, term)]);
}

/** 机构(问题) that the catalogue covers; null where its documents have no such level. */
export function scopeSections(
  t: Translate,
  { section, documents }: Pick<CataloguePaper, 'section' | 'documents'>,
): string | null {
  if (section !== null) return section;
  const names = documents.flatMap((document) => (document.section ? [document.section.name] : []));
  return names.length > 0 ? distinctText(t, names) : null;
}

/** One sentence for a number that is missing. */
export function gapText(t: Translate, gap: NumberGap): string {
  const numbers = gap.from === gap.to ? gap.from : t('papers.range', { from: gap.from, to: gap.to });
  const reason = t(`papers.gap.${gap.reason}`);
  const known = gap.detail === '' ? reason : t('papers.gapDetail', { reason, detail: gap.detail });
  const place = gap.section === null ? termText(t, gap.term) : `${termText(t, gap.term)} ${gap.section}`;
  return t('papers.gapSentence', { place, numbers, reason: known });
}

/** Builds the catalogue; pure. */
export function catalogueReport(paper: CataloguePaper): TableReport {
  const { documents, gaps, fonds, year, locale } = paper;
  const t = translator(locale);
  const section = scopeSections(t, paper);
  const head: ReportLine = [
    listField(t('papers.field.fondsCode'), fonds.code, { weight: 2 }),
    listField(t('papers.field.fondsName'), fonds.name, { weight: 5 }),
    listField(t('papers.field.year'), String(year), { weight: 2 }),
    listField(t('papers.field.term'), scopeTerms(t, paper), { weight: 3 }),
  ];
  return tablePaper(paper, {
    id: 'catalogue',
    title: t('papers.name.catalogue'),
    keywords: [String(year)],
    headLines: section === null ? [head] : [head, [listField(t('papers.field.section'), section)]],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('code', t('papers.column.code'), 46, { minimumEm: codeEm(documents) }),
      listColumn('documentNumber', t('papers.column.documentNumber'), 34, { minimumEm: NUMBER_EM }),
      listColumn('author', t('papers.column.author'), 34, { breaking: 'list' }),
      listColumn('title', t('papers.column.title'), 68, { minimumEm: 8 }),
      listColumn('date', t('papers.column.date'), 20, { align: 'center', minimumEm: DAY_EM }),
      listColumn('marking', t('papers.column.marking'), 11, { align: 'center' }),
      listColumn('pages', t('papers.column.pages'), 10, { align: 'center' }),
      listColumn('remark', t('papers.column.remark'), 14, { minimumEm: 3 }),
    ],
    rows: documents.map((document, index) =>
      listRow([
        index + 1,
        document.code,
        document.documentNumber,
        document.author,
        document.title,
        dateText(document),
        markingText(t, document),
        document.pages,
        remarkText(t, document),
      ]),
    ),
    notes: [
      ...(documents.some(isRemarkInBox) ? [t('papers.note.remarkInBox')] : []),
      ...(fonds.code === null ? [t('papers.note.fondsCodeMissing')] : []),
      ...gaps.map((gap) => gapText(t, gap)),
    ],
  });
}
