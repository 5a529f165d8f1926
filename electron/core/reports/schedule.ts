/** R1, the 工作配档表 as a report: the published three columns, or five with progress and remark. */
import { formatMonthCell } from '#shared/lib/months.ts';
import type { PaperOptions, ScheduleRow } from '#shared/features/schedule.ts';
import { translator, type Locale, type Translate } from '#shared/i18n/index.ts';
import { type ReportColumn, type ReportRow, type TableReport, textValue } from '#shared/report/model.ts';

interface SchedulePaper {
  title: string;
  unitName: string;
  isExample: boolean;
  rows: readonly ScheduleRow[];
  options: PaperOptions;
  locale: Locale;
  /** ISO instant printed into the file's metadata. */
  createdAt: string;
}

/** Shares of the type area; the five columns of the landscape form give the activities the room. */
const WEIGHTS = {
  official: { month: 2, activity: 5, unit: 4, status: 0, remark: 0 },
  progress: { month: 2, activity: 7, unit: 4.6, status: 2, remark: 3 },
} as const;

function columns(t: Translate, form: PaperOptions['form']): ReportColumn[] {
  const weights = WEIGHTS[form];
  const column = (key: keyof typeof weights, align: ReportColumn['align'], minimumEm: number): ReportColumn => ({
    key,
    heading: t(`paper.column.${key}`),
    align,
    weight: weights[key],
    minimumEm,
    // Months alone are printed once for the rows they cover, as in the published paper.
    merge: key === 'month',
    // Centred columns hold names, broken between them.
    breaking: align === 'center' ? 'list' : 'text',
  });
  const official = [column('month', 'center', 5), column('activity', 'left', 10), column('unit', 'center', 8)];
  return form === 'official' ? official : [...official, column('status', 'center', 4), column('remark', 'left', 4)];
}

/** Units as printed in one cell: leads, then helpers with their mark. */
export function unitsText(t: Translate, row: Pick<ScheduleRow, 'units'>): string {
  return row.units
    .map(({ name, role }) => (role === 'lead' ? name : `${name}${t('paper.support')}`))
    .join(t('paper.unitSeparator'));
}

function statusText(t: Translate, row: ScheduleRow): string {
  const status = t(`paper.status.${row.status}`);
  return row.statusReason === '' ? status : t('paper.statusWithReason', { status, reason: row.statusReason });
}

/** Builds the report; pure. */
export function scheduleReport(paper: SchedulePaper): TableReport {
  const { options, locale } = paper;
  const t = translator(locale);
  const rows: ReportRow[] = paper.rows.map((row) => {
    const month = formatMonthCell(row.time);
    const official = [textValue(month), textValue(row.activity), textValue(unitsText(t, row))];
    return {
      group: month,
      cells:
        options.form === 'official' ? official : [...official, textValue(statusText(t, row)), textValue(row.remark)],
    };
  });
  return {
    kind: 'table',
    id: 'schedule',
    locale,
    annexLabel: options.annexLabel.trim() === '' ? null : options.annexLabel.trim(),
    title: paper.title,
    headLines: [],
    columns: columns(t, options.form),
    rows,
    textSize: 'usual',
    notes: [],
    closingLines: [],
    orientation: options.orientation,
    exampleLabel: paper.isExample ? t('paper.example') : null,
    metadata: {
      author: paper.unitName,
      subject: t('paper.subject', { year: options.year }),
      keywords: [String(options.year)],
      createdAt: paper.createdAt,
    },
  };
}
