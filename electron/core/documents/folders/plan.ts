/** What lies where in a package: a folder a document, safe names that differ in every file system, nothing written yet. */
import type { Document } from '#shared/features/documents.ts';
import { safeFileName } from '../../files/file-name.ts';
import type { PackedFile } from './metadata.ts';

export interface PlannedFolder {
  document: Document;
  folder: string;
  files: PackedFile[];
}

/** As a file system may compare names: without case, in composed form. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

export const METADATA = { xml: '元数据.xml', json: '元数据.json' } as const;
export const ROOT = {
  about: '说明文件.txt',
  xml: '目录.xml',
  csv: '目录.csv',
  manifest: 'manifest-sha256.txt',
} as const;

/** The name itself, or with a number where it is taken; `%` would have to be encoded in the list (RFC 8493, 2.1.3). */
export function uniqueName(wanted: string, taken: Set<string>): string {
  const safe = safeFileName(wanted.replaceAll('%', '_'), 'unnamed');
  const dot = safe.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, ''];
  let name = safe;
  for (let number = 2; taken.has(folded(name)); number += 1) name = `${stem} (${number})${extension}`;
  taken.add(folded(name));
  return name;
}

export function planFolders(documents: readonly Document[]): PlannedFolder[] {
  const folders = new Set<string>(Object.values(ROOT).map(folded));
  return documents.map((document) => {
    const names = new Set<string>(Object.values(METADATA).map(folded));
    return {
      document,
      folder: uniqueName(document.referenceCode ?? document.uid, folders),
      files: document.files.map((file) => ({ ...file, name: uniqueName(file.name, names) })),
    };
  });
}
