/** The head of the table: select all, headings, column widths by dragging or double click. It stays while rows scroll. */
import type { PointerEvent, ReactNode } from 'react';
import type { Translate } from '#shared/i18n/index.ts';
import type { GridColumn } from './types.ts';

interface Props<Row> {
  columns: readonly GridColumn<Row>[];
  from: number;
  to: number;
  translate: Translate;
  sort: { columnKey: string; descending: boolean } | null;
  onSort?: ((columnKey: string, descending: boolean) => void) | undefined;
  onSelectAll: () => void;
  onSelectColumn: (column: number, extend: boolean) => void;
  onResize: (column: number, width: number) => void;
  onFit: (column: number) => void;
}

type SortState = 'ascending' | 'descending' | 'none';

/** Sorts by a click; by keys the context menu does the same, so the button is no stop of its own. */
function SortSign({
  state,
  title,
  onSort,
}: {
  state: SortState;
  title: string;
  onSort: (descending: boolean) => void;
}): ReactNode {
  return (
    <span
      className={`grid-sort grid-sort-${state}`}
      title={title}
      aria-hidden="true"
      onMouseDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (event.button === 0) onSort(state === 'ascending');
      }}
    >
      <svg viewBox="0 0 10 14" width="9" height="13">
        <path className="grid-sort-up" d="M5 1 9 6H1Z" />
        <path className="grid-sort-down" d="M5 13 1 8H9Z" />
      </svg>
    </span>
  );
}

export function GridHeader<Row>(props: Props<Row>): ReactNode {
  const { columns, translate, onResize, sort, onSort } = props;
  const startResize = (event: PointerEvent<HTMLElement>, column: number): void => {
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const cell = handle.closest('th');
    if (!cell) return;
    const start = event.clientX;
    const width = cell.getBoundingClientRect().width;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) => {
      onResize(column, width + move.clientX - start);
    };
    const stop = (): void => {
      handle.onpointermove = null;
    };
    handle.addEventListener('pointerup', stop, { once: true });
    handle.addEventListener('pointercancel', stop, { once: true });
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th
          scope="col"
          className="grid-corner"
          aria-colindex={1}
          title={translate('grid.selectAll')}
          onMouseDown={props.onSelectAll}
        >
          <span className="grid-unseen">{translate('grid.rowNumbers')}</span>
        </th>
        {columns.map((column, place) => (
          <th
            key={column.key}
            scope="col"
            data-heading={place}
            aria-colindex={place + 2}
            aria-sort={sort?.columnKey === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined}
            className={`grid-heading grid-${column.align ?? 'left'}${place >= props.from && place <= props.to ? ' grid-heading-range' : ''}`}
            onMouseDown={(event) => {
              if (event.button === 0) props.onSelectColumn(place, event.shiftKey);
            }}
          >
            {column.heading}
            {column.sortable && onSort ? (
              <SortSign
                state={sort?.columnKey === column.key ? (sort.descending ? 'descending' : 'ascending') : 'none'}
                title={translate('grid.sort', { heading: column.heading })}
                onSort={(descending) => onSort(column.key, descending)}
              />
            ) : null}
            <span
              className="grid-resizer"
              title={translate('grid.resize', { heading: column.heading })}
              aria-hidden="true"
              onPointerDown={(event) => startResize(event, place)}
              onMouseDown={(event) => {
                event.preventDefault();
                event.stopPropagation();
              }}
              onDoubleClick={() => props.onFit(place)}
            />
          </th>
        ))}
      </tr>
    </thead>
  );
}
