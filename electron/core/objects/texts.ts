/** Texts that were read out of files, for the search entries of the records that hold them. */
import { z } from '#shared/lib/zod.ts';
import { one, type ReadDb } from '../db/sql.ts';

/** The texts of the files that have one, in their order; evidence that is no file has no checksum. */
export function fileTexts(db: ReadDb, files: readonly { sha256: string | null }[]): string[] {
  return files.flatMap(({ sha256 }) => {
    if (sha256 === null) return [];
    const found = one(db, z.object({ text: z.string() }), 'SELECT text FROM object_text WHERE sha256 = ?', sha256);
    return found ? [found.text] : [];
  });
}
