/**
 * Evidence that a record holds: files in the object store, and documents of the archive that stand for one. Content is flushed before
 * the command runs (`objects.store`); what is left out of a list keeps its content.
 */
import { AppError } from '#shared/errors.ts';
import { ObjectFormat } from '#shared/features/objects.ts';
import type { ReadDb } from '../db/sql.ts';
import { documentEntity } from '../entities/document.ts';
import { refuseProgramName, shownName } from './safe-name.ts';
import type { TakenIn } from './take-in.ts';

/** A file as the record's image keeps it. */
export type EvidenceFile<Kind extends string> = {
  kind: Kind;
  document_id: number | null;
  name: string;
  sha256: string | null;
  size: number | null;
  format: string | null;
  page_count: number | null;
};

/** A file as a caller names it. */
interface Given<Kind extends string> {
  kind: Kind;
  documentId: number | null;
  sha256: string | null;
  name: string;
}

/** The list with a file that was taken in; null where the record has this content as this kind already. */
export function withTaken<Kind extends string>(
  files: readonly EvidenceFile<Kind>[],
  kind: Kind,
  taken: TakenIn,
): EvidenceFile<Kind>[] | null {
  if (files.some((file) => file.sha256 === taken.sha256 && file.kind === kind)) return null;
  const { name, sha256, size, format, pageCount } = taken;
  return [...files, { kind, document_id: null, name, sha256, size, format, page_count: pageCount }];
}

/** What a piece of evidence is, whatever kind and name it is given. */
function contentOf({ sha256, document_id: document }: { sha256: string | null; document_id: number | null }): string {
  return sha256 ?? `document ${document}`;
}

/**
 * The list in the order, kinds and names that a person gives it; a document of the archive may stand among the files.
 * @throws AppError record/not_found, objects/unknown, documents/detach_reason
 */
export function arranged<Kind extends string>(
  db: ReadDb,
  before: readonly EvidenceFile<Kind>[],
  given: readonly Given<Kind>[],
  reason: string,
): EvidenceFile<Kind>[] {
  const files = given.map(({ kind, documentId, sha256, name }): EvidenceFile<Kind> => {
    if (documentId !== null) {
      const document = documentEntity.read(db, documentId);
      const held = before.find((file) => file.document_id === documentId);
      // What was linked before it was withdrawn may stay in the list; it just proves nothing.
      if (!document || (document.withdrawn === 1 && !held)) throw new AppError('record/not_found', { id: documentId });
      const title = document.title.slice(0, 255) || '—';
      return { kind, document_id: documentId, name: title, sha256: null, size: null, format: null, page_count: null };
    }
    const known = before.find((file) => file.sha256 === sha256 && sha256 !== null);
    if (!known) throw new AppError('objects/unknown', { sha256: (sha256 ?? '').slice(0, 12) });
    if (name === known.name) return { ...known, kind };
    refuseProgramName(name);
    return { ...known, kind, name: shownName(name, ObjectFormat.parse(known.format)).name };
  });
  const kept = new Set(files.map(contentOf));
  const gone = before.find((file) => !kept.has(contentOf(file)));
  // Evidence is not taken off without a word.
  if (gone && reason === '') throw new AppError('documents/detach_reason', { name: gone.name });
  return files;
}
