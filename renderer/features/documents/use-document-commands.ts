/** The commands on documents of menu, palette, keys and buttons, on what is selected in the list. */
import { App } from 'antd';
import type { GridColumn } from '#ui/grid/types.ts';
import { copyTable } from '../../app/copy-table.ts';
import { useCommand } from '../../app/commands.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import type { DocumentLine } from './document-lines.ts';
import { documentState, useDocumentState } from './document-state.ts';
import { useChooseFiles } from './use-attach.ts';
import { changeCells, restoreDocuments } from './use-document-edits.ts';
import { documentsById } from './use-document-rows.ts';
import type { SectionName } from '#shared/features/document-texts.ts';

export function useDocumentCommands(
  lines: readonly DocumentLine[],
  columns: readonly GridColumn<DocumentLine>[],
  sections: readonly SectionName[],
  enabled: boolean,
): void {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const choose = useChooseFiles();
  const selection = useDocumentState((state) => state.selection);
  const gone = useDocumentState((state) => state.folder.kind === 'withdrawn');
  const ids = enabled ? (selection?.rowIds ?? []) : [];
  const some = ids.length > 0;
  const active = enabled && selection ? (lines.find(({ id }) => id === selection.activeRowId)?.document ?? null) : null;
  const run = (work: Promise<unknown>): void => void work.catch(showError);

  useCommand('documents.file', () => documentState.set({ dialog: { name: 'file', ids } }), some && !gone);
  useCommand('documents.batch', () => documentState.set({ dialog: { name: 'batch', ids } }), some && !gone);
  useCommand('boxes.fill', () => documentState.set({ dialog: { name: 'box', ids } }), some && !gone);
  useCommand('row.withdraw', () => documentState.set({ dialog: { name: 'withdraw', ids } }), some && !gone);
  useCommand(
    'documents.restore',
    () => run(restoreDocuments(ids).then(() => message.success(t('documentScreen.restored', { count: ids.length })))),
    some && gone,
  );
  useCommand(
    'documents.renumber',
    () => active && documentState.set({ dialog: { name: 'renumber', id: active.id } }),
    active?.state === 'filed' && !gone,
  );
  useCommand('documents.linkPlan', () => documentState.set({ dialog: { name: 'linkPlan', ids } }), some && !gone);
  useCommand('documents.attach', () => active && void choose(active.id), active !== null && !gone);
  useCommand(
    'documents.preview',
    () => {
      if (active && active.files.length > 0) {
        documentState.set({ dialog: { name: 'preview', id: active.id, sha256: null } });
      } else message.info(t('objectScreen.none'));
    },
    active !== null,
  );
  useCommand('documents.copy', () => run(copy()), some);
  useCommand(
    'row.fillDown',
    () => {
      const [first, ...rest] = ids;
      const source = lines.find(({ id }) => id === first);
      const keys = selection?.columnKeys ?? [];
      if (!source?.document) return;
      const edits = rest.flatMap((rowId) =>
        columns
          .filter(({ key, editable }) => editable && keys.includes(key))
          .map((column) => ({ rowId, columnKey: column.key, text: column.text(source) })),
      );
      run(changeCells({ edits, insert: null }, { code: 'fill', cells: edits.length }, sections));
    },
    ids.length > 1 && !gone,
  );
  useCommand('view.inspector', () => documentState.set({ inspector: !documentState.get().inspector }));

  async function copy(): Promise<void> {
    const documents = await documentsById(ids);
    const table = [
      columns.map(({ heading }) => heading),
      ...documents.map((document) => columns.map((column) => column.text({ id: document.id, document }))),
    ];
    copyTable(table);
    message.success(t('documentScreen.copied', { count: documents.length }));
  }
}
