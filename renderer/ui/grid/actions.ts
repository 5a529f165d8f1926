/**
 * Commands on the selection: copy, paste, fill, clear, and those on rows. Invariant: a plan with cells that cannot take
 * their text writes nothing before the person has chosen to leave those out.
 */
import {
  type ChangePlan,
  emptyBelow,
  type PlanContext,
  planFill,
  planHandleFill,
  planPaste,
  planRange,
  plannedCells,
} from './change-plan.ts';
import { copyRange } from './clipboard-table.ts';
import { commitEditing, judge, openEditor } from './editing.ts';
import { enqueue, reopen, save } from './saving.ts';
import { at, type Range, rangeOf } from './selection.ts';
import type { GridStore } from './store.ts';
import type { GridStep } from './types.ts';

function planContext<Row>(store: GridStore<Row>): PlanContext {
  return {
    rows: store.props.rows.length,
    columns: store.props.columns.length,
    canInsert: store.canInsert,
    shown: (row, column) => store.shown(row, column),
    judge: (row, column, text) => judge(store, row, column, text),
  };
}

function mayWrite<Row>(store: GridStore<Row>): boolean {
  if (store.writable) return true;
  store.say(store.translate('grid.notice.readOnly'));
  return false;
}

function apply<Row>(store: GridStore<Row>, plan: ChangePlan, code: GridStep['code']): void {
  if (plan.problems.length > 0 || plan.droppedColumns > 0 || plan.droppedRows > 0) {
    store.update({ question: { plan, step: code } });
    return;
  }
  if (plannedCells(plan) === 0 && plan.inserts.length === 0) return;
  void save(store, plan, code);
}

/** The person's word on a plan with problems. */
export function answerQuestion<Row>(store: GridStore<Row>, proceed: boolean): void {
  const { question } = store.state;
  store.update({ question: null });
  if (question && proceed) void save(store, question.plan, question.step);
}

/** Whether all rows of a range are at hand; where some are not, says so and asks for them. */
export function allReady<Row>(store: GridStore<Row>, wanted: Range): boolean {
  const { rowReady } = store.props;
  if (!rowReady) return true;
  const range = existing(store, wanted);
  for (let index = range.top; index <= range.bottom; index++) {
    const row = store.row(index);
    if (row !== null && !rowReady(row)) {
      store.props.onNeedRows?.(range.top, range.bottom + 1);
      store.update({ failure: { sentence: store.translate('grid.notice.notReady'), reopen: null } });
      return false;
    }
  }
  return true;
}

/** The rows of a range that exist. */
function existing<Row>(store: GridStore<Row>, range: Range): Range {
  return { ...range, bottom: Math.min(range.bottom, store.props.rows.length - 1) };
}

function rowIdsIn<Row>(store: GridStore<Row>, wanted: Range): number[] {
  const range = existing(store, wanted);
  const ids: number[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const id = store.idAt(row);
    if (id !== null) ids.push(id);
  }
  return ids;
}

export function selectedRowIds<Row>(store: GridStore<Row>): number[] {
  return rowIdsIn(store, rangeOf(store.state.selection));
}

/** The selection for the clipboard; one merged cell copies as one value. Null = nothing to copy. */
export function copySelection<Row>(store: GridStore<Row>): { text: string; html: string; cells: number } | null {
  const range = existing(store, rangeOf(store.state.selection));
  if (range.bottom < range.top) return null;
  const copied = copyRange({
    range,
    text: (row, column) => store.shown(row, column),
    groups: (column) => store.groups(column),
  });
  return { ...copied, cells: (range.bottom - range.top + 1) * (range.right - range.left + 1) };
}

export function clearSelection<Row>(store: GridStore<Row>, code: 'clear' | 'cut'): void {
  if (!mayWrite(store)) return;
  if (!allReady(store, store.workRange())) return;
  apply(
    store,
    planRange(existing(store, store.workRange()), () => '', planContext(store)),
    code,
  );
}

/** A table copied with its headings, pasted under the same headings: the headings are no row. */
function withoutHeadings<Row>(
  store: GridStore<Row>,
  block: readonly (readonly string[])[],
  left: number,
): readonly (readonly string[])[] {
  const [first, ...rest] = block;
  const plain = (text: string | undefined): string => (text ?? '').replace(/\s/gu, '');
  const isHeadings =
    first !== undefined && first.every((text, index) => plain(text) === plain(store.column(left + index)?.heading));
  return isHeadings && rest.length > 0 ? rest : block;
}

export function pasteBlock<Row>(store: GridStore<Row>, copied: readonly (readonly string[])[]): void {
  if (!mayWrite(store)) return;
  const selected = store.workRange();
  const block = withoutHeadings(store, copied, selected.left);
  // A range that reaches into the blank row means the rows above it, unless it is only the blank row.
  const target = selected.top < store.props.rows.length ? existing(store, selected) : selected;
  const plan = planPaste(block, target, planContext(store));
  const size = store.size();
  const head = {
    row: Math.min(plan.target.bottom, size.rows + plan.inserts.length - 1),
    column: plan.target.right,
  };
  const corner = { row: plan.target.top, column: plan.target.left };
  const selection = { active: corner, anchor: corner, head, wholeRows: false };
  if (plan.problems.length === 0 && plan.droppedColumns === 0 && plan.droppedRows === 0) {
    if (plan.inserts.length > 0) store.awaited = { rows: head.row + 1, selection, inPlace: true };
    else store.selectInPlace(selection);
  }
  apply(store, plan, 'paste');
}

/** A fill reads the row (column) before a range of one row (column). */
function fillSources(range: Range, direction: 'down' | 'right'): Range {
  if (direction === 'right') return range;
  return range.top === range.bottom ? { ...range, top: Math.max(0, range.top - 1) } : range;
}

export function fill<Row>(store: GridStore<Row>, direction: 'down' | 'right'): void {
  if (!mayWrite(store) || !allReady(store, fillSources(rangeOf(store.state.selection), direction))) return;
  const plan = planFill(rangeOf(store.state.selection), direction, planContext(store));
  if (plan) apply(store, plan, 'fill');
}

export function fillByHandle<Row>(store: GridStore<Row>, source: Range, target: Range): void {
  if (!mayWrite(store) || !allReady(store, source) || !allReady(store, target)) return;
  const bounded = existing(store, target);
  store.selectInPlace({
    active: { row: source.top, column: source.left },
    anchor: { row: bounded.top, column: bounded.left },
    head: { row: bounded.bottom, column: bounded.right },
    wholeRows: false,
  });
  apply(store, planHandleFill(source, bounded, planContext(store)), 'fill');
}

/** Double click on the handle: fills the empty cells below, as spreadsheets do. */
export function fillEmptyBelow<Row>(store: GridStore<Row>): void {
  const source = store.workRange();
  const target = emptyBelow(source, planContext(store));
  if (target.bottom > source.bottom) fillByHandle(store, source, target);
}

/** As many empty rows as are selected, above them. */
export function insertRows<Row>(store: GridStore<Row>): void {
  if (!mayWrite(store)) return;
  const range = rangeOf(store.state.selection);
  const { top } = range;
  if (!store.canInsert || store.props.insertAtEnd === true || top >= store.props.rows.length) {
    store.say(store.translate('grid.notice.lastRow'));
    return;
  }
  const count = existing(store, range).bottom - top + 1;
  const afterRowId = top > 0 ? store.idAt(top - 1) : null;
  const column = store.state.selection.active.column;
  void enqueue(store, async () => {
    const rows = store.props.rows.length + count;
    store.awaited = { rows, selection: at({ row: top, column }), inPlace: false };
    const texts = Array.from({ length: count }, () => ({}));
    try {
      await store.props.onChange({ edits: [], insert: { afterRowId, texts } }, { code: 'insert', cells: 0 });
      await store.rowsAtLeast(rows);
    } finally {
      store.awaited = null;
    }
  });
}

export function withdrawRows<Row>(store: GridStore<Row>): void {
  if (!mayWrite(store)) return;
  const ids = selectedRowIds(store);
  const { onWithdraw } = store.props;
  if (!onWithdraw || ids.length === 0) return;
  void enqueue(store, () => onWithdraw(ids));
}

export function moveRows<Row>(store: GridStore<Row>, direction: 'up' | 'down'): void {
  if (!mayWrite(store)) return;
  const range = existing(store, rangeOf(store.state.selection));
  const ids = rowIdsIn(store, range);
  const { onMove } = store.props;
  if (!onMove || ids.length === 0) return;
  if (direction === 'up') {
    if (range.top === 0) return;
    const after = store.idAt(range.top - 2);
    void enqueue(store, () => onMove(ids, after));
  } else {
    const after = store.idAt(range.bottom + 1);
    if (after === null) return;
    void enqueue(store, () => onMove(ids, after));
  }
}

/** The pieces of a cell that could become rows: its lines, else the parts between semicolons. */
export function splitParts(text: string): string[] {
  const parts = (separator: RegExp): string[] =>
    text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const lines = parts(/\n/);
  return lines.length > 1 ? lines : parts(/[；;]/);
}

export function splitRow<Row>(store: GridStore<Row>): void {
  if (!mayWrite(store)) return;
  const { active } = store.state.selection;
  const rowId = store.idAt(active.row);
  const column = store.column(active.column);
  const parts = splitParts(store.shown(active.row, active.column));
  if (rowId === null || !column || parts.length < 2) return;
  void enqueue(store, () => store.props.onSplit?.(rowId, column.key, parts));
}

export function mergeRows<Row>(store: GridStore<Row>): void {
  if (!mayWrite(store)) return;
  const ids = selectedRowIds(store);
  if (ids.length < 2) return;
  void enqueue(store, () => store.props.onMerge?.(ids));
}

export function undo<Row>(store: GridStore<Row>, what: 'undo' | 'redo'): void {
  if (!mayWrite(store)) return;
  void enqueue(store, () => (what === 'undo' ? store.props.onUndo() : store.props.onRedo()));
}

function localDate(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function writeToday<Row>(store: GridStore<Row>): void {
  const date = store.props.today?.() ?? localDate();
  if (store.state.editing) store.editor?.insert(date);
  else openEditor(store, { mode: 'replace', text: date });
}

/** Back to the cell whose text was refused, with that text. */
export function resumeFailed<Row>(store: GridStore<Row>): void {
  const failure = store.state.failure;
  if (!failure?.reopen || !commitEditing(store, 'stay')) return;
  reopen(store, failure.reopen, failure.reopen.message);
}
