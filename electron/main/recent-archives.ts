/** The list of archives opened lately, newest first, one entry a folder. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '#shared/lib/zod.ts';

const RecentEntry = z.object({ id: z.string(), directory: z.string(), unitName: z.string(), openedAt: z.string() });
export type RecentEntry = z.infer<typeof RecentEntry>;

export const RecentFile = z.object({
  entries: z.array(RecentEntry),
  /** The archive that was open when the program was left; null after it was closed on purpose. */
  last: z.string().nullable(),
});
export type RecentFile = z.infer<typeof RecentFile>;

export const NO_RECENT: RecentFile = { entries: [], last: null };
const LENGTH = 10;

export function recentId(directory: string): string {
  return createHash('sha256').update(directory).digest('hex').slice(0, 16);
}

/** The list after an archive was opened. */
export function withOpened(list: RecentFile, directory: string, unitName: string, openedAt: string): RecentFile {
  const id = recentId(directory);
  const others = list.entries.filter((entry) => entry.id !== id);
  return { entries: [{ id, directory, unitName, openedAt }, ...others].slice(0, LENGTH), last: id };
}

/** Does an archive lie in this folder? Looked at by name only, so that the main process needs no SQLite. */
export function holdsArchive(directory: string): boolean {
  return existsSync(join(directory, 'archive.sqlite'));
}
