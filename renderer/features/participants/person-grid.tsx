/** The register of persons in the grid. */
import { useCallback } from 'react';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridChange, GridColumn, GridSelection, GridStep } from '#ui/grid/types.ts';
import { runCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords } from '../../app/read-only.tsx';
import { SORTS } from './person-columns.tsx';
import { isFiltered } from './person-filter.ts';
import { personState, usePersonState } from './person-state.ts';
import { changeCells } from './use-person-edits.ts';
import type { PersonLine } from './use-person-rows.ts';

interface Props {
  lines: readonly PersonLine[];
  columns: readonly GridColumn<PersonLine>[];
  today: string;
}

export function PersonGrid({ lines, columns, today }: Props) {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const choice = usePersonState((state) => state.choice);
  const show = usePersonState((state) => state.show);
  const sort = usePersonState((state) => state.sort);
  const descending = usePersonState((state) => state.descending);
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  const change = useCallback((edit: GridChange, step: GridStep) => changeCells(edit, step, t, today), [t, today]);
  const sorted = Object.keys(SORTS).find((key) => SORTS[key] === sort);
  const gone = choice.attention === 'withdrawn';
  const { text, village, attention, tookPart } = choice;
  // A new person must stand in the list that it is typed into; only a role (with its unit) can be given along.
  const open = text.trim() === '' && village === null && attention === 'all' && !tookPart;
  const unitOnly = choice.organisationId !== null && choice.role === null;
  return (
    <Grid<PersonLine>
      key={JSON.stringify(choice)}
      label={t('shell.nav.participants')}
      rows={lines}
      rowId={rowId}
      columns={columns}
      readOnly={gone}
      canInsert={!gone && open && !unitOnly}
      insertAtEnd
      sort={sorted === undefined ? null : { columnKey: sorted, descending }}
      onSort={orderBy}
      onChange={change}
      onWithdraw={askToWithdraw}
      onUndo={undo}
      onRedo={redo}
      describeError={describe}
      onSelectionChange={select}
      rowMark={mark}
      emptyText={
        isFiltered(choice) ? t('participantScreen.empty.filtered') : emptyWords(t('participantScreen.empty.type'))
      }
      showRow={show}
    />
  );
}

const rowId = (line: PersonLine): number => line.id;
const mark = ({ needsReview }: PersonLine): 'doubt' | null => (needsReview ? 'doubt' : null);
const undo = (): void => void runCommand('edit.undo');
const redo = (): void => void runCommand('edit.redo');
const select = (selection: GridSelection): void => personState.set({ selection });

/** The list is asked for anew in this order. */
function orderBy(columnKey: string, descending: boolean): void {
  const sort = SORTS[columnKey];
  if (sort !== undefined) personState.set({ sort, descending });
}

/** A person is withdrawn with a reason, so the grid's command only opens the question. */
function askToWithdraw(ids: number[]): Promise<void> {
  if (ids.length > 0) personState.set({ dialog: { name: 'withdraw', ids } });
  return Promise.resolve();
}
