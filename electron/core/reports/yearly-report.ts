/**
 * Numbers of the 档案室基本情况年报: stock at both ends of a year, what came and what left, by term, and the use. Only what
 * the archive knows is printed. The stock equation must hold: 年末 = 年初 + 接收 − 移出 − 销毁.
 */
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { termText } from './paper-document.ts';
import { listColumn, listField, listRow, type PaperBase, type PaperFonds, tablePaper } from './paper-parts.ts';

/** Numbers of documents in 件, pages in 页. */
export interface YearlyStock {
  opening: number;
  received: number;
  transferred: number;
  destroyed: number;
  closing: number;
  closingPages: number;
  /** Of the closing stock: documents that have electronic files. */
  closingElectronic: number;
}

export interface YearlyPaper extends PaperBase {
  fonds: PaperFonds;
  year: number;
  /** By term, the longest first. */
  terms: readonly { term: string; stock: YearlyStock }[];
  /** Length of the boxes on the shelves by term, in mm; null = not known for that year. */
  shelf: ReadonlyMap<string, number> | null;
  /** 人次, 件次, pages copied. */
  use: { visits: number; items: number; copiedPages: number };
  /** Documents that have left the archive on a day that nobody has recorded; they are in none of the numbers. */
  undated: number;
  /** The day up to which was counted, where the year is not over yet. */
  countedTo: string | null;
}

const STOCK = [
  'opening',
  'received',
  'transferred',
  'destroyed',
  'closing',
  'closingPages',
  'closingElectronic',
] as const;
/** What the statistics ask of the staff; the register does not know it, so it is filled in by hand. */
const STAFF = ['fullTime', 'fullTimeWomen', 'partTime', 'trained'] as const;
const USE = ['visits', 'items', 'copiedPages'] as const;

/** Whether 年末 = 年初 + 接收 − 移出 − 销毁. */
export function stockEquationHolds({ opening, received, transferred, destroyed, closing }: YearlyStock): boolean {
  return closing === opening + received - transferred - destroyed;
}

/** Builds the numbers; pure. @throws {RangeError} where the stock equation does not hold: the reader is at fault. */
export function yearlyReport(paper: YearlyPaper): TableReport {
  const { terms, shelf, use, year } = paper;
  const t = translator(paper.locale);
  const broken = terms.find(({ stock }) => !stockEquationHolds(stock));
  if (broken) throw new RangeError(`the stock equation of ${broken.term} does not hold`);
  /** In metres; the backs of boxes are whole centimetres. */
  const metres = (mm: number): number => mm / 1000;
  const sum = (key: keyof YearlyStock): number => terms.reduce((total, { stock }) => total + stock[key], 0);
  return tablePaper(paper, {
    id: 'yearly-report',
    title: t('papers.yearlyTitle', { year }),
    keywords: [String(year)],
    orientation: 'portrait',
    margins: 'official',
    textSize: 'usual',
    headLines: [
      [
        listField(t('papers.field.reporter'), paper.fonds.name, { weight: 3 }),
        listField(t('papers.field.fondsCode'), paper.fonds.code, { weight: 2 }),
      ],
    ],
    columns: [
      listColumn('indicator', t('papers.column.indicator'), 56, { minimumEm: 8 }),
      listColumn('unit', t('papers.column.unit'), 14, { align: 'center', minimumEm: 2.7 }),
      listColumn('sum', t('papers.column.sum'), 22, { align: 'right', minimumEm: 3 }),
      ...terms.map(({ term }) => listColumn(term, termText(t, term), 20, { align: 'right', minimumEm: 2 })),
    ],
    rows: [
      ...STOCK.map((key) =>
        listRow([
          t(`papers.indicator.${key}`),
          t(key === 'closingPages' ? 'papers.unit.page' : 'papers.unit.item'),
          sum(key),
          ...terms.map(({ stock }) => stock[key]),
        ]),
      ),
      listRow([
        t('papers.indicator.shelf'),
        t('papers.unit.metre'),
        shelf && metres([...shelf.values()].reduce((total, mm) => total + mm, 0)),
        ...terms.map(({ term }) => shelf && metres(shelf.get(term) ?? 0)),
      ]),
      ...USE.map((key) =>
        listRow([t(`papers.indicator.${key}`), t(`papers.useUnit.${key}`), use[key], ...terms.map(() => null)]),
      ),
      ...STAFF.map((key) =>
        listRow([t(`papers.indicator.${key}`), t(`papers.staffUnit.${key}`), null, ...terms.map(() => null)]),
      ),
    ],
    notes: [
      t('papers.note.equation'),
      t(shelf ? 'papers.note.shelf' : 'papers.note.shelfUnknown'),
      t('papers.note.staff'),
      ...(paper.countedTo === null ? [] : [t('papers.note.countedTo', { day: paper.countedTo })]),
      ...(paper.undated === 0 ? [] : [t('papers.note.undated', { count: paper.undated })]),
    ],
    closingLines: [
      [
        listField(t('papers.sign.head'), null),
        listField(t('papers.sign.filledBy'), null),
        listField(t('papers.sign.reportedOn'), null),
      ],
    ],
  });
}
