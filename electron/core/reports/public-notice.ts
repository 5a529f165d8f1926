/** 公示名单 (U10): name, unit or village, award. Nothing else of a person comes into this builder. */
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { dayValue, listColumn, listField, listRow, type PaperBase, tablePaper } from './paper-parts.ts';

export interface PublicNoticePaper extends PaperBase {
  award: string;
  /** First and last day of the notice, and its working days. */
  from: string;
  to: string;
  days: number;
  people: readonly { name: string; unit: string | null }[];
}

/** Builds the notice; pure. */
export function publicNoticeReport(paper: PublicNoticePaper): TableReport {
  const { award, from, to, days, people, locale, unitName } = paper;
  const t = translator(locale);
  return tablePaper(paper, {
    id: 'public-notice',
    title: t('papers.name.publicNotice'),
    keywords: [award],
    orientation: 'portrait',
    margins: 'official',
    textSize: 'usual',
    headLines: [
      [listField(t('activityPapers.field.award'), award)],
      [listField(t('activityPapers.field.notice'), t('activityPapers.noticeDays', { from, to, days }))],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 14, { align: 'center', minimumEm: 2.4 }),
      listColumn('name', t('participants.field.name'), 34, { align: 'center', minimumEm: 5 }),
      listColumn('unit', t('activityPapers.column.unitOrVillage'), 62, { breaking: 'list', minimumEm: 8 }),
      listColumn('award', t('activityPapers.column.award'), 46, { minimumEm: 8 }),
    ],
    rows: people.map(({ name, unit }, index) => listRow([index + 1, name, unit, award])),
    notes: [t('activityPapers.note.notice', { unit: unitName }), t('activityPapers.note.holidays')],
    closingLines: [[listField('', unitName, { align: 'right' })], [listField('', dayValue(from), { align: 'right' })]],
  });
}
