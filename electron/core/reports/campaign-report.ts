/** 全民终身学习活动周总结数据 (R12): what was held in the days of the campaign, by place and audience, and what was published. */
import type { ActivityMedium, Counts } from '#shared/features/activities.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import type { ReportRow, TableReport } from '#shared/report/model.ts';
import { countCells, countColumns, definitions, mustAddUp, repeatedIn } from './count-table.ts';
import { listColumn, listField, listRow, type PaperBase, tablePaper } from './paper-parts.ts';

export interface CountedLine {
  label: string;
  counts: Counts;
}

export interface CampaignPaper extends PaperBase {
  /** Days of the span, both included; null where it is of a row of the plan. */
  span: { from: string; to: string } | null;
  planRow: string | null;
  activities: readonly CountedLine[];
  places: readonly CountedLine[];
  audiences: readonly CountedLine[];
  media: readonly ActivityMedium[];
  total: Counts;
  /** Activities of the span that are not marked as held. */
  notHeld: number;
}

function part(t: Translate, name: string, lines: readonly CountedLine[], total: Counts): ReportRow[] {
  const counts = lines.map((line) => line.counts);
  mustAddUp(counts, total);
  return [
    ...lines.map(({ label, counts: line }) =>
      listRow([name, label === '' ? t('activities.notKnown') : label, ...countCells(line)], name),
    ),
    listRow([name, t('papers.column.sum'), ...countCells(total, repeatedIn(counts, total))], name),
  ];
}

/** Builds the numbers; pure. @throws {RangeError} where the lines do not add up. */
export function campaignReport(paper: CampaignPaper): TableReport {
  const { span, planRow, media, total, locale } = paper;
  const t = translator(locale);
  const published = t('activityPapers.part.media');
  const days = span === null ? null : t('papers.range', span);
  return tablePaper(paper, {
    id: 'campaign-report',
    title: t('papers.name.campaignReport'),
    keywords: [planRow, span?.from, span?.to].filter((word) => typeof word === 'string'),
    orientation: 'portrait',
    margins: 'official',
    headLines: [
      [listField(t('papers.field.reporter'), paper.unitName)],
      ...(planRow === null ? [] : [[listField(t('activityPapers.field.planRow'), planRow)]]),
      ...(days === null ? [] : [[listField(t('papers.field.span'), days)]]),
      [
        listField(
          t('activityPapers.field.counts'),
          t('activityPapers.campaignCounts', { ...total, media: media.length }),
        ),
      ],
    ],
    columns: [
      listColumn('part', t('activityPapers.column.part'), 19, { align: 'center', minimumEm: 3.2, merge: true }),
      listColumn('item', t('activityPapers.column.item'), 57, { minimumEm: 10 }),
      ...countColumns(t).map((column) => ({ ...column, weight: 16 })),
    ],
    rows: [
      ...part(t, t('activityPapers.part.activities'), paper.activities, total),
      ...part(t, t('activityPapers.part.places'), paper.places, total),
      ...part(t, t('activityPapers.part.audiences'), paper.audiences, total),
      ...media.map(({ publishedOn, medium, title, link }) =>
        listRow(
          [
            published,
            [publishedOn ?? '', medium, title, link].filter((text) => text !== '').join(t('papers.clauseSeparator')),
            ...countCells(null),
          ],
          published,
        ),
      ),
    ],
    notes: [
      ...definitions(t),
      ...(paper.notHeld === 0 ? [] : [t('activityPapers.note.notHeld', { count: paper.notHeld })]),
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
