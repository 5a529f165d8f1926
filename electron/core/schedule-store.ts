/**
 * Rows of the year plan in the database: reading them as people see them, inserting and re-ordering them. Positions are
 * sparse integers, so that a row moved or inserted changes itself alone; only a gap that is used up renumbers the year.
 */
import { AppError } from '#shared/errors.ts';
import {
  NO_TIME,
  RowStatus,
  UnitRole,
  type ScheduleFields,
  type ScheduleFilter,
  type ScheduleRow,
  type UnitMention,
} from '#shared/features/schedule.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from './context.ts';
import { all, value, type ReadDb, type SqlValue } from './db/sql.ts';
import {
  SCHEDULE_ROW_COLUMNS,
  ScheduleRowColumns,
  scheduleRowEntity,
  timeOf,
  UnitColumns,
  type ScheduleRowImage,
} from './entities/schedule-row.ts';
import { unitDirectory, type UnitDirectory } from './unit-directory.ts';

/** Distance of neighbouring positions in a fresh year. */
const GAP = 1024;

/** A stored row as people see it. */
export function rowOf(columns: ScheduleRowColumns, units: readonly UnitColumns[]): ScheduleRow {
  return {
    id: columns.id,
    uid: columns.uid,
    year: columns.year,
    position: columns.position,
    time: timeOf(columns),
    activity: columns.activity,
    units: units.map((unit) => ({
      name: unit.name,
      role: UnitRole.parse(unit.role),
      organisationId: unit.organisation_id,
    })),
    status: RowStatus.parse(columns.status),
    statusReason: columns.status_reason,
    doneOn: columns.done_on,
    remark: columns.remark,
    needsReview: columns.needs_review === 1,
    sourceLine: columns.source_line,
    sourceText: columns.source_text,
    version: columns.version,
  };
}

/** SQL condition of a filter over `r`, with its values. Sort and names are fixed; only values vary. */
function condition(year: number, filter: ScheduleFilter): { where: string; values: SqlValue[] } {
  const parts = ['r.year = ?', 'r.withdrawn = 0'];
  const values: SqlValue[] = [year];
  if (filter.month !== undefined) {
    parts.push(
      '(r.month_start <= ? AND (r.end_next_year = 1 OR r.month_end >= ?) OR (r.end_next_year = 1 AND r.month_end >= ?))',
    );
    values.push(filter.month, filter.month, filter.month);
  }
  if (filter.organisationId !== undefined) {
    parts.push('EXISTS (SELECT 1 FROM schedule_row_unit u WHERE u.row_id = r.id AND u.organisation_id = ?)');
    values.push(filter.organisationId);
  }
  if (filter.status !== undefined) {
    parts.push('r.status = ?');
    values.push(filter.status);
  }
  if (filter.text !== undefined && filter.text.trim() !== '') {
    const pattern = `%${filter.text.trim().replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
    parts.push(
      `(r.activity LIKE ? ESCAPE '\\' OR r.remark LIKE ? ESCAPE '\\'
        OR EXISTS (SELECT 1 FROM schedule_row_unit u WHERE u.row_id = r.id AND u.name LIKE ? ESCAPE '\\'))`,
    );
    values.push(pattern, pattern, pattern);
  }
  return { where: parts.join(' AND '), values };
}

/** Rows of a year in the plan's order, with the number of all that the filter lets through. */
export function listRows(
  db: ReadDb,
  year: number,
  filter: ScheduleFilter,
  offset: number,
  limit: number,
): { total: number; rows: ScheduleRow[] } {
  const { where, values } = condition(year, filter);
  const total = value(db, z.int(), `SELECT count(*) FROM schedule_row r WHERE ${where}`, ...values);
  const columns = all(
    db,
    ScheduleRowColumns,
    `SELECT ${SCHEDULE_ROW_COLUMNS} FROM schedule_row r WHERE ${where} ORDER BY r.position, r.id LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  );
  const units = new Map<number, UnitColumns[]>();
  const mentions = all(
    db,
    UnitColumns.extend({ row_id: z.int() }),
    `SELECT u.row_id, u.role, u.name, u.organisation_id FROM schedule_row_unit u
     WHERE u.row_id IN (SELECT r.id FROM schedule_row r WHERE ${where} ORDER BY r.position, r.id LIMIT ? OFFSET ?)
     ORDER BY u.row_id, u.position`,
    ...values,
    limit,
    offset,
  );
  for (const mention of mentions) {
    const list = units.get(mention.row_id);
    if (list) list.push(mention);
    else units.set(mention.row_id, [mention]);
  }
  return { total, rows: columns.map((row) => rowOf(row, units.get(row.id) ?? [])) };
}

/** One row as people see it. Throws record/not_found. */
export function readRow(db: ReadDb, id: number): { image: ScheduleRowImage; row: ScheduleRow } {
  const image = scheduleRowEntity.read(db, id);
  if (!image || image.withdrawn === 1) throw new AppError('record/not_found', { id });
  return { image, row: rowOf(image, image.units) };
}

/** Unit columns of printed names: the link that the caller gives, else the exact match, else none. */
function unitColumns(directory: UnitDirectory, units: readonly UnitMention[]): UnitColumns[] {
  if (units.length === 0) return [];
  const known = new Set(directory.units.map(({ id }) => id));
  return units.map(({ name, role, organisationId }) => {
    if (organisationId !== null && !known.has(organisationId))
      throw new AppError('record/not_found', { id: organisationId });
    return { role, name, organisation_id: organisationId ?? directory.find(name) };
  });
}

/** What a new row may carry besides its fields. */
export type NewRow = { [Field in keyof ScheduleFields]?: ScheduleFields[Field] | undefined } & {
  needsReview?: boolean | undefined;
  sourceLine?: number | null | undefined;
  sourceText?: string | null | undefined;
};

/** Columns of the given fields; fields that are not given stay out. */
export function fieldColumns(directory: UnitDirectory, fields: NewRow): Partial<ScheduleRowImage> {
  const { time } = fields;
  const columns: { [K in keyof ScheduleRowImage]?: ScheduleRowImage[K] | undefined } = {
    ...(time && {
      month_start: time.monthStart,
      month_end: time.monthEnd,
      year_offset: time.yearOffset,
      end_next_year: time.endNextYear ? 1 : 0,
      deadline_month: time.deadlineMonth,
      part: time.part,
      day: time.day,
      week: time.week,
      date_start: time.dateStart,
      date_end: time.dateEnd,
    }),
    activity: fields.activity,
    status: fields.status,
    status_reason: fields.statusReason,
    done_on: fields.doneOn,
    remark: fields.remark,
    needs_review: fields.needsReview === undefined ? undefined : fields.needsReview ? 1 : 0,
    source_line: fields.sourceLine,
    source_text: fields.sourceText,
    units: fields.units && unitColumns(directory, fields.units),
  };
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined));
}

type Writing = Pick<WriteContext, 'db' | 'changes' | 'newUid'>;

/** Ids of a year's rows in order, with their positions. */
function order(db: ReadDb, year: number): { id: number; position: number }[] {
  return all(
    db,
    z.object({ id: z.int(), position: z.int() }),
    'SELECT id, position FROM schedule_row r WHERE year = ? AND withdrawn = 0 ORDER BY position, id',
    year,
  );
}

/** Positions for `count` rows between two neighbours, or null where the gap is too small. */
export function positionsBetween(before: number | null, after: number | null, count: number): number[] | null {
  if (after === null) {
    const start = before ?? 0;
    return Array.from({ length: count }, (_, index) => start + GAP * (index + 1));
  }
  const start = before ?? after - GAP * (count + 1);
  const step = Math.floor((after - start) / (count + 1));
  return step < 1 ? null : Array.from({ length: count }, (_, index) => start + step * (index + 1));
}

/** Positions for new or moved rows behind `after`; renumbers the year where the gap is used up. */
function makeRoom(
  context: Writing,
  year: number,
  after: number | null,
  count: number,
  leaving: ReadonlySet<number>,
): number[] {
  const { db, changes } = context;
  const staying = order(db, year).filter(({ id }) => !leaving.has(id));
  const index = after === null ? -1 : staying.findIndex(({ id }) => id === after);
  if (after !== null && index < 0) throw new AppError('record/not_found', { id: after });
  const positions = positionsBetween(staying[index]?.position ?? null, staying[index + 1]?.position ?? null, count);
  if (positions) return positions;
  staying.forEach(({ id, position }, place) => {
    const fresh = (place <= index ? place + 1 : place + 1 + count) * GAP;
    if (fresh === position) return;
    const image = scheduleRowEntity.read(db, id);
    if (image) changes.update(scheduleRowEntity, image, { ...image, position: fresh, version: image.version + 1 });
  });
  return Array.from({ length: count }, (_, place) => (index + 2 + place) * GAP);
}

/** Inserts rows behind `after` (null = at the beginning; 'end' = behind the last). Answers their ids in order. */
export function insertRows(
  context: Writing,
  year: number,
  after: number | null | 'end',
  rows: readonly NewRow[],
): number[] {
  const { db, changes } = context;
  const directory = unitDirectory(db);
  const last = after === 'end' ? (order(db, year).at(-1)?.id ?? null) : after;
  const positions = makeRoom(context, year, last, rows.length, new Set());
  let id = value(db, z.int(), 'SELECT coalesce(max(id), 0) FROM schedule_row');
  return rows.map((row, index) => {
    id += 1;
    changes.insert(scheduleRowEntity, {
      id,
      uid: context.newUid(),
      year,
      position: positions[index] ?? 0,
      month_start: null,
      month_end: null,
      year_offset: NO_TIME.yearOffset,
      end_next_year: 0,
      deadline_month: null,
      part: null,
      day: null,
      week: null,
      date_start: null,
      date_end: null,
      activity: '',
      status: 'not_started',
      status_reason: '',
      done_on: null,
      remark: '',
      needs_review: 0,
      source_line: null,
      source_text: null,
      withdrawn: 0,
      withdrawn_reason: null,
      version: 1,
      units: [],
      ...fieldColumns(directory, row),
    });
    return id;
  });
}

/** Moves rows, in the given order, behind `after`. */
export function moveRows(context: Writing, year: number, ids: readonly number[], after: number | null): void {
  const { db, changes } = context;
  if (after !== null && ids.includes(after))
    throw new AppError('input/invalid', { field: 'after', detail: String(after) });
  const positions = makeRoom(context, year, after, ids.length, new Set(ids));
  ids.forEach((id, index) => {
    const { image } = readRow(db, id);
    if (image.year !== year) throw new AppError('record/not_found', { id });
    changes.update(scheduleRowEntity, image, { ...image, position: positions[index] ?? 0, version: image.version + 1 });
  });
}

/** Withdraws a row with a reason; it stays in the database. */
export function withdrawRow(context: Writing, image: ScheduleRowImage, reason: string): void {
  context.changes.update(scheduleRowEntity, image, {
    ...image,
    withdrawn: 1,
    withdrawn_reason: reason,
    version: image.version + 1,
  });
}
