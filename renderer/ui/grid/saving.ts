/**
 * Hands changes to the caller, one after the other, and keeps what was typed on screen meanwhile. Invariant: a text that
 * was typed is never lost: until the caller shows it, it stays as an overlay; if the caller refuses it, it comes back
 * into the open editor, or, while another cell is being typed in, stays marked in its cell with the way back.
 */
import { type ChangePlan, type PlannedCell, plannedCells } from './change-plan.ts';
import { openEditor } from './editing.ts';
import { at } from './selection.ts';
import type { Draft, Failure, GridState, GridStore, OverlayCell } from './store.ts';
import type { CellEdit, GridStep } from './types.ts';

/** How long a saved text may stand in for a row that the caller does not renew (it was the same after all). */
const STAND_IN_MS = 1500;

let draftCount = 0;

function withOverlays(
  overlays: GridState['overlays'],
  cells: readonly { rowId: number; columnKey: string }[],
  cell: OverlayCell | ((at: number) => OverlayCell) | null,
): GridState['overlays'] {
  const next = new Map(overlays);
  for (const [index, { rowId, columnKey }] of cells.entries()) {
    const { [columnKey]: _old, ...rest } = next.get(rowId) ?? {};
    const value = typeof cell === 'function' ? cell(index) : cell;
    const row = value === null ? rest : { ...rest, [columnKey]: value };
    if (Object.keys(row).length === 0) next.delete(rowId);
    else next.set(rowId, row);
  }
  return next;
}

/** Runs a task when all earlier ones have settled; a refusal becomes a sentence on screen. */
export function enqueue<Row>(
  store: GridStore<Row>,
  task: () => void | Promise<void>,
  refused?: (message: string) => Failure | null,
): Promise<void> {
  store.update({ pending: store.state.pending + 1 });
  store.chain = store.chain.then(async () => {
    let failure: Failure | null = null;
    try {
      await task();
    } catch (error) {
      const message = store.props.describeError(error);
      failure = refused
        ? refused(message)
        : { sentence: store.translate('grid.changeFailed', { reason: message }), reopen: null };
    }
    const pending = store.state.pending - 1;
    store.update(failure ? { pending, failure } : { pending });
  });
  return store.chain;
}

interface Typed {
  rowId: number | null;
  columnKey: string;
  text: string;
}

/** Brings a refused text back to its cell. */
export function reopen<Row>(store: GridStore<Row>, typed: Typed, message: string): void {
  const row = typed.rowId === null ? store.props.rows.length + store.state.drafts.length : store.indexOf(typed.rowId);
  const column = store.props.columns.findIndex((candidate) => candidate.key === typed.columnKey);
  if (row === null || column < 0) return;
  store.select(at({ row, column }));
  openEditor(store, { mode: 'caret', text: typed.text, message });
}

/** Applies a plan as one step. `typed`: it came from the editor, to which a refusal returns. */
export function save<Row>(
  store: GridStore<Row>,
  plan: Pick<ChangePlan, 'edits' | 'inserts' | 'target'>,
  code: GridStep['code'],
  typed: Typed | null = null,
): Promise<void> {
  const { columns, rows } = store.props;
  const key = (cell: PlannedCell): string => columns[cell.column]?.key ?? '';
  const edits: (CellEdit & { shown: string })[] = [];
  for (const cell of plan.edits) {
    const rowId = store.idAt(cell.row);
    if (rowId !== null) edits.push({ rowId, columnKey: key(cell), text: cell.text, shown: cell.shown });
  }
  const firstAdded = Math.max(plan.target.top, rows.length);
  const added = plan.inserts.map((texts, index) => ({
    row: firstAdded + index,
    texts: Object.fromEntries([...texts.values()].map((cell) => [key(cell), cell.text])),
    shown: Object.fromEntries([...texts.values()].map((cell) => [key(cell), cell.shown])),
  }));
  const cells = plannedCells({ ...plan, problems: [], droppedColumns: 0, droppedRows: 0 });
  if (edits.length === 0 && added.length === 0) return store.chain;

  const drafts: Draft[] = [...store.state.drafts];
  const own: number[] = [];
  for (const row of added) {
    const place = row.row - rows.length;
    const old = drafts[place];
    if (old) {
      drafts[place] = { ...old, texts: { ...old.texts, ...row.shown } };
    } else {
      draftCount += 1;
      own.push(draftCount);
      drafts.push({ id: draftCount, texts: row.shown });
    }
  }
  const before = new Map(edits.map((edit) => [edit.rowId, store.row(store.indexOf(edit.rowId) ?? -1)]));
  const saving = (list: typeof edits): GridState['overlays'] =>
    withOverlays(store.state.overlays, list, (index) => ({
      text: list[index]?.shown ?? '',
      state: 'saving',
      message: null,
    }));
  store.update({ drafts, overlays: saving(edits), failure: null });
  const dropDrafts = (): void => {
    store.update({ drafts: store.state.drafts.filter((draft) => !own.includes(draft.id)) });
  };

  return enqueue(
    store,
    async () => {
      // A row typed at the end may have become a real one since: what was to be added to it is then an edit of it.
      const late: CellEdit[] = [];
      const texts: Record<string, string>[] = [];
      for (const row of added) {
        const rowId = store.idAt(row.row);
        if (rowId === null) texts.push(row.texts);
        else late.push(...Object.entries(row.texts).map(([columnKey, text]) => ({ rowId, columnKey, text })));
      }
      const wanted = store.props.rows.length + texts.length;
      await store.props.onChange(
        {
          edits: [...edits.map(({ rowId, columnKey, text }) => ({ rowId, columnKey, text })), ...late],
          insert: texts.length > 0 ? { afterRowId: store.idAt(store.props.rows.length - 1), texts } : null,
        },
        { code, cells },
      );
      await store.rowsAtLeast(wanted);
      dropDrafts();
      settle(store, edits, before);
    },
    (message) => {
      dropDrafts();
      store.update({ overlays: withOverlays(store.state.overlays, edits, null) });
      if (!typed) return { sentence: store.translate('grid.changeFailed', { reason: message }), reopen: null };
      if (!store.state.editing) {
        reopen(store, typed, message);
        return null;
      }
      const failed: OverlayCell = { text: typed.text, state: 'failed', message };
      store.update({ overlays: withOverlays(store.state.overlays, edits, failed) });
      const row = typed.rowId === null ? null : store.indexOf(typed.rowId);
      const heading = columns.find((column) => column.key === typed.columnKey)?.heading ?? '';
      const sentence = store.translate('grid.notSaved', {
        row: (row ?? store.props.rows.length) + 1,
        heading,
        reason: message,
      });
      return { sentence, reopen: { ...typed, message } };
    },
  );
}

/** Lets go of saved texts: at once where the caller already shows the new row, else when it does or soon after. */
function settle<Row>(
  store: GridStore<Row>,
  edits: readonly { rowId: number; columnKey: string; shown: string }[],
  before: ReadonlyMap<number, Row | null>,
): void {
  const release = (list: typeof edits): void => {
    const ours = list.filter((edit) => {
      const cell = store.state.overlays.get(edit.rowId)?.[edit.columnKey];
      return cell?.state === 'saving' && cell.text === edit.shown;
    });
    if (ours.length > 0) store.update({ overlays: withOverlays(store.state.overlays, ours, null) });
  };
  const renewed = (edit: (typeof edits)[number]): boolean =>
    store.row(store.indexOf(edit.rowId) ?? -1) !== before.get(edit.rowId);
  release(edits.filter(renewed));
  let waiting = edits.filter((edit) => !renewed(edit));
  if (waiting.length === 0) return;
  const stop = store.subscribe(() => {
    const ready = waiting.filter(renewed);
    if (ready.length === 0) return;
    waiting = waiting.filter((edit) => !ready.includes(edit));
    if (waiting.length === 0) stop();
    release(ready);
  });
  setTimeout(() => {
    stop();
    release(waiting);
  }, STAND_IN_MS);
}

/** Forgets a refused text; the cell shows again what the row says. */
export function dropFailed<Row>(store: GridStore<Row>, rowId: number | null, columnKey: string): void {
  if (rowId === null) return;
  if (store.state.overlays.get(rowId)?.[columnKey]?.state !== 'failed') return;
  store.update({ overlays: withOverlays(store.state.overlays, [{ rowId, columnKey }], null) });
}
