/** Carries out a command that a key or a menu entry stands for. False = not handled; the browser goes on with the key. */
import { clearSelection, fill, insertRows, moveRows, undo, withdrawRows, writeToday } from './actions.ts';
import { cancelEditing, chooseCandidate, commitEditing, markCandidate, openEditor, openList } from './editing.ts';
import type { GridCommand } from './keyboard.ts';
import { all, at, between, cycled, moved, movedTo, type Place, rangeOf, wholeRows } from './selection.ts';
import type { GridStore } from './store.ts';

export interface Surroundings {
  /** Rows that fit the view, for PageUp and PageDown. */
  pageRows: () => number;
  openMenu: () => void;
}

export function runCommand<Row>(store: GridStore<Row>, command: GridCommand, around: Surroundings): boolean {
  const { selection, editing } = store.state;
  const size = store.size();
  const isEmpty = (place: Place): boolean => store.shown(place.row, place.column) === '';
  switch (command.do) {
    case 'move':
      store.select(moved(selection, command.direction, command, size, isEmpty));
      return true;
    case 'page':
      store.select(
        moved(
          selection,
          command.direction,
          { extend: command.extend, jump: false, rows: around.pageRows() },
          size,
          isEmpty,
        ),
      );
      return true;
    case 'edge': {
      const from = command.extend ? selection.head : selection.active;
      const last = { row: Math.max(0, store.props.rows.length - 1), column: size.columns - 1 };
      const to: Record<typeof command.edge, Place> = {
        'row-start': { ...from, column: 0 },
        'row-end': { ...from, column: last.column },
        'grid-start': { row: 0, column: 0 },
        'grid-end': last,
      };
      store.select(movedTo(selection, to[command.edge], command.extend));
      return true;
    }
    case 'cycle': {
      // On the blank row at the end Enter begins a new row.
      if (command.axis === 'row' && !command.back && selection.active.row === size.rows - 1 && store.canInsert) {
        if (selection.anchor.row === selection.head.row) return openEditor(store, { mode: 'caret' });
      }
      const tabColumn = command.axis === 'column' ? (store.tabColumn ?? selection.active.column) : null;
      const next = cycled(selection, command.axis, command.back, size, store.tabColumn);
      if (!next) return command.axis === 'row';
      store.select(next);
      store.tabColumn = tabColumn;
      return true;
    }
    case 'select-all': {
      const rows = store.props.rows.length;
      if (rows > 0) store.selectInPlace(all(selection, { ...size, rows }));
      return true;
    }
    case 'select-rows': {
      const { top, bottom } = rangeOf(selection);
      store.selectInPlace(wholeRows(top, bottom, size, selection.active.column));
      return true;
    }
    case 'select-columns': {
      const { left, right } = rangeOf(selection);
      const bottom = Math.max(0, store.props.rows.length - 1);
      store.selectInPlace({
        ...between({ row: 0, column: left }, { row: bottom, column: right }),
        active: selection.active,
      });
      return true;
    }
    case 'collapse':
      if (rangeOf(selection).top === rangeOf(selection).bottom && selection.anchor.column === selection.head.column) {
        return false;
      }
      store.select(at(selection.active));
      return true;
    case 'menu':
      around.openMenu();
      return true;
    case 'preview':
      store.props.onPreview?.();
      return true;
    case 'edit':
      openEditor(store, { mode: 'caret' });
      return true;
    case 'edit-empty':
      openEditor(store, { mode: 'replace', text: '' });
      return true;
    case 'toggle-mode':
      if (editing) store.update({ editing: { ...editing, mode: editing.mode === 'caret' ? 'replace' : 'caret' } });
      return true;
    case 'cancel':
      cancelEditing(store);
      return true;
    case 'newline':
      store.editor?.insert('\n');
      return true;
    case 'open-list':
      openList(store);
      return true;
    case 'today':
      writeToday(store);
      return true;
    case 'commit':
      commitEditing(store, command.after, command.scope);
      return true;
    case 'mark':
      markCandidate(store, command.step);
      return true;
    case 'choose':
      chooseCandidate(store, editing?.candidates?.marked ?? -1, command.after);
      return true;
    case 'fill':
      fill(store, command.direction);
      return true;
    case 'clear':
      clearSelection(store, 'clear');
      return true;
    case 'undo':
    case 'redo':
      undo(store, command.do);
      return true;
    case 'move-rows':
      moveRows(store, command.direction);
      return true;
    case 'insert-rows':
      insertRows(store);
      return true;
    case 'withdraw-rows':
      withdrawRows(store);
      return true;
    default:
      return command satisfies never;
  }
}
