/** 活动登记表 (R3): all that the archive has of one activity, its evidence piece by piece, and what is missing. */
import type { Activity } from '#shared/features/activities.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import type { ReportRow, ReportValue, TableReport } from '#shared/report/model.ts';
import { cell, listColumn, listField, type PaperBase, tablePaper } from './paper-parts.ts';

export interface ActivitySheetPaper extends PaperBase {
  activity: Activity;
  /** Days as printed, and the names behind numbers. */
  days: string;
  category: string;
  planRow: string;
}

type Line = readonly [item: string, content: ReportValue];

function basics(t: Translate, { activity, days, category, planRow }: ActivitySheetPaper): Line[] {
  return [
    [t('activityPapers.column.activity'), cell(activity.title)],
    [t('activityPapers.column.date'), cell(days)],
    [t('activityPapers.field.time'), cell(activity.timeText)],
    [t('activityPapers.column.place'), cell(activity.place)],
    [t('activityPapers.column.hosts'), cell(activity.hosts.map(({ name }) => name).join(t('paper.unitSeparator')))],
    [t('activityPapers.column.category'), cell(category)],
    [
      t('activityPapers.column.audience'),
      cell(activity.audience === null ? null : t(`activities.audience.${activity.audience}`)),
    ],
    [t('activityPapers.field.planRow'), cell(planRow)],
    [t('activityPapers.column.state'), cell(t(`activities.state.${activity.state}`))],
    [
      t('activityPapers.field.minutes'),
      cell(activity.minutes === null ? null : t('activityPapers.minutes', { count: activity.minutes })),
    ],
    [t('activityPapers.field.money'), activity.money === null ? cell(null) : { kind: 'fen', value: activity.money }],
    [t('papers.column.remark'), cell(activity.remark)],
  ];
}

function counts(t: Translate, activity: Activity): Line[] {
  const { headCount, headCountMark, headCountPrinted } = activity;
  const printed =
    headCount === null || headCountMark === null ? '' : t(`activities.mark.${headCountMark}`, { count: headCount });
  return [
    [t('activityPapers.field.registered'), cell(activity.registered)],
    [t('activityPapers.column.personTimes'), cell(activity.personTimes)],
    [t('activityPapers.column.people'), cell(activity.people)],
    [t('activityPapers.field.headCount'), cell(headCountPrinted ?? printed)],
  ];
}

function evidence(t: Translate, { checklist, files }: Activity): Line[] {
  const other = files.filter(({ kind }) => kind === 'consent' || kind === 'other');
  const clause = t('papers.clauseSeparator');
  return [
    ...checklist.map(({ kind, state, evidence: names }): Line => {
      const stands = t(`activities.evidenceState.${state}`);
      return [
        t(`activities.evidence.${kind}`),
        cell(names.length === 0 ? stands : t('papers.labelled', { label: stands, value: names.join(clause) })),
      ];
    }),
    ...other.map(({ kind, name }): Line => [t(`activities.evidence.${kind}`), cell(name)]),
  ];
}

/** Builds the sheet; pure. */
export function activitySheetReport(paper: ActivitySheetPaper): TableReport {
  const { activity, locale } = paper;
  const t = translator(locale);
  const part = (name: string, lines: readonly Line[]): ReportRow[] =>
    lines.map(([item, content]) => ({ group: name, cells: [cell(name), cell(item), content] }));
  const media = activity.media.map(
    ({ publishedOn, medium, title, link }): Line => [
      publishedOn ?? '',
      cell([medium, title, link].filter((text) => text !== '').join(t('papers.clauseSeparator'))),
    ],
  );
  const missing = activity.checklist.filter(({ state }) => state === 'missing');
  const missingNames = missing.map(({ kind }) => t(`activities.evidence.${kind}`)).join(t('paper.unitSeparator'));
  const summary: Line[] = activity.summary
    .split(/\n+/u)
    .filter((text) => text.trim() !== '')
    .map((text, index) => [index === 0 ? t('activities.evidence.summary') : '', cell(text)]);
  return tablePaper(paper, {
    id: 'activity-sheet',
    title: t('papers.name.activitySheet'),
    keywords: [activity.title].filter((text) => text !== ''),
    orientation: 'portrait',
    margins: 'official',
    textSize: 'usual',
    headLines: [[listField(t('papers.field.unit'), paper.unitName)]],
    columns: [
      listColumn('part', t('activityPapers.column.part'), 22, { align: 'center', minimumEm: 4, merge: true }),
      listColumn('item', t('activityPapers.column.item'), 32, { align: 'center', minimumEm: 4 }),
      listColumn('content', t('activityPapers.column.content'), 102, { minimumEm: 12 }),
    ],
    rows: [
      ...part(t('activityPapers.part.basics'), basics(t, paper)),
      ...part(t('activityPapers.part.counts'), counts(t, activity)),
      ...part(t('activityPapers.part.evidence'), evidence(t, activity)),
      ...part(t('activityPapers.part.media'), media),
      ...part(t('activityPapers.part.summary'), summary),
    ],
    notes: [
      missing.length === 0
        ? t('activityPapers.note.complete')
        : t('activityPapers.note.missing', { names: missingNames }),
    ],
    closingLines: [
      [
        listField(t('papers.sign.filledBy'), null),
        listField(t('papers.sign.head'), null),
        listField(t('papers.sign.date'), null),
      ],
    ],
  });
}
