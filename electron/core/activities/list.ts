/** Lists of activities with their numbers and checklists. One condition serves list, count and export. */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Activity, ActivityFilter } from '#shared/features/activities.ts';
import { ObjectFormat } from '#shared/features/objects.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import type { ReadContext } from '../context.ts';
import { EMPTY_SHEET, sheetNumbers, type SheetNumbers } from '../counting/sheets.ts';
import { numbers, value, type ReadDb, type SqlValue } from '../db/sql.ts';
import { activityEntity, type ActivityImage } from '../entities/activity.ts';
import { checklistOf } from './checklist.ts';
import { findingsOf } from './findings.ts';
import { moneySpent, NO_MONEY, type SpentMoney } from './money.ts';

type AnyFile = { documentId: number | null };

/** Evidence of some activities without the documents that were withdrawn: what was withdrawn proves nothing. */
export function provingFiles<F extends AnyFile>(db: ReadDb, activities: readonly { files: readonly F[] }[]): F[] {
  const files = activities.flatMap((activity) => activity.files);
  const ids = files.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]));
  if (ids.length === 0) return files;
  const text = 'SELECT id FROM document WHERE withdrawn = 1 AND id IN (SELECT value FROM json_each(?))';
  const gone = new Set(numbers(db, text, JSON.stringify(ids)));
  return files.filter(({ documentId }) => documentId === null || !gone.has(documentId));
}

function filesOf(image: ActivityImage): Activity['files'] {
  return image.files.map(({ document_id: documentId, page_count: pageCount, format, ...file }) => ({
    ...file,
    documentId,
    pageCount,
    format: format === null ? null : ObjectFormat.parse(format),
  }));
}

function activityOf(db: ReadDb, image: ActivityImage, sheet: SheetNumbers, spent: SpentMoney, t: Translate): Activity {
  const files = filesOf(image);
  return {
    id: image.id,
    uid: image.uid,
    title: image.title,
    dateStart: image.date_start,
    dateEnd: image.date_end,
    timeText: image.time_text,
    place: image.place,
    hosts: image.hosts.map(({ name, organisation_id: organisationId }) => ({ name, organisationId })),
    categoryId: image.category_id,
    audience: image.audience,
    planRowId: image.plan_row_id,
    state: image.state,
    headCount: image.head_count,
    headCountMark: image.head_count_mark,
    headCountPrinted: image.head_count_printed,
    minutes: image.minutes,
    summary: image.summary,
    moneyNeeded: image.money_needed === 1,
    money: image.money,
    remark: image.remark,
    media: image.media.map(({ published_on: publishedOn, ...medium }) => ({ publishedOn, ...medium })),
    files,
    registered: sheet.registered,
    personTimes: sheet.personTimes,
    people: sheet.people,
    minorsWithoutConsent: sheet.minorsWithoutConsent,
    checklist: checklistOf(
      {
        files: [...provingFiles(db, [{ files }]), ...spent.vouchers],
        signedRows: sheet.personTimes,
        summary: image.summary,
        moneyNeeded: image.money_needed === 1 || (image.money ?? 0) > 0 || spent.needed,
      },
      t,
    ),
    findings: findingsOf(image, sheet, t),
    needsReview: image.needs_review === 1,
    withdrawn: image.withdrawn === 1,
    withdrawnReason: image.withdrawn_reason,
    version: image.version,
  };
}

/** A voucher of the ledger as a piece of evidence. */
export function voucherName(t: Translate): (entry: { id: number; voucher: string }) => string {
  return ({ id, voucher }) => t('activities.ledgerVoucher', { voucher: voucher === '' ? String(id) : voucher });
}

/** Activities by their ids, in that order; unknown ids are left out. */
export function activitiesById({ db, locale }: Pick<ReadContext, 'db' | 'locale'>, ids: readonly number[]): Activity[] {
  const t = translator(locale);
  const sheets = sheetNumbers(db, ids);
  const images = ids.map((id) => activityEntity.read(db, id)).filter((image) => image !== null);
  const spent = moneySpent(db, 'activity_id', ids, voucherName(t));
  return images.map((image) =>
    activityOf(db, image, sheets.get(image.id) ?? EMPTY_SHEET, spent.get(image.id) ?? NO_MONEY, t),
  );
}

/** @throws AppError record/not_found */
export function activitySeen(context: Pick<ReadContext, 'db' | 'locale'>, id: number): Activity {
  const [activity] = activitiesById(context, [id]);
  if (!activity) throw new AppError('record/not_found', { id });
  return activity;
}

/** SQL condition over `a` with its values. Names are fixed; only values vary. */
function condition(filter: ActivityFilter): { where: string; values: SqlValue[] } {
  const parts = [filter.withdrawn === true ? 'a.withdrawn = 1' : 'a.withdrawn = 0'];
  const values: SqlValue[] = [];
  const add = (part: string, ...given: SqlValue[]): void => {
    parts.push(part);
    values.push(...given);
  };
  const equals = (column: string, wanted: SqlValue | undefined): void => {
    if (wanted === null) add(`${column} IS NULL`);
    else if (wanted !== undefined) add(`${column} = ?`, wanted);
  };
  if (filter.year === null) add('a.date_start IS NULL');
  else if (filter.year !== undefined) {
    // An activity belongs to every year that it touches; what has no date is shown until it has one.
    add(
      '(a.date_start IS NULL OR (a.date_start <= ? AND coalesce(a.date_end, a.date_start) >= ?))',
      `${filter.year}-12-31`,
      `${filter.year}-01-01`,
    );
  }
  if (filter.month !== undefined) {
    const month = String(filter.month).padStart(2, '0');
    if (typeof filter.year === 'number') {
      // As with the year: an activity of several days belongs to every month that it touches.
      add(
        '(a.date_start <= ? AND coalesce(a.date_end, a.date_start) >= ?)',
        `${filter.year}-${month}-31`,
        `${filter.year}-${month}-01`,
      );
    } else add('substr(a.date_start, 6, 2) = ?', month);
  }
  if (filter.categoryId === null) add('a.category_id IS NULL');
  else if (filter.categoryId !== undefined) {
    add(
      `a.category_id IN (WITH RECURSIVE below (id) AS (
         SELECT ? UNION SELECT c.id FROM activity_category c JOIN below ON c.parent_id = below.id) SELECT id FROM below)`,
      filter.categoryId,
    );
  }
  equals('a.audience', filter.audience);
  equals('a.plan_row_id', filter.planRowId);
  equals('a.state', filter.state);
  if (filter.needsReview === true) add('a.needs_review = 1');
  if (filter.text !== undefined && filter.text !== '') {
    const columns = ['a.title', 'a.place', 'a.summary', 'a.remark'];
    add(
      `(${columns.map((column) => `instr(${column}, ?) > 0`).join(' OR ')}
        OR EXISTS (SELECT 1 FROM activity_host h WHERE h.activity_id = a.id AND instr(h.name, ?) > 0))`,
      ...columns.map(() => filter.text ?? ''),
      filter.text,
    );
  }
  if (filter.ids !== undefined) add('a.id IN (SELECT value FROM json_each(?))', JSON.stringify(filter.ids));
  return { where: parts.join(' AND '), values };
}

/** Activities of one page with the number of all that the filter lets through. */
export function listActivities(
  context: Pick<ReadContext, 'db' | 'locale'>,
  { filter, descending, offset, limit }: ParsedInput<'activities.list'>,
): Output<'activities.list'> {
  const { db } = context;
  const { where, values } = condition(filter);
  const direction = descending ? 'DESC' : 'ASC';
  const order = `ORDER BY a.date_start IS NULL, a.date_start ${direction}, a.id ${direction}`;
  if (filter.incomplete === true) {
    // What is missing follows from files and sheets together, so it is looked at before it is counted.
    const open = activitiesById(
      context,
      numbers(db, `SELECT a.id FROM activity a WHERE ${where} ${order}`, ...values),
    ).filter(({ checklist, state }) => state !== 'cancelled' && checklist.some((item) => item.state === 'missing'));
    return { total: open.length, rows: open.slice(offset, offset + limit) };
  }
  const ids = numbers(
    db,
    `SELECT a.id FROM activity a WHERE ${where} ${order} LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  );
  return {
    total: value(db, z.int(), `SELECT count(*) FROM activity a WHERE ${where}`, ...values),
    rows: activitiesById(context, ids),
  };
}
