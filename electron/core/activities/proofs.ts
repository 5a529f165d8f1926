/** Rows of a year's plan with what proves them. A row counts as done only with evidence (domain U4). */
import type { Activity, PlanRowProof } from '#shared/features/activities.ts';
import { translator } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import type { ReadContext } from '../context.ts';
import { all, numbers, type ReadDb } from '../db/sql.ts';
import { checklistOf } from './checklist.ts';
import { activitiesById, provingFiles, voucherName } from './list.ts';
import { moneySpent } from './money.ts';

const Row = z.object({
  id: z.int(),
  activity: z.string(),
  month_start: z.int().nullable(),
  month_end: z.int().nullable(),
  status: z.string(),
});
const Link = z.object({ row: z.int(), document: z.int(), is_plan: z.int() });

/** Kinds of evidence by which a row may count as done: documents and photos; consents say nothing of what was done. */
const PROVES = new Set(['plan', 'sign_in', 'photo', 'summary', 'money', 'other']);

/**
 * Documents linked with rows of the year. The paper of the plan itself is linked with its rows as well
 * (`documents.linkPlan`), and what announces a row does not prove it: `is_plan` marks a document that carries the plan's
 * title or number, or is linked with more than half of the rows.
 */
function linksOf(db: ReadDb, year: number): z.infer<typeof Link>[] {
  return all(
    db,
    Link,
    `WITH row AS (SELECT id FROM schedule_row WHERE year = ? AND withdrawn = 0),
       link AS (SELECT DISTINCT l.target_id AS row, l.document_id AS document
         FROM document_relation l JOIN row ON row.id = l.target_id JOIN document d ON d.id = l.document_id
         WHERE l.kind = 'plan_row' AND d.withdrawn = 0),
       share AS (SELECT document, count(*) AS rows FROM link GROUP BY document)
     SELECT link.row, link.document,
       (share.rows > 1 AND share.rows * 2 > (SELECT count(*) FROM row))
         OR EXISTS (SELECT 1 FROM plan p JOIN document d ON d.id = link.document
           WHERE p.year = ? AND p.withdrawn = 0
             AND (d.title IN (p.title, p.document_title) OR d.document_number = p.document_number)) AS is_plan
     FROM link JOIN share ON share.document = link.document ORDER BY link.row, link.document`,
    year,
    year,
  );
}

function grouped<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** One call for the whole year; activities that were cancelled prove nothing and are left out. */
export function proofsOf(context: Pick<ReadContext, 'db' | 'locale'>, year: number): PlanRowProof[] {
  const { db } = context;
  const t = translator(context.locale);
  const rows = all(
    db,
    Row,
    `SELECT id, activity, month_start, month_end, status FROM schedule_row
     WHERE year = ? AND withdrawn = 0 ORDER BY position, id`,
    year,
  );
  const activities = activitiesById(
    context,
    numbers(
      db,
      `SELECT a.id FROM activity a JOIN schedule_row s ON s.id = a.plan_row_id
       WHERE s.year = ? AND s.withdrawn = 0 AND a.withdrawn = 0 AND a.state <> 'cancelled'
       ORDER BY a.date_start IS NULL, a.date_start, a.id`,
      year,
    ),
  );
  const activitiesOf = grouped(activities, ({ planRowId }) => planRowId);
  const spentOfActivity = moneySpent(
    db,
    'activity_id',
    activities.map(({ id }) => id),
    voucherName(t),
  );
  const spentOfRow = moneySpent(
    db,
    'plan_row_id',
    rows.map(({ id }) => id),
    voucherName(t),
  );
  const linksOfRow = grouped(linksOf(db, year), ({ row }) => row);
  return rows.map((row) => {
    const own = activitiesOf.get(row.id) ?? [];
    const links = linksOfRow.get(row.id) ?? [];
    const documentIds = links.filter(({ is_plan: isPlan }) => isPlan === 0).map(({ document }) => document);
    const spent = [spentOfRow.get(row.id), ...own.map(({ id }) => spentOfActivity.get(id))].filter(
      (money) => money !== undefined,
    );
    const files = [...provingFiles(db, own), ...spent.flatMap(({ vouchers }) => vouchers)];
    const signedRows = sum(own, ({ personTimes }) => personTimes);
    const evidence = signedRows > 0 || files.some(({ kind }) => PROVES.has(kind)) || documentIds.length > 0;
    return {
      rowId: row.id,
      activity: row.activity,
      monthStart: row.month_start,
      monthEnd: row.month_end,
      status: row.status,
      evidence,
      proven: row.status === 'done' && evidence,
      activityIds: own.map(({ id }) => id),
      documentIds,
      planDocumentIds: links.filter(({ is_plan: isPlan }) => isPlan === 1).map(({ document }) => document),
      personTimes: sum(
        own.filter(({ state }) => state === 'held'),
        ({ personTimes }) => personTimes,
      ),
      checklist: checklistOf(
        {
          files,
          signedRows,
          summary: own.map(({ summary }) => summary).join(''),
          moneyNeeded: spent.length > 0 || own.some(({ moneyNeeded, money }) => moneyNeeded || (money ?? 0) > 0),
        },
        t,
      ),
    };
  });
}

function sum(activities: readonly Activity[], of: (activity: Activity) => number): number {
  return activities.reduce((total, activity) => total + of(activity), 0);
}
