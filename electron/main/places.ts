/** Where things lie: the bundle, what is installed beside it, and the user's profile. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { holdsArchive } from './recent-archives.ts';

/** A folder that is installed beside the bundle; in the source tree it lies in resources/. */
function installed(name: string): string {
  return app.isPackaged ? join(process.resourcesPath, name) : join(app.getAppPath(), 'resources', name);
}

export const places = {
  fonts: (): string => installed('fonts'),
  example: (): string => installed('example'),
  icon: (): string => join(app.getAppPath(), 'resources', 'icons', '512x512.png'),
  bundle: (): string => join(import.meta.dirname, '../renderer'),
  preload: (): string => join(import.meta.dirname, '../preload/index.cjs'),
  profile: (): string => app.getPath('userData'),
};

/** On a USB stick (portable build with a `portable.flag` beside it) the profile stays on the stick. */
export function choosePortableProfile(): void {
  const folder = process.env['PORTABLE_EXECUTABLE_DIR'];
  if (folder !== undefined && existsSync(join(folder, 'portable.flag'))) {
    app.setPath('userData', join(folder, 'profile'));
  }
}

/** The archive folder among the program's arguments, if one was passed (double click, drop on the icon). */
export function archiveInArguments(args: readonly string[], workingDirectory: string): string | null {
  const candidates = args
    .slice(1)
    .filter((argument) => !argument.startsWith('-'))
    .map((argument) => resolve(workingDirectory, argument));
  return candidates.find((folder) => holdsArchive(folder)) ?? null;
}
