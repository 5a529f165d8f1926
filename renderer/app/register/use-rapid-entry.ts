/**
 * 连续登记: one record after the other by keyboard alone. Enter goes to the next field, Shift+Enter back, Ctrl+Enter enters
 * the record and begins the next; Alt+P pins a field, Esc puts the form away. Whatever is refused stays as it was typed, and
 * the focus goes to the field that is to blame. What the fields mean is the register's.
 */
import { App } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { AppError } from '#shared/errors.ts';
import { focusGrid } from '#ui/grid/focus-grid.ts';
import { useCommand } from '../commands.ts';
import { errorText } from '../error-text.ts';
import { useT } from '../i18n.tsx';
import { type Store, useStore } from '../store.ts';
import { blamedField, type EntryDraft, type EntryTexts, typedSince } from './entry-draft.ts';

export interface EntryReading<Field extends string, Value> {
  /** Fields that the form has for what is typed, in the order in which Enter goes through them. */
  shown: readonly Field[];
  /** What is wrong, by field, in words. */
  problems: ReadonlyMap<Field, string>;
  /** What would be entered; null = something is wrong or missing, and `problems` says what. */
  value: Value | null;
}

interface Register<Field extends string, Value, Reading extends EntryReading<Field, Value>> {
  archive: string | null;
  draft: Store<EntryDraft<Field>>;
  /** A draft in which nobody has typed. */
  empty: EntryDraft<Field>;
  pinnable: readonly Field[];
  /** The field that a record begins with. */
  first: Field;
  /** `asked`: the person wants to enter it, so that a field that lacks is a problem, too. Must stay the same function. */
  read: (texts: EntryTexts<Field>, asked: boolean) => Reading;
  /** The texts that the next record begins with. */
  next: () => EntryTexts<Field>;
  /** Enters it and answers the sentence that says so. */
  enter: (value: Value) => Promise<string>;
  /** Puts the form away. */
  leave: () => void;
  /** The part of the screen that holds the list, as a selector. */
  list: string;
}

export type RapidEntry<Field extends string, Value, Reading extends EntryReading<Field, Value>> = ReturnType<
  typeof useRapidEntry<Field, Value, Reading>
>;

export function useRapidEntry<Field extends string, Value, Reading extends EntryReading<Field, Value>>(
  register: Register<Field, Value, Reading>,
) {
  const { archive, draft, empty, pinnable, first, read, next, enter, leave, list } = register;
  const { t } = useT();
  const { message } = App.useApp();
  const id = useId();
  const stored = useStore(draft, (state) => state);
  const { texts, pinned } = stored.archive === archive ? stored : empty;
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<{ texts: EntryTexts<Field>; sentence: string } | null>(null);
  const [entered, setEntered] = useState(0);
  const [busy, setBusy] = useState(false);
  const entering = useRef(false);
  const reading = useMemo(() => read(texts, asked), [asked, read, texts]);

  const focus = useCallback(
    (field: Field): void => {
      const input = document.getElementById(`${id}-${field}`);
      input?.focus();
      if (input instanceof HTMLInputElement) input.select();
    },
    [id],
  );
  useEffect(() => {
    if (draft.get().archive !== archive) draft.set({ ...empty, archive });
    focus(first);
  }, [archive, draft, empty, first, focus]);
  useCommand('documents.create', () => focus(first));

  const set = (field: Field, text: string): void => {
    draft.set({ texts: { ...draft.get().texts, [field]: text } });
  };
  const pin = (field: Field): void => {
    const kept = new Set(draft.get().pinned);
    if (!kept.delete(field)) kept.add(field);
    draft.set({ pinned: kept });
  };
  const close = (): void => {
    leave();
    setTimeout(() => focusGrid(list), 0);
  };
  const step = (from: Field, by: 1 | -1): void => {
    const target = reading.shown[reading.shown.indexOf(from) + by];
    if (target !== undefined) focus(target);
    else if (by === 1) document.getElementById(`${id}-save`)?.focus();
  };

  const save = async (): Promise<void> => {
    if (entering.current) return;
    setAsked(true);
    const { shown, problems, value } = read(draft.get().texts, true);
    if (value === null) {
      const wrong = shown.find((field) => problems.has(field));
      if (wrong !== undefined) focus(wrong);
      return;
    }
    entering.current = true;
    setBusy(true);
    const sent = draft.get().texts;
    try {
      const content = await enter(value);
      draft.set({ texts: typedSince(sent, draft.get().texts, next()) });
      setEntered((count) => count + 1);
      setAsked(false);
      message.success({ key: 'rapid-entered', content });
      // The grid takes the focus on its way to the new row.
      setTimeout(() => focus(first), 0);
    } catch (error) {
      setRefused({ texts: sent, sentence: errorText(t, error) });
      const wrong = error instanceof AppError ? blamedField(shown, error.params) : undefined;
      if (wrong !== undefined) focus(wrong);
    } finally {
      entering.current = false;
      setBusy(false);
    }
  };

  const onFieldKey = (field: Field) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey && event.code === 'KeyP' && pinnable.includes(field)) {
      event.preventDefault();
      pin(field);
      return;
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    step(field, event.shiftKey ? -1 : 1);
  };

  return {
    id,
    texts,
    reading,
    pins: { pinnable, pinned, onPin: pin },
    /** Why the archive refused it, as long as it stands there as it was refused. */
    failure: refused?.texts === texts ? refused.sentence : null,
    entered,
    busy,
    focus,
    set,
    close,
    save,
    onFieldKey,
  };
}
