/**
 * The life of the open cell: opening, typing, candidates, committing, cancelling. Invariant: the editor closes only when
 * its text was handed on, was what the cell showed already, or was given up with Esc.
 */
import { type Candidates, findOption, optionCandidates, suggestionCandidates, withSuggestion } from './candidates.ts';
import { type PlannedCell, planRange, type Verdict } from './change-plan.ts';
import { dropFailed, save } from './saving.ts';
import { cycled, rangeOf } from './selection.ts';
import type { GridStore } from './store.ts';

const LISTED_IN_MESSAGE = 12;

/** Whether a cell may take a text, and what is then handed over. */
export function judge<Row>(store: GridStore<Row>, row: number, column: number, text: string): Verdict {
  const definition = store.column(column);
  if (!definition?.editable) {
    return { ok: false, reason: store.translate('grid.locked', { heading: definition?.heading ?? '' }) };
  }
  const data = store.row(row);
  if (data !== null && store.props.rowReady?.(data) === false) {
    return { ok: false, reason: store.translate('grid.notice.notReady') };
  }
  let value = text;
  if (definition.options) {
    const options = definition.options(data);
    const option = findOption(options, text);
    if (!option && text.trim() === '') {
      return { ok: false, reason: store.translate('grid.needsChoice', { heading: definition.heading }) };
    }
    if (!option) {
      const labels = options.slice(0, LISTED_IN_MESSAGE).map((candidate) => candidate.label);
      return { ok: false, reason: store.translate('grid.noMatch', { text, options: labels.join('、') }) };
    }
    value = option.value;
  }
  const reason = definition.check?.(value, data) ?? null;
  return reason === null ? { ok: true, text: value } : { ok: false, reason };
}

function candidatesFor<Row>(store: GridStore<Row>, text: string, caret: number, typed: boolean): Candidates | null {
  const place = store.state.editing?.place ?? store.state.selection.active;
  const definition = store.column(place.column);
  if (definition?.options) return optionCandidates(definition.options(store.row(place.row)), text, typed ? text : null);
  if (definition?.suggestions && typed) {
    return suggestionCandidates((query) => definition.suggestions?.(query) ?? [], text, caret);
  }
  return null;
}

/** Opens the active cell. `text` absent = what it shows (or what was refused there before). */
export function openEditor<Row>(
  store: GridStore<Row>,
  options: { mode: 'replace' | 'caret'; text?: string; message?: string | null; list?: boolean },
): boolean {
  const place = store.state.selection.active;
  const definition = store.column(place.column);
  if (!definition || !store.opens(place)) {
    store.say(
      store.writable
        ? store.translate('grid.locked', { heading: definition?.heading ?? '' })
        : store.translate('grid.notice.readOnly'),
    );
    return false;
  }
  const refused = store.overlayAt(place.row, definition.key);
  const text = options.text ?? store.shown(place.row, place.column);
  const message =
    options.message ?? (refused?.state === 'failed' && options.text === undefined ? refused.message : null);
  const listed = options.list === true || definition.options !== undefined;
  // A choice is replaced as a whole, not added to.
  store.editor?.write(text, definition.options && options.text === undefined ? 'all' : 'end');
  store.update({
    editing: {
      place,
      mode: options.mode,
      text,
      message,
      candidates: listed ? candidatesFor(store, text, text.length, false) : null,
    },
    failure: null,
  });
  return true;
}

/** The text field changed: by typing, by an input method, by pasting into the open cell. */
export function typed<Row>(store: GridStore<Row>, text: string): void {
  const caret = store.editor?.caret() ?? text.length;
  const { editing } = store.state;
  if (!editing) {
    if (text === '') return;
    const place = store.state.selection.active;
    if (!store.opens(place)) {
      store.editor?.write('', 'end');
      return;
    }
    store.update({ editing: { place, mode: 'replace', text, message: null, candidates: null }, failure: null });
  } else {
    store.update({ editing: { ...editing, text, message: null } });
  }
  if (store.composing) return;
  const open = store.state.editing;
  if (open) store.update({ editing: { ...open, candidates: candidatesFor(store, text, caret, true) } });
}

/** An input method began to compose. True = the active cell was opened for it. */
export function beginComposition<Row>(store: GridStore<Row>): boolean {
  store.composing = true;
  const place = store.state.selection.active;
  if (store.state.editing || !store.opens(place)) return false;
  store.update({ editing: { place, mode: 'replace', text: '', message: null, candidates: null }, failure: null });
  return true;
}

/** The composition was taken, or given up: then a cell that was only selected stays as it was. */
export function endComposition<Row>(store: GridStore<Row>, text: string): void {
  store.composing = false;
  if (text === '' && store.state.editing?.mode === 'replace') cancelEditing(store);
  else typed(store, text);
}

export function closeEditor<Row>(store: GridStore<Row>): void {
  if (!store.state.editing) return;
  store.editor?.write('', 'end');
  store.update({ editing: null });
}

export function cancelEditing<Row>(store: GridStore<Row>): void {
  const { editing } = store.state;
  if (!editing) return;
  const key = store.column(editing.place.column)?.key;
  closeEditor(store);
  if (key !== undefined) dropFailed(store, store.idAt(editing.place.row), key);
}

export type After = 'down' | 'up' | 'left' | 'right' | 'stay';

function step<Row>(store: GridStore<Row>, after: After): void {
  if (after === 'stay') return;
  const { selection } = store.state;
  const axis = after === 'down' || after === 'up' ? 'row' : 'column';
  const tabColumn = axis === 'column' ? (store.tabColumn ?? selection.active.column) : null;
  const next = cycled(selection, axis, after === 'up' || after === 'left', store.size(), store.tabColumn);
  if (next) store.select(next);
  store.tabColumn = tabColumn;
}

/**
 * Hands the typed text on and moves. `scope`: `usual` = the merged cell as a whole, `row` = only the active row,
 * `range` = every selected cell (Ctrl+Enter). False = the text cannot be taken and the editor stays open.
 */
export function commitEditing<Row>(
  store: GridStore<Row>,
  after: After,
  scope: 'usual' | 'row' | 'range' = 'usual',
  choice?: string,
): boolean {
  const { editing } = store.state;
  if (!editing) return true;
  const { place } = editing;
  const text = choice ?? editing.text;
  const definition = store.column(place.column);
  if (!definition) return true;
  const rowId = store.idAt(place.row);
  const refused = store.overlayAt(place.row, definition.key)?.state === 'failed';

  const group = scope === 'row' ? { first: place.row, end: place.row + 1 } : store.groupOf(place);
  const target =
    scope === 'range'
      ? rangeOf(store.state.selection)
      : { top: group.first, bottom: group.end - 1, left: place.column, right: place.column };
  const unchanged =
    !refused && scope !== 'range' && text === store.shown(place.row, place.column) && editing.message === null;
  if (!unchanged) {
    if (refused) dropFailed(store, rowId, definition.key);
    const plan = planRange(target, () => text, {
      rows: store.props.rows.length,
      columns: store.props.columns.length,
      canInsert: store.canInsert,
      shown: (row, column) => store.shown(row, column),
      judge: (row, column, value) => judge(store, row, column, value),
    });
    const problem = plan.problems[0];
    if (problem) {
      store.update({ editing: { ...editing, text, message: problem.reason, candidates: null } });
      return false;
    }
    const shown = (cell: PlannedCell): PlannedCell => ({ ...cell, shown: labelOf(store, cell) });
    const blank = plan.edits.length === 0 && plan.inserts.every((texts) => texts.size === 0);
    closeEditor(store);
    if (!blank) {
      void save(
        store,
        {
          target,
          edits: plan.edits.map(shown),
          inserts: plan.inserts.map(
            (texts) => new Map([...texts].map(([column, cell]): [number, PlannedCell] => [column, shown(cell)])),
          ),
        },
        'type',
        { rowId, columnKey: definition.key, text },
      );
    }
  } else {
    closeEditor(store);
  }
  step(store, after);
  return true;
}

/** An option is shown by its label, however it was typed. */
function labelOf<Row>(store: GridStore<Row>, cell: PlannedCell): string {
  const options = store.column(cell.column)?.options?.(store.row(cell.row));
  return options?.find((option) => option.value === cell.text)?.label ?? cell.shown;
}

export function markCandidate<Row>(store: GridStore<Row>, step: 1 | -1): void {
  const { editing } = store.state;
  const candidates = editing?.candidates;
  if (!editing || !candidates) return;
  const count = candidates.items.length;
  const marked = candidates.marked < 0 && step < 0 ? count - 1 : (candidates.marked + step + count) % count;
  store.update({ editing: { ...editing, candidates: { ...candidates, marked } } });
}

/** Takes a candidate: a choice commits the cell, a suggestion goes into the text, which stays open. */
export function chooseCandidate<Row>(store: GridStore<Row>, index: number, after: After): void {
  const { editing } = store.state;
  const item = editing?.candidates?.items[index];
  if (!editing || !item) return;
  if (editing.candidates?.kind === 'options') {
    commitEditing(store, after, 'usual', item.text);
    return;
  }
  const next = withSuggestion(editing.text, store.editor?.caret() ?? editing.text.length, item.text);
  store.editor?.write(next.text, 'end');
  store.update({ editing: { ...editing, text: next.text, mode: 'caret', message: null, candidates: null } });
}

export function openList<Row>(store: GridStore<Row>): void {
  if (!store.state.editing && !openEditor(store, { mode: 'caret', list: true })) return;
  const { editing } = store.state;
  if (!editing) return;
  const caret = store.editor?.caret() ?? editing.text.length;
  const definition = store.column(editing.place.column);
  const candidates = definition?.options
    ? candidatesFor(store, editing.text, caret, false)
    : candidatesFor(store, editing.text, caret, true);
  store.update({ editing: { ...editing, candidates } });
}

/** Moves to a cell after a click: an open cell is committed first; if it cannot be, nothing moves. */
export function leaveTo<Row>(store: GridStore<Row>, go: () => void): boolean {
  if (!commitEditing(store, 'stay')) return false;
  go();
  return true;
}
