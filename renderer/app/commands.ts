/**
 * The window's side of the command table (`shared/commands.ts`): a screen registers what a command does while it is
 * shown; menu, keys, palette and buttons run it by its id. A command nobody has registered is not offered anywhere.
 */
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { COMMANDS, type CommandEntry, type CommandId } from '#shared/commands.ts';
import { editsText, matchesKeys } from './keyboard.ts';
import { useReadOnly } from './read-only.tsx';
import { createStore, useStore } from './store.ts';

type Run = () => void;

/** By command: what it does, the last one registered on top. */
type Handlers = { readonly handlers: Readonly<Partial<Record<CommandId, readonly Run[]>>> };
const registry = createStore<Handlers>({ handlers: {} });

const WRITING: ReadonlySet<string> = new Set(COMMANDS.filter(({ writes }) => writes).map(({ id }) => id));

/**
 * Registers what a command does while the calling component is shown and `enabled`; the last one registered wins. One
 * that writes is never there while the archive is open for an audit.
 */
export function useCommand(id: CommandId, run: Run, wanted = true): void {
  const readOnly = useReadOnly();
  const enabled = wanted && !(readOnly && WRITING.has(id));
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    const handler: Run = () => latest.current();
    const change = (next: (before: readonly Run[]) => readonly Run[]): void => {
      const { handlers } = registry.get();
      registry.set({ handlers: { ...handlers, [id]: next(handlers[id] ?? []) } });
    };
    change((before) => [...before, handler]);
    return () => change((before) => before.filter((other) => other !== handler));
  }, [id, enabled]);
}

function isCommandId(id: string): id is CommandId {
  return COMMANDS.some((entry) => entry.id === id);
}

function typingField(): HTMLElement | null {
  const field = document.activeElement;
  return field instanceof HTMLElement && field.matches('input, textarea') ? field : null;
}

/** Is there text in the field that has the focus? The grid's field is empty while no cell is open. */
export function isTyping(): boolean {
  const field = typingField();
  return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== '';
}

/**
 * Ends what is being typed as leaving the field does, so that a command meets it: it is saved before the screen goes or a
 * paper is made. False = the field refused the text and keeps it; then nothing may take it away, unless
 * the form keeps what was typed over the screen's end (`data-keeps-text`).
 */
export function finishTyping(): boolean {
  const field = typingField();
  if (!field) return true;
  flushSync(() => field.blur());
  field.focus({ preventScroll: true });
  return field.getAttribute('aria-invalid') !== 'true' || field.closest('[data-keeps-text]') !== null;
}

/** Runs a command if it can run now; answers whether it did. */
export function runCommand(id: string): boolean {
  if (!isCommandId(id)) return false;
  const run = registry.get().handlers[id]?.at(-1);
  if (!run) return false;
  if (finishTyping()) run();
  return true;
}

/** The commands that can run now, in the table's order. */
export function useOfferedCommands(): CommandEntry[] {
  const handlers = useStore(registry, (state) => state.handlers);
  return COMMANDS.filter(({ id }) => (handlers[id]?.length ?? 0) > 0);
}

/** Of the commands of a menu those that it shows: while auditors look, what writes is not among them. */
export function useShownCommands(ids: readonly CommandId[]): readonly CommandId[] {
  const readOnly = useReadOnly();
  return readOnly ? ids.filter((id) => !WRITING.has(id)) : ids;
}

/** Keys of commands on text that a text field keeps for itself. */
const LEFT_TO_FIELDS: ReadonlySet<string> = new Set(['edit']);

export function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}

/** A dialog asks for an answer first. */
export function dialogOpen(): boolean {
  return [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].some((dialog) => dialog.offsetParent !== null);
}

/** Runs the command of a pressed key. Keys that a field or the grid has used (default prevented) are left alone. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const entry = COMMANDS.find(({ keys }) => keys !== null && matchesKeys(keys, event, isMac()));
  if (!entry || dialogOpen()) return;
  if (LEFT_TO_FIELDS.has(entry.menu) && editsText(event.target)) return;
  if (runCommand(entry.id)) event.preventDefault();
}

/** A command of the native menu. Undo and redo belong to the text field in which the person is typing. */
export function handleMenu(id: string): void {
  const typing = editsText(document.activeElement);
  if (typing && (id === 'edit.undo' || id === 'edit.redo')) {
    document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
    return;
  }
  runCommand(id);
}
