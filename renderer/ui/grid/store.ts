/**
 * The grid's state outside React: where the person is, what is being typed, what is on its way to the archive. Event
 * handlers read and write it at once, so nothing typed quickly can meet a stale closure. Invariant: `state` is replaced,
 * never changed in place, and every place in it lies inside the grid.
 */
import type { Translate } from '#shared/i18n/index.ts';
import type { Candidates } from './candidates.ts';
import type { ChangePlan } from './change-plan.ts';
import { type Groups, groupAt, groupRows } from './merged-groups.ts';
import { at, clamped, isSingle, type Place, type Range, rangeOf, type Selection, type Size } from './selection.ts';
import type { GridColumn, GridProps, GridStep } from './types.ts';

export interface Editing {
  place: Place;
  mode: 'replace' | 'caret';
  text: string;
  /** Why the text cannot be taken; the editor stays open. */
  message: string | null;
  candidates: Candidates | null;
}

/** A cell whose text is not yet what `rows` say. */
export interface OverlayCell {
  text: string;
  state: 'saving' | 'failed';
  message: string | null;
}

export interface Draft {
  id: number;
  texts: Readonly<Record<string, string>>;
}

export interface Failure {
  sentence: string;
  /** The cell and the text that was typed there, to go on with. */
  reopen: { rowId: number | null; columnKey: string; text: string; message: string } | null;
}

export interface GridState {
  selection: Selection;
  editing: Editing | null;
  overlays: ReadonlyMap<number, Readonly<Record<string, OverlayCell>>>;
  /** Rows typed at the end that the caller has not shown yet. */
  drafts: readonly Draft[];
  /** A plan that waits for a person's word. */
  question: { plan: ChangePlan; step: GridStep['code'] } | null;
  failure: Failure | null;
  /** Spoken by screen readers. */
  notice: string;
  /** Calls under way. */
  pending: number;
}

/** The one text field, written at once and not by a later render. */
export interface EditorPort {
  write: (text: string, select: 'end' | 'all') => void;
  caret: () => number;
  insert: (text: string) => void;
}

export class GridStore<Row> {
  props: GridProps<Row>;
  state: GridState;
  translate: Translate;
  editor: EditorPort | null = null;
  composing = false;
  /** Where a run of Tabs began; Enter returns there. */
  tabColumn: number | null = null;
  /** The last selection that was made without scrolling. */
  unmoved: Selection | null = null;
  /** Selection to take once the table has so many rows. */
  awaited: { rows: number; selection: Selection; inPlace: boolean } | null = null;
  /** Calls to the caller, one after the other. */
  chain: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<() => void>();
  private readonly rowWaiters = new Set<() => void>();
  private indexCache: { rows: readonly Row[]; index: Map<number, number> } | null = null;
  private groupCache: { rows: unknown; columns: unknown; overlays: unknown; groups: (Groups | undefined)[] } | null =
    null;

  constructor(props: GridProps<Row>, translate: Translate) {
    this.props = props;
    this.translate = translate;
    this.state = {
      // What is typed at once must have a cell that takes it.
      selection: at({
        row: 0,
        column: Math.max(
          0,
          props.columns.findIndex(({ editable }) => editable),
        ),
      }),
      editing: null,
      overlays: new Map(),
      drafts: [],
      question: null,
      failure: null,
      notice: '',
      pending: 0,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): GridState => this.state;

  update(change: Partial<GridState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  /** The text field that belongs to the grid; null when it leaves the document. */
  attach(editor: EditorPort | null): void {
    this.editor = editor;
  }

  say(notice: string): void {
    this.update({ notice });
  }

  select(selection: Selection): void {
    this.tabColumn = null;
    this.update({ selection: clamped(selection, this.size()) });
  }

  /** Selects without scrolling there: the person goes on looking at what was pasted or chosen as a whole. */
  selectInPlace(selection: Selection): void {
    this.tabColumn = null;
    this.unmoved = clamped(selection, this.size());
    this.update({ selection: this.unmoved });
  }

  get writable(): boolean {
    return this.props.readOnly !== true;
  }

  get canInsert(): boolean {
    return this.writable && this.props.canInsert !== false;
  }

  /** Whether a cell can be opened: its column may be written and its row is at hand. */
  opens(place: Place): boolean {
    const row = this.row(place.row);
    const ready = row === null || this.props.rowReady?.(row) !== false;
    return this.writable && ready && this.column(place.column)?.editable === true;
  }

  size(): Size {
    const rows = this.props.rows.length + this.state.drafts.length + (this.canInsert ? 1 : 0);
    return { rows, columns: this.props.columns.length };
  }

  column(index: number): GridColumn<Row> | null {
    return this.props.columns[index] ?? null;
  }

  row(index: number): Row | null {
    return this.props.rows[index] ?? null;
  }

  idAt(index: number): number | null {
    const row = this.row(index);
    return row === null ? null : this.props.rowId(row);
  }

  indexOf(rowId: number): number | null {
    const { props } = this;
    const { rows } = props;
    if (this.indexCache?.rows !== rows) {
      this.indexCache = { rows, index: new Map(rows.map((row, place) => [props.rowId(row), place])) };
    }
    return this.indexCache.index.get(rowId) ?? null;
  }

  overlayAt(row: number, columnKey: string): OverlayCell | null {
    if (this.state.overlays.size === 0) return null;
    const id = this.idAt(row);
    return id === null ? null : (this.state.overlays.get(id)?.[columnKey] ?? null);
  }

  /** What a cell shows: what was just typed, else what the row says. */
  shown(row: number, column: number): string {
    const definition = this.column(column);
    if (!definition) return '';
    const data = this.row(row);
    if (data === null) return this.state.drafts[row - this.props.rows.length]?.texts[definition.key] ?? '';
    return this.overlayAt(row, definition.key)?.text ?? definition.text(data);
  }

  groups(column: number): Groups | undefined {
    const { rows, columns } = this.props;
    const { overlays } = this.state;
    const cache = this.groupCache;
    if (cache?.rows !== rows || cache.columns !== columns || cache.overlays !== overlays) {
      const groups = columns.map((definition, index) =>
        definition.merge ? groupRows(rows.length, rows.length, (row) => this.shown(row, index)) : undefined,
      );
      this.groupCache = { rows, columns, overlays, groups };
    }
    return this.groupCache?.groups[column];
  }

  /** The merged cell around a place; one row if nothing is merged. */
  groupOf(place: Place): { first: number; end: number } {
    return groupAt(this.groups(place.column), place.row);
  }

  /** The cells a command works on: the range, or the whole merged cell if it alone is selected. */
  workRange(): Range {
    const { selection } = this.state;
    const range = rangeOf(selection);
    if (!isSingle(selection)) return range;
    const group = this.groupOf(selection.active);
    return { ...range, top: group.first, bottom: group.end - 1 };
  }

  /** Resolves when the caller shows at least so many rows, or after a second. */
  async rowsAtLeast(count: number): Promise<void> {
    if (this.props.rows.length >= count) return;
    await new Promise<void>((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        this.rowWaiters.delete(check);
        resolve();
      };
      const check = (): void => {
        if (this.props.rows.length >= count) finish();
      };
      const timer = setTimeout(finish, 1000);
      this.rowWaiters.add(check);
    });
  }

  /** Takes new props; the selection stays on its rows, wherever they went. */
  receive(props: GridProps<Row>, translate: Translate): void {
    const before = this.props;
    this.translate = translate;
    if (before === props) return;
    const oldTotal = before.rows.length + this.state.drafts.length;
    const oldId = (row: number): number | null => {
      const data = before.rows[row];
      return data === undefined ? null : before.rowId(data);
    };
    const { selection, editing } = this.state;
    const ids = [selection.active.row, selection.anchor.row, selection.head.row, editing?.place.row ?? -1].map(oldId);
    this.props = props;
    if (before.rows === props.rows && before.columns === props.columns && before.readOnly === props.readOnly) return;

    const grown = props.rows.length - before.rows.length;
    const drafts = grown > 0 && this.state.drafts.length > 0 ? this.state.drafts.slice(grown) : this.state.drafts;
    const newTotal = props.rows.length + drafts.length;
    const place = (old: Place, id: number | null | undefined): Place | null => {
      if (id === null || id === undefined) {
        return old.row >= oldTotal ? { ...old, row: newTotal + old.row - oldTotal } : old;
      }
      const row = this.indexOf(id);
      return row === null ? null : row === old.row ? old : { ...old, row };
    };
    const active = place(selection.active, ids[0]);
    const anchor = place(selection.anchor, ids[1]);
    const head = place(selection.head, ids[2]);
    let next: Selection = selection;
    let inPlace = false;
    if (active === selection.active && anchor === selection.anchor && head === selection.head) next = selection;
    else if (active && anchor && head) next = { ...selection, active, anchor, head };
    else if (active) next = at(active);
    else next = at(selection.active);
    if (this.awaited && props.rows.length >= this.awaited.rows) {
      next = this.awaited.selection;
      inPlace = this.awaited.inPlace;
      this.awaited = null;
    }
    this.state = { ...this.state, drafts };
    let moved: Editing | null = editing;
    if (editing) {
      const edited = place(editing.place, ids[3]);
      moved = edited ? { ...editing, place: edited } : null;
      if (!edited) this.editor?.write('', 'end');
      else if (edited !== editing.place) next = { ...next, active: edited };
    }
    const taken = clamped(next, this.size());
    if (inPlace) this.unmoved = taken;
    this.update({ selection: taken, editing: moved });
    for (const waiter of this.rowWaiters) waiter();
  }
}
