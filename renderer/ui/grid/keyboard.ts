/**
 * Which command a key means, as in Excel and WPS. Pure: the caller has already turned away keys that belong to an input
 * method (isComposing or key code 229). Null = the browser or the window handles the key.
 */
import type { Direction } from './selection.ts';

export interface KeyPress {
  key: string;
  /** Physical key, for the digits and signs whose `key` depends on Shift and layout. */
  code: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

export interface KeyContext {
  /** `replace`: typing began on a chosen cell, arrows leave it. `caret`: F2 or double click, arrows move the caret. */
  editing: 'none' | 'replace' | 'caret';
  /** The list of candidates is on screen. */
  list: 'none' | 'options' | 'suggestions';
  /** A candidate is marked. */
  marked: boolean;
  column: { options: boolean; multiline: boolean; merge: boolean };
  /** The host shows a preview of a row's files. */
  previews: boolean;
  /** One cell is selected, not a range or whole rows. */
  single: boolean;
}

export type GridCommand =
  | { do: 'move'; direction: Direction; extend: boolean; jump: boolean }
  | { do: 'page'; direction: 'up' | 'down'; extend: boolean }
  | { do: 'edge'; edge: 'row-start' | 'row-end' | 'grid-start' | 'grid-end'; extend: boolean }
  | { do: 'cycle'; axis: 'row' | 'column'; back: boolean }
  | { do: 'select-all' | 'select-rows' | 'select-columns' | 'collapse' | 'menu' | 'preview' }
  | { do: 'edit' | 'edit-empty' | 'toggle-mode' | 'cancel' | 'newline' | 'open-list' | 'today' }
  | { do: 'commit'; after: 'down' | 'up' | 'right' | 'left' | 'stay'; scope: 'usual' | 'row' | 'range' }
  | { do: 'mark'; step: 1 | -1 }
  | { do: 'choose'; after: 'down' | 'right' | 'left' | 'stay' }
  | { do: 'fill'; direction: 'down' | 'right' }
  | { do: 'clear' | 'undo' | 'redo' }
  | { do: 'move-rows'; direction: 'up' | 'down' }
  | { do: 'insert-rows' | 'withdraw-rows' };

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function whileEditing(press: KeyPress, context: KeyContext): GridCommand | null {
  const { key, ctrl, shift, alt } = press;
  const listed = context.list !== 'none';
  if (key === 'Escape') return { do: 'cancel' };
  if (key === 'F2') return { do: 'toggle-mode' };
  if (key === 'F4' || (alt && key === 'ArrowDown')) return { do: 'open-list' };
  if (ctrl && !alt && (key === ';' || press.code === 'Semicolon') && !shift) return { do: 'today' };
  if (key === 'Enter') {
    if (alt && context.column.merge) return { do: 'commit', after: 'down', scope: 'row' };
    if (alt) return context.column.multiline ? { do: 'newline' } : null;
    if (ctrl) return { do: 'commit', after: 'stay', scope: 'range' };
    if (context.marked) return { do: 'choose', after: context.list === 'options' ? 'down' : 'stay' };
    return { do: 'commit', after: shift ? 'up' : 'down', scope: 'usual' };
  }
  if (key === 'Tab' && !ctrl && !alt) {
    if (context.marked && !shift) return { do: 'choose', after: context.list === 'options' ? 'right' : 'stay' };
    return { do: 'commit', after: shift ? 'left' : 'right', scope: 'usual' };
  }
  if (ctrl || alt || shift) return null;
  if (listed && key === 'ArrowDown') return { do: 'mark', step: 1 };
  if (listed && key === 'ArrowUp') return { do: 'mark', step: -1 };
  const direction = ARROWS[key];
  if (direction && context.editing === 'replace') return { do: 'commit', after: direction, scope: 'usual' };
  return null;
}

function withControl(press: KeyPress): GridCommand | null {
  const { shift } = press;
  const key = press.key.toLowerCase();
  if (key === 'a' && !shift) return { do: 'select-all' };
  if (key === 'd' && !shift) return { do: 'fill', direction: 'down' };
  if (key === 'r' && !shift) return { do: 'fill', direction: 'right' };
  if (key === 'z') return { do: shift ? 'redo' : 'undo' };
  if (key === 'y' && !shift) return { do: 'redo' };
  if (press.code === 'NumpadAdd' || (shift && (press.code === 'Equal' || key === '+'))) return { do: 'insert-rows' };
  if (press.code === 'NumpadSubtract' || (!shift && (press.code === 'Minus' || key === '-'))) {
    return { do: 'withdraw-rows' };
  }
  if (!shift && (press.code === 'Semicolon' || key === ';')) return { do: 'today' };
  return null;
}

function whileSelecting(press: KeyPress, context: KeyContext): GridCommand | null {
  const { key, ctrl, shift, alt } = press;
  const direction = ARROWS[key];
  if (direction) {
    if (alt) {
      if (ctrl || shift) return null;
      if (key === 'ArrowDown' && context.column.options && context.single) return { do: 'open-list' };
      if (direction === 'up' || direction === 'down') return { do: 'move-rows', direction };
      return null;
    }
    return { do: 'move', direction, extend: shift, jump: ctrl };
  }
  if (alt) return null;
  // An input method that takes these for itself keeps them; where it does not, a blank must not open the cell.
  if (key === ' ' && ctrl !== shift) return { do: shift ? 'select-rows' : 'select-columns' };
  if (key === ' ' && !ctrl && context.previews) return { do: 'preview' };
  switch (key) {
    case 'Home':
      return { do: 'edge', edge: ctrl ? 'grid-start' : 'row-start', extend: shift };
    case 'End':
      return { do: 'edge', edge: ctrl ? 'grid-end' : 'row-end', extend: shift };
    case 'ContextMenu':
      return { do: 'menu' };
    case 'F10':
      return shift ? { do: 'menu' } : null;
    default:
  }
  if (ctrl) return withControl(press);
  switch (key) {
    case 'PageUp':
      return { do: 'page', direction: 'up', extend: shift };
    case 'PageDown':
      return { do: 'page', direction: 'down', extend: shift };
    case 'Enter':
      return { do: 'cycle', axis: 'row', back: shift };
    case 'Tab':
      return { do: 'cycle', axis: 'column', back: shift };
    case 'F2':
      return shift ? null : { do: 'edit' };
    case 'F4':
      return context.column.options ? { do: 'open-list' } : null;
    case 'Escape':
      return { do: 'collapse' };
    case 'Delete':
      return shift ? null : { do: 'clear' };
    case 'Backspace':
      return { do: 'edit-empty' };
    default:
      return null;
  }
}

export function commandFor(press: KeyPress, context: KeyContext): GridCommand | null {
  return context.editing === 'none' ? whileSelecting(press, context) : whileEditing(press, context);
}
