/** The archive folder itself: what it is, whether its log is whole, and copies of it. */
import { z } from '../lib/zod.ts';
import { command, job, query } from '../procedure.ts';

export const ArchiveInfo = z.object({
  uid: z.string(),
  /** The unit that keeps the archive (立档单位). */
  unitName: z.string(),
  createdAt: z.string(),
  /** Version of the archive's structure. */
  structure: z.int(),
  /** An archive with example data says so on screen and on paper. */
  isExample: z.boolean(),
  years: z.array(z.int()),
  /** Newest event of the log: its number and hash. */
  head: z.object({ sequence: z.int(), hash: z.string() }),
});
export type ArchiveInfo = z.infer<typeof ArchiveInfo>;

/** An object that could not be copied, as the error with which reading it failed. */
export const BackupProblem = z.object({
  sha256: z.string(),
  code: z.enum(['objects/missing', 'objects/damaged']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type BackupProblem = z.infer<typeof BackupProblem>;

export const archive = {
  info: query('What the archive holds.', z.object({}), ArchiveInfo),
  describe: command(
    'Change the name of the unit that keeps the archive.',
    z.object({ unitName: z.string().trim().min(1).max(100) }),
    ArchiveInfo,
    { touches: ['archive', 'history'] },
  ),
  verify: job(
    'Check file, log chain and state against each other.',
    z.object({}),
    z.object({
      ok: z.boolean(),
      events: z.int(),
      problems: z.array(z.object({ code: z.string(), sequence: z.int().nullable(), detail: z.string() })),
      head: ArchiveInfo.shape.head,
    }),
    { traced: true },
  ),
  backup: job(
    'Write a checked copy of the archive into a folder.',
    z.object({ directory: z.string().min(1) }),
    z.object({
      directory: z.string(),
      /** Bytes of all files. */
      bytes: z.int(),
      /** Objects that were copied. */
      objects: z.int(),
      /** Everything is there and was compared; otherwise the copy counts for nothing until the objects are put right. */
      proven: z.boolean(),
      problems: z.array(BackupProblem),
      head: ArchiveInfo.shape.head,
    }),
    { paths: ['directory'], traced: true },
  ),
} as const;
