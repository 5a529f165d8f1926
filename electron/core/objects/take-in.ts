/**
 * A file on its way into a record of any register. Its content is in the store and flushed before the command runs
 * (`objects.store`); the row of the object and its text for the search are written here, in the command of the record.
 */
import {
  ExtractedText,
  Inspection,
  KINDS_WITHOUT_TEXT,
  StoredContent,
  type ObjectFormat,
} from '#shared/features/objects.ts';
import { errorText } from '#shared/i18n/messages.ts';
import { translator, type ErrorCode } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { run } from '../db/sql.ts';
import { recordObject } from './rows.ts';

/** Raised when a newer reader finds more text in the same files. */
const TEXT_READER = 1;

/** Characters of one file that the search looks through; beyond them a paper is found by what stands before. */
const LONGEST_TEXT = 2_000_000;

const Prepared = z.object({
  'objects.inspect': Inspection,
  'objects.text': ExtractedText.nullable(),
  'objects.store': StoredContent,
});

export interface TakenIn {
  name: string;
  sha256: string;
  /** Bytes. */
  size: number;
  format: ObjectFormat;
  pageCount: number | null;
  /** Characters that the search can look through. */
  textLength: number;
  /** What a person should look at: locked, damaged, not what its name says. In words. */
  doubts: string[];
}

/** Writes object and text of the file that the command was prepared with; call it before the record is written. */
export function takeIn(context: WriteContext): TakenIn {
  const prepared = Prepared.parse(context.prepared);
  const inspection = prepared['objects.inspect'];
  const stored = prepared['objects.store'];
  const text = prepared['objects.text'];
  recordObject(context, stored);
  if (text !== null) {
    run(
      context.db,
      'any',
      'INSERT INTO object_text (sha256, text, reader) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
      stored.sha256,
      text.text.slice(0, LONGEST_TEXT),
      TEXT_READER,
    );
  }
  const doubts = [inspection.doubt, text?.reason ?? null]
    .filter((reason) => reason !== null)
    .filter(({ code }) => !KINDS_WITHOUT_TEXT.has(code))
    .map(({ code, params }) => errorText(context.locale, { code: code as ErrorCode, params }));
  if (inspection.mismatch)
    doubts.push(translator(context.locale)('documents.attach.mismatch', { name: inspection.name }));
  return {
    name: inspection.name,
    sha256: stored.sha256,
    size: stored.size,
    format: stored.format,
    pageCount: inspection.pages,
    textLength: text?.text.length ?? 0,
    doubts: [...new Set(doubts)],
  };
}
