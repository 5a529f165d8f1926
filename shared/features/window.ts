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

/** Who looks and why, while the archive is open for an audit. */
export const AuditMode = z.object({
  /** Instant at which it began. */
  since: z.string(),
  auditors: z.string(),
  purpose: z.string(),
});
export type AuditMode = z.infer<typeof AuditMode>;

/** `object`: a file of the archive, whatever it is. */
export const SaveFormat = z.enum(['xlsx', 'pdf', 'object']);
export type SaveFormat = z.infer<typeof SaveFormat>;

/** What a chosen file shall be read as; `document`: any file, to be kept with a document. */
export const FilePurpose = z.enum(['plan', 'catalogue', 'roster', 'funding', 'documentTable', 'document']);
export type FilePurpose = z.infer<typeof FilePurpose>;

export const FolderPurpose = z.enum([
  'openArchive',
  'createArchive',
  'backup',
  'exportFolders',
  'verifyFolders',
  'auditPackage',
  'verifyPackage',
]);
export type FolderPurpose = z.infer<typeof FolderPurpose>;

export const window = {
  state: native(
    'Open archive, recent archives, preferences and version.',
    z.object({}),
    z.object({
      archive: ArchiveInfo.nullable(),
      /** Where the open archive lies, as shown to people. */
      display: z.string().nullable(),
      /** Not null: every call goes in the role `auditor`, nothing can be changed, and what is opened is logged. */
      audit: AuditMode.nullable(),
      recent: z.array(RecentArchive),
      preferences: Preferences,
      version: z.string(),
      platform: z.string(),
    }),
  ),
  setPreferences: native('Keep preferences.', Preferences.partial(), Preferences),
  chooseFile: native(
    'Open dialog for one file: to be read, or kept with a document.',
    z.object({ purpose: FilePurpose }),
    Grant.nullable(),
  ),
  chooseFiles: native('Open dialog for files of a document, several at once.', z.object({}), z.array(Grant)),
  chooseFolder: native(
    'Folder dialog: an archive, an empty folder, a place for a backup, or folders of documents.',
    z.object({ purpose: FolderPurpose }),
    Grant.nullable(),
  ),
  chooseSave: native(
    'Save dialog for a paper, or for a copy of a document’s file, which keeps the extension of its name.',
    z.object({ suggestedName: z.string().max(255), format: SaveFormat }),
    Grant.nullable(),
  ),
  viewingPlace: native(
    'A place for a copy that a program of the system will show; it is cleared at the next start. Refuses kinds of files that do more than show.',
    z.object({ name: z.string().min(1).max(255) }),
    Grant,
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
  enterAudit: native(
    'Open the archive for an audit: read only from now on, and what is opened is logged under the names given.',
    z.object({
      auditors: z.string().trim().min(1).max(100),
      purpose: z.string().trim().max(200).default(''),
    }),
    AuditMode,
  ),
  leaveAudit: native('End the audit; where none is on, nothing happens.', z.object({}), z.object({})),
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
