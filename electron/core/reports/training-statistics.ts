/** 培训统计 (R6): category by audience, a subtotal for each branch of the categories; every column adds up. */
import type { Counts } from '#shared/features/activities.ts';
import { translator } from '#shared/i18n/index.ts';
import type { ReportRow, TableReport } from '#shared/report/model.ts';
import { countCells, countColumns, definitions, mustAddUp, repeatedIn } from './count-table.ts';
import { listColumn, listField, listRow, type PaperBase, tablePaper } from './paper-parts.ts';

export interface TrainingLine {
  /** Category with those above it, below its branch; empty = the branch itself. */
  category: string;
  audience: string;
  counts: Counts;
}

export interface TrainingBranch {
  name: string;
  lines: readonly TrainingLine[];
  subtotal: Counts;
}

export interface TrainingPaper extends PaperBase {
  year: number;
  /** In the order of the categories; what has none comes last. */
  branches: readonly TrainingBranch[];
  total: Counts;
  /** The day up to which was counted, where the year is not over yet. */
  countedTo: string | null;
}

/** Builds the statistics; pure. @throws {RangeError} where the lines do not add up. */
export function trainingStatisticsReport(paper: TrainingPaper): TableReport {
  const { branches, total, year, locale } = paper;
  const t = translator(locale);
  const everyLine = branches.flatMap(({ lines }) => lines.map(({ counts }) => counts));
  mustAddUp(everyLine, total);
  for (const { lines, subtotal } of branches) {
    mustAddUp(
      lines.map(({ counts }) => counts),
      subtotal,
    );
  }
  const rows = branches.flatMap(({ name, lines, subtotal }): ReportRow[] => [
    ...lines.map(({ category, audience, counts }) =>
      listRow([category === '' ? name : category, audience, ...countCells(counts)], name),
    ),
    ...(lines.length < 2
      ? []
      : [
          listRow(
            [
              t('activityPapers.subtotal', { name }),
              null,
              ...countCells(
                subtotal,
                repeatedIn(
                  lines.map(({ counts }) => counts),
                  subtotal,
                ),
              ),
            ],
            name,
          ),
        ]),
  ]);
  return tablePaper(paper, {
    id: 'training-statistics',
    title: t('activityPapers.title.trainingStatistics', { year }),
    keywords: [String(year)],
    orientation: 'portrait',
    margins: 'official',
    headLines: [[listField(t('papers.field.reporter'), paper.unitName)]],
    columns: [
      listColumn('category', t('activityPapers.column.category'), 42, { minimumEm: 7, merge: true }),
      listColumn('audience', t('activityPapers.column.audience'), 29, { minimumEm: 6 }),
      ...countColumns(t),
    ],
    rows: [...rows, listRow([t('papers.column.sum'), null, ...countCells(total, repeatedIn(everyLine, total))])],
    notes: [
      ...definitions(t),
      ...(paper.countedTo === null ? [] : [t('papers.note.countedTo', { day: paper.countedTo })]),
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
