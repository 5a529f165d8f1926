/** Runs the table of checks over filed documents and the files that they hold. */
import { open } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import type { ParsedInput } from '#shared/contract.ts';
import type { CheckReport, CheckResult } from '#shared/features/checks.ts';
import { translator } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import type { JobContext } from '../context.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { findingsOf } from '../documents/findings.ts';
import { listDocuments } from '../documents/list.ts';
import { numberSeries } from '../documents/numbering.ts';
import { handleAsSource } from '../formats/byte-source.ts';
import { checkObjects } from '../objects/fixity.ts';
import { objectPath } from '../objects/paths.ts';
import { objectRows } from '../objects/rows.ts';
import { sniffObject } from '../objects/sniff.ts';
import { today } from '../records.ts';
import { RULES, RULES_VERSION, type Looked } from './rules.ts';

/** Failures listed of one rule; more are counted. */
const LISTED = 200;

const PREFIX = { filing: 'GD', transfer: 'YJ', storage: 'CQ' } as const;

/** Documents whose filing stands in the log, by the events that wrote them. */
function loggedDocuments(db: ReadDb): Set<number> {
  const rows = all(
    db,
    z.object({ id: z.int() }),
    `SELECT DISTINCT json_extract(r.value, '$.key') AS id FROM event e, json_each(e.after) r
     WHERE json_extract(r.value, '$.entity') = 'document' AND json_extract(r.value, '$.image.state') <> 'draft'`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Files that open only with a password, among those that are whole. */
async function encryptedFiles(directory: string, hashes: Iterable<string>, signal: AbortSignal): Promise<Set<string>> {
  const found = new Set<string>();
  for (const sha256 of hashes) {
    if (signal.aborted) throw new AppError('program/cancelled');
    const handle = await open(objectPath(directory, sha256), 'r').catch(() => null);
    if (!handle) continue;
    try {
      const { encrypted } = await sniffObject(handleAsSource(handle, (await handle.stat()).size), sha256);
      if (encrypted) found.add(sha256);
    } catch {
      // What cannot be looked into is another rule's finding.
    } finally {
      await handle.close();
    }
  }
  return found;
}

/** Throws archive/closed, program/cancelled. */
export async function runChecks(
  context: JobContext,
  { stage, year, ids }: ParsedInput<'checks.run'>,
): Promise<CheckReport> {
  const { db, directory, signal, onProgress } = context;
  if (!db) throw new AppError('archive/closed');
  const t = translator(context.locale);
  const on = today(context);
  const { rows } = listDocuments(db, {
    filter: { state: 'filed', ...(year === undefined ? {} : { year }), ...(ids === undefined ? {} : { ids }) },
    sort: 'code',
    descending: false,
    offset: 0,
    limit: 1_000_000,
  });
  const documents = rows.map((document) => ({ document, findings: findingsOf(db, document, t, on) }));
  const expected = objectRows(db);
  const store = await checkObjects(directory, expected, { signal, onProgress });
  const hashes = new Set(rows.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
  const looked: Looked = {
    documents,
    series: numberSeries(db, year),
    store,
    rows: new Map(expected.map((row) => [row.sha256, row])),
    logged: loggedDocuments(db),
    encrypted: await encryptedFiles(directory, hashes, signal),
    database: String(db.pragma('integrity_check(1)', { simple: true })),
    t,
  };
  const results = RULES.filter(({ stages }) => stages.includes(stage)).map(({ code, look }): CheckResult => {
    const shown = { code: `${PREFIX[stage]}-${code}`, name: t(`checks.rule.${code}` as 'checks.rule.1-1') };
    if (!look) return { ...shown, looked: 0, result: 'manual', failures: [], more: 0 };
    const { looked: count, failures } = look(looked);
    const result = failures.length > 0 ? 'fail' : count === 0 ? 'not_applicable' : 'pass';
    return {
      ...shown,
      looked: count,
      result,
      failures: failures.slice(0, LISTED),
      more: Math.max(0, failures.length - LISTED),
    };
  });
  return {
    stage,
    rules: RULES_VERSION,
    documents: rows.length,
    files: hashes.size,
    bytes: [...hashes].reduce((sum, sha256) => sum + (looked.rows.get(sha256)?.size ?? 0), 0),
    results,
  };
}
