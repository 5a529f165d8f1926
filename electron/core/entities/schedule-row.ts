/** A row of the year plan with the units that it names. */
import { MonthPart } from '#shared/features/reading.ts';
import type { RowTime } from '#shared/features/schedule.ts';
import { formatMonthCell } from '#shared/lib/months.ts';
import { z } from '#shared/lib/zod.ts';
import { all, one, run, type ReadDb } from '../db/sql.ts';
import { replaceList, upsert, type Entity } from './entity.ts';

export const ScheduleRowColumns = z.object({
  id: z.int(),
  uid: z.string(),
  year: z.int(),
  position: z.int(),
  month_start: z.int().nullable(),
  month_end: z.int().nullable(),
  year_offset: z.int(),
  end_next_year: z.int(),
  deadline_month: z.int().nullable(),
  part: z.string().nullable(),
  day: z.int().nullable(),
  week: z.string().nullable(),
  date_start: z.string().nullable(),
  date_end: z.string().nullable(),
  activity: z.string(),
  status: z.string(),
  status_reason: z.string(),
  done_on: z.string().nullable(),
  remark: z.string(),
  needs_review: z.int(),
  source_line: z.int().nullable(),
  source_text: z.string().nullable(),
  withdrawn: z.int(),
  withdrawn_reason: z.string().nullable(),
  version: z.int(),
});
export type ScheduleRowColumns = z.infer<typeof ScheduleRowColumns>;

/** Columns of schedule_row in the order of the schema above. */
export const SCHEDULE_ROW_COLUMNS = Object.keys(ScheduleRowColumns.shape).join(', ');

export const UnitColumns = z.object({ role: z.string(), name: z.string(), organisation_id: z.int().nullable() });
const READ_ROW = `SELECT ${SCHEDULE_ROW_COLUMNS} FROM schedule_row WHERE id = ?`;

export type UnitColumns = z.infer<typeof UnitColumns>;
export type ScheduleRowImage = ScheduleRowColumns & { units: UnitColumns[] };

/** Units of one row in printed order. */
function unitsOf(db: ReadDb, key: number): UnitColumns[] {
  return all(
    db,
    UnitColumns,
    'SELECT role, name, organisation_id FROM schedule_row_unit WHERE row_id = ? ORDER BY position',
    key,
  );
}

/** When a stored row happens, as people see it. */
export function timeOf(columns: ScheduleRowColumns): RowTime {
  return {
    monthStart: columns.month_start,
    monthEnd: columns.month_end,
    yearOffset: columns.year_offset,
    endNextYear: columns.end_next_year === 1,
    deadlineMonth: columns.deadline_month,
    part: columns.part === null ? null : MonthPart.parse(columns.part),
    day: columns.day,
    week: columns.week,
    dateStart: columns.date_start,
    dateEnd: columns.date_end,
  };
}

/** When the row happens, as exactly as the plan says: a day, a month or the year. */
function searchDate({ year, year_offset, month_start, date_start }: ScheduleRowImage): string {
  if (date_start !== null) return date_start;
  const begins = String(year + year_offset);
  return month_start === null ? begins : `${begins}-${String(month_start).padStart(2, '0')}`;
}

export const scheduleRowEntity: Entity<ScheduleRowImage> = {
  name: 'schedule_row',
  read(db, key) {
    const columns = one(db, ScheduleRowColumns, READ_ROW, key);
    return columns ? { ...columns, units: unitsOf(db, key) } : null;
  },
  write(db, { units, ...columns }, before) {
    upsert(db, 'schedule_row', 'id', columns);
    replaceList(db, before?.units ?? null, units, {
      clear: 'DELETE FROM schedule_row_unit WHERE row_id = ?',
      key: columns.id,
      insert: (unit, position) =>
        run(
          db,
          1,
          'INSERT INTO schedule_row_unit (row_id, position, role, name, organisation_id) VALUES (?, ?, ?, ?, ?)',
          columns.id,
          position,
          unit.role,
          unit.name,
          unit.organisation_id,
        ),
    });
  },
  keyOf: (image) => image.id,
  keys: (db) => all(db, z.object({ id: z.int() }), 'SELECT id FROM schedule_row ORDER BY id').map(({ id }) => id),
  withdrawn: (image) => ({ ...image, withdrawn: 1 }),
  searchEntry: (image) =>
    image.withdrawn === 1
      ? null
      : {
          kind: 'schedule_row',
          id: image.id,
          date: searchDate(image),
          title: image.activity,
          numbers: '',
          people: image.units.map(({ name }) => name).join('\n'),
          // The year and the month cell too: “2021 防疫” is how people ask for a row.
          body: [`${image.year}年${formatMonthCell(timeOf(image))}`, image.remark, image.status_reason]
            .filter((text) => text !== '')
            .join('\n'),
          year: image.year,
          term: null,
          // The one that leads it: a record counts once in each facet.
          unit: (image.units.find(({ role }) => role === 'lead') ?? image.units[0])?.name ?? null,
          state: image.status,
        },
};
