/**
 * The skeleton of an Office file (ISO/IEC 29500-2): which part is the main one and how parts refer to each other.
 * Invariant: only parts inside the file are ever followed.
 */
import { posix } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { ReadLimits } from './limits.ts';
import { parseXml } from './xml.ts';
import { ZipDirectory } from './zip.ts';

export interface Relationship {
  /** Last segment of the relationship's type: worksheet, styles, sharedStrings … */
  type: string;
  /** Path of the part in the package. */
  target: string;
}

export interface OfficePackage {
  zip: ZipDirectory;
  /** The workbook or the document. */
  mainPart: string;
}

/** Relationships of a part ('' = the package itself) by their id; external ones are left out. */
export async function relationshipsOf(
  zip: ZipDirectory,
  part: string,
  limits: ReadLimits,
): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(name)) return found;
  await parseXml(
    zip.read(name),
    {
      open: (element, { Id, Type, Target, TargetMode }) => {
        if (element !== 'Relationship' || !Id || !Target || TargetMode === 'External') return;
        const target = Target.startsWith('/') ? posix.normalize(Target.slice(1)) : posix.join(folder, Target);
        found.set(Id, { type: posix.basename(Type ?? ''), target });
      },
    },
    limits.depth,
  );
  return found;
}

/** The target of a part's first relationship of a type, or null. */
export function targetOf(relationships: ReadonlyMap<string, Relationship>, type: string): string | null {
  for (const relationship of relationships.values()) if (relationship.type === type) return relationship.target;
  return null;
}

/** Throws format/too_large, format/damaged, format/unsafe, format/password, format/inflates. */
export async function openPackage(bytes: Uint8Array, limits: ReadLimits): Promise<OfficePackage> {
  const zip = await ZipDirectory.open(bytes, limits);
  const root = await relationshipsOf(zip, '', limits);
  const mainPart = targetOf(root, 'officeDocument');
  if (mainPart === null || !zip.has(mainPart)) throw new AppError('format/damaged');
  return { zip, mainPart };
}
