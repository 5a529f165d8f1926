/**
 * An editable table that behaves like Excel and WPS under a Chinese input method. It knows no domain (see types.ts).
 *
 * How it works: one `<textarea>` lies over the active cell and holds the focus as long as the grid is in use, invisible
 * until something is typed; so an input method is on at every cell and its window opens there. Typing replaces, F2 and
 * double click edit in place. Keys of an input method (isComposing, key code 229) are never commands.
 *
 * Merged cells are derived from equal texts. Editing one changes the whole group (Enter); Alt+Enter, or the button under
 * the cell, changes the active row only. ↑↓ go by rows inside it.
 *
 * Files: types (what callers see) · store (state) · selection, keyboard, merged-groups, change-plan, candidates,
 * clipboard-table (pure rules) · editing, actions, saving, run-command (what happens) · placement, use-pointer,
 * use-grid-layout, use-column-widths, shared-room, row-window, row-heights (the document) · the .tsx parts. Colours and sizes: grid.css, all by CSS variables.
 */
import './grid.css';
import {
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { allReady, clearSelection, copySelection, fillEmptyBelow, pasteBlock, selectedRowIds } from './actions.ts';
import { leaveTo } from './editing.ts';
import { candidateId, EditorPopup } from './editor-popup.tsx';
import { FailureBar } from './failure-bar.tsx';
import { GridBody } from './grid-body.tsx';
import { GridEditor } from './grid-editor.tsx';
import { GridHeader } from './grid-header.tsx';
import { GridMenu, type MenuPlace } from './grid-menu.tsx';
import { cellId } from './grid-row.tsx';
import { ProblemDialog } from './problem-dialog.tsx';
import { ROW_HEIGHT, RowWindow, windowFor } from './row-window.ts';
import { all, at, between, isSingle, rangeOf, sameSelection } from './selection.ts';
import { GridStore } from './store.ts';
import type { GridProps, GridSelection } from './types.ts';
import { GridsReadOnly } from './read-only.ts';
import { useColumnWidths } from './use-column-widths.ts';
import { useGridLayout } from './use-grid-layout.ts';
import { usePointer } from './use-pointer.ts';

export function Grid<Row>(given: GridProps<Row>): ReactNode {
  const { t } = useTranslation();
  const shownOnly = useContext(GridsReadOnly);
  const props = shownOnly ? { ...given, readOnly: true } : given;
  const gridId = useId();
  const [store] = useState(() => new GridStore(props, t));
  useLayoutEffect(() => store.receive(props, t));
  const state = useSyncExternalStore(store.subscribe, store.snapshot);
  const { columns, rows } = props;
  const { selection, editing, drafts } = state;
  const [focused, setFocused] = useState(false);
  const [menu, setMenu] = useState<MenuPlace | null>(null);

  const scroller = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const editor = useRef<HTMLTextAreaElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const focus = useCallback(() => editor.current?.focus({ preventScroll: true }), []);

  const canInsert = props.readOnly !== true && props.canInsert !== false;
  const count = rows.length + drafts.length + (canInsert ? 1 : 0);
  const [rowWindow] = useState(() => new RowWindow(count));
  useLayoutEffect(() => rowWindow.receive(count), [rowWindow, count]);
  const window = windowFor(count, useSyncExternalStore(rowWindow.subscribe, rowWindow.snapshot));
  const widths = useColumnWidths(store, columns, rows.length, props.rowMark !== undefined, sheet);
  const layout = useGridLayout(store, rowWindow, window, selection, { scroller, sheet, editor, popup });

  const { onSelectionChange, onNeedRows } = props;
  const listener = useRef(onSelectionChange);
  useLayoutEffect(() => {
    listener.current = onSelectionChange;
  });
  const told = useRef<GridSelection | null>(null);
  useEffect(() => {
    const range = rangeOf(selection);
    const next: GridSelection = {
      activeRowId: store.idAt(selection.active.row),
      activeColumnKey: columns[selection.active.column]?.key ?? '',
      rowIds: selectedRowIds(store),
      columnKeys: columns.slice(range.left, range.right + 1).map((column) => column.key),
      wholeRows: selection.wholeRows,
    };
    // Told once: a caller that renders upon it, with new columns or a new listener, is not told again for that.
    if (told.current && sameSelection(told.current, next)) return;
    told.current = next;
    listener.current?.(next);
  }, [selection, rows, columns, store]);
  useEffect(
    () => onNeedRows?.(window.from, Math.min(window.to, rows.length)),
    [window.from, window.to, rows.length, onNeedRows],
  );

  const { showRow, rowId } = props;
  const shownRow = useRef<GridProps<Row>['showRow']>(null);
  useEffect(() => {
    if (!showRow || shownRow.current === showRow) return;
    const row = rows.findIndex((candidate) => rowId(candidate) === showRow.rowId);
    if (row < 0) return;
    shownRow.current = showRow;
    const asked = columns.findIndex(({ key }) => key === showRow.columnKey);
    const column = asked < 0 ? store.state.selection.active.column : asked;
    leaveTo(store, () => store.select(at({ row, column })));
    focus();
  }, [showRow, rows, rowId, columns, store, focus]);

  const pointer = usePointer({
    store,
    elements: layout.elements,
    window: layout.shown,
    focus,
    openMenu: (x, y) => setMenu({ x, y, byKey: false }),
  });

  const clipboard = (action: 'cut' | 'copy' | 'paste'): void => {
    focus();
    if (action !== 'paste') document.execCommand(action);
    else if (props.onRequestPaste) props.onRequestPaste();
    else store.say(t('grid.notice.pasteKeys'));
  };

  const range = rangeOf(selection);
  const single = isSingle(selection);
  const activeGroup = store.groupOf(selection.active);
  const activeTop = Math.max(activeGroup.first, window.from);
  const activeRendered = selection.active.row >= window.from && selection.active.row < window.to;
  const marked = editing?.candidates?.marked ?? -1;
  const activeDescendant =
    marked >= 0
      ? candidateId(gridId, marked)
      : activeRendered
        ? cellId(gridId, activeTop, selection.active.column)
        : undefined;

  return (
    <div className={`grid-frame${focused ? ' grid-focused' : ''}`}>
      <div
        className="grid-scroller"
        ref={scroller}
        onScroll={layout.onScroll}
        onMouseDown={pointer.onMouseDown}
        onDoubleClick={pointer.onDoubleClick}
        onContextMenu={pointer.onContextMenu}
      >
        <div
          className={`grid-sheet${widths.grows ? ' grid-grows' : ''}`}
          ref={sheet}
          style={widths.grows ? { minWidth: widths.total } : { width: widths.total }}
        >
          <table
            role="grid"
            id={gridId}
            aria-label={props.label}
            aria-rowcount={count + 1}
            aria-colcount={columns.length + 1}
            aria-multiselectable="true"
            aria-readonly={props.readOnly === true}
            aria-busy={state.pending > 0}
          >
            <colgroup>
              <col style={{ width: widths.numbers }} />
              {columns.map((column, index) => (
                <col key={column.key} style={{ width: widths.columns[index] }} />
              ))}
            </colgroup>
            <GridHeader
              columns={columns}
              from={range.left}
              to={range.right}
              translate={t}
              onSelectAll={() => {
                const size = store.size();
                if (rows.length > 0)
                  leaveTo(store, () => store.selectInPlace(all(selection, { ...size, rows: rows.length })));
              }}
              onSelectColumn={(column, extend) => {
                const last = Math.max(0, rows.length - 1);
                const from = extend ? selection.anchor.column : column;
                leaveTo(store, () => store.selectInPlace(between({ row: 0, column: from }, { row: last, column })));
              }}
              sort={props.sort ?? null}
              onSort={props.onSort}
              onResize={widths.resize}
              onFit={widths.fit}
            />
            <GridBody grid={props} gridId={gridId} store={store} window={window} />
          </table>
          <div className="grid-range" aria-hidden="true" hidden />
          <div className="grid-active" aria-hidden="true" hidden />
          <div className="grid-current" aria-hidden="true" hidden />
          <div className="grid-preview" aria-hidden="true" hidden />
          <div
            className="grid-handle"
            aria-hidden="true"
            hidden
            title={t('grid.fillHandle')}
            onMouseDown={pointer.onHandleDown}
            onDoubleClick={(event) => {
              event.stopPropagation();
              fillEmptyBelow(store);
            }}
          />
          <GridEditor
            store={store}
            editor={editor}
            gridId={gridId}
            activeDescendant={activeDescendant}
            single={single}
            pageRows={() => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)}
            revealActive={() => {
              if (!activeRendered && scroller.current) rowWindow.scrollToRow(scroller.current, selection.active.row);
            }}
            openMenu={() => {
              const box = editor.current?.getBoundingClientRect();
              if (box) setMenu({ x: box.left + 8, y: box.bottom, byKey: true });
            }}
            onFocusChange={setFocused}
            onCopy={(data, cut) => {
              if (!allReady(store, range)) return true;
              const copied = copySelection(store);
              if (!copied) return false;
              data.setData('text/plain', copied.text);
              data.setData('text/html', copied.html);
              store.say(t(cut ? 'grid.notice.cut' : 'grid.notice.copied', { cells: copied.cells }));
              if (cut) clearSelection(store, 'cut');
              return true;
            }}
            onPaste={(block) => pasteBlock(store, block)}
          />
        </div>
        {rows.length === 0 && drafts.length === 0 ? <p className="grid-empty">{props.emptyText}</p> : null}
      </div>
      <EditorPopup gridId={gridId} store={store} translate={t} popup={popup} />
      <FailureBar store={store} focus={focus} />
      <div role="status" className="grid-unseen">
        {state.notice}
      </div>
      <GridMenu
        store={store}
        translate={t}
        place={menu}
        onClose={() => {
          setMenu(null);
          focus();
        }}
        onClipboard={clipboard}
        onFit={() => widths.fit(selection.active.column)}
      />
      <ProblemDialog store={store} translate={t} onClosed={focus} />
    </div>
  );
}
