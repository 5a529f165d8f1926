/** The archive itself: what it holds, whether it is whole, copies of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import type { ArchiveInfo } from '#shared/features/archive.ts';
import { head } from '../audit/event.ts';
import { verify } from '../audit/verify.ts';
import { backUp } from '../backup.ts';
import { structureOf } from '../db/migrate.ts';
import { all, type ReadDb } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { archiveOf } from '../context.ts';
import { archiveEntity } from '../entities/archive.ts';

/** The archive as people see it. */
function archiveInfo(db: ReadDb): ArchiveInfo {
  const record = archiveEntity.read(db, 1);
  if (!record) throw new AppError('archive/damaged', { detail: 'archive' });
  const years = all(db, z.object({ year: z.int() }), 'SELECT year FROM plan WHERE withdrawn = 0 ORDER BY year DESC');
  return {
    uid: record.uid,
    unitName: record.unit_name,
    createdAt: record.created_at,
    structure: structureOf(db),
    isExample: record.is_example === 1,
    years: years.map(({ year }) => year),
    head: head(db),
  };
}

export const archive: HandlersOf<'archive'> = {
  info: ({ db }) => archiveInfo(db),

  describe({ db, changes, describe }, { unitName }) {
    const before = archiveEntity.read(db, 1);
    if (!before) throw new AppError('archive/damaged', { detail: 'archive' });
    if (before.unit_name !== unitName) {
      changes.update(archiveEntity, before, { ...before, unit_name: unitName, version: before.version + 1 });
      describe({ label: { code: 'describe', params: { name: unitName } } });
    }
    return archiveInfo(db);
  },

  async verify(context) {
    const db = archiveOf(context);
    const result = await verify(db, context.onProgress, context.signal);
    return { ...result, head: archiveInfo(db).head };
  },

  async backup(context, { directory }) {
    const db = archiveOf(context);
    const { uid } = archiveInfo(db);
    const stamp = context.now().replaceAll(/[-:]/gu, '').slice(0, 15);
    if (!existsSync(directory)) throw new AppError('archive/not_found', { directory });
    const target = join(directory, `${uid.slice(0, 8)}-${stamp}`);
    const report = await backUp(db, context.directory, target, context);
    const params = { sequence: report.head.sequence, problems: report.problems.length };
    context.record({
      action: 'archive.backup',
      label: { code: report.proven ? 'backup' : 'backupIncomplete', params },
    });
    return report;
  },
};
