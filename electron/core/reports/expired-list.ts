/** 到期档案清单: documents in place whose term is over on a day, to be appraised one by one (档案法实施条例 第二十四条). */
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { codeEm, isRemarkInBox, type PaperDocument, pageSum, remarkText, termText } from './paper-document.ts';
import {
  DAY_EM,
  dayDigits,
  dayValue,
  listColumn,
  listField,
  listRow,
  type PaperBase,
  type PaperFonds,
  tablePaper,
} from './paper-parts.ts';

export interface ExpiredPaper extends PaperBase {
  fonds: PaperFonds;
  /** ISO day that counts. */
  on: string;
  items: readonly { document: PaperDocument /** Last day of the term. */; endsOn: string }[];
}

/** Builds the list; pure. */
export function expiredListReport(paper: ExpiredPaper): TableReport {
  const { fonds, items, on } = paper;
  const t = translator(paper.locale);
  const documents = items.map(({ document }) => document);
  return tablePaper(paper, {
    id: 'expired-list',
    title: t('papers.name.expiredList'),
    keywords: [on],
    headLines: [
      [
        listField(t('papers.field.fondsCode'), fonds.code, { weight: 2 }),
        listField(t('papers.field.fondsName'), fonds.name, { weight: 4 }),
        listField(t('papers.field.until'), dayValue(on), { weight: 3 }),
        listField(
          t('papers.field.sum'),
          t('papers.itemsAndPages', { count: items.length, pages: pageSum(documents) }),
          { weight: 2 },
        ),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('code', t('papers.column.code'), 42, { minimumEm: codeEm(documents) }),
      listColumn('title', t('papers.column.title'), 80, { minimumEm: 8 }),
      listColumn('author', t('papers.column.author'), 34, { breaking: 'list' }),
      listColumn('year', t('papers.column.year'), 13, { align: 'center', minimumEm: 2.2 }),
      listColumn('term', t('papers.column.term'), 13, { align: 'center' }),
      listColumn('endsOn', t('papers.column.endsOn'), 19, { align: 'center', minimumEm: DAY_EM }),
      listColumn('pages', t('papers.column.pages'), 10, { align: 'center' }),
      listColumn('box', t('papers.column.box'), 10, { align: 'center' }),
      listColumn('remark', t('papers.column.remark'), 16, { minimumEm: 3 }),
    ],
    rows: items.map(({ document, endsOn }, index) =>
      listRow([
        index + 1,
        document.code,
        document.title,
        document.author,
        String(document.year),
        termText(t, document.term),
        dayDigits(endsOn),
        document.pages,
        document.box?.number ?? null,
        remarkText(t, document),
      ]),
    ),
    notes: [...(documents.some(isRemarkInBox) ? [t('papers.note.remarkInBox')] : []), t('papers.note.expired')],
  });
}
