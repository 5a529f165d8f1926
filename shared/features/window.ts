/** What only a window can do: dialogs, recent archives, opening results outside. Handled in the main process. */
import { bytesSchema, z } from '../lib/zod.ts';
import { native } from '../procedure.ts';
import { ArchiveInfo } from './archive.ts';

/** A file or folder that the user chose in a dialog: the page gets a token for it and its name, never a path. */
export const Grant = z.object({
  grant: z.string(),
  name: z.string(),
  /** Folder and name as shown to people. */ display: z.string(),
});
export type Grant = z.infer<typeof Grant>;

export const RecentArchive = z.object({
  id: z.string(),
  unitName: z.string(),
  display: z.string(),
  openedAt: z.string(),
  available: z.boolean(),
});
export type RecentArchive = z.infer<typeof RecentArchive>;

export const Preferences = z.object({
  locale: z.enum(['zh-CN', 'en']),
  theme: z.enum(['light', 'dark']),
  textSize: z.enum(['medium', 'large', 'largest']),
});
export type Preferences = z.infer<typeof Preferences>;

/** What a chosen file shall be read as. */
export const FilePurpose = z.enum(['plan', 'catalogue', 'documentTable']);
export type FilePurpose = z.infer<typeof FilePurpose>;

export const FolderPurpose = z.enum(['openArchive', 'createArchive', 'backup', 'exportFolders', 'verifyFolders']);
export type FolderPurpose = z.infer<typeof FolderPurpose>;

export const window = {
  state: native(
    'Open archive, recent archives, preferences and version.',
    z.object({}),
    z.object({
      archive: ArchiveInfo.nullable(),
      /** Where the open archive lies, as shown to people. */
      display: z.string().nullable(),
      recent: z.array(RecentArchive),
      preferences: Preferences,
      version: z.string(),
      platform: z.string(),
    }),
  ),
  setPreferences: native('Keep preferences.', Preferences.partial(), Preferences),
  chooseFile: native('Open dialog for a file to be read.', z.object({ purpose: FilePurpose }), Grant.nullable()),
  chooseFolder: native(
    'Folder dialog: an archive, an empty folder, a place for a backup, or folders of documents.',
    z.object({ purpose: FolderPurpose }),
    Grant.nullable(),
  ),
  chooseSave: native(
    'Save dialog.',
    z.object({ suggestedName: z.string().max(200), format: z.enum(['xlsx', 'pdf']) }),
    Grant.nullable(),
  ),
  openArchive: native('Open the archive in a chosen folder.', z.object({ directory: z.string() }), ArchiveInfo, {
    paths: ['directory'],
  }),
  openRecent: native('Open an archive of the recent list.', z.object({ id: z.string() }), ArchiveInfo),
  createArchive: native(
    'Create an archive in a chosen folder and open it.',
    z.object({ directory: z.string(), unitName: z.string().trim().min(1).max(100) }),
    ArchiveInfo,
    { paths: ['directory'] },
  ),
  openExample: native(
    'Open the example archive built from the published 2021 plan; `reset` begins it anew.',
    z.object({ reset: z.boolean().default(false) }),
    ArchiveInfo,
  ),
  closeArchive: native('Close the open archive.', z.object({}), z.object({})),
  reveal: native('Show a written file in its folder.', z.object({ file: z.string() }), z.object({}), {
    paths: ['file'],
  }),
  openOutside: native('Open a written file with the system’s program.', z.object({ file: z.string() }), z.object({}), {
    paths: ['file'],
  }),
  print: native(
    'Hand the same PDF bytes that the preview shows to the system’s PDF program for printing.',
    z.object({ name: z.string().max(200), bytes: bytesSchema }),
    z.object({}),
  ),
} as const;
