/** One row of the table. Invariant: it renders again only when something it shows has changed (see `sameRow`). */
import { memo, type ReactNode } from 'react';
import type { Translate } from '#shared/i18n/index.ts';
import type { OverlayCell } from './store.ts';
import type { GridColumn, GridRowMark } from './types.ts';

/** From this many merged rows on the label stays at the top of the view instead of in the middle of the cell. */
const TALL_GROUP = 8;

export interface GridRowProps<Row> {
  gridId: string;
  index: number;
  row: Row | null;
  kind: 'row' | 'draft' | 'blank';
  /** What the row number column shows. */
  number: string;
  mark: GridRowMark;
  columns: readonly GridColumn<Row>[];
  /** By column: rows the cell spans in the window, 0 = covered by the cell above. */
  spans: readonly number[];
  /** By column: whether the cell is selected. */
  selected: readonly boolean[];
  /** The active place is in this row. */
  current: boolean;
  inRange: boolean;
  overlay: Readonly<Record<string, OverlayCell>> | undefined;
  draft: Readonly<Record<string, string>> | undefined;
  translate: Translate;
}

export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-r${row}c${column}`;
}

function RowMark({ mark, label }: { mark: 'error' | 'doubt'; label: string }): ReactNode {
  return (
    <span className={`grid-mark grid-mark-${mark}`} title={label}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {mark === 'error' ? <circle cx="6" cy="6" r="6" /> : <path d="M6 0 12 11H0Z" />}
        <rect className="grid-mark-sign" x="5.3" y={mark === 'error' ? 2.5 : 4} width="1.4" height="4" rx="0.7" />
        <rect className="grid-mark-sign" x="5.3" y={mark === 'error' ? 7.8 : 8.7} width="1.4" height="1.4" rx="0.7" />
      </svg>
      <span className="grid-unseen">{label}</span>
    </span>
  );
}

function content<Row>(props: GridRowProps<Row>, column: GridColumn<Row>): { body: ReactNode; state: string } {
  const overlay = props.overlay?.[column.key];
  if (overlay) return { body: overlay.text, state: overlay.state === 'failed' ? ' grid-cell-failed' : '' };
  if (props.row === null) return { body: props.draft?.[column.key] ?? '', state: '' };
  return { body: column.renderCell ? column.renderCell(props.row) : column.text(props.row), state: '' };
}

function RowView<Row>(props: GridRowProps<Row>): ReactNode {
  const { gridId, index, columns, spans, selected, kind, translate } = props;
  const header = [
    'grid-rownum',
    props.current ? 'grid-rownum-current' : '',
    props.inRange ? 'grid-rownum-range' : '',
  ].join(' ');
  return (
    <tr data-row={index} aria-rowindex={index + 2} className={`grid-row-${kind}`}>
      <th scope="row" className={header} aria-colindex={1}>
        {props.mark ? <RowMark mark={props.mark} label={translate(`grid.mark.${props.mark}`)} /> : null}
        {kind === 'blank' ? (
          <>
            <span aria-hidden="true">＋</span>
            <span className="grid-unseen">{translate('grid.newRow')}</span>
          </>
        ) : (
          props.number
        )}
      </th>
      {columns.map((column, place) => {
        const span = spans[place] ?? 1;
        if (span === 0) return null;
        const { body, state } = content(props, column);
        const tall = span >= TALL_GROUP ? ' grid-cell-tall' : '';
        const merged = column.merge ? ' grid-cell-merge' : '';
        return (
          <td
            key={column.key}
            id={cellId(gridId, index, place)}
            role="gridcell"
            data-column={place}
            rowSpan={span > 1 ? span : undefined}
            aria-colindex={place + 2}
            aria-selected={selected[place] ?? false}
            aria-readonly={column.editable ? undefined : true}
            className={`grid-cell grid-${column.align ?? 'left'}${merged}${tall}${state}`}
          >
            {span > 1 ? <div className="grid-merged-label">{body}</div> : body}
          </td>
        );
      })}
    </tr>
  );
}

function sameList<T>(left: readonly T[], right: readonly T[]): boolean {
  return left === right || (left.length === right.length && left.every((value, index) => value === right[index]));
}

function sameRow<Row>(left: GridRowProps<Row>, right: GridRowProps<Row>): boolean {
  return (
    left.row === right.row &&
    left.index === right.index &&
    left.kind === right.kind &&
    left.number === right.number &&
    left.mark === right.mark &&
    left.columns === right.columns &&
    left.current === right.current &&
    left.inRange === right.inRange &&
    left.overlay === right.overlay &&
    left.draft === right.draft &&
    left.translate === right.translate &&
    sameList(left.spans, right.spans) &&
    sameList(left.selected, right.selected)
  );
}

export const GridRow = memo(RowView, sameRow) as typeof RowView;
