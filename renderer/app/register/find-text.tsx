/**
 * The words that a list is cut to. They are applied once the person pauses, never in the middle of an input method's
 * letters; Enter goes on to the list, Esc takes the words back.
 */
import { Input, type InputRef } from 'antd';
import { type Ref, useEffect, useRef, useState } from 'react';
import { focusGrid } from '#ui/grid/focus-grid.ts';
import { typed } from '../keyboard.ts';
import { useSettled } from '../use-settled.ts';

/** How long nobody types before the archive is asked, in ms. */
const PAUSE = 250;

interface Props {
  /** What the field is called, which is also its hint: the fields that are searched. */
  label: string;
  applied: string;
  /** As many characters as the archive takes. */
  maxLength: number;
  apply: (text: string) => void;
  /** The part of the screen that holds the list, as a selector. */
  list: string;
  /** What Esc does; otherwise it takes the words back. */
  onEscape?: () => void;
  inputRef: Ref<InputRef>;
}

export function FindText({ label, applied, maxLength, apply, list, onEscape, inputRef }: Props) {
  const [text, setText] = useState(applied);
  const [shown, setShown] = useState(applied);
  const settled = useSettled(text, PAUSE);
  const composing = useRef(false);
  if (shown !== applied) {
    // Set from outside: by the button that clears, or on the way to a record.
    setShown(applied);
    if (applied !== settled) setText(applied);
  }
  useEffect(() => {
    if (!composing.current && settled !== applied) apply(settled);
    // Only what was typed is applied; a text set from outside is applied already.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [settled]);
  return (
    <Input
      ref={inputRef}
      allowClear
      className="find-text"
      aria-label={label}
      placeholder={label}
      maxLength={maxLength}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        const { value } = event.currentTarget;
        setText(value);
        // What was composed may have stood still long enough to be settled, and is applied only now.
        if (value === settled && value !== applied) apply(value);
      }}
      onKeyDown={typed((event) => {
        if (event.key === 'Escape') {
          if (onEscape) onEscape();
          else setText('');
        } else if (event.key === 'Enter') focusGrid(list);
      })}
    />
  );
}
