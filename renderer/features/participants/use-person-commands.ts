/** The commands on persons of menu, palette, keys and buttons, on what is selected in the list. */
import { App } from 'antd';
import type { GridColumn } from '#ui/grid/types.ts';
import { useCommand } from '../../app/commands.ts';
import { copyTable } from '../../app/copy-table.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui } from '../../app/ui-state.ts';
import { personState, startEntering, usePersonState } from './person-state.ts';
import { changeCells, restorePersons } from './use-person-edits.ts';
import type { PersonLine } from './use-person-rows.ts';

export function usePersonCommands(
  lines: readonly PersonLine[],
  columns: readonly GridColumn<PersonLine>[],
  today: string,
): void {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const register = usePersonState((state) => state.view === 'register');
  const selection = usePersonState((state) => state.selection);
  const gone = usePersonState((state) => state.choice.attention === 'withdrawn');
  const ids = register ? (selection?.rowIds ?? []) : [];
  const some = ids.length > 0;
  const active = register && selection ? (lines.find(({ id }) => id === selection.activeRowId) ?? null) : null;
  const run = (work: Promise<unknown>): void => void work.catch(showError);

  // The key of rapid entry (Ctrl+N) enters what the screen is a register of.
  useCommand('documents.create', startEntering);
  useCommand(
    'participants.reveal',
    () => active && personState.set({ dialog: { name: 'reveal', id: active.id, field: 'phone' } }),
    active !== null && active.phone !== null,
  );
  useCommand('participants.merge', () => personState.set({ dialog: { name: 'merge', ids } }), ids.length > 1 && !gone);
  useCommand(
    'paper.publicNotice',
    () => ui.set({ paper: { paper: 'publicNotice', personIds: [...ids] } }),
    some && !gone,
  );
  useCommand('row.withdraw', () => personState.set({ dialog: { name: 'withdraw', ids } }), some && !gone);
  useCommand(
    'documents.restore',
    () => run(restorePersons(ids).then(() => message.success(t('participantScreen.restored', { count: ids.length })))),
    some && gone,
  );
  useCommand(
    'documents.copy',
    () => {
      const chosen = new Set(ids);
      const copied = lines.filter(({ id }) => chosen.has(id));
      copyTable([
        columns.map(({ heading }) => heading),
        ...copied.map((line) => columns.map((column) => column.text(line))),
      ]);
      message.success(t('participantScreen.copied', { count: copied.length }));
    },
    some,
  );
  useCommand(
    'row.fillDown',
    () => {
      const [first, ...rest] = ids;
      const source = lines.find(({ id }) => id === first);
      if (!source) return;
      const chosen = columns.filter(({ key, editable }) => editable && selection?.columnKeys.includes(key));
      // A masked number is nobody else's number.
      const edits = rest.flatMap((rowId) =>
        chosen
          .filter(({ key }) => key !== 'phone')
          .map((column) => ({ rowId, columnKey: column.key, text: column.text(source) })),
      );
      run(changeCells({ edits, insert: null }, { code: 'fill', cells: edits.length }, t, today));
    },
    ids.length > 1 && !gone,
  );
  useCommand('view.inspector', () => personState.set({ inspector: !personState.get().inspector }));
}
