/**
 * The procedures that need a window: dialogs, recent archives, results opened outside. What they need of Electron
 * comes in as `Desktop`, so that they run in tests without it.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { safeFileName } from '#core/files/file-name.ts';
import { contract } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { FilePurpose, FolderPurpose, Preferences, SaveFormat } from '#shared/features/window.ts';
import type { z } from '#shared/lib/zod.ts';
import type { Native } from '#shared/procedure.ts';
import type { Archives } from './archives.ts';
import type { Grants } from './grants.ts';
import type { PreferencesStore } from './preferences.ts';

/** What the system does for us. Each choice answers a path, or null when the user cancelled. */
export interface Desktop {
  chooseFile(purpose: FilePurpose): Promise<string | null>;
  /** Files of a document; empty when the user cancelled. */
  chooseFiles(): Promise<string[]>;
  chooseFolder(purpose: FolderPurpose): Promise<string | null>;
  chooseSave(suggestedName: string, format: SaveFormat): Promise<string | null>;
  showInFolder(file: string): void;
  /** Answers false where no program opens the file. */
  openWithSystem(file: string): Promise<boolean>;
}

export interface NativeContext {
  archives: Archives;
  grants: Grants;
  preferences: PreferencesStore;
  desktop: Desktop;
  profile: string;
  version: string;
  platform: string;
  onPreferences: (preferences: Preferences) => void;
}

export type NativeHandler = (input: unknown) => Promise<unknown>;
type Window = typeof contract.window;
export type NativeHandlers = { readonly [Verb in keyof Window]: NativeHandler };

/** Parses the input, runs the handler, checks what it answers. */
function handle<I extends z.ZodType, O extends z.ZodType>(
  procedure: Native<I, O>,
  run: (input: z.output<I>) => Promise<z.input<O>> | z.input<O>,
): NativeHandler {
  return async (input) => {
    const parsed = procedure.input.safeParse(input);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const field = issue?.path.map(String).join('.') || 'input';
      throw new AppError('input/invalid', { field, detail: issue?.message ?? '' }, { cause: parsed.error });
    }
    return procedure.output.parse(await run(parsed.data));
  };
}

export function createNativeHandlers(context: NativeContext): NativeHandlers {
  const { archives, grants, preferences, desktop } = context;
  const { window } = contract;
  const printFolder = join(context.profile, 'print');
  // What was printed in earlier runs is no longer needed by any viewer.
  rmSync(printFolder, { recursive: true, force: true });
  const viewingFolder = join(context.profile, 'viewing');
  rmSync(viewingFolder, { recursive: true, force: true });

  const mustExist = (file: string): void => {
    if (!existsSync(file)) throw new AppError('window/file_gone', { file: basename(file) });
  };
  const openWithSystem = async (file: string): Promise<void> => {
    if (!(await desktop.openWithSystem(file))) throw new AppError('window/no_program', { file: basename(file) });
  };

  return {
    state: handle(window.state, async () => {
      const current = await archives.current();
      return {
        archive: current?.info ?? null,
        display: current?.directory ?? null,
        audit: current?.audit ?? null,
        recent: archives.recent(),
        preferences: preferences.get(),
        version: context.version,
        platform: context.platform,
      };
    }),
    setPreferences: handle(window.setPreferences, (changes) => {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const now = preferences.set(given);
      context.onPreferences(now);
      return now;
    }),
    chooseFile: handle(window.chooseFile, async ({ purpose }) => {
      const path = await desktop.chooseFile(purpose);
      return path === null ? null : grants.give(path, 'open');
    }),
    chooseFiles: handle(window.chooseFiles, async () =>
      (await desktop.chooseFiles()).map((path) => grants.give(path, 'open')),
    ),
    chooseFolder: handle(window.chooseFolder, async ({ purpose }) => {
      const path = await desktop.chooseFolder(purpose);
      return path === null ? null : grants.give(path, 'folder');
    }),
    chooseSave: handle(window.chooseSave, async ({ suggestedName, format }) => {
      const name = withEnding(suggestedName, format === 'object' ? '' : format);
      const path = await desktop.chooseSave(safeFileName(name), format);
      return path === null ? null : grants.give(path, 'save');
    }),
    viewingPlace: handle(window.viewingPlace, ({ name }) => {
      const safe = safeFileName(name);
      const extension = extname(safe).slice(1).toLowerCase();
      if (!SHOWN_OUTSIDE.has(extension)) throw new AppError('window/not_shown_outside', { file: name });
      mkdirSync(viewingFolder, { recursive: true });
      return grants.give(join(mkdtempSync(join(viewingFolder, 'v-')), safe), 'save');
    }),
    openArchive: handle(window.openArchive, ({ directory }) => archives.open(directory)),
    openRecent: handle(window.openRecent, ({ id }) => archives.openRecent(id)),
    createArchive: handle(window.createArchive, ({ directory, unitName }) => {
      archives.mustNotAudit();
      return archives.create(directory, unitName);
    }),
    openExample: handle(window.openExample, ({ reset }) => {
      if (reset) archives.mustNotAudit();
      return archives.openExample(reset);
    }),
    closeArchive: handle(window.closeArchive, async () => {
      await archives.close();
      return {};
    }),
    enterAudit: handle(window.enterAudit, ({ auditors, purpose }) => archives.enterAudit(auditors, purpose)),
    leaveAudit: handle(window.leaveAudit, async () => {
      await archives.leaveAudit();
      return {};
    }),
    reveal: handle(window.reveal, ({ file }) => {
      mustExist(file);
      desktop.showInFolder(file);
      return {};
    }),
    openOutside: handle(window.openOutside, async ({ file }) => {
      mustExist(file);
      await openWithSystem(file);
      return {};
    }),
    print: handle(window.print, async ({ name, bytes }) => {
      if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) !== '%PDF-') throw new AppError('window/not_a_pdf');
      mkdirSync(printFolder, { recursive: true });
      const file = join(mkdtempSync(join(printFolder, 'p-')), safeFileName(withEnding(name, 'pdf')));
      writeFileSync(file, bytes);
      await openWithSystem(file);
      return {};
    }),
  };
}

/**
 * Extensions of files that a program of the system may be asked to show: papers, pictures, recordings. Left out: whatever
 * holds macros by its name, pages that run scripts, archives (security notes on viewing: a list of types only).
 */
const SHOWN_OUTSIDE = new Set(
  (
    'pdf ofd docx xlsx pptx doc xls ppt rtf wps et dps odt ods odp odg ' +
    'jpg jpeg png tif tiff gif bmp webp wav mp3 mp4 m4a mov avi txt csv'
  ).split(' '),
);

/** The name with this extension, added where it is missing; empty = none is wanted. */
export function withEnding(name: string, extension: string): string {
  return extension === '' || name.toLowerCase().endsWith(`.${extension.toLowerCase()}`) ? name : `${name}.${extension}`;
}
