/** The year plan: list, edit, take reviewed rows, read foreign plans, write the papers. */
import { AppError } from '#shared/errors.ts';
import {
  type EditOutput,
  type PaperOptions,
  ReadOutput,
  STATUS_NEEDS_REASON,
  type ScheduleChange,
} from '#shared/features/schedule.ts';
import { translator } from '#shared/i18n/index.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import type { JobContext, WriteContext } from '../context.ts';
import type { HandlersOf } from '../dispatch.ts';
import { scheduleRowEntity, type ScheduleRowImage } from '../entities/schedule-row.ts';
import { archiveEntity } from '../entities/archive.ts';
import { exportReport, previewPdf } from '../export/index.ts';
import { readForeignPlan } from '../read-foreign-plan.ts';
import { scheduleReport } from '../reports/schedule.ts';
import { acceptRows, importReading } from '../schedule-accept.ts';
import { fieldColumns, insertRows, listRows, moveRows, readRow, withdrawRow } from '../schedule-store.ts';
import { unitDirectory } from '../unit-directory.ts';
import { ensurePlan, readPlan } from './plans.ts';

/** A status that says the plan was not kept needs its reason (spec: status with reason). */
function checkReason(context: WriteContext, before: ScheduleRowImage, after: ScheduleRowImage): void {
  if (before.status === after.status && before.status_reason === after.status_reason) return;
  if (after.status_reason.trim() !== '') return;
  const needed = STATUS_NEEDS_REASON.find((status) => status === after.status);
  if (needed) {
    throw new AppError('schedule/reason_needed', { status: translator(context.locale)(`paper.status.${needed}`) });
  }
}

function setRow(context: WriteContext, year: number, change: Extract<ScheduleChange, { do: 'set' }>): void {
  const { image } = readRow(context.db, change.id);
  if (image.year !== year) throw new AppError('record/not_found', { id: change.id });
  if (image.version !== change.version) throw new AppError('record/conflict', { id: change.id });
  const after = {
    ...image,
    ...fieldColumns(unitDirectory(context.db), change.fields),
    version: image.version + 1,
  };
  checkReason(context, image, after);
  context.changes.update(scheduleRowEntity, image, after);
}

/** Applies the steps of one edit in order; consecutive inserts behind the same row keep their order. */
function edit(context: WriteContext, year: number, changes: readonly ScheduleChange[]): EditOutput {
  const touched = new Set<number>();
  const withdrawn: number[] = [];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    if (!change) break;
    switch (change.do) {
      case 'set':
        setRow(context, year, change);
        touched.add(change.id);
        break;
      case 'withdraw': {
        const { image } = readRow(context.db, change.id);
        if (image.version !== change.version) throw new AppError('record/conflict', { id: change.id });
        withdrawRow(context, image, change.reason);
        withdrawn.push(change.id);
        break;
      }
      case 'move':
        moveRows(context, year, change.ids, change.after);
        for (const id of change.ids) touched.add(id);
        break;
      case 'insert': {
        const batch = [change.fields];
        for (
          let next = changes[index + 1];
          next?.do === 'insert' && next.after === change.after;
          next = changes[index + 1]
        ) {
          batch.push(next.fields);
          index += 1;
        }
        ensurePlan(context, year, null);
        for (const id of insertRows(context, year, change.after, batch)) touched.add(id);
        break;
      }
    }
  }
  const rows = [...touched]
    .filter((id) => !withdrawn.includes(id))
    .map((id) => readRow(context.db, id).row)
    .sort((a, b) => a.position - b.position || a.id - b.id);
  return { rows, withdrawn, event: context.eventNumber };
}

/** The report of a year; refuses a year without rows and a filter that leaves none. */
function reportOf(context: JobContext, options: PaperOptions): ReportDocument {
  const { db } = context;
  if (!db) throw new AppError('archive/closed');
  const plan = readPlan(db, options.year);
  if (!plan) throw new AppError('schedule/plan_missing', { year: options.year });
  const { rows } = listRows(db, options.year, options.filter, 0, 50_000);
  if (rows.length === 0) {
    const { total } = listRows(db, options.year, {}, 0, 1);
    throw new AppError(total > 0 ? 'schedule/filter_empty' : 'schedule/year_empty', { year: options.year });
  }
  const archive = archiveEntity.read(db, 1);
  return scheduleReport({
    title: plan.title,
    unitName: archive?.unit_name ?? '',
    isExample: archive?.is_example === 1,
    rows,
    options,
    locale: context.locale,
    createdAt: context.now(),
  });
}

export const schedule: HandlersOf<'schedule'> = {
  read: (context, input) => readForeignPlan(input, context.signal),

  list({ db }, { year, filter, offset, limit }) {
    const { total, rows } = listRows(db, year, filter, offset, limit);
    return { year, title: readPlan(db, year)?.title ?? null, total, rows };
  },

  edit(context, { year, step, changes }) {
    const output = edit(context, year, changes);
    const [withdrawal] = changes.filter((change) => change.do === 'withdraw');
    context.describe({ label: step, ...(withdrawal?.do === 'withdraw' ? { reason: withdrawal.reason } : {}) });
    return output;
  },

  accept: (context, input) => acceptRows(context, input),

  import: (context, input) => importReading(context, input, ReadOutput.parse(context.prepared)),

  async export(context, input) {
    const written = await exportReport({
      report: reportOf(context, input),
      format: input.format,
      file: input.file,
      fontsFolder: context.fontsFolder,
      fontScheme: input.fontScheme,
      allowMissingGlyphs: input.allowMissingGlyphs,
      onProgress: context.onProgress,
      signal: context.signal,
    });
    context.record({
      action: 'schedule.export',
      label: { code: 'export', params: { year: input.year, format: input.format, sha256: written.sha256 } },
    });
    return written;
  },

  async preview(context, input) {
    return previewPdf({
      report: reportOf(context, input),
      fontsFolder: context.fontsFolder,
      fontScheme: input.fontScheme,
      onProgress: context.onProgress,
      signal: context.signal,
    });
  },
};
