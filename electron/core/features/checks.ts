/** Checks of the four natures, and the reports that were kept. */
import { CheckReport, CheckResult, type CheckRun } from '#shared/features/checks.ts';
import { z } from '#shared/lib/zod.ts';
import { runChecks } from '../checks/run.ts';
import { all, type ReadDb } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { nextId } from '../entities/entity.ts';
import { checkRunEntity, CheckRunImage } from '../entities/life.ts';

/** Kept reports, newest first. */
export function checkRuns(db: ReadDb): CheckRun[] {
  return all(
    db,
    CheckRunImage,
    `SELECT ${Object.keys(CheckRunImage.shape).join(', ')} FROM check_run WHERE withdrawn = 0 ORDER BY id DESC`,
  ).map((image) => ({
    id: image.id,
    stage: image.stage,
    rules: image.rules,
    documents: image.document_count,
    checkedAt: image.checked_at,
    checkedBy: image.checked_by,
    results: z.array(CheckResult).parse(JSON.parse(image.results)),
  }));
}

export const checks: HandlersOf<'checks'> = {
  run: runChecks,

  keep(context, { checkedBy }) {
    const report = CheckReport.parse(context.prepared);
    const id = nextId(context.db, 'check_run');
    context.changes.insert(checkRunEntity, {
      id,
      uid: context.newUid(),
      stage: report.stage,
      checked_at: context.now(),
      checked_by: checkedBy,
      rules: report.rules,
      document_count: report.documents,
      results: JSON.stringify(report.results),
      withdrawn: 0,
      version: 1,
    });
    context.describe({ label: { code: 'checkKeep', params: { count: report.documents } } });
    return { ...report, id, event: context.eventNumber };
  },

  list: ({ db }) => checkRuns(db),
};
