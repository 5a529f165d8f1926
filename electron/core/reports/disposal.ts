/**
 * 档案销毁清册: its cover, which those sign who appraised, approved and supervised, and the list item by item with 应保管期限 and
 * 已保管期限. Documents taken off the list are named below it with the reason.
 */
import { translator } from '#shared/i18n/index.ts';
import { keptYears } from '#shared/lib/archives/retention.ts';
import { formBox, type FormReport, type TableReport, textValue } from '#shared/report/model.ts';
import { coverFields } from './cover-fields.ts';
import { codeEm, type PaperDocument, pageSum, termText } from './paper-document.ts';
import {
  NUMBER_EM,
  dayValue,
  formPaper,
  listColumn,
  listField,
  listRow,
  type PaperBase,
  type PaperFonds,
  tablePaper,
} from './paper-parts.ts';

export interface DisposalPaper extends PaperBase {
  fonds: PaperFonds;
  /** 清册编号 */
  number: string;
  /** Head of the 鉴定小组. */
  leader: string;
  approver: string | null;
  approvedOn: string | null;
  supervisors: readonly [string | null, string | null];
  /** 销毁方式 and where. */
  method: string | null;
  place: string | null;
  destroyedOn: string | null;
  /** ISO day up to which the years kept are counted: that of destruction, else of approval, else of printing. */
  countedOn: string;
  items: readonly { document: PaperDocument; reason: string }[];
  /** Taken off the list, with the reason. */
  excluded: readonly { document: PaperDocument; reason: string }[];
}

/** mm on an upright A4. */
const TITLE = { x: 28, y: 45, width: 154, height: 20 };
const FIELDS = { x: 30, y: 84, label: 56, value: 92, height: 15 };

/** Builds the cover; pure. */
export function disposalCoverReport(paper: DisposalPaper): FormReport {
  const { fonds, items } = paper;
  const t = translator(paper.locale);
  const [one, two] = paper.supervisors;
  const pages = pageSum(items.map(({ document }) => document));
  const title = t('papers.name.disposalList');
  return formPaper(paper, {
    id: 'disposal-cover',
    title: t('papers.name.disposalCover'),
    keywords: [paper.number],
    pages: [
      {
        boxes: [
          formBox({ name: title, ...TITLE, value: textValue(title), font: 'title', fontSize: 30, frame: 'none' }),
          ...coverFields(
            FIELDS,
            [
              { label: t('papers.field.fondsCode'), value: fonds.code ?? '' },
              { label: t('papers.field.fondsName'), value: fonds.name },
              { label: t('papers.field.listNumber'), value: paper.number },
              {
                label: t('papers.field.destroyedCount'),
                value: t('papers.itemsAndPages', { count: items.length, pages }),
              },
              { label: t('papers.sign.appraisalHead'), value: paper.leader },
              { label: t('papers.sign.date'), value: '' },
              { label: t('papers.sign.approver'), value: paper.approver ?? '' },
              { label: t('papers.sign.approvedOn'), value: dayValue(paper.approvedOn) },
              { label: t('papers.sign.supervisorOne'), value: one ?? '' },
              { label: t('papers.sign.supervisorTwo'), value: two ?? '' },
              {
                label: t('papers.field.method'),
                value: [paper.method, paper.place].filter((part) => part !== null).join(t('papers.clauseSeparator')),
              },
              { label: t('papers.field.destroyedOn'), value: dayValue(paper.destroyedOn) },
            ],
            14,
          ),
        ],
      },
    ],
  });
}

/** Builds the list; pure. */
export function disposalListReport(paper: DisposalPaper): TableReport {
  const { fonds, items, excluded } = paper;
  const t = translator(paper.locale);
  const pages = pageSum(items.map(({ document }) => document));
  return tablePaper(paper, {
    id: 'disposal-list',
    title: t('papers.name.disposalList'),
    keywords: [paper.number],
    headLines: [
      [
        listField(t('papers.field.fondsCode'), fonds.code, { weight: 2 }),
        listField(t('papers.field.fondsName'), fonds.name, { weight: 5 }),
        listField(t('papers.field.listNumber'), paper.number, { weight: 3 }),
        listField(t('papers.field.destroyedCount'), t('papers.itemsAndPages', { count: items.length, pages }), {
          weight: 3,
        }),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('title', t('papers.column.title'), 60, { minimumEm: 8 }),
      listColumn('year', t('papers.column.year'), 13, { align: 'center', minimumEm: 2.2 }),
      listColumn('code', t('papers.column.code'), 42, { minimumEm: codeEm(items.map(({ document }) => document)) }),
      listColumn('author', t('papers.column.author'), 30, { breaking: 'list' }),
      listColumn('documentNumber', t('papers.column.documentNumber'), 30, { minimumEm: NUMBER_EM }),
      listColumn('term', t('papers.column.termDue'), 14, { align: 'center', minimumEm: 3.2 }),
      listColumn('kept', t('papers.column.termKept'), 14, { align: 'center', minimumEm: 3.2 }),
      listColumn('pages', t('papers.column.pages'), 10, { align: 'center' }),
      listColumn('remark', t('papers.column.disposalReason'), 24, { minimumEm: 4 }),
    ],
    rows: items.map(({ document, reason }, index) =>
      listRow([
        index + 1,
        document.title,
        String(document.year),
        document.code,
        document.author,
        document.documentNumber,
        termText(t, document.term),
        t('papers.yearsOf', { years: keptYears(document.year, paper.countedOn) }),
        document.pages,
        reason,
      ]),
    ),
    notes: excluded.map(({ document, reason }) =>
      t('papers.note.excluded', { code: document.code, title: document.title, reason }),
    ),
    closingLines: [
      [
        listField(t('papers.sign.approver'), paper.approver),
        listField(t('papers.sign.supervisorOne'), paper.supervisors[0]),
        listField(t('papers.sign.supervisorTwo'), paper.supervisors[1]),
        listField(t('papers.field.destroyedOn'), dayValue(paper.destroyedOn)),
      ],
    ],
  });
}
