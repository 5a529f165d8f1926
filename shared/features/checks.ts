/**
 * Checks of the four natures (四性检测: 真实性, 完整性, 可用性, 安全性) by DA/T 70-2018, for filing, hand-over and storage. The
 * rules are a table; what a program cannot see (病毒, 载体外观 …) is listed as such, never as passed.
 */
import { command, job, query } from '../procedure.ts';
import { z } from '../lib/zod.ts';

/** 归档 (GD) · 移交与接收 (YJ) · 长期保存 (CQ) */
export const CheckStage = z.enum(['filing', 'transfer', 'storage']);
export type CheckStage = z.infer<typeof CheckStage>;

export const CheckResult = z.object({
  /** E.g. GD-1-1. */
  code: z.string(),
  name: z.string(),
  /** How many things were looked at. */
  looked: z.int(),
  /** `manual`: a person has to look; nothing is claimed. */
  result: z.enum(['pass', 'fail', 'not_applicable', 'manual']),
  /** What failed: the document's code or title, the file, and why. */
  failures: z.array(z.object({ documentId: z.int().nullable(), name: z.string(), detail: z.string() })),
  /** Failures beyond those listed. */
  more: z.int(),
});
export type CheckResult = z.infer<typeof CheckResult>;

export const CheckReport = z.object({
  stage: CheckStage,
  /** Version of the table of rules. */
  rules: z.string(),
  documents: z.int(),
  files: z.int(),
  bytes: z.int(),
  results: z.array(CheckResult),
});
export type CheckReport = z.infer<typeof CheckReport>;

export const CheckRun = CheckReport.omit({ files: true, bytes: true }).extend({
  id: z.int(),
  checkedAt: z.string(),
  checkedBy: z.string(),
});
export type CheckRun = z.infer<typeof CheckRun>;

const Scope = z.object({
  stage: CheckStage.default('storage'),
  year: z.int().min(1949).max(2999).optional(),
  ids: z.array(z.int()).max(50_000).optional(),
});

export const checks = {
  run: job('Check the four natures of filed documents and their files; changes nothing.', Scope, CheckReport, {
    traced: true,
  }),
  keep: command(
    'Check the four natures and keep the report.',
    Scope.extend({ checkedBy: z.string().trim().min(1).max(50) }),
    CheckReport.extend({ id: z.int(), event: z.int() }),
    {
      touches: ['checks', 'history'],
      preparedBy: 'checks.run',
      roles: ['archivist', 'clerk', 'auditor', 'administrator'],
    },
  ),
  list: query('Kept reports, newest first.', z.object({}), z.array(CheckRun)),
} as const;
