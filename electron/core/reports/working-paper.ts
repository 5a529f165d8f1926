/** 审计工作底稿: findings with their evidence and opinion, as a draft to be put into the audit office's own form. */
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { auditFields, auditHead, type AuditPaper, indexNumber } from './audit-paper.ts';
import { dayValue, listColumn, listField, listRow, tablePaper } from './paper-parts.ts';

export interface WorkingPaper extends AuditPaper {
  project: string;
  items: readonly { category: string; content: string; reference: string; opinion: string }[];
  preparedBy: string;
  reviewedBy: string;
  on: string;
}

/** Builds the paper; pure. */
export function workingPaperReport(paper: WorkingPaper): TableReport {
  const t = translator(paper.locale);
  return tablePaper(paper, {
    id: 'working-paper',
    title: t('papers.name.workingPaper'),
    keywords: [paper.project, indexNumber(paper, 'workingPaper')],
    runningHead: auditHead(paper, 'workingPaper', 'draft'),
    headLines: [auditFields(paper, 'workingPaper'), [listField(t('fundingPapers.field.project'), paper.project)]],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('category', t('fundingPapers.column.category'), 32, { minimumEm: 5 }),
      listColumn('content', t('fundingPapers.column.finding'), 108, { minimumEm: 14 }),
      listColumn('reference', t('fundingPapers.column.reference'), 37, { breaking: 'list', minimumEm: 7 }),
      listColumn('opinion', t('fundingPapers.column.opinion'), 60, { minimumEm: 8 }),
    ],
    rows: paper.items.map(({ category, content, reference, opinion }, index) =>
      listRow([index + 1, category, content, reference, opinion]),
    ),
    leastRowHeight: 12,
    notes: [t('fundingPapers.note.drafted')],
    closingLines: [
      [listField(t('fundingPapers.field.reviewOpinion'), null)],
      [
        listField(t('fundingPapers.field.preparedBy'), paper.preparedBy),
        listField(t('fundingPapers.field.preparedOn'), dayValue(paper.on)),
        listField(t('fundingPapers.field.reviewedBy'), paper.reviewedBy),
        listField(t('fundingPapers.field.reviewedOn'), null),
      ],
    ],
  });
}
