/** A list that is looked at, chosen from and copied, in the same table in which others are written. */
import type { GridColumn, GridSelection } from '#ui/grid/types.ts';
import { Grid } from '#ui/grid/grid.tsx';

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => number;
  columns: readonly GridColumn<Row>[];
  emptyText: string;
  onSelectionChange?: (selection: GridSelection) => void;
  rowMark?: (row: Row) => 'error' | 'doubt' | null;
}

const nothing = (): void => undefined;
const noChange = (): Promise<void> => Promise.resolve();

export function ReadGrid<Row>(props: Props<Row>) {
  return (
    <Grid<Row>
      {...props}
      readOnly
      canInsert={false}
      onChange={noChange}
      onUndo={nothing}
      onRedo={nothing}
      describeError={String}
    />
  );
}
