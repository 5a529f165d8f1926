/** The ledger in the grid: looked at, chosen from and copied. */
import { type ClipboardEvent, type KeyboardEvent, useCallback } from 'react';
import type { FundEntry } from '#shared/features/funding.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridColumn, GridSelection } from '#ui/grid/types.ts';
import { runCommand } from '../../../app/commands.ts';
import { errorText } from '../../../app/error-text.ts';
import { useT } from '../../../app/i18n.tsx';
import { typed } from '../../../app/keyboard.ts';
import { useTakeSource } from '../../import/use-read-source.tsx';
import { marksOf } from './entry-marks.ts';
import { ledgerState, openInspector, useLedgerState } from './ledger-state.ts';

interface Props {
  /** Changes when another list is shown. */
  listKey: string;
  rows: readonly FundEntry[];
  columns: readonly GridColumn<FundEntry>[];
  onSelect: ((id: number | null) => void) | undefined;
}

export function LedgerGrid({ listKey, rows, columns, onSelect }: Props) {
  const { t } = useT();
  const takeSource = useTakeSource();
  const descending = useLedgerState((state) => state.descending);
  const show = useLedgerState((state) => state.show);
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  const select = useCallback(
    (selection: GridSelection): void => {
      const before = ledgerState.get().selection?.activeRowId ?? null;
      ledgerState.set({ selection });
      if (selection.activeRowId !== before) onSelect?.(selection.activeRowId);
    },
    [onSelect],
  );
  /**
   * Enter opens the panel; where it is open, the grid goes on to the next row. Undo is of the archive, not of the cells,
   * which a grid that cannot be written in would refuse.
   */
  const onKey = typed((event: KeyboardEvent<HTMLElement>) => {
    const plain = !event.ctrlKey && !event.shiftKey && !event.altKey;
    const steps: Readonly<Record<string, string>> = { z: 'edit.undo', y: 'edit.redo' };
    const step = event.ctrlKey && !event.shiftKey && !event.altKey ? steps[event.key.toLowerCase()] : undefined;
    if (step !== undefined) runCommand(step);
    else if (event.key === 'Enter' && plain && !ledgerState.get().inspector) openInspector();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  /** Nothing is pasted into the ledger: a pasted table is one to be imported. */
  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    const text = event.clipboardData.getData('text/plain');
    const html = event.clipboardData.getData('text/html');
    if (text.trim() === '' && html.trim() === '') return;
    event.preventDefault();
    event.stopPropagation();
    takeSource({ text, ...(/<table/iu.test(html) ? { html } : {}) });
  };
  return (
    <div className="ledger-grid" onKeyDownCapture={onKey} onPasteCapture={onPaste}>
      <Grid<FundEntry>
        key={listKey}
        label={t('ledgerScreen.title')}
        rows={rows}
        rowId={rowId}
        columns={columns}
        readOnly
        canInsert={false}
        sort={{ columnKey: 'date', descending }}
        onSort={order}
        onChange={nothingChanges}
        onUndo={undo}
        onRedo={redo}
        describeError={describe}
        onSelectionChange={select}
        onPreview={showEvidence}
        rowMark={mark}
        rowNumber={number}
        emptyText={t('ledgerScreen.empty.filtered')}
        showRow={show}
      />
    </div>
  );
}

const rowId = ({ id }: FundEntry): number => id;
/** The number under which log, papers and evidence name the entry. */
const number = ({ id }: FundEntry): string => String(id);
const mark = (entry: FundEntry): 'doubt' | null => {
  const marks = marksOf(entry);
  return marks.includes('duplicate') || marks.includes('noYear') || entry.sourceKind === null ? 'doubt' : null;
};
const nothingChanges = (): Promise<void> => Promise.resolve();
const undo = (): void => void runCommand('edit.undo');
const redo = (): void => void runCommand('edit.redo');
const order = (_columnKey: string, descending: boolean): void => ledgerState.set({ descending });
const showEvidence = (): void => openInspector('evidence');
