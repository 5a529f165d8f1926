import { describe, expect, it } from 'vitest';
import { commandFor, type KeyContext } from '#ui/grid/keyboard.ts';

const idle: KeyContext = {
  editing: 'none',
  list: 'none',
  marked: false,
  column: { options: false, multiline: false, merge: false },
  previews: false,
  single: true,
};
const typing: KeyContext = { ...idle, editing: 'replace' };
const caret: KeyContext = { ...idle, editing: 'caret' };

/** `Ctrl+Shift+Z` → a key press. */
function command(keys: string, context: KeyContext): unknown {
  const parts = keys.split('+');
  const key = keys.endsWith('++') ? '+' : (parts.at(-1) ?? '');
  const codes: Record<string, string> = { '+': 'Equal', '=': 'Equal', '-': 'Minus', ';': 'Semicolon' };
  return commandFor(
    {
      key,
      code: codes[key] ?? key,
      ctrl: parts.includes('Ctrl'),
      shift: parts.includes('Shift'),
      alt: parts.includes('Alt'),
    },
    context,
  );
}

describe('keys on a selected cell', () => {
  it.each([
    ['Enter', { do: 'cycle', axis: 'row', back: false }],
    ['Shift+Tab', { do: 'cycle', axis: 'column', back: true }],
    ['Ctrl+Shift+ArrowDown', { do: 'move', direction: 'down', extend: true, jump: true }],
    ['Ctrl+Home', { do: 'edge', edge: 'grid-start', extend: false }],
    ['Shift+End', { do: 'edge', edge: 'row-end', extend: true }],
    ['F2', { do: 'edit' }],
    ['Delete', { do: 'clear' }],
    ['Ctrl+d', { do: 'fill', direction: 'down' }],
    ['Ctrl+r', { do: 'fill', direction: 'right' }],
    ['Ctrl+z', { do: 'undo' }],
    ['Ctrl+Shift+Z', { do: 'redo' }],
    ['Ctrl+y', { do: 'redo' }],
    ['Alt+ArrowUp', { do: 'move-rows', direction: 'up' }],
    ['Ctrl+Shift++', { do: 'insert-rows' }],
    ['Ctrl+-', { do: 'withdraw-rows' }],
    ['Ctrl+;', { do: 'today' }],
    ['Shift+F10', { do: 'menu' }],
    ['Shift+ ', { do: 'select-rows' }],
    ['Ctrl+ ', { do: 'select-columns' }],
  ])('%s', (keys, wanted) => expect(command(keys, idle)).toEqual(wanted));

  it.each(['a', '我', 'Ctrl+c', 'Ctrl+v', ' ', 'Ctrl+k', 'F4', 'F6', 'Alt+ArrowLeft', 'Ctrl+='])(
    '%s is left to the text field or the window',
    (keys) => expect(command(keys, idle)).toBeNull(),
  );

  it('Space previews where the host has previews, and is a blank in an open cell', () => {
    expect(command(' ', { ...idle, previews: true })).toEqual({ do: 'preview' });
    expect(command(' ', { ...caret, previews: true })).toBeNull();
    expect(command(' ', { ...typing, previews: true })).toBeNull();
  });

  it('Alt+↓ opens a list where there is one, unless rows are selected', () => {
    const listed = { ...idle, column: { ...idle.column, options: true } };
    expect(command('Alt+ArrowDown', listed)).toEqual({ do: 'open-list' });
    expect(command('Alt+ArrowDown', { ...listed, single: false })).toEqual({ do: 'move-rows', direction: 'down' });
  });
});

describe('keys in the open cell', () => {
  it('arrows leave it after typing and move the caret after F2', () => {
    expect(command('ArrowDown', typing)).toEqual({ do: 'commit', after: 'down', scope: 'usual' });
    expect(command('ArrowDown', caret)).toBeNull();
  });

  it('Alt+Enter: a new line, or only this row of a merged cell', () => {
    const lines = { ...typing, column: { ...typing.column, multiline: true } };
    const merged = { ...typing, column: { ...typing.column, merge: true } };
    expect(command('Alt+Enter', lines)).toEqual({ do: 'newline' });
    expect(command('Alt+Enter', merged)).toEqual({ do: 'commit', after: 'down', scope: 'row' });
    expect(command('Alt+Enter', typing)).toBeNull();
    expect(command('Ctrl+Enter', typing)).toEqual({ do: 'commit', after: 'stay', scope: 'range' });
  });

  it('a marked candidate takes Enter; a choice moves on, a suggestion stays', () => {
    const options: KeyContext = { ...typing, list: 'options', marked: true };
    const suggestions: KeyContext = { ...typing, list: 'suggestions', marked: true };
    expect(command('Enter', options)).toEqual({ do: 'choose', after: 'down' });
    expect(command('Enter', suggestions)).toEqual({ do: 'choose', after: 'stay' });
    expect(command('Enter', { ...suggestions, marked: false })).toEqual({
      do: 'commit',
      after: 'down',
      scope: 'usual',
    });
    expect(command('ArrowDown', suggestions)).toEqual({ do: 'mark', step: 1 });
  });

  it('undo and the clipboard belong to the text field', () => {
    for (const keys of ['Ctrl+z', 'Ctrl+y', 'Ctrl+c', 'Ctrl+a', 'Delete', 'Home']) {
      expect(command(keys, caret)).toBeNull();
    }
  });
});
