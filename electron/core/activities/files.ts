/**
 * Evidence of an activity: files in the object store, and documents of the archive that stand for one. As with documents, the
 * content is flushed before the command runs, and what is left out of the list keeps its content.
 */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { ObjectFormat } from '#shared/features/objects.ts';
import type { WriteContext } from '../context.ts';
import { activityEntity } from '../entities/activity.ts';
import { documentEntity } from '../entities/document.ts';
import { refuseProgramName, shownName } from '../objects/safe-name.ts';
import { takeIn } from '../objects/take-in.ts';
import { currentRecord } from '../records.ts';
import { activitySeen } from './list.ts';

/** @throws AppError record/not_found, record/conflict */
export function attachEvidence(
  context: WriteContext,
  input: ParsedInput<'activities.attach'>,
): Output<'activities.attach'> {
  const { changes } = context;
  const before = currentRecord(context.db, activityEntity, input);
  const taken = takeIn(context);
  const duplicate = before.files.some(({ sha256, kind }) => sha256 === taken.sha256 && kind === input.kind);
  if (!duplicate) {
    const file = {
      kind: input.kind,
      document_id: null,
      name: taken.name,
      sha256: taken.sha256,
      size: taken.size,
      format: taken.format,
      page_count: taken.pageCount,
    };
    changes.update(activityEntity, before, {
      ...before,
      files: [...before.files, file],
      version: before.version + 1,
    });
  }
  const changed = !changes.isEmpty;
  if (changed) {
    context.describe({ label: { code: 'activityAttach', params: { title: before.title, name: taken.name } } });
  }
  return {
    activity: activitySeen(context, before.id),
    duplicate,
    doubts: taken.doubts,
    event: changed ? context.eventNumber : context.eventNumber - 1,
  };
}

/** What a piece of evidence is, whatever kind and name it is given. */
function contentOf({ sha256, document_id: document }: { sha256: string | null; document_id: number | null }): string {
  return sha256 ?? `document ${document}`;
}

/** Order, kinds and names of the evidence; a document of the archive may stand among the files. */
export function arrangeEvidence(
  context: WriteContext,
  input: ParsedInput<'activities.arrangeFiles'>,
): Output<'activities.arrangeFiles'> {
  const { db, changes } = context;
  const before = currentRecord(db, activityEntity, input);
  const files = input.files.map(({ kind, documentId, sha256, name }) => {
    if (documentId !== null) {
      const document = documentEntity.read(db, documentId);
      const held = before.files.find((file) => file.document_id === documentId);
      // What was linked before it was withdrawn may stay in the list; it just proves nothing.
      if (!document || (document.withdrawn === 1 && !held)) throw new AppError('record/not_found', { id: documentId });
      return {
        kind,
        document_id: documentId,
        name: document.title.slice(0, 255) || '—',
        sha256: null,
        size: null,
        format: null,
        page_count: null,
      };
    }
    const known = before.files.find((file) => file.sha256 === sha256 && sha256 !== null);
    if (!known) throw new AppError('objects/unknown', { sha256: (sha256 ?? '').slice(0, 12) });
    if (name === known.name) return { ...known, kind };
    refuseProgramName(name);
    return { ...known, kind, name: shownName(name, ObjectFormat.parse(known.format)).name };
  });
  const kept = new Set(files.map(contentOf));
  const gone = before.files.filter((file) => !kept.has(contentOf(file)));
  // Evidence is not taken off without a word.
  if (gone.length > 0 && input.reason === '')
    throw new AppError('documents/detach_reason', { name: gone[0]?.name ?? '' });
  changes.update(activityEntity, before, { ...before, files, version: before.version + 1 });
  context.describe({
    label: { code: 'activityFiles', params: { title: before.title } },
    ...(input.reason === '' ? {} : { reason: input.reason }),
  });
  return { activity: activitySeen(context, before.id), event: context.eventNumber };
}
