/** The register of activities in the grid. */
import { useCallback } from 'react';
import type { Activity } from '#shared/features/activities.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridChange, GridColumn, GridSelection, GridStep } from '#ui/grid/types.ts';
import { runCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords } from '../../app/read-only.tsx';
import { isFiltered } from './activity-filter.ts';
import { activityState, useActivityState } from './activity-state.ts';
import type { Choices } from './activity-texts.ts';
import { changeCells } from './use-activity-edits.ts';

interface Props {
  rows: readonly Activity[];
  columns: readonly GridColumn<Activity>[];
  choices: Choices;
  year: number | null;
}

export function ActivityGrid({ rows, columns, choices, year }: Props) {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const choice = useActivityState((state) => state.choice);
  const descending = useActivityState((state) => state.descending);
  const show = useActivityState((state) => state.show);
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  const change = useCallback((edit: GridChange, step: GridStep) => changeCells(edit, step, choices), [choices]);
  const filtered = isFiltered(choice);
  return (
    <Grid<Activity>
      key={JSON.stringify([choice, year])}
      label={t('shell.nav.activities')}
      rows={rows}
      rowId={rowId}
      columns={columns}
      readOnly={choice.attention === 'withdrawn'}
      // A new activity must stand in the list that it is typed into.
      canInsert={!filtered}
      insertAtEnd
      sort={{ columnKey: 'date', descending }}
      onSort={order}
      onChange={change}
      onWithdraw={askToWithdraw}
      onUndo={undo}
      onRedo={redo}
      describeError={describe}
      onSelectionChange={select}
      onPreview={showEvidence}
      rowMark={mark}
      emptyText={filtered ? t('activityScreen.empty.filtered') : emptyWords(t('activityScreen.empty.type'))}
      showRow={show}
    />
  );
}

const rowId = ({ id }: Activity): number => id;
const mark = ({ needsReview, title }: Activity): 'doubt' | null => (needsReview || title === '' ? 'doubt' : null);
const undo = (): void => void runCommand('edit.undo');
const redo = (): void => void runCommand('edit.redo');
const select = (selection: GridSelection): void => activityState.set({ selection });
const order = (_columnKey: string, descending: boolean): void => activityState.set({ descending });
const showEvidence = (): void => activityState.set({ inspector: true, tab: 'evidence' });

/** An activity is withdrawn with a reason, so the grid's command only opens the question. */
function askToWithdraw(ids: number[]): Promise<void> {
  if (ids.length > 0) activityState.set({ dialog: { name: 'withdraw', ids } });
  return Promise.resolve();
}
