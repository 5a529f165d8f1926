/** The context menu: the same commands as the keys, with the keys beside them. */
import { Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import type { Translate } from '#shared/i18n/index.ts';
import {
  clearSelection,
  fill,
  insertRows,
  mergeRows,
  moveRows,
  selectedRowIds,
  splitParts,
  splitRow,
  undo,
  withdrawRows,
} from './actions.ts';
import type { GridStore } from './store.ts';

export interface MenuPlace {
  x: number;
  y: number;
  /** Opened by a key: the first entry takes the focus. */
  byKey: boolean;
}

interface Props<Row> {
  store: GridStore<Row>;
  translate: Translate;
  place: MenuPlace | null;
  onClose: () => void;
  onClipboard: (action: 'cut' | 'copy' | 'paste') => void;
  onFit: () => void;
}

export function GridMenu<Row>({ store, translate, place, onClose, onClipboard, onFit }: Props<Row>): ReactNode {
  if (!place) return null;
  const ids = selectedRowIds(store);
  const { active } = store.state.selection;
  const parts = splitParts(store.shown(active.row, active.column)).length;
  const writable = store.writable;
  const entry = (
    key: string,
    label: string,
    keys: string,
    run: () => void,
    enabled: boolean,
  ): NonNullable<MenuProps['items']>[number] => ({ key, label, extra: keys, disabled: !enabled, onClick: run });
  const rows = ids.length;
  const { onSort } = store.props;
  const column = store.column(active.column);
  const sortable = column?.sortable === true ? column : null;
  const items: NonNullable<MenuProps['items']> = [
    entry('cut', translate('grid.menu.cut'), 'Ctrl+X', () => onClipboard('cut'), writable && rows > 0),
    entry('copy', translate('grid.menu.copy'), 'Ctrl+C', () => onClipboard('copy'), rows > 0),
    entry('paste', translate('grid.menu.paste'), 'Ctrl+V', () => onClipboard('paste'), writable),
    { type: 'divider' },
    entry('fill-down', translate('grid.menu.fillDown'), 'Ctrl+D', () => fill(store, 'down'), writable && rows > 0),
    entry('fill-right', translate('grid.menu.fillRight'), 'Ctrl+R', () => fill(store, 'right'), writable && rows > 0),
    entry('clear', translate('grid.menu.clear'), 'Delete', () => clearSelection(store, 'clear'), writable && rows > 0),
    { type: 'divider' },
    ...(store.props.insertAtEnd === true
      ? []
      : [
          entry(
            'insert',
            translate('grid.menu.insert', { rows: Math.max(1, rows) }),
            'Ctrl+Shift+=',
            () => insertRows(store),
            store.canInsert && rows > 0,
          ),
        ]),
    ...(store.props.onWithdraw
      ? [
          entry(
            'withdraw',
            translate('grid.menu.withdraw', { rows: Math.max(1, rows) }),
            'Ctrl+-',
            () => withdrawRows(store),
            writable && rows > 0,
          ),
        ]
      : []),
    ...(store.props.onMove
      ? [
          entry('move-up', translate('grid.menu.moveUp'), 'Alt+↑', () => moveRows(store, 'up'), writable && rows > 0),
          entry(
            'move-down',
            translate('grid.menu.moveDown'),
            'Alt+↓',
            () => moveRows(store, 'down'),
            writable && rows > 0,
          ),
        ]
      : []),
    ...(store.props.onSplit
      ? [
          entry(
            'split',
            translate('grid.menu.split', { rows: Math.max(2, parts) }),
            '',
            () => splitRow(store),
            writable && parts > 1,
          ),
        ]
      : []),
    ...(store.props.onMerge
      ? [
          entry(
            'merge',
            translate('grid.menu.merge', { rows: Math.max(2, rows) }),
            '',
            () => mergeRows(store),
            writable && rows > 1,
          ),
        ]
      : []),
    { type: 'divider' },
    ...(sortable && onSort
      ? [
          entry(
            'sort-up',
            translate('grid.menu.sortUp', { heading: sortable.heading }),
            '',
            () => onSort(sortable.key, false),
            true,
          ),
          entry(
            'sort-down',
            translate('grid.menu.sortDown', { heading: sortable.heading }),
            '',
            () => onSort(sortable.key, true),
            true,
          ),
        ]
      : []),
    entry('fit', translate('grid.menu.fitColumn'), '', onFit, true),
    entry('undo', translate('grid.menu.undo'), 'Ctrl+Z', () => undo(store, 'undo'), writable),
    entry('redo', translate('grid.menu.redo'), 'Ctrl+Y', () => undo(store, 'redo'), writable),
  ];
  // A menu near the foot of the window moves up as far as it needs to; flipping it would hide its head.
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const room = items.length * (rem * 1.6 + 10) + 24;
  const top = Math.max(0, Math.min(place.y, window.innerHeight - room));
  return (
    <Dropdown
      open
      trigger={['contextMenu']}
      autoAdjustOverflow={{ adjustX: 1, adjustY: 0 }}
      autoFocus={place.byKey}
      menu={{ items, 'aria-label': translate('grid.menu.label'), onClick: onClose }}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <span className="grid-menu-place" style={{ left: place.x, top }} />
    </Dropdown>
  );
}
