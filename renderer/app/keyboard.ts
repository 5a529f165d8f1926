/**
 * Keys. Every handler in the window goes through `typed`: while an input method composes, keys belong to it
 * (`isComposing`, or key code 229 from older systems), and nothing may act on them.
 */
import type { CommandEntry } from '#shared/commands.ts';

interface KeyLike {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Wraps a key handler so that it never sees keys of an input method. */
export function typed<E extends { nativeEvent: { isComposing: boolean; keyCode: number } }>(
  handler: (event: E) => void,
): (event: E) => void {
  return (event) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    handler(event);
  };
}

const NAMES: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};
const CODES: Readonly<Record<string, string>> = { '=': 'Equal', '-': 'Minus', ';': 'Semicolon' };

/** Does the event press the keys of an accelerator such as `CommandOrControl+Shift+N`? */
export function matchesKeys(keys: string, event: KeyLike, mac = false): boolean {
  const parts = keys.split('+');
  const last = parts.pop() ?? '';
  const wants = (name: string): boolean => parts.includes(name);
  const command = mac ? event.metaKey : event.ctrlKey;
  if (command !== wants('CommandOrControl')) return false;
  if ((mac ? event.ctrlKey : event.metaKey) || event.altKey !== wants('Alt') || event.shiftKey !== wants('Shift')) {
    return false;
  }
  if (/^[A-Z]$/.test(last)) return event.code === `Key${last}` || event.key.toUpperCase() === last;
  if (/^\d$/.test(last)) return event.code === `Digit${last}` || event.key === last;
  const code = CODES[last];
  if (code !== undefined) return event.code === code || event.key === last;
  return event.key === (NAMES[last] ?? last);
}

const ARROWS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** An accelerator as people read it: `Ctrl+Shift+N`. */
export function keysText(keys: CommandEntry['keys'], mac = false): string {
  if (keys === null) return '';
  return keys
    .split('+')
    .map((part) => (part === 'CommandOrControl' ? (mac ? '⌘' : 'Ctrl') : (ARROWS[part] ?? part)))
    .join('+');
}

/** Is the target a field in which a person edits text? The grid's own field answers no: it handles such keys itself. */
export function editsText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="grid"]') || target.closest('[data-grid]')) return false;
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target.isContentEditable;
}
