/** The commands on the ledger of menu, palette, keys and buttons, on what is selected in the list. */
import { App } from 'antd';
import type { FundEntry } from '#shared/features/funding.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useCommand } from '../../../app/commands.ts';
import { copyTable } from '../../../app/copy-table.ts';
import { useT } from '../../../app/i18n.tsx';
import { stands } from './entry-marks.ts';
import { ledgerState, useLedgerState } from './ledger-state.ts';

/** An entry that stands in an open year can be reversed and corrected. */
export function mayChange(entry: FundEntry | null): entry is FundEntry {
  return entry !== null && stands(entry) && !entry.closed;
}

const enter = (): void => ledgerState.set({ entering: true });

export function useLedgerCommands(
  rows: readonly FundEntry[],
  columns: readonly GridColumn<FundEntry>[],
  active: FundEntry | null,
): void {
  const { t } = useT();
  const { message } = App.useApp();
  const selection = useLedgerState((state) => state.selection);
  // The key of rapid entry (Ctrl+N) enters what the screen is a register of.
  useCommand('documents.create', enter);
  useCommand('budgets.enter', enter);
  useCommand('view.inspector', () => ledgerState.set({ inspector: !ledgerState.get().inspector }));
  const ask = (name: 'reverse' | 'correct') => (): void => {
    if (active) ledgerState.set({ dialog: { name, id: active.id } });
  };
  const changeable = mayChange(active);
  useCommand('budgets.correct', ask('correct'), changeable);
  useCommand('budgets.reverse', ask('reverse'), changeable);
  useCommand(
    'documents.copy',
    () => {
      const chosen = new Set(selection?.rowIds);
      const copied = rows.filter(({ id }) => chosen.has(id));
      copyTable([
        columns.map(({ heading }) => heading),
        ...copied.map((row) => columns.map((column) => column.text(row))),
      ]);
      message.success(t('ledgerScreen.copied', { count: copied.length }));
    },
    (selection?.rowIds.length ?? 0) > 0,
  );
}
