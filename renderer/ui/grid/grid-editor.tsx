/**
 * The one text field of a grid. It is not controlled by React: an input method owns its content while composing.
 * Invariant: idle it is empty, so whatever appears in it was just typed and opens the active cell.
 */
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect } from 'react';
import { readTsv } from '#shared/lib/tsv.ts';
import { beginComposition, commitEditing, endComposition, typed } from './editing.ts';
import { readHtmlTable } from './html-table.ts';
import { commandFor, type KeyContext } from './keyboard.ts';
import { runCommand } from './run-command.ts';
import type { GridStore } from './store.ts';

/** Key code of every key that an input method takes for itself. */
const INPUT_METHOD_KEY = 229;

interface Props<Row> {
  store: GridStore<Row>;
  editor: RefObject<HTMLTextAreaElement | null>;
  gridId: string;
  activeDescendant: string | undefined;
  single: boolean;
  pageRows: () => number;
  revealActive: () => void;
  openMenu: () => void;
  onFocusChange: (focused: boolean) => void;
  /** False = there was nothing to copy. */
  onCopy: (data: DataTransfer, cut: boolean) => boolean;
  onPaste: (block: string[][]) => void;
}

function keyContext<Row>(store: GridStore<Row>, single: boolean): KeyContext {
  const { editing, selection } = store.state;
  const column = store.column(editing?.place.column ?? selection.active.column);
  return {
    editing: editing?.mode ?? 'none',
    list: editing?.candidates?.kind ?? 'none',
    marked: (editing?.candidates?.marked ?? -1) >= 0,
    column: {
      options: column?.options !== undefined,
      multiline: column?.multiline === true,
      merge: column?.merge === true,
    },
    previews: store.props.onPreview !== undefined,
    single: single && !selection.wholeRows,
  };
}

export function GridEditor<Row>(props: Props<Row>): ReactNode {
  const { store, editor } = props;
  const { editing, selection } = store.state;
  const t = store.translate;
  const place = editing?.place ?? selection.active;
  const column = store.column(place.column);

  useLayoutEffect(() => {
    store.attach({
      write(text, select) {
        const field = editor.current;
        if (!field) return;
        field.value = text;
        field.setSelectionRange(select === 'all' ? 0 : text.length, text.length);
      },
      caret: () => editor.current?.selectionStart ?? 0,
      insert(text) {
        const field = editor.current;
        if (!field) return;
        field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
        typed(store, field.value);
      },
    });
    return () => store.attach(null);
  }, [store, editor]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === INPUT_METHOD_KEY) return;
    const open = store.state.editing !== null;
    const command = commandFor(
      {
        key: event.key,
        code: event.code,
        ctrl: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
      },
      keyContext(store, props.single),
    );
    if (command && runCommand(store, command, props)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (open && (!event.ctrlKey || /^[zyacxv]$/i.test(event.key)) && !/^F\d/.test(event.key)) {
      // Keys of the text field while it is open are nobody else's shortcuts.
      event.stopPropagation();
    }
  };

  const copy = (event: ClipboardEvent<HTMLTextAreaElement>, cut: boolean): void => {
    if (store.state.editing) return;
    if (props.onCopy(event.clipboardData, cut)) event.preventDefault();
  };

  const group = store.groupOf(place);
  const number = place.row + 1;
  const heading = column?.heading ?? '';
  const label =
    store.row(place.row) === null
      ? t('grid.newCellLabel', { heading })
      : group.end - group.first > 1
        ? t('grid.mergedCellLabel', { heading, row: number, first: group.first + 1, last: group.end })
        : t('grid.cellLabel', { heading, row: number });

  return (
    <textarea
      ref={editor}
      className={`grid-editor grid-${column?.align ?? 'left'}${editing ? ' grid-editing' : ''}${editing?.message ? ' grid-editor-refused' : ''}`}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      readOnly={!store.writable || column?.editable !== true}
      aria-label={label}
      aria-controls={editing?.candidates ? `${props.gridId}-list` : props.gridId}
      aria-activedescendant={props.activeDescendant}
      aria-autocomplete={column?.options || column?.suggestions ? 'list' : undefined}
      aria-invalid={editing?.message ? true : undefined}
      aria-describedby={editing?.message ? `${props.gridId}-message` : undefined}
      onKeyDown={onKeyDown}
      onInput={(event) => {
        if (!store.state.editing) props.revealActive();
        typed(store, event.currentTarget.value);
      }}
      onCompositionStart={() => {
        if (beginComposition(store)) props.revealActive();
      }}
      onCompositionEnd={(event) => {
        endComposition(store, event.currentTarget.value);
      }}
      onCopy={(event) => copy(event, false)}
      onCut={(event) => copy(event, true)}
      onPaste={(event) => {
        if (store.state.editing) return;
        const html = event.clipboardData.getData('text/html');
        const text = event.clipboardData.getData('text/plain');
        const block = (html ? readHtmlTable(html) : null) ?? (text ? readTsv(text) : null);
        if (!block) return;
        event.preventDefault();
        props.onPaste(block);
      }}
      onFocus={() => props.onFocusChange(true)}
      onBlur={(event) => {
        props.onFocusChange(false);
        // Another window came to the front: the cell stays open. Another place in this one: what was typed counts.
        if (!document.hasFocus() || store.composing) return;
        const frame = event.currentTarget.closest('.grid-frame');
        if (event.relatedTarget instanceof Node && frame?.contains(event.relatedTarget)) return;
        commitEditing(store, 'stay');
      }}
    />
  );
}
