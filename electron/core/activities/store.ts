/** Activities in and out of the tables: fields to columns, entering, changing, withdrawing. */
import { AppError } from '#shared/errors.ts';
import type { ActivityChange, ActivityFields } from '#shared/features/activities.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { value, type ReadDb } from '../db/sql.ts';
import { activityEntity, type ActivityImage } from '../entities/activity.ts';
import { nextId } from '../entities/entity.ts';
import { currentRecord, withdrawRecord } from '../records.ts';
import { unitDirectory } from '../unit-directory.ts';

type Writing = Pick<WriteContext, 'db' | 'changes' | 'newUid'>;
type Fields = { [F in keyof ActivityFields]?: ActivityFields[F] | undefined };

/** Columns that fields set; fields left out say nothing. Hosts are linked where their name is in the list of units. */
function columnsOf(db: ReadDb, fields: Fields): Partial<ActivityImage> {
  const directory = unitDirectory(db);
  const columns: { [C in keyof ActivityImage]?: ActivityImage[C] | undefined } = {
    title: fields.title,
    date_start: fields.dateStart,
    date_end: fields.dateEnd,
    time_text: fields.timeText,
    place: fields.place,
    category_id: fields.categoryId,
    audience: fields.audience,
    plan_row_id: fields.planRowId,
    state: fields.state,
    head_count: fields.headCount,
    head_count_mark: fields.headCountMark,
    head_count_printed: fields.headCountPrinted,
    minutes: fields.minutes,
    summary: fields.summary,
    money_needed: fields.moneyNeeded === undefined ? undefined : fields.moneyNeeded ? 1 : 0,
    money: fields.money,
    remark: fields.remark,
    hosts: fields.hosts?.map(({ name, organisationId }) => ({
      name,
      organisation_id: organisationId ?? directory.find(name),
    })),
    media: fields.media?.map(({ publishedOn, ...medium }) => ({ published_on: publishedOn, ...medium })),
  };
  return Object.fromEntries(Object.entries(columns).filter(([, given]) => given !== undefined));
}

/** What an activity refers to must be there; what was withdrawn since may stay, but is not chosen anew. */
function refuseUnknown(db: ReadDb, image: ActivityImage, before: ActivityImage | null): void {
  const there = (table: 'activity_category' | 'schedule_row' | 'organisation', id: number): void => {
    const count = value(db, z.int(), `SELECT count(*) FROM ${table} WHERE id = ? AND withdrawn = 0`, id);
    if (count === 0) throw new AppError('record/not_found', { id });
  };
  if (image.category_id !== null && image.category_id !== before?.category_id) {
    there('activity_category', image.category_id);
  }
  if (image.plan_row_id !== null && image.plan_row_id !== before?.plan_row_id) there('schedule_row', image.plan_row_id);
  const known = new Set(before?.hosts.map(({ organisation_id: id }) => id));
  for (const { organisation_id: id } of image.hosts) if (id !== null && !known.has(id)) there('organisation', id);
}

/** @throws AppError activities/dates, activities/end_alone, activities/head_count, record/not_found */
function checked(db: ReadDb, image: ActivityImage, before: ActivityImage | null): ActivityImage {
  const { date_start: from, date_end: to } = image;
  if (to !== null && from === null) throw new AppError('activities/end_alone', { to });
  if (from !== null && to !== null && to < from) throw new AppError('activities/dates', { from, to });
  if ((image.head_count === null) !== (image.head_count_mark === null)) throw new AppError('activities/head_count');
  refuseUnknown(db, image, before);
  // An end on the first day says nothing more than the first day.
  return to === from ? { ...image, date_end: null } : image;
}

interface EnterOptions {
  needsReview?: boolean;
  importId?: number | null;
  sourceText?: string | null;
}

/** Enters an activity without naming the step; for every command that does so. */
export function enterActivity(
  { db, changes, newUid }: Writing,
  fields: Fields,
  options: EnterOptions = {},
): ActivityImage {
  const image = checked(
    db,
    {
      id: nextId(db, 'activity'),
      uid: newUid(),
      title: '',
      date_start: null,
      date_end: null,
      time_text: '',
      place: '',
      category_id: null,
      audience: null,
      plan_row_id: null,
      state: 'held',
      head_count: null,
      head_count_mark: null,
      head_count_printed: null,
      minutes: null,
      summary: '',
      money_needed: 0,
      money: null,
      remark: '',
      needs_review: options.needsReview === true ? 1 : 0,
      source_text: options.sourceText ?? null,
      import_id: options.importId ?? null,
      withdrawn: 0,
      withdrawn_reason: null,
      version: 1,
      hosts: [],
      files: [],
      media: [],
      ...columnsOf(db, fields),
    },
    null,
  );
  changes.insert(activityEntity, image);
  return image;
}

/** Rows of the sign-in sheet that stand. */
function rowsOf(db: ReadDb, id: number): number {
  return value(db, z.int(), 'SELECT count(*) FROM attendance WHERE activity_id = ? AND withdrawn = 0', id);
}

/**
 * Only what was held is counted: signatures would leave every number without a word.
 * @throws AppError activities/signed
 */
function refuseSigned(db: ReadDb, { id, title }: ActivityImage): void {
  const text = 'SELECT count(*) FROM attendance WHERE activity_id = ? AND withdrawn = 0 AND signed = 1';
  const count = value(db, z.int(), text, id);
  if (count > 0) throw new AppError('activities/signed', { title, count });
}

/** Carries out one change; answers the activity's id. */
export function changeActivity(context: Writing, change: ActivityChange): number {
  const { db, changes } = context;
  switch (change.do) {
    case 'insert':
      return enterActivity(context, change.fields).id;
    case 'set': {
      const before = currentRecord(db, activityEntity, change);
      const { needsReview, ...fields } = change.fields;
      const set = columnsOf(db, fields);
      const counted = (['head_count', 'head_count_mark'] as const).some(
        (column) => set[column] !== undefined && set[column] !== before[column],
      );
      const image = checked(
        db,
        {
          ...before,
          // The printed words stood for the number before; they would contradict another one.
          ...(counted ? { head_count_printed: null } : {}),
          ...set,
          ...(needsReview === false ? { needs_review: 0 } : {}),
          version: before.version + 1,
        },
        before,
      );
      if (before.state === 'held' && image.state !== 'held') refuseSigned(db, image);
      changes.update(activityEntity, before, image);
      return change.id;
    }
    case 'withdraw': {
      const before = currentRecord(db, activityEntity, change);
      const count = rowsOf(db, change.id);
      // Signatures would vanish from every number without a word.
      if (count > 0) throw new AppError('activities/has_attendance', { title: before.title, count });
      withdrawRecord(context, activityEntity, before, change.reason);
      return change.id;
    }
    case 'restore': {
      const before = activityEntity.read(db, change.id);
      if (!before || before.withdrawn === 0) throw new AppError('record/not_found', { id: change.id });
      if (before.version !== change.version) throw new AppError('record/conflict', { id: change.id });
      changes.update(activityEntity, before, {
        ...before,
        withdrawn: 0,
        withdrawn_reason: null,
        version: before.version + 1,
      });
      return change.id;
    }
  }
}
