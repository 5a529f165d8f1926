/** 档案移交清册: what is handed over to the archive, item by item, with the heads and clerks of both sides below. */
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import {
  codeEm,
  dateText,
  distinctText,
  markingText,
  type PaperDocument,
  pageSum,
  remarkText,
  termText,
} from './paper-document.ts';
import {
  NUMBER_EM,
  DAY_EM,
  dayValue,
  listColumn,
  listField,
  listRow,
  type PaperBase,
  type PaperFonds,
  tablePaper,
} from './paper-parts.ts';

export interface TransferPaper extends PaperBase {
  fonds: PaperFonds;
  /** 清册编号 */
  number: string;
  receiver: string;
  transferredOn: string | null;
  documents: readonly PaperDocument[];
  /** Electronic files of the documents. */
  files: { count: number; bytes: number };
  giverHead: string | null;
  giverClerk: string | null;
  receiverHead: string | null;
  receiverClerk: string | null;
  /** 移出说明 and 接收意见; empty where nothing was written. */
  note: string;
  opinion: string;
}

const MEBIBYTE = 1024 * 1024;

/** Builds the list; pure. */
export function transferListReport(paper: TransferPaper): TableReport {
  const { documents, fonds, files, locale } = paper;
  const t = translator(locale);
  const years = documents.map(({ year }) => year);
  const first = Math.min(...years);
  const last = Math.max(...years);
  const media = (['paper', 'electronic', 'both'] as const).filter((medium) =>
    documents.some((document) => document.medium === medium),
  );
  const categories = documents.map(({ category }) => t(`documents.category.${category}`));
  const size =
    files.count === 0 ? '' : t('papers.fileSize', { count: files.count, size: (files.bytes / MEBIBYTE).toFixed(2) });
  const sign = (label: string, name: string | null) => listField(label, name);
  return tablePaper(paper, {
    id: 'transfer-list',
    title: t('papers.name.transferList'),
    keywords: [paper.number],
    headLines: [
      [
        listField(t('papers.field.giver'), fonds.name, { weight: 5 }),
        listField(t('papers.field.receiver'), paper.receiver, { weight: 4 }),
        listField(t('papers.field.transferredOn'), dayValue(paper.transferredOn), { weight: 3 }),
        listField(t('papers.field.listNumber'), paper.number, { weight: 3 }),
      ],
      [
        listField(t('papers.field.fondsCode'), fonds.code, { weight: 2 }),
        listField(t('papers.field.category'), distinctText(t, categories), { weight: 3 }),
        listField(
          t('papers.field.years'),
          first === last ? String(first) : t('papers.range', { from: first, to: last }),
          { weight: 3 },
        ),
        listField(t('papers.field.itemCount'), t('papers.itemsOf', { count: documents.length }), { weight: 3 }),
        listField(t('papers.field.pageCount'), t('papers.pagesOf', { pages: pageSum(documents) }), { weight: 3 }),
      ],
      [
        listField(
          t('papers.field.medium'),
          distinctText(
            t,
            media.map((medium) => t(`documents.medium.${medium}`)),
          ),
          { weight: 5 },
        ),
        listField(t('papers.field.fileSize'), size, { weight: 9 }),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 9, { align: 'center' }),
      listColumn('code', t('papers.column.code'), 46, { minimumEm: codeEm(documents) }),
      listColumn('documentNumber', t('papers.column.documentNumber'), 34, { minimumEm: NUMBER_EM }),
      listColumn('author', t('papers.column.author'), 24, { breaking: 'list', minimumEm: 5 }),
      listColumn('title', t('papers.column.title'), 52, { minimumEm: 8 }),
      listColumn('date', t('papers.column.date'), 18, { align: 'center', minimumEm: DAY_EM }),
      listColumn('marking', t('papers.column.marking'), 10, { align: 'center' }),
      listColumn('term', t('papers.column.term'), 12, { align: 'center', minimumEm: 2.3 }),
      listColumn('pages', t('papers.column.pages'), 9, { align: 'center' }),
      listColumn('box', t('papers.column.box'), 9, { align: 'center' }),
      listColumn('accessMark', t('papers.column.accessMark'), 13, { align: 'center', minimumEm: 3.2 }),
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
        termText(t, document.term),
        document.pages,
        document.box?.number ?? null,
        t(`documents.accessMark.${document.accessMark}`),
        // That it was handed over is what the list says.
        remarkText(t, { ...document, state: 'filed' }),
      ]),
    ),
    notes: [
      ...(paper.note.trim() === ''
        ? []
        : [t('papers.labelled', { label: t('papers.field.giverNote'), value: paper.note.trim() })]),
      ...(paper.opinion.trim() === ''
        ? []
        : [t('papers.labelled', { label: t('papers.field.receiverOpinion'), value: paper.opinion.trim() })]),
    ],
    closingLines: [
      [
        sign(t('papers.sign.giverHead'), paper.giverHead),
        sign(t('papers.sign.giverClerk'), paper.giverClerk),
        sign(t('papers.sign.receiverHead'), paper.receiverHead),
        sign(t('papers.sign.receiverClerk'), paper.receiverClerk),
      ],
      [
        sign(t('papers.sign.giverSeal'), null),
        listField(t('papers.sign.date'), null),
        sign(t('papers.sign.receiverSeal'), null),
        listField(t('papers.sign.date'), null),
      ],
    ],
  });
}
