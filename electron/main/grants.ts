/**
 * Grants: what the user chose in a dialog. The page holds a token and a name; the path stays here. A token serves only
 * the use it was given for, so that a plan chosen for reading can never become the target of an export.
 */
import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Procedure } from '#shared/procedure.ts';
import { AppError } from '#shared/errors.ts';
import type { Grant } from '#shared/features/window.ts';

/** `written`: a file that this run of the program wrote; those alone may be opened outside or shown in their folder. */
export type GrantUse = 'open' | 'save' | 'folder' | 'written';

export interface Grants {
  give(path: string, use: Exclude<GrantUse, 'written'>): Grant;
  /** Remembers a file or folder that a procedure wrote. */
  markWritten(path: string): void;
  /** Path behind a token (for `written` also behind the path itself). Throws access/path. */
  resolve(value: unknown, field: string, use: GrantUse): string;
}

export function createGrants(): Grants {
  const given = new Map<string, { path: string; use: GrantUse }>();
  const written = new Set<string>();
  return {
    give(path, use) {
      const token = randomUUID();
      const absolute = resolve(path);
      given.set(token, { path: absolute, use });
      return { grant: token, name: basename(absolute), display: absolute };
    },
    markWritten(path) {
      written.add(realPath(path));
    },
    resolve(value, field, use) {
      const entry = typeof value === 'string' ? given.get(value) : undefined;
      if (use === 'written') {
        const path = entry?.path ?? (typeof value === 'string' ? value : '');
        if (path !== '' && written.has(realPath(path))) return path;
      } else if (entry?.use === use) {
        return entry.path;
      }
      throw new AppError('access/path', { field });
    },
  };
}

/** The path with its folder's links followed; the last part may not exist yet. */
function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    try {
      return resolve(realpathSync(dirname(absolute)), basename(absolute));
    } catch {
      return absolute;
    }
  }
}

/** What a path field of a procedure is used for. Reading is what the foreign zone does; other files are written. */
export function purposeOf(name: string, procedure: Procedure, field: string): GrantUse {
  if (name === 'window.reveal' || name === 'window.openOutside') return 'written';
  if (field === 'directory') return 'folder';
  // Puts a chosen file into the store; only a command's own preparation hands it real paths.
  if (name === 'objects.store') return 'open';
  if (procedure.kind === 'command') return 'open';
  // A job that writes a file reads none, so what prepares it never needs the file.
  if (procedure.kind !== 'job') return 'save';
  return procedure.zone === 'foreign' || procedure.preparedBy.length > 0 ? 'open' : 'save';
}
