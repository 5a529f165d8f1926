/**
 * What a person can do with documents, each as one `documents.edit` with a name for the undo step. Documents are looked
 * up when an edit runs, so that quick edits one after the other never meet an old version.
 */
import type { Document, DocumentChange, DocumentFields } from '#shared/features/documents.ts';
import type { StepLabel } from '#shared/features/schedule.ts';
import type { GridChange, GridStep } from '#ui/grid/types.ts';
import { newFields } from './new-fields.ts';
import { documentState } from './document-state.ts';
import type { SectionName } from '#shared/features/document-texts.ts';
import { fieldsFromTexts } from './document-texts.ts';
import { folderFields } from './folder.ts';
import { documentsById, editDocuments } from './use-document-rows.ts';

type SetFields = Extract<DocumentChange, { do: 'set' }>['fields'];

function setChange({ id, version }: Document, fields: SetFields): DocumentChange {
  return { do: 'set', id, version, fields };
}

/** Cells that were typed, pasted, filled or cleared, and rows typed at the end. */
export async function changeCells(
  { edits, insert }: GridChange,
  step: GridStep,
  sections: readonly SectionName[],
): Promise<void> {
  const texts = new Map<number, Record<string, string>>();
  for (const { rowId, columnKey, text } of edits) texts.set(rowId, { ...texts.get(rowId), [columnKey]: text });
  const documents = await documentsById([...texts.keys()]);
  const changes = documents.flatMap((document): DocumentChange[] => {
    const cells = texts.get(document.id) ?? {};
    const fields = { ...clearedFields(cells), ...fieldsFromTexts(cells, sections) };
    return Object.keys(fields).length === 0 ? [] : [setChange(document, fields)];
  });
  const folder = folderFields(documentState.get().folder);
  const added = (insert?.texts ?? []).map(
    (row): DocumentChange => ({ do: 'insert', fields: newFields(fieldsFromTexts(row, sections), folder) }),
  );
  if (changes.length + added.length === 0) return;
  const label: StepLabel =
    added.length > 0
      ? { code: 'documentInsert', params: { count: added.length } }
      : { code: 'documentType', params: { count: step.cells } };
  await editDocuments(label, [...changes, ...added]);
}

/** Cells that were emptied: empty is a value. */
function clearedFields(cells: Readonly<Record<string, string>>): Partial<DocumentFields> {
  const empty: Partial<DocumentFields> = {};
  for (const [key, text] of Object.entries(cells)) {
    if (text.trim() !== '') continue;
    if (key === 'title' || key === 'remark') empty[key] = '';
    else if (key === 'signedDate') Object.assign(empty, { signedDate: null, signedDatePrinted: null });
    else if (
      key === 'author' ||
      key === 'documentNumber' ||
      key === 'term' ||
      key === 'pageCount' ||
      key === 'sectionId'
    )
      empty[key] = null;
  }
  return empty;
}

export async function setFields(id: number, fields: SetFields, label?: StepLabel): Promise<void> {
  const documents = await documentsById([id]);
  await editDocuments(
    label ?? { code: 'documentType', params: { count: 1 } },
    documents.map((document) => setChange(document, fields)),
  );
}

/** The same fields for several documents, as one step. */
export async function setForAll(ids: readonly number[], fields: SetFields): Promise<void> {
  const documents = await documentsById(ids);
  await editDocuments(
    { code: 'documentEdit', params: { count: ids.length } },
    documents.map((document) => setChange(document, fields)),
  );
}

export async function withdrawDocuments(ids: readonly number[], reason: string): Promise<void> {
  const documents = await documentsById(ids);
  await editDocuments(
    { code: 'documentWithdraw', params: { count: ids.length } },
    documents.map(({ id, version }) => ({ do: 'withdraw', id, version, reason })),
  );
}

export async function restoreDocuments(ids: readonly number[]): Promise<void> {
  const documents = await documentsById(ids);
  await editDocuments(
    { code: 'documentRestore', params: { count: ids.length } },
    documents.map(({ id, version }) => ({ do: 'restore', id, version })),
  );
}
