/**
 * The three-way difference of an edited table: for each field the document as it was exported, the file, the archive.
 * Invariant: a field is named exactly where the file or the archive says something else than the base; a text that
 * stands as it was exported is never read anew, and no row that is missing means a deletion.
 */
import { AppError } from '#shared/errors.ts';
import type {
  DifferenceKind,
  DocumentDifference,
  DocumentTable,
  FieldDifference,
  NewTableRow,
  TableCell,
  TableComparison,
} from '#shared/features/document-table.ts';
import {
  fieldProblem,
  type FieldReading,
  fieldText,
  isTextField,
  readField,
  TEXT_FIELDS,
  type TextField,
  type TextNames,
} from '#shared/features/document-texts.ts';
import { type Document, NUMBER_FIELDS } from '#shared/features/documents.ts';
import type { Locale, Translate } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../../db/sql.ts';
import { fondsRules } from '../../fonds/rules.ts';
import { listDocuments } from '../list.ts';
import { documentOf } from '../store.ts';
import { exportedIds, imagesAt, versionKey } from './base.ts';
import { translators } from './columns.ts';

interface Words {
  t: Translate;
  /** The reader's language first. */
  all: readonly Translate[];
  /** Records that a cell may name now. */
  names: TextNames;
  /** The same with those that were withdrawn: a document keeps them. */
  known: TextNames;
}

const DATES: readonly string[] = ['signedDate', 'receivedDate', 'publishedDate'];
const NUMBERED: readonly string[] = NUMBER_FIELDS;

function plain(text: string): string {
  return text.replaceAll(/\r\n?/gu, '\n').trim();
}

/** The cell's text; a cell that the program made a date says its day. */
function textOf(cell: TableCell, field: TextField): string {
  return DATES.includes(field) && cell.date !== null ? cell.date : cell.text;
}

function read(cell: TableCell, field: TextField, words: Words): FieldReading | { ok: false; reason: string } {
  if (cell.fault !== null)
    return { ok: false, reason: words.t(`documentTable.cell.${cell.fault}`, { text: cell.text }) };
  return readField(field, textOf(cell, field), words.names, words.all);
}

function reasonOf(reading: Exclude<ReturnType<typeof read>, { ok: true }>, t: Translate): string {
  return 'reason' in reading ? reading.reason : fieldProblem(t, reading);
}

function same(one: unknown, other: unknown): boolean {
  const normal = (value: unknown): string => JSON.stringify(typeof value === 'string' ? plain(value) : value);
  return normal(one) === normal(other);
}

/** Why the archive cannot take a change of this field; null = it can. */
function fixedBy(document: Document, field: TextField, t: Translate): string | null {
  const code = document.referenceCode ?? String(document.itemNumber ?? document.title);
  if (document.withdrawn) return t('documentTable.withdrawn');
  if (document.state === 'destroyed') return t('errors.documents/destroyed', { code });
  if (document.state !== 'draft' && NUMBERED.includes(field)) return t('errors.documents/number_fixed', { code });
  return null;
}

function differenceOf(
  field: TextField,
  cell: TableCell,
  base: Document,
  current: Document,
  words: Words,
): FieldDifference | null {
  const { t, known: names } = words;
  const baseText = fieldText(base, field, t, names);
  const currentText = fieldText(current, field, t, names);
  const changedHere = !same(base[field], current[field]);
  const answer = (kind: DifferenceKind, theirs: string, more: Partial<FieldDifference> = {}): FieldDifference => ({
    field,
    kind,
    base: baseText,
    theirs,
    current: currentText,
    reason: null,
    fields: {},
    ...more,
  });
  const here = changedHere ? answer('here', baseText) : null;
  const text = plain(textOf(cell, field));
  if (cell.fault === null && words.all.some((one) => plain(fieldText(base, field, one, names)) === text)) return here;
  const reading = read(cell, field, words);
  if (!reading.ok) return answer('unreadable', cell.text, { reason: reasonOf(reading, t) });
  const value = reading.fields[field];
  if (same(value, base[field])) return here;
  const theirs = fieldText(reading.fields, field, t, names);
  if (same(value, current[field])) return null;
  const fixed = fixedBy(current, field, t);
  if (fixed !== null) return answer('fixed', theirs, { reason: fixed });
  return answer(changedHere ? 'conflict' : 'file', theirs, { fields: reading.fields });
}

function newRow({ line, cells }: DocumentTable['rows'][number], words: Words): NewTableRow {
  const row: NewTableRow = { line, title: plain(cells.title?.text ?? ''), fields: {}, unreadable: [] };
  for (const field of TEXT_FIELDS) {
    const cell = cells[field];
    if (!cell || (cell.fault === null && plain(cell.text) === '')) continue;
    const reading = read(cell, field, words);
    if (reading.ok) row.fields = { ...row.fields, ...reading.fields };
    else row.unreadable.push({ field, text: cell.text, reason: reasonOf(reading, words.t) });
  }
  return row;
}

/** Sections and rows of the retention table, withdrawn ones included. */
function everName(db: ReadDb): TextNames {
  return {
    sections: all(
      db,
      z.object({ id: z.int(), code: z.string(), name: z.string() }),
      'SELECT id, code, name FROM section',
    ),
    retention: all(db, z.object({ id: z.int(), number: z.string() }), 'SELECT id, number FROM retention_row'),
  };
}

const Found = z.object({ id: z.int(), uid: z.string() });

function idsByUid(db: ReadDb, uids: readonly string[]): Map<string, number> {
  const rows = all(
    db,
    Found,
    'SELECT id, uid FROM document WHERE uid IN (SELECT value FROM json_each(?))',
    JSON.stringify(uids),
  );
  return new Map(rows.map(({ uid, id }) => [uid, id]));
}

function documentsById(db: ReadDb, ids: readonly number[]): Map<number, Document> {
  const found = [false, true].flatMap(
    (withdrawn) =>
      listDocuments(db, {
        filter: { ids: [...ids], withdrawn },
        sort: 'entered',
        descending: false,
        offset: 0,
        limit: Math.max(1, ids.length),
      }).rows,
  );
  return new Map(found.map((document) => [document.id, document]));
}

function missingFrom(db: ReadDb, table: DocumentTable, present: ReadonlySet<number>): TableComparison['missing'] {
  const exported = table.exportId === null ? null : exportedIds(db, table.exportId);
  if (exported === null) return null;
  const absent = exported.filter((id) => !present.has(id));
  return [...documentsById(db, absent).values()].map(({ id, title, referenceCode }) => ({ id, title, referenceCode }));
}

/** Compares; changes nothing. Throws program/cancelled. */
export function compareTable(
  db: ReadDb,
  table: DocumentTable,
  { locale, signal }: { locale: Locale; signal: AbortSignal },
): TableComparison {
  const [t, ...others] = translators(locale);
  if (!t) throw new Error('there is no language');
  const words: Words = { t, all: [t, ...others], names: fondsRules(db), known: everName(db) };
  const ids = idsByUid(
    db,
    table.rows.map(({ uid }) => uid),
  );
  const currents = documentsById(db, [...new Set(ids.values())]);
  const seen = new Set<number>();
  const problems: TableComparison['problems'] = [];
  const fresh: NewTableRow[] = [];
  const pairs: { row: DocumentTable['rows'][number]; current: Document; version: number }[] = [];
  for (const row of table.rows) {
    if (row.uid === '') {
      fresh.push(newRow(row, words));
      continue;
    }
    const current = currents.get(ids.get(row.uid) ?? 0);
    const version = /^\d{1,9}$/u.test(row.version) ? Number(row.version) : 0;
    const reason = !current
      ? t('documentTable.unknownUid', { uid: row.uid })
      : seen.has(current.id)
        ? t('documentTable.uidTwice')
        : version < 1 || version > current.version
          ? t('documentTable.unknownVersion', { version: row.version })
          : null;
    if (current) seen.add(current.id);
    if (!current || reason !== null) problems.push({ line: row.line, reason: reason ?? '' });
    else pairs.push({ row, current, version });
  }
  const logged = imagesAt(
    db,
    pairs
      .filter(({ current, version }) => version !== current.version)
      .map(({ current, version }) => versionKey(current.id, version)),
  );
  const documents: DocumentDifference[] = [];
  let compared = 0;
  for (const { row, current, version } of pairs) {
    if (signal.aborted) throw new AppError('program/cancelled');
    const image = logged.get(versionKey(current.id, version));
    const base = version === current.version ? current : image ? documentOf(image) : null;
    if (base === null) {
      problems.push({ line: row.line, reason: t('documentTable.unknownVersion', { version: row.version }) });
      continue;
    }
    compared += 1;
    const differences = Object.entries(row.cells).flatMap(([field, cell]) => {
      const difference = isTextField(field) && cell ? differenceOf(field, cell, base, current, words) : null;
      return difference ? [difference] : [];
    });
    const { id, uid, title, referenceCode, state } = current;
    if (differences.length > 0) {
      documents.push({ line: row.line, id, uid, version: current.version, title, referenceCode, state, differences });
    }
  }
  return {
    name: table.name,
    compared,
    documents,
    fresh,
    missing: missingFrom(db, table, seen),
    problems: problems.toSorted((one, other) => one.line - other.line),
    ignored: table.ignored,
  };
}
