/**
 * Documents given out as folders: one a 档号 with the files and their metadata, a catalogue, and a list of checksums that
 * tells later whether everything is still there unchanged. For a hand-over it is the transfer package (档发〔2012〕7号).
 */
import { z } from '../lib/zod.ts';

export const WrittenFolders = z.object({
  directory: z.string(),
  documents: z.int(),
  /** Files of documents, without catalogue and metadata. */
  originals: z.int(),
  /** All files but the list of checksums. */
  files: z.int(),
  bytes: z.int(),
  /** SHA-256 of the list of checksums, which stands for the whole package. */
  manifestSha256: z.string(),
});

export const FolderCheck = z.object({
  directory: z.string(),
  /** Files that the list names. */
  files: z.int(),
  bytes: z.int(),
  whole: z.boolean(),
  /** Paths inside the package. */
  missing: z.array(z.string()),
  changed: z.array(z.string()),
  surplus: z.array(z.string()),
  unreadable: z.array(z.object({ path: z.string(), detail: z.string() })),
});
export type FolderCheck = z.infer<typeof FolderCheck>;
