/** The commands on activities of menu, palette, keys and buttons, on what is selected in the list. */
import { App } from 'antd';
import type { Activity } from '#shared/features/activities.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useCommand } from '../../app/commands.ts';
import { copyTable } from '../../app/copy-table.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui } from '../../app/ui-state.ts';
import { activityState, startEntering, useActivityState } from './activity-state.ts';
import type { Choices } from './activity-texts.ts';
import { changeCells, restoreActivities } from './use-activity-edits.ts';

export function useActivityCommands(
  rows: readonly Activity[],
  columns: readonly GridColumn<Activity>[],
  choices: Choices,
): void {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const register = useActivityState((state) => state.view === 'register');
  const selection = useActivityState((state) => state.selection);
  const gone = useActivityState((state) => state.choice.attention === 'withdrawn');
  const ids = register ? (selection?.rowIds ?? []) : [];
  const some = ids.length > 0;
  const run = (work: Promise<unknown>): void => void work.catch(showError);

  // The key of rapid entry (Ctrl+N) enters what the screen is a register of.
  useCommand('documents.create', startEntering);
  const active = register ? (selection?.activeRowId ?? null) : null;
  const print = (paper: 'activitySheet' | 'signInSheet' | 'signedList') => (): void => {
    if (active !== null) ui.set({ paper: { paper, activityId: active } });
  };
  useCommand('paper.activitySheet', print('activitySheet'), active !== null);
  useCommand('paper.signInSheet', print('signInSheet'), active !== null);
  useCommand('paper.signedList', print('signedList'), active !== null);
  useCommand('row.withdraw', () => activityState.set({ dialog: { name: 'withdraw', ids } }), some && !gone);
  useCommand(
    'documents.restore',
    () => run(restoreActivities(ids).then(() => message.success(t('activityScreen.restored', { count: ids.length })))),
    some && gone,
  );
  useCommand(
    'documents.copy',
    () => {
      const chosen = new Set(ids);
      const copied = rows.filter(({ id }) => chosen.has(id));
      copyTable([
        columns.map(({ heading }) => heading),
        ...copied.map((row) => columns.map((column) => column.text(row))),
      ]);
      message.success(t('activityScreen.copied', { count: copied.length }));
    },
    some,
  );
  useCommand(
    'row.fillDown',
    () => {
      const [first, ...rest] = ids;
      const source = rows.find(({ id }) => id === first);
      if (!source) return;
      const chosen = columns.filter(({ key, editable }) => editable && selection?.columnKeys.includes(key));
      const edits = rest.flatMap((rowId) =>
        chosen.map((column) => ({ rowId, columnKey: column.key, text: column.text(source) })),
      );
      run(changeCells({ edits, insert: null }, { code: 'fill', cells: edits.length }, choices));
    },
    ids.length > 1 && !gone,
  );
  useCommand('view.inspector', () => activityState.set({ inspector: !activityState.get().inspector }), register);
}
