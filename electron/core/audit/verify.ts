/**
 * Checks the archive against itself: the file's structure, the chain of the log, the tables against the images that the
 * log says they must show, and the search index against the tables (a `search` problem is healed by search.rebuild). SQLite has no page checksums; this is what finds a flipped bit in a name or an amount.
 */
import { z } from '#shared/lib/zod.ts';
import { AppError } from '#shared/errors.ts';
import type { Progress } from '#shared/procedure.ts';
import { one, value, type ReadDb } from '../db/sql.ts';
import { archiveUid } from '../entities/archive.ts';
import { completeImage, entities } from '../entities/index.ts';
import { checkIndex } from '../search/check-index.ts';
import { canonicalJson, type Canonical } from './canonical.ts';
import { eventHash, genesis } from './event.ts';

interface Problem {
  code: 'file' | 'foreign_key' | 'sequence' | 'chain' | 'hash' | 'text' | 'state' | 'unlogged' | 'search';
  sequence: number | null;
  detail: string;
}

const Stored = z.object({
  sequence: z.int(),
  at: z.string(),
  actor: z.string(),
  role: z.string(),
  action: z.string(),
  label: z.string().nullable(),
  reason: z.string().nullable(),
  before: z.string(),
  after: z.string(),
  app_version: z.string(),
  previous: z.string(),
  hash: z.string(),
});

const StoredImages = z.array(
  z.object({ entity: z.string(), key: z.int(), image: z.record(z.string(), z.unknown()).nullable() }),
);

const YIELD_EVERY = 200;

/** Every problem found, first to last; an empty list means that file, log and tables agree. */
export async function verify(
  db: ReadDb,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<{ ok: boolean; events: number; problems: Problem[] }> {
  const problems: Problem[] = [];
  const integrity: unknown = db.pragma('integrity_check(1)', { simple: true });
  if (integrity !== 'ok') problems.push({ code: 'file', sequence: null, detail: String(integrity) });
  const broken = db.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) {
    problems.push({ code: 'foreign_key', sequence: null, detail: JSON.stringify(broken[0]) });
  }

  const total = value(db, z.int(), 'SELECT count(*) FROM event');
  const expected = new Map<string, { image: string; sequence: number }>();
  let previous = genesis(archiveUid(db));
  let sequence = 0;
  for (;;) {
    const row = one(
      db,
      Stored,
      `SELECT sequence, at, actor, role, action, label, reason, before, after, app_version, previous, hash
       FROM event WHERE sequence > ? ORDER BY sequence LIMIT 1`,
      sequence,
    );
    if (!row) break;
    if (row.sequence !== sequence + 1) {
      problems.push({ code: 'sequence', sequence: row.sequence, detail: `after ${sequence}` });
    }
    sequence = row.sequence;
    if (row.previous !== previous) problems.push({ code: 'chain', sequence, detail: row.previous });
    previous = row.hash;
    checkEvent(row, problems, expected);
    if (sequence % YIELD_EVERY === 0) {
      onProgress({ stage: 'log', done: sequence, total });
      if (signal.aborted) throw new AppError('program/cancelled');
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  checkState(db, expected, problems);
  onProgress({ stage: 'log', done: total, total });
  return { ok: problems.length === 0, events: total, problems };
}

function checkEvent(
  row: z.infer<typeof Stored>,
  problems: Problem[],
  expected: Map<string, { image: string; sequence: number }>,
): void {
  try {
    const label = row.label === null ? null : (JSON.parse(row.label) as Canonical);
    // Parsed and written again: text that is not canonical would hash alike and mean something else.
    const again = (text: string): string => canonicalJson(JSON.parse(text) as Canonical);
    if (again(row.before) !== row.before || again(row.after) !== row.after) {
      problems.push({ code: 'text', sequence: row.sequence, detail: 'not canonical' });
    }
    const { at, actor, role, action, reason } = row;
    const hash = eventHash(row.previous, {
      at,
      actor,
      role,
      action,
      label,
      reason,
      appVersion: row.app_version,
      sequence: row.sequence,
      beforeText: row.before,
      afterText: row.after,
    });
    if (hash !== row.hash) problems.push({ code: 'hash', sequence: row.sequence, detail: row.hash });
    for (const { entity, key, image } of StoredImages.parse(JSON.parse(row.before))) {
      const known = expected.get(`${entity}/${key}`);
      const text = image === null ? null : canonicalJson(completeImage(entity, image) as Canonical);
      if ((known?.image ?? null) !== text) {
        problems.push({ code: 'state', sequence: row.sequence, detail: `before ${entity}/${key}` });
      }
    }
    for (const { entity, key, image } of StoredImages.parse(JSON.parse(row.after))) {
      if (image !== null) {
        const whole = canonicalJson(completeImage(entity, image) as Canonical);
        expected.set(`${entity}/${key}`, { image: whole, sequence: row.sequence });
      }
    }
  } catch (error) {
    // The message of a parser quotes the text, which may hold what is shown to nobody.
    problems.push({ code: 'text', sequence: row.sequence, detail: error instanceof Error ? error.name : '' });
  }
}

function checkState(
  db: ReadDb,
  expected: ReadonlyMap<string, { image: string; sequence: number }>,
  problems: Problem[],
): void {
  const seen = new Set<string>();
  const index = checkIndex(db);
  for (const entity of entities) {
    for (const key of entity.keys(db)) {
      const id = `${entity.name}/${key}`;
      seen.add(id);
      const should = expected.get(id);
      if (!should) {
        problems.push({ code: 'unlogged', sequence: null, detail: id });
        continue;
      }
      const image = entity.read(db, key);
      if (image) index.see(entity, key, image);
      if (image === null || canonicalJson(image) !== should.image) {
        problems.push({ code: 'state', sequence: should.sequence, detail: id });
      }
    }
  }
  for (const detail of index.finish()) problems.push({ code: 'search', sequence: null, detail });
  for (const [id, { sequence }] of expected) {
    if (!seen.has(id)) problems.push({ code: 'state', sequence, detail: id });
  }
}
