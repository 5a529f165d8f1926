/** Writes documents as a table to be edited: every field a person may set, with the uid and version of each row. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { LARGEST_TABLE } from '#shared/features/document-table.ts';
import { fieldText, isTextField, type TextNames } from '#shared/features/document-texts.ts';
import { type Document, NUMBER_FIELDS } from '#shared/features/documents.ts';
import { translator, type Translate } from '#shared/i18n/index.ts';
import { archiveOf, type JobContext, uuidv7 } from '../../context.ts';
import { writeAtomically } from '../../files/atomic-file.ts';
import { writeThroughSink } from '../../files/file-sink.ts';
import { columnName } from '../../formats/workbook.ts';
import { readWorkbook } from '../../formats/xlsx.ts';
import { fondsRules } from '../../fonds/rules.ts';
import { writeRecords, type RecordCell } from '../../writers/xlsx-records.ts';
import { listDocuments } from '../list.ts';
import { type ColumnKey, COLUMNS, heading, IDENTIFYING, INFORMING } from './columns.ts';
import { TABLE_LIMITS } from './read.ts';

/** Characters of the default font; other columns are of medium width. */
const WIDTHS: Readonly<Partial<Record<ColumnKey, number>>> = {
  referenceCode: 26,
  title: 46,
  author: 22,
  documentNumber: 22,
  remark: 24,
  abstract: 30,
  uid: 38,
  version: 7,
  state: 9,
  pageCount: 7,
  filingYear: 9,
  term: 10,
  category: 9,
};
const MEDIUM_WIDTH = 14;

const UNCHANGEABLE: readonly string[] = [...INFORMING, ...IDENTIFYING];
const NUMBERED: readonly string[] = NUMBER_FIELDS;

function cellOf(document: Document, key: ColumnKey, t: Translate, names: TextNames): RecordCell {
  const fixed =
    UNCHANGEABLE.includes(key) ||
    document.state === 'destroyed' ||
    (document.state !== 'draft' && NUMBERED.includes(key));
  if (isTextField(key)) return { text: fieldText(document, key, t, names), fixed };
  switch (key) {
    case 'uid':
      return { text: document.uid, fixed };
    case 'version':
      return { text: String(document.version), fixed };
    case 'referenceCode':
      return { text: document.referenceCode ?? '', fixed };
    case 'state':
      return { text: t(`documents.state.${document.state}`), fixed };
  }
}

/** 1, 2, 3, 7 → `1-3,7`. Ids in ascending order. */
export function ranges(ids: readonly number[]): string {
  const parts: string[] = [];
  let first = ids[0] ?? 0;
  for (const [index, id] of ids.entries()) {
    if (ids[index + 1] === id + 1) continue;
    parts.push(first === id ? String(id) : `${first}-${id}`);
    first = ids[index + 1] ?? 0;
  }
  return parts.join(',');
}

/** As the file has it: spreadsheet programs keep no carriage returns. */
function lines(text: string): string {
  return text.replaceAll(/\r\n?/gu, '\n');
}

/**
 * Writes the table and reads it back.
 * @throws AppError export/wrong_extension, documents/table_too_large, export/differs, file/…, program/cancelled
 */
export async function exportTable(
  context: JobContext,
  { filter, file: asked }: ParsedInput<'documents.exportTable'>,
): Promise<Output<'documents.exportTable'>> {
  const db = archiveOf(context);
  const file = resolve(asked);
  if (extname(file).toLowerCase() !== '.xlsx') {
    throw new AppError('export/wrong_extension', { file: basename(file), format: 'xlsx' });
  }
  const t = translator(context.locale);
  const { rows: documents, total } = listDocuments(db, {
    filter,
    sort: 'code',
    descending: false,
    offset: 0,
    limit: LARGEST_TABLE,
  });
  if (total > LARGEST_TABLE) throw new AppError('documents/table_too_large', { count: total, limit: LARGEST_TABLE });
  if (total === 0) throw new AppError('documents/table_empty');
  const rules = fondsRules(db);
  const exportId = uuidv7(Date.parse(context.now()));
  const cells = documents.map((document) => COLUMNS.map((key) => cellOf(document, key, t, rules)));
  const columns = COLUMNS.map((key) => ({
    heading: heading(t, key),
    width: WIDTHS[key] ?? MEDIUM_WIDTH,
    fixed: UNCHANGEABLE.includes(key),
  }));
  const note = t('documentTable.note', { count: total, id: exportId });
  let bytes = Buffer.alloc(0);
  await writeAtomically(
    file,
    (path) =>
      writeThroughSink(path, (sink) =>
        writeRecords(
          {
            title: t('documentTable.sheet'),
            author: rules.fonds.name,
            createdAt: context.now(),
            note,
            columns,
            rows: cells,
            count: total,
          },
          sink,
          context,
        ),
      ),
    async (path) => {
      bytes = await readFile(path);
      const { sheets } = await readWorkbook(bytes, { limits: TABLE_LIMITS });
      const written = [
        [note],
        columns.map((column) => column.heading),
        ...cells.map((row) => row.map(({ text }) => text)),
      ];
      const found = new Map(sheets[0]?.rows.map((row) => [row.number, row.cells]));
      for (const [index, texts] of written.entries()) {
        const row = found.get(index + 1) ?? [];
        const differs = texts.findIndex((text, column) => lines(row[column]?.text ?? '') !== lines(text));
        if (differs < 0) continue;
        throw new AppError('export/differs', {
          where: `${columnName(differs + 1)}${index + 1}`,
          expected: texts[differs]?.slice(0, 40) ?? '',
          found: row[differs]?.text.slice(0, 40) ?? '',
        });
      }
    },
    { signal: context.signal },
  );
  context.record({
    action: 'documents.exportTable',
    label: {
      code: 'documentTable',
      params: { count: total, export: exportId, ids: ranges(documents.map(({ id }) => id).toSorted((a, b) => a - b)) },
    },
  });
  return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), rows: total };
}
