/** The files of the archive: looking at them, taking them in, giving them out, checking them. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import { ArchiveObject, type ObjectFormat, ObjectsCheck, StoredContent } from '#shared/features/objects.ts';
import { archiveOf, type WriteContext } from '../context.ts';
import { all, run } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { extractText } from '../extract/index.ts';
import { textLimits } from '../extract/limits.ts';
import { checkObjects } from '../objects/fixity.ts';
import { inspectObject } from '../objects/inspect.ts';
import { exportObject, readObject } from '../objects/read.ts';
import { repairObject } from '../objects/repair.ts';
import { objectRow, objectRows, recordObject } from '../objects/rows.ts';
import { sniffObject } from '../objects/sniff.ts';
import type { ObjectSource } from '../objects/source.ts';
import { putObject } from '../objects/store.ts';

/** Largest object that is handed to the window, in bytes. */
const LARGEST_PREVIEW = 200 * 1024 * 1024;

interface SourceInput {
  file?: string | undefined;
  bytes?: Uint8Array | undefined;
  name?: string | undefined;
}

function sourceOf({ file, bytes, name }: SourceInput): ObjectSource {
  // The schema lets one of the two through.
  return file === undefined ? { bytes: bytes ?? new Uint8Array(), name: name ?? '' } : { file };
}

async function bytesOf({ file, bytes }: SourceInput): Promise<Uint8Array> {
  if (file === undefined) return bytes ?? new Uint8Array();
  try {
    const { size } = await stat(file);
    if (size > textLimits.fileBytes) {
      const megabytes = (count: number): string => `${Math.ceil(count / 1048576)} MB`;
      throw new AppError('input/too_large', { size: megabytes(size), limit: megabytes(textLimits.fileBytes) });
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('input/file_unreadable', { file: basename(file) }, { cause: error });
  }
}

function preparedAs<T extends z.ZodType>(context: WriteContext, schema: T): z.output<T> {
  return schema.parse(context.prepared);
}

const ListedObject = z.object({
  id: z.int(),
  sha256: z.string(),
  size: z.int(),
  format: ArchiveObject.shape.format,
  addedAt: z.string(),
  checkedAt: z.string().nullable(),
  checkResult: ArchiveObject.shape.checkResult,
});

export const objects: HandlersOf<'objects'> = {
  list: ({ db }, { before, limit }) =>
    all(
      db,
      ListedObject,
      `SELECT o.id, o.sha256, o.size, o.format, o.added_at AS addedAt, f.checked_at AS checkedAt, f.result AS checkResult
       FROM object o LEFT JOIN fixity_check f ON f.sha256 = o.sha256 WHERE o.id < ? ORDER BY o.id DESC LIMIT ?`,
      before ?? Number.MAX_SAFE_INTEGER,
      limit,
    ),

  inspect: (context, input) => inspectObject(sourceOf(input), context.signal),

  async text(context, input) {
    const name = input.file === undefined ? (input.name ?? null) : basename(input.file);
    return await extractText(await bytesOf(input), name, context.signal);
  },

  async store(context, { sha256, ...input }) {
    const db = archiveOf(context);
    const { directory, signal, onProgress } = context;
    const source = sourceOf(input);
    if (sha256 !== undefined) {
      const { format } = objectRow(db, sha256);
      const { size, damage, keptAs } = await repairObject(directory, sha256, source, { signal, onProgress });
      return { sha256, size, format, existed: damage === null, damage, keptAs };
    }
    let format: ObjectFormat = 'unknown';
    const stored = await putObject(directory, source, {
      signal,
      onProgress,
      look: async (content, name) => {
        ({ format } = await sniffObject(content, name));
      },
    });
    return { ...stored, format, damage: null, keptAs: null };
  },

  add(context) {
    const stored = preparedAs(context, StoredContent);
    if (!recordObject(context, stored)) return { ...stored, event: null };
    context.describe({ label: { code: 'objectAdd', params: { sha256: stored.sha256.slice(0, 12) } } });
    return { ...stored, event: context.eventNumber };
  },

  repair(context, { sha256 }) {
    const stored = preparedAs(context, StoredContent);
    keepResult(context, sha256, 'whole', context.now());
    const params = { sha256: sha256.slice(0, 12), damage: stored.damage ?? '' };
    context.describe({ label: { code: stored.damage === null ? 'objectWhole' : 'objectRepair', params } });
    return { ...stored, event: context.eventNumber };
  },

  async bytes(context, { sha256 }) {
    const row = objectRow(archiveOf(context), sha256);
    if (row.size > LARGEST_PREVIEW) {
      const megabytes = (count: number): string => `${Math.ceil(count / 1048576)} MB`;
      throw new AppError('objects/preview_too_large', {
        size: megabytes(row.size),
        limit: megabytes(LARGEST_PREVIEW),
      });
    }
    const { directory, signal, onProgress } = context;
    return { format: row.format, bytes: await readObject(directory, row, { signal, onProgress }) };
  },

  async export(context, { sha256, file }) {
    const row = objectRow(archiveOf(context), sha256);
    const { directory, signal, onProgress } = context;
    await exportObject(directory, row, file, { signal, onProgress });
    context.record({
      action: 'objects.export',
      label: { code: 'objectExport', params: { sha256: sha256.slice(0, 12) } },
    });
    return { file, sha256, size: row.size };
  },

  check(context) {
    const { directory, signal, onProgress } = context;
    return checkObjects(directory, objectRows(archiveOf(context)), { signal, onProgress });
  },

  recordCheck(context) {
    const report = preparedAs(context, ObjectsCheck);
    const faults = new Map(report.findings.map(({ sha256, kind }) => [sha256, kind]));
    // Rows that came since the check began were not looked at.
    const at = context.now();
    for (const { sha256 } of objectRows(context.db).slice(0, report.objects)) {
      keepResult(context, sha256, faults.get(sha256) ?? 'whole', at);
    }
    const params = { count: report.objects, problems: report.findings.length };
    context.describe({ label: { code: 'objectsCheck', params } });
    return { ...report, event: context.eventNumber };
  },
};

function keepResult({ db }: WriteContext, sha256: string, result: string, at: string): void {
  run(
    db,
    1,
    `INSERT INTO fixity_check (sha256, checked_at, result) VALUES (?, ?, ?)
     ON CONFLICT (sha256) DO UPDATE SET checked_at = excluded.checked_at, result = excluded.result`,
    sha256,
    at,
    result,
  );
}
