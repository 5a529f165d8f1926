/** 年度活动统计: the year by everything it is broken down by, one part below the other; the figures are those of the screen. */
import { Breakdown, type Statistics } from '#shared/features/activities.ts';
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { countCells, countColumns, definitions } from './count-table.ts';
import { listColumn, listField, listRow, type PaperBase, tablePaper } from './paper-parts.ts';

export interface YearStatisticsPaper extends PaperBase {
  statistics: Statistics;
  countedTo: string | null;
}

/** Builds the paper; pure. */
export function yearStatisticsReport(paper: YearStatisticsPaper): TableReport {
  const { year, total, breakdowns } = paper.statistics;
  const t = translator(paper.locale);
  return tablePaper(paper, {
    id: 'statistics-report',
    title: t('activityPapers.title.statisticsReport', { year }),
    keywords: [String(year)],
    orientation: 'portrait',
    margins: 'official',
    headLines: [[listField(t('papers.field.reporter'), paper.unitName)]],
    columns: [
      listColumn('part', t('activityPapers.column.breakdown'), 19, { align: 'center', minimumEm: 3.2, merge: true }),
      listColumn('item', t('activityPapers.column.item'), 57, { minimumEm: 10 }),
      ...countColumns(t).map((column) => ({ ...column, weight: 16 })),
    ],
    rows: [
      listRow([t('papers.column.sum'), null, ...countCells(total, 0)], t('papers.column.sum')),
      ...Breakdown.options.flatMap((name) => {
        const { lines, repeated } = breakdowns[name];
        const part = t(`activities.breakdown.${name}`);
        const known = lines.map((line) =>
          listRow([part, line.label === '' ? t('activities.notKnown') : line.label, ...countCells(line)], part),
        );
        if (lines.length === 0) return [];
        return [...known, listRow([part, t('activityPapers.repeatedLine'), null, null, null, repeated, null], part)];
      }),
    ],
    notes: [
      ...definitions(t),
      t('activities.definition.age'),
      t('activityPapers.note.personBreakdowns'),
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
