/** 四性检测报告: a run of checks as it was recorded. */
import { AppError } from '#shared/errors.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import { z } from '#shared/lib/zod.ts';
import type { TableReport } from '#shared/report/model.ts';
import { checkRunEntity } from '../entities/life.ts';
import { localMinute } from '../local-day.ts';
import { checkReport } from '../reports/check-report.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

/** A row of `check_run.results`. */
const CheckResultRow = z.object({
  code: z.string(),
  name: z.string(),
  object: z.string(),
  result: z.enum(['passed', 'failed', 'notApplicable']),
  explanation: z.string(),
});

export function checks(source: PaperSource, { paper, checkRunId }: ScopeOf<'checkReport'>): TableReport {
  const { db, base, fonds } = source;
  const run = checkRunEntity.read(db, checkRunId);
  if (!run || run.withdrawn === 1) throw new AppError('record/not_found', { id: checkRunId });
  const results = z.array(CheckResultRow).parse(JSON.parse(run.results));
  if (results.length === 0) throw nothingToPrint(source, paper);
  return checkReport({
    ...base,
    fonds,
    stage: run.stage,
    checkedBy: run.checked_by,
    checkedAt: localMinute(run.checked_at),
    rules: run.rules,
    documentCount: run.document_count,
    results,
  });
}
