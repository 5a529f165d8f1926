/** Above the review of a plan: which table, which year, and what becomes of the rows that the year has already. */
import { Radio, Select } from 'antd';
import type { ScheduleReading } from '#shared/features/reading.ts';
import { Year } from '#shared/features/schedule.ts';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { TableChoice } from './table-choice.tsx';
import type { Tables } from './use-tables.ts';

interface Props {
  reading: ScheduleReading;
  readings: readonly ScheduleReading[];
  tables: Tables;
  year: number | null;
  years: readonly { year: number }[];
  /** Rows that the chosen year has. */
  existing: number;
  mode: 'append' | 'replace' | null;
  onYear: (year: number) => void;
  onMode: (mode: 'append' | 'replace') => void;
}

export function PlanSettings(props: Props) {
  const { reading, readings, tables, year, years, existing, mode, onYear, onMode } = props;
  const { t } = useT();
  const today = useToday();
  const candidates = reading.year_candidates ?? [];
  return (
    <>
      <TableChoice
        tables={tables}
        labels={readings.map((one, index) =>
          t('schedule.import.tableOption', {
            number: index + 1,
            title: one.title ?? t('schedule.import.untitled'),
            count: one.row_count,
          }),
        )}
      />
      <div className="field-inline">
        <label htmlFor="review-year">{t('shell.year.label')}</label>
        <Select
          id="review-year"
          showSearch
          value={year}
          placeholder={t('review.chooseYear')}
          status={year === null ? 'error' : ''}
          popupMatchSelectWidth={160}
          onChange={onYear}
          options={yearOptions(reading.year, candidates, years, today).map((value) => ({
            value,
            label: candidates.includes(value)
              ? t('schedule.import.candidate', { year: value })
              : t('shell.year.option', { year: value }),
          }))}
        />
      </div>
      {existing > 0 && (
        <Radio.Group
          value={mode}
          onChange={(event) => onMode(event.target.value === 'append' ? 'append' : 'replace')}
          options={[
            { value: 'append', label: t('schedule.import.append', { count: existing }) },
            { value: 'replace', label: t('schedule.import.replace', { count: existing }) },
          ]}
        />
      )}
    </>
  );
}

/** The reading's year and candidates first, then the archive's years and those around today. */
function yearOptions(
  read: number | null,
  candidates: readonly number[],
  years: readonly { year: number }[],
  today: Date,
): number[] {
  const now = today.getFullYear();
  const around = Array.from({ length: 16 }, (_, index) => now + 2 - index);
  const all = [...(read === null ? [] : [read]), ...candidates, ...years.map(({ year }) => year), ...around];
  return [...new Set(all)].filter((year) => Year.safeParse(year).success);
}
