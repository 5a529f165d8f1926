/** The heads of the year plans, and last year's plan as a beginning. */
import { AppError } from '#shared/errors.ts';
import type { Plan, PlanFields } from '#shared/features/plans.ts';
import { translator } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, type ReadDb } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { archiveEntity } from '../entities/archive.ts';
import { planEntity, type PlanImage } from '../entities/plan.ts';
import { insertRows, listRows } from '../schedule-store.ts';
import { usedYears } from '../used-years.ts';

export function planOf(image: PlanImage): Plan {
  return {
    year: image.year,
    title: image.title,
    documentTitle: image.document_title,
    issuer: image.issuer,
    signedBy: image.signed_by,
    signedDate: image.signed_date,
    publishedDate: image.published_date,
    indexNumber: image.index_number,
    documentNumber: image.document_number,
    attachment: image.attachment,
    addressees: image.addressees,
    version: image.version,
  };
}

/** Stored head of a year, or null where the year has not begun. */
export function readPlan(db: ReadDb, year: number): PlanImage | null {
  const image = planEntity.read(db, year);
  return image && image.withdrawn === 0 ? image : null;
}

function requirePlan(db: ReadDb, year: number): PlanImage {
  const image = readPlan(db, year);
  if (!image) throw new AppError('schedule/plan_missing', { year });
  return image;
}

/** Columns of the given fields; fields that are not given stay out. */
export function planColumns(fields: { [K in keyof PlanFields]?: PlanFields[K] | undefined }): Partial<PlanImage> {
  const columns: { [K in keyof PlanImage]?: PlanImage[K] | undefined } = {
    title: fields.title,
    document_title: fields.documentTitle,
    issuer: fields.issuer,
    signed_by: fields.signedBy,
    signed_date: fields.signedDate,
    published_date: fields.publishedDate,
    index_number: fields.indexNumber,
    document_number: fields.documentNumber,
    attachment: fields.attachment,
    addressees: fields.addressees,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined));
}

/** The year's head, begun if it is not there; the step is named by the calling command. */
export function ensurePlan(
  context: Pick<WriteContext, 'db' | 'changes' | 'newUid' | 'locale'>,
  year: number,
  title: string | null,
): PlanImage {
  const { db, changes } = context;
  const existing = planEntity.read(db, year);
  if (existing && existing.withdrawn === 0) return existing;
  const unit = archiveEntity.read(db, 1)?.unit_name ?? '';
  const named = title?.trim() || translator(context.locale)('paper.title', { year, unit });
  const image: PlanImage = {
    year,
    uid: existing?.uid ?? context.newUid(),
    title: named,
    document_title: null,
    issuer: null,
    signed_by: null,
    signed_date: null,
    published_date: null,
    index_number: null,
    document_number: null,
    attachment: null,
    withdrawn: 0,
    version: (existing?.version ?? 0) + 1,
    addressees: [],
  };
  if (existing) changes.update(planEntity, existing, image);
  else changes.insert(planEntity, image);
  return image;
}

const Listed = z.object({ year: z.int(), title: z.string(), rows: z.int(), done: z.int(), needReview: z.int() });

export const plans: HandlersOf<'plans'> = {
  list({ db }) {
    const planned = all(
      db,
      Listed,
      `SELECT p.year, p.title, count(r.id) AS rows, count(r.id) FILTER (WHERE r.status = 'done') AS done,
              count(r.id) FILTER (WHERE r.needs_review = 1) AS needReview
       FROM plan p LEFT JOIN schedule_row r ON r.year = p.year AND r.withdrawn = 0
       WHERE p.withdrawn = 0 GROUP BY p.year`,
    ).map((plan) => ({ ...plan, planned: true }));
    const begun = new Set(planned.map(({ year }) => year));
    const others = usedYears(db)
      .filter((year) => !begun.has(year))
      .map((year) => ({ year, planned: false, title: '', rows: 0, done: 0, needReview: 0 }));
    return [...planned, ...others].toSorted((one, other) => other.year - one.year);
  },

  get: ({ db }, { year }) => planOf(requirePlan(db, year)),

  create(context, { year, title }) {
    const existing = readPlan(context.db, year);
    if (existing) return { plan: planOf(existing), event: context.eventNumber - 1 };
    const image = ensurePlan(context, year, title ?? null);
    context.describe({ label: { code: 'planCreate', params: { year } } });
    return { plan: planOf(image), event: context.eventNumber };
  },

  update(context, { year, version, fields }) {
    const before = requirePlan(context.db, year);
    if (before.version !== version) throw new AppError('record/conflict', { id: year });
    const image = { ...before, ...planColumns(fields), version: version + 1 };
    context.changes.update(planEntity, before, image);
    context.describe({ label: { code: 'planUpdate', params: { year } } });
    return { plan: planOf(image), event: context.eventNumber };
  },

  copyYear(context, { from, to }) {
    const { db } = context;
    const source = requirePlan(db, from);
    const rows = listRows(db, from, {}, 0, 50_000).rows;
    if (rows.length === 0) throw new AppError('schedule/year_empty', { year: from });
    const { total } = listRows(db, to, {}, 0, 1);
    if (total > 0) throw new AppError('schedule/year_taken', { year: to, count: total });
    const plan = ensurePlan(context, to, source.title.replaceAll(String(from), String(to)));
    insertRows(
      context,
      to,
      null,
      rows.map((row) => ({
        // Dates and weeks belong to the year they were written for.
        time: { ...row.time, day: null, week: null, dateStart: null, dateEnd: null },
        activity: row.activity,
        units: row.units,
      })),
    );
    context.describe({ label: { code: 'copyYear', params: { from, year: to, count: rows.length } } });
    return { plan: planOf(plan), added: rows.length, event: context.eventNumber };
  },
};
