/**
 * Files of a document. The content is in the store and flushed before the command runs (`objects.store`); the row of the
 * object, the document's list and the text for the search are then one step. Leaving a file out keeps its content: an
 * earlier state of the document still names it, and nothing is erased.
 */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import {
  ExtractedText,
  Inspection,
  KINDS_WITHOUT_TEXT,
  ObjectFormat,
  StoredContent,
} from '#shared/features/objects.ts';
import { errorText } from '#shared/i18n/messages.ts';
import type { ErrorCode } from '#shared/i18n/index.ts';
import { translator } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { run } from '../db/sql.ts';
import { documentEntity, type DocumentImage } from '../entities/document.ts';
import { recordObject } from '../objects/rows.ts';
import { refuseProgramName, shownName } from '../objects/safe-name.ts';
import { nameOf } from './brief.ts';
import { documentOf, readDocument } from './store.ts';

/** Raised when a newer reader finds more text in the same files. */
const TEXT_READER = 1;

/** Characters of one file that the search looks through; beyond them a paper is found by what stands before. */
const LONGEST_TEXT = 2_000_000;

const Prepared = z.object({
  'objects.inspect': Inspection,
  'objects.text': ExtractedText.nullable(),
  'objects.store': StoredContent,
});

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
  const { db, changes } = context;
  const prepared = Prepared.parse(context.prepared);
  const inspection = prepared['objects.inspect'];
  const stored = prepared['objects.store'];
  const text = prepared['objects.text'];
  const before = changeable(context, input.id, input.version);
  recordObject(context, stored);
  if (text !== null) {
    run(
      db,
      'any',
      'INSERT INTO object_text (sha256, text, reader) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
      stored.sha256,
      text.text.slice(0, LONGEST_TEXT),
      TEXT_READER,
    );
  }
  const held = before.files.find(({ sha256 }) => sha256 === stored.sha256);
  const file = held ?? {
    role: input.role ?? (before.files.some(({ role }) => role === 'main') ? 'annex' : 'main'),
    name: inspection.name,
    sha256: stored.sha256,
    size: stored.size,
    format: stored.format,
    page_count: inspection.pages,
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
    changes.update(documentEntity, before, after);
    context.describe({ label: { code: 'documentAttach', params: { name: file.name, title: before.title } } });
  }
  const doubts = [inspection.doubt, text?.reason ?? null]
    .filter((reason) => reason !== null)
    .filter(({ code }) => !KINDS_WITHOUT_TEXT.has(code))
    .map(({ code, params }) => errorText(context.locale, { code: code as ErrorCode, params }));
  if (inspection.mismatch)
    doubts.push(translator(context.locale)('documents.attach.mismatch', { name: inspection.name }));
  const document = documentOf(after);
  const shown = document.files.find(({ sha256 }) => sha256 === stored.sha256);
  if (!shown) throw new Error('the attached file is in the list');
  return {
    document,
    file: shown,
    duplicate: held !== undefined,
    textLength: text?.text.length ?? 0,
    doubts: [...new Set(doubts)],
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
