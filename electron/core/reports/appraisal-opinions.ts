/** 档案鉴定意见表: for each document whose term is over, whether it is kept on and how long, or destroyed. */
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { codeEm, distinctText, type PaperDocument, termText } from './paper-document.ts';
import {
  DAY_EM,
  dayDigits,
  dayValue,
  listColumn,
  listField,
  listRow,
  type PaperBase,
  tablePaper,
} from './paper-parts.ts';

export interface AppraisedItem {
  document: PaperDocument;
  /** Last day of the term that is over. */
  oldEnd: string;
  /** null = not decided yet. */
  decision: 'keep' | 'destroy' | null;
  /** Last day of the new term, `permanent`, or null. */
  newEnd: string | null;
  reason: string;
  appraiser: string | null;
}

export interface AppraisalPaper extends PaperBase {
  name: string;
  leader: string;
  members: readonly string[];
  startedOn: string;
  closedOn: string | null;
  items: readonly AppraisedItem[];
}

/** Builds the table; pure. */
export function appraisalOpinionsReport(paper: AppraisalPaper): TableReport {
  const { items } = paper;
  const t = translator(paper.locale);
  const count = (decision: AppraisedItem['decision']): number =>
    items.filter((item) => item.decision === decision).length;
  const opinion = ({ decision, reason }: AppraisedItem): string =>
    [...(decision === null ? [] : [t(`papers.decision.${decision}`)]), reason.trim()]
      .filter((part) => part !== '')
      .join(t('papers.clauseSeparator'));
  const newTerm = (end: string | null): string =>
    end === null ? '' : end === 'permanent' ? t('papers.term.Y') : t('papers.untilDay', { day: dayDigits(end) });
  return tablePaper(paper, {
    id: 'appraisal-opinions',
    title: t('papers.name.appraisalOpinions'),
    keywords: [paper.name],
    headLines: [
      [
        listField(t('papers.field.appraisal'), paper.name, { weight: 3 }),
        listField(t('papers.field.startedOn'), dayValue(paper.startedOn), { weight: 2 }),
        listField(
          t('papers.field.result'),
          t('papers.appraisalCounts', {
            count: items.length,
            keep: count('keep'),
            destroy: count('destroy'),
            open: count(null),
          }),
          { weight: 4 },
        ),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('code', t('papers.column.code'), 42, { minimumEm: codeEm(items.map(({ document }) => document)) }),
      listColumn('title', t('papers.column.title'), 74, { minimumEm: 8 }),
      listColumn('year', t('papers.column.year'), 13, { align: 'center', minimumEm: 2.2 }),
      listColumn('term', t('papers.column.oldTerm'), 14, { align: 'center', minimumEm: 3.2 }),
      listColumn('oldEnd', t('papers.column.endsOn'), 19, { align: 'center', minimumEm: DAY_EM }),
      listColumn('decision', t('papers.column.decision'), 36, { minimumEm: 5 }),
      listColumn('newTerm', t('papers.column.newTerm'), 22, { align: 'center', minimumEm: 5.2 }),
      listColumn('appraiser', t('papers.column.appraiser'), 20, { align: 'center', breaking: 'list', minimumEm: 4.2 }),
    ],
    rows: items.map((item, index) =>
      listRow([
        index + 1,
        item.document.code,
        item.document.title,
        String(item.document.year),
        termText(t, item.document.term),
        dayDigits(item.oldEnd),
        opinion(item),
        newTerm(item.newEnd),
        item.appraiser,
      ]),
    ),
    closingLines: [
      [
        listField(t('papers.sign.appraisalHead'), paper.leader, { weight: 2 }),
        listField(t('papers.sign.members'), distinctText(t, paper.members), { weight: 4 }),
        listField(t('papers.sign.date'), dayValue(paper.closedOn), { weight: 2 }),
      ],
    ],
  });
}
