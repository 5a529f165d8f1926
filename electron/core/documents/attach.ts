/**
 * Files of a document: the row of the object, the document's list and the text for the search are one step
 * (`electron/core/objects/take-in.ts`). Leaving a file out keeps its content: an earlier state of the document still names
 * it, and nothing is erased.
 */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { ObjectFormat } from '#shared/features/objects.ts';
import type { WriteContext } from '../context.ts';
import { documentEntity, type DocumentImage } from '../entities/document.ts';
import { refuseProgramName, shownName } from '../objects/safe-name.ts';
import { takeIn } from '../objects/take-in.ts';
import { nameOf } from './brief.ts';
import { documentOf, readDocument } from './store.ts';

function changeable(context: WriteContext, id: number, version: number): DocumentImage {
  const image = readDocument(context.db, id, version);
  if (image.withdrawn === 1) throw new AppError('record/not_found', { id });
  if (image.state === 'destroyed' || image.state === 'transferred') {
    throw new AppError('documents/gone', { code: nameOf(image) });
  }
  return image;
}

/** The first file of a document is its main text, later ones are annexes, unless a person says otherwise. */
export function attachFile(context: WriteContext, input: ParsedInput<'documents.attach'>): Output<'documents.attach'> {
  const before = changeable(context, input.id, input.version);
  const taken = takeIn(context);
  const held = before.files.find(({ sha256 }) => sha256 === taken.sha256);
  const file = held ?? {
    role: input.role ?? (before.files.some(({ role }) => role === 'main') ? 'annex' : 'main'),
    name: taken.name,
    sha256: taken.sha256,
    size: taken.size,
    format: taken.format,
    page_count: taken.pageCount,
  };
  const after: DocumentImage = held
    ? before
    : {
        ...before,
        files: [...before.files, file],
        medium:
          before.files.length === 0 && before.medium === 'paper' && before.page_count === null
            ? 'electronic'
            : before.medium,
        version: before.version + 1,
      };
  if (!held) {
    context.changes.update(documentEntity, before, after);
    context.describe({ label: { code: 'documentAttach', params: { name: file.name, title: before.title } } });
  }
  const document = documentOf(after);
  const shown = document.files.find(({ sha256 }) => sha256 === taken.sha256);
  if (!shown) throw new Error('the attached file is in the list');
  return {
    document,
    file: shown,
    duplicate: held !== undefined,
    textLength: taken.textLength,
    doubts: taken.doubts,
    event: held ? context.eventNumber - 1 : context.eventNumber,
  };
}

/** Order, roles and names of a document's files; what is not named is left out of it. */
export function arrangeFiles(
  context: WriteContext,
  input: ParsedInput<'documents.arrangeFiles'>,
): Output<'documents.arrangeFiles'> {
  const before = changeable(context, input.id, input.version);
  const known = new Map(before.files.map((file) => [file.sha256, file]));
  const files = input.files.map(({ sha256, role, name }) => {
    const file = known.get(sha256);
    if (!file) throw new AppError('objects/unknown', { sha256: sha256.slice(0, 12) });
    known.delete(sha256);
    if (name === file.name) return { ...file, role };
    // A name that the system would run, or that hides what the file is, is no name for it.
    refuseProgramName(name);
    return { ...file, role, name: shownName(name, ObjectFormat.parse(file.format)).name };
  });
  if (known.size > 0 && input.reason === '')
    throw new AppError('documents/detach_reason', { name: [...known.values()][0]?.name ?? '' });
  const after = { ...before, files, version: before.version + 1 };
  context.changes.update(documentEntity, before, after);
  context.describe({
    label:
      known.size > 0
        ? { code: 'documentDetach', params: { count: known.size, title: before.title } }
        : { code: 'documentArrange', params: { title: before.title } },
    ...(input.reason === '' ? {} : { reason: input.reason }),
  });
  return { document: documentOf(after), event: context.eventNumber };
}
