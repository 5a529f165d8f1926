/** 四性检测报告: a run of checks as it was recorded. */
import { AppError } from '#shared/errors.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { checkRuns } from '../features/checks.ts';
import { localMinute } from '../local-day.ts';
import { checkReport } from '../reports/check-report.ts';
import type { PaperSource } from './source.ts';

export function checks({ db, base, fonds }: PaperSource, { checkRunId }: ScopeOf<'checkReport'>): TableReport {
  const t = translator(base.locale);
  const run = checkRuns(db).find(({ id }) => id === checkRunId);
  if (!run) throw new AppError('record/not_found', { id: checkRunId });
  return checkReport({
    ...base,
    fonds,
    stage: run.stage,
    checkedBy: run.checkedBy,
    checkedAt: localMinute(run.checkedAt),
    rules: run.rules,
    documentCount: run.documents,
    results: run.results.map(({ code, name, looked, result, failures, more }) => ({
      code,
      name,
      object: result === 'manual' ? '' : t('papers.checkedThings', { count: looked }),
      result,
      explanation: [
        ...failures.map((failure) => t('papers.checkFailure', { name: failure.name, detail: failure.detail })),
        ...(more > 0 ? [t('papers.checkMore', { count: more })] : []),
      ].join('\n'),
    })),
  });
}
