/**
 * A text field with proposals: free text is never blocked, a proposal is taken only where it was marked (↓) or clicked.
 * Keys of an input method never reach the list.
 */
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { typed } from './keyboard.ts';

export interface Suggestion {
  text: string;
  hint?: string;
}

const SHOWN = 8;

interface Props {
  id: string;
  value: string;
  suggestions: readonly Suggestion[];
  onChange: (text: string) => void;
  /** Keys that the list has no use for. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  onBlur?: () => void;
  inputRef?: Ref<InputRef>;
  invalid?: boolean;
  describedBy?: string | undefined;
  placeholder?: string | undefined;
  /** The list shows as soon as the field has the focus and is empty. */
  eager?: boolean;
}

export function SuggestInput(props: Props) {
  const { id, value, suggestions, onChange, eager = false } = props;
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  const wanted = value.trim();
  const items = suggestions.filter(({ text }) => text.includes(wanted) && text !== wanted).slice(0, SHOWN);
  const shown = open && items.length > 0;
  const take = (item: Suggestion): void => {
    onChange(item.text);
    setOpen(false);
    setMarked(-1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const item = items[marked];
    if (step !== 0 && !event.ctrlKey && !event.altKey) {
      setOpen(true);
      if (items.length > 0) setMarked((marked + step + items.length) % items.length);
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape' && shown) {
      setOpen(false);
      event.stopPropagation();
      return;
    }
    if (event.key === 'Enter' && shown && item && !event.ctrlKey) take(item);
    props.onKeyDown?.(event);
  };
  return (
    <div className="suggest">
      <Input
        id={id}
        ref={props.inputRef ?? null}
        role="combobox"
        autoComplete="off"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && marked >= 0 ? `${listId}-${marked}` : undefined}
        aria-invalid={props.invalid ?? false}
        aria-describedby={props.describedBy}
        status={props.invalid ? 'error' : ''}
        placeholder={props.placeholder}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setOpen(true);
          setMarked(-1);
        }}
        onFocus={() => {
          if (eager && value === '') setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
          setMarked(-1);
          props.onBlur?.();
        }}
        onKeyDown={typed(onKeyDown)}
      />
      <div className="suggest-list" role="listbox" id={listId} hidden={!shown} aria-label={value}>
        {items.map((item, index) => (
          <div
            key={item.text}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === marked}
            className="palette-option"
            onMouseDown={(event) => {
              event.preventDefault();
              take(item);
            }}
          >
            <span>{item.text}</span>
            {item.hint !== undefined && <span className="muted">{item.hint}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
