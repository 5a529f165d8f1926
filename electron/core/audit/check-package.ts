/**
 * An evidence package checked inside the program. Where it comes from the archive that is open, it is held against the
 * archive's own log as well: a package that was forged as a whole, checksums and all, agrees with itself but not with that.
 */
import type { Output } from '#shared/contract.ts';
import { translator } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import { archiveOf, type JobContext } from '../context.ts';
import { all, one, value, type ReadDb } from '../db/sql.ts';
import { archiveUid } from '../entities/archive.ts';
import { mayBeShown } from './package-log.ts';
import { runVerifier, type PackageResult } from './verifier.ts';

type Verified = Output<'audit.verify'>;

/** What the open archive's log knows otherwise. Nothing where the package is another archive's. */
function againstOwnLog(db: ReadDb, result: PackageResult, locale: JobContext['locale']): Verified['problems'] {
  const t = translator(locale);
  const { archive, head, seal } = result;
  if (archive !== archiveUid(db) || !head) return [];
  const problems: Verified['problems'] = [];
  const own = one(db, z.object({ hash: z.string() }), 'SELECT hash FROM event WHERE sequence = ?', head.sequence);
  if (own?.hash !== head.hash) {
    const detail = t('auditPackage.problem.otherLog', { sequence: head.sequence });
    problems.push({ code: 'other_log', file: 'head.json', sequence: head.sequence, detail });
  }
  const sealed = value(
    db,
    z.int(),
    `SELECT count(*) FROM event WHERE action = 'audit.package' AND json_extract(label, '$.params.sha256') = ?`,
    seal,
  );
  if (sealed === 0) {
    problems.push({
      code: 'seal',
      file: 'manifest-sha256.txt',
      sequence: null,
      detail: t('auditPackage.problem.seal'),
    });
  }
  // The plain search spares parsing events without money.
  const hidden = all(
    db,
    z.object({ sequence: z.int(), after: z.string() }),
    `SELECT sequence, after FROM event WHERE sequence IN (SELECT value FROM json_each(?))
       AND (instr(after, '"entity":"fund_') OR instr(after, '"entity":"population"') OR instr(after, '"entity":"training_base"'))
     ORDER BY sequence`,
    JSON.stringify(result.withheld),
  ).filter(({ after }) => mayBeShown(after));
  for (const { sequence } of hidden) {
    const detail = t('auditPackage.problem.withheld', { sequence });
    problems.push({ code: 'withheld', file: 'log.jsonl', sequence, detail });
  }
  return problems;
}

export async function checkPackage(context: JobContext, directory: string): Promise<Verified> {
  const result = await runVerifier(context.fontsFolder, directory, context.locale);
  const { files, events, head } = result;
  const problems = [...result.problems, ...againstOwnLog(archiveOf(context), result, context.locale)];
  return { ok: problems.length === 0, files, events, head, problems };
}
