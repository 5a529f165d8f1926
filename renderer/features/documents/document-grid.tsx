/** The list of documents in the grid. */
import { useCallback } from 'react';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridChange, GridSelection, GridStep } from '#ui/grid/types.ts';
import { runCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords } from '../../app/read-only.tsx';
import { type Names, SORTS, useDocumentColumns } from './document-columns.tsx';
import type { DocumentLine } from './document-lines.ts';
import { documentState, useDocumentState } from './document-state.ts';
import { folderKey } from './folder.ts';
import { changeCells } from './use-document-edits.ts';
import { needLines } from './use-document-rows.ts';

export function DocumentGrid({ label, lines, names }: { label: string; lines: readonly DocumentLine[]; names: Names }) {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const columns = useDocumentColumns(names);
  const folder = useDocumentState((state) => state.folder);
  const filtered = useDocumentState((state) => state.text.trim() !== '');
  const show = useDocumentState((state) => state.show);
  const sort = useDocumentState((state) => state.sort);
  const descending = useDocumentState((state) => state.descending);
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  const { sections } = names;
  const change = useCallback((edit: GridChange, step: GridStep) => changeCells(edit, step, sections), [sections]);
  const sorted = Object.keys(SORTS).find((key) => SORTS[key] === sort);
  const gone = folder.kind === 'withdrawn';
  return (
    <Grid<DocumentLine>
      key={folderKey(folder)}
      label={label}
      rows={lines}
      rowId={rowId}
      rowReady={isReady}
      columns={columns}
      readOnly={gone}
      canInsert={!gone && !filtered}
      insertAtEnd
      sort={sorted === undefined ? null : { columnKey: sorted, descending }}
      onSort={orderBy}
      onChange={change}
      onWithdraw={askToWithdraw}
      onPreview={preview}
      onUndo={undo}
      onRedo={redo}
      describeError={describe}
      onSelectionChange={select}
      onNeedRows={needLines}
      rowMark={mark}
      emptyText={emptyText()}
      showRow={show}
    />
  );

  function emptyText(): string {
    if (filtered) return t('documentScreen.empty.filtered');
    if (folder.kind === 'incomplete') return t('documentScreen.empty.incomplete');
    return gone ? t('documentScreen.empty.withdrawn') : emptyWords(t('documentScreen.empty.type'));
  }
}

const rowId = (line: DocumentLine): number => line.id;
const isReady = (line: DocumentLine): boolean => line.document !== null;
const mark = ({ document }: DocumentLine): 'doubt' | null => (document?.needsReview ? 'doubt' : null);
const undo = (): void => void runCommand('edit.undo');
const preview = (): void => void runCommand('documents.preview');
const redo = (): void => void runCommand('edit.redo');
const select = (selection: GridSelection): void => documentState.set({ selection });

/** The list is asked for anew in this order. */
function orderBy(columnKey: string, descending: boolean): void {
  const sort = SORTS[columnKey];
  if (sort !== undefined) documentState.set({ sort, descending });
}

/** A document is withdrawn with a reason, so the grid's command only opens the question. */
function askToWithdraw(ids: number[]): Promise<void> {
  if (ids.length > 0) documentState.set({ dialog: { name: 'withdraw', ids } });
  return Promise.resolve();
}
