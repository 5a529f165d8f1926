/**
 * Changing documents by a spreadsheet: what is exported, and the three-way difference between the document as it was
 * exported (base), the file as it was edited (theirs) and the archive as it is now (current). Nothing changes before a
 * person has ticked what shall be taken; what is not in the file stays as it is.
 */
import { bytesSchema, z } from '../lib/zod.ts';
import { DocumentFields, DocumentState } from './document-fields.ts';
import { TEXT_FIELDS } from './document-texts.ts';
import type { DocumentChange } from './documents.ts';

/** Most documents of one table. */
export const LARGEST_TABLE = 20_000;

export const TableField = z.enum(TEXT_FIELDS);

const source = {
  file: z.string().min(1).optional(),
  name: z.string().max(255).optional(),
  bytes: bytesSchema.optional(),
};

export const TableSource = z
  .object(source)
  .refine(({ file, bytes }) => (file === undefined) !== (bytes === undefined), { error: 'file or bytes is needed' });

/** One cell of an edited table. */
const TableCell = z.object({
  text: z.string(),
  /** ISO date of a cell that the spreadsheet program made a date. */
  date: z.string().nullable(),
  /** What is wrong with the cell itself, as a key of `documentTable.cell`. */
  fault: z.enum(['error', 'formula', 'precision']).nullable(),
});
export type TableCell = z.infer<typeof TableCell>;

/** An edited table as it lies in the file; no record of the archive was looked at. */
export const DocumentTable = z.object({
  name: z.string().nullable(),
  sha256: z.string(),
  /** Which export the file came from; null where its first line was taken away. */
  exportId: z.string().nullable(),
  /** Headings that belong to no field. */
  ignored: z.array(z.string()),
  rows: z.array(
    z.object({
      /** Row of the sheet, from 1. */
      line: z.int(),
      uid: z.string(),
      version: z.string(),
      cells: z.partialRecord(TableField, TableCell),
    }),
  ),
});
export type DocumentTable = z.infer<typeof DocumentTable>;

export const DifferenceKind = z.enum([
  /** Changed in the file alone. */
  'file',
  /** Changed in the archive since the export, and not in the file. */
  'here',
  /** Changed on both sides, to different values. */
  'conflict',
  /** The file's text cannot be read as this field. */
  'unreadable',
  /** Changed in the file, but the archive cannot take it: it makes up a number, or the document is gone. */
  'fixed',
]);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

export const FieldDifference = z.object({
  field: TableField,
  kind: DifferenceKind,
  /** Texts as people read them; '' = nothing set. */
  base: z.string(),
  theirs: z.string(),
  current: z.string(),
  /** Why it cannot be taken. */
  reason: z.string().nullable(),
  /** What taking the file's text sets. */
  fields: DocumentFields.partial(),
});
export type FieldDifference = z.infer<typeof FieldDifference>;

export const DocumentDifference = z.object({
  line: z.int(),
  id: z.int(),
  uid: z.string(),
  /** Version that the archive has now. */
  version: z.int(),
  title: z.string(),
  referenceCode: z.string().nullable(),
  state: DocumentState,
  differences: z.array(FieldDifference).min(1),
});
export type DocumentDifference = z.infer<typeof DocumentDifference>;

export const NewTableRow = z.object({
  line: z.int(),
  title: z.string(),
  fields: DocumentFields.partial(),
  unreadable: z.array(z.object({ field: TableField, text: z.string(), reason: z.string() })),
});
export type NewTableRow = z.infer<typeof NewTableRow>;

export const TableComparison = z.object({
  name: z.string().nullable(),
  /** Documents of the file that were compared. */
  compared: z.int(),
  documents: z.array(DocumentDifference),
  /** Rows without a uid. */
  fresh: z.array(NewTableRow),
  /** Exported documents that the file has no row for; they stay as they are. null = not known which export it was. */
  missing: z.array(z.object({ id: z.int(), title: z.string(), referenceCode: z.string().nullable() })).nullable(),
  /** Rows that cannot be compared. */
  problems: z.array(z.object({ line: z.int(), reason: z.string() })),
  ignored: z.array(z.string()),
});
export type TableComparison = z.infer<typeof TableComparison>;

/** Name of a difference among what a person may tick. */
export function differenceKey(id: number, field: string): string {
  return `${id}.${field}`;
}

/** Name of a new row among what a person may tick. */
export function newRowKey(line: number): string {
  return `new.${line}`;
}

export function canBeTaken({ kind }: Pick<FieldDifference, 'kind'>): boolean {
  return kind === 'file' || kind === 'conflict';
}

/** What is ticked at first: changes of the file that nothing stands against. */
export function proposedKeys(comparison: TableComparison): Set<string> {
  const changed = comparison.documents.flatMap(({ id, differences }) =>
    differences.filter(({ kind }) => kind === 'file').map(({ field }) => differenceKey(id, field)),
  );
  const fresh = comparison.fresh.filter(({ unreadable, title }) => unreadable.length === 0 && title !== '');
  return new Set([...changed, ...fresh.map(({ line }) => newRowKey(line))]);
}

/** The changes that `documents.edit` makes of what was ticked. Pure. */
export function changesFromTable(comparison: TableComparison, ticked: ReadonlySet<string>): DocumentChange[] {
  const changed = comparison.documents.flatMap(({ id, version, differences }): DocumentChange[] => {
    const taken = differences.filter(
      (difference) => canBeTaken(difference) && ticked.has(differenceKey(id, difference.field)),
    );
    if (taken.length === 0) return [];
    return [{ do: 'set', id, version, fields: Object.assign({}, ...taken.map(({ fields }) => fields)) }];
  });
  const added = comparison.fresh
    .filter(({ line }) => ticked.has(newRowKey(line)))
    .map(({ fields }): DocumentChange => ({ do: 'insert', fields }));
  return [...changed, ...added];
}
