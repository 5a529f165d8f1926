/** The rows of the window, between the room that stands for those left out. */
import type { ReactNode } from 'react';
import { GridRow } from './grid-row.tsx';
import { spanInWindow } from './merged-groups.ts';
import type { WindowState } from './row-window.ts';
import { rangeOf } from './selection.ts';
import type { GridStore } from './store.ts';
import type { GridProps } from './types.ts';

interface Props<Row> {
  grid: GridProps<Row>;
  gridId: string;
  store: GridStore<Row>;
  window: WindowState;
}

function Space({ height, columns }: { height: number; columns: number }): ReactNode {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className="grid-space">
      <td style={{ height }} colSpan={columns + 1} />
    </tr>
  );
}

export function GridBody<Row>({ grid, gridId, store, window }: Props<Row>): ReactNode {
  const { columns, rows } = grid;
  const { selection, drafts, overlays } = store.state;
  const range = rangeOf(selection);
  const groups = columns.map((_column, index) => store.groups(index));
  const lines: ReactNode[] = [];
  for (let row = window.from; row < window.to; row++) {
    const data = rows[row] ?? null;
    const draft = data === null ? drafts[row - rows.length] : undefined;
    const id = data === null ? null : grid.rowId(data);
    const spans: number[] = [];
    const selected: boolean[] = [];
    for (let column = 0; column < columns.length; column++) {
      const span = spanInWindow(groups[column], row, window.from, window.to);
      spans.push(span);
      const inColumns = column >= range.left && column <= range.right;
      selected.push(inColumns && row <= range.bottom && row + Math.max(span, 1) - 1 >= range.top);
    }
    lines.push(
      <GridRow
        key={id ?? (draft ? `draft-${draft.id}` : 'blank')}
        gridId={gridId}
        index={row}
        row={data}
        kind={data !== null ? 'row' : draft ? 'draft' : 'blank'}
        number={data === null ? String(row + 1) : (grid.rowNumber?.(data, row) ?? String(row + 1))}
        mark={data === null ? null : (grid.rowMark?.(data) ?? null)}
        columns={columns}
        spans={spans}
        selected={selected}
        current={row === selection.active.row}
        inRange={row >= range.top && row <= range.bottom}
        overlay={id === null ? undefined : overlays.get(id)}
        draft={draft?.texts}
        translate={store.translate}
      />,
    );
  }
  return (
    <tbody>
      <Space height={window.before} columns={columns.length} />
      {lines}
      <Space height={window.after} columns={columns.length} />
    </tbody>
  );
}
