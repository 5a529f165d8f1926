/** The files in dropped folders, with those beside them, in the order of their names. */
import { AppError } from '#shared/errors.ts';
import type { Dropped } from '../../app/drop-target.ts';

/** More in one go could not be watched over by a person. */
export const MOST_FILES = 2000;

/** What systems and Office leave in folders on their own. */
const SYSTEM_FILE = /^(?:thumbs\.db|desktop\.ini|\..*|~\$.*)$/iu;

export interface Walked {
  files: File[];
  /** Files of the system that were left out. */
  skipped: number;
  /** There were more than `MOST_FILES`. */
  tooMany: boolean;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** `readEntries` answers a part of the folder at a time, and an empty part at its end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) return entries.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
    entries.push(...part);
  }
}

/** Throws program/cancelled when the signal says so. */
export async function walk(dropped: Dropped, signal: AbortSignal, onFound: (count: number) => void): Promise<Walked> {
  const walked: Walked = { files: [], skipped: 0, tooMany: false };
  const add = (file: File): void => {
    if (SYSTEM_FILE.test(file.name)) walked.skipped += 1;
    else if (walked.files.length === MOST_FILES) walked.tooMany = true;
    else walked.files.push(file);
  };
  const open: FileSystemEntry[] = [...dropped.folders].toReversed();
  for (const file of dropped.files) add(file);
  for (let entry = open.pop(); entry && !walked.tooMany; entry = open.pop()) {
    if (signal.aborted) throw new AppError('program/cancelled');
    if (entry.isDirectory) open.push(...(await entriesOf(entry as FileSystemDirectoryEntry)).toReversed());
    else add(await fileOf(entry as FileSystemFileEntry));
    onFound(walked.files.length);
  }
  return walked;
}

/** The title that a file's name gives a draft: without its extension. */
export function titleOf(name: string): string {
  return name.replace(/\.[\p{L}\p{N}]{1,8}$/u, '').trim() || name;
}
