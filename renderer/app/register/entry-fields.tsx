/** Fields that are typed as text, side by side: label, pin, list to choose from, and what is wrong below the field. */
import { PushpinFilled, PushpinOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { useT } from '../i18n.tsx';
import { typed } from '../keyboard.ts';
import { SuggestInput, type Suggestion } from '../suggest-input.tsx';
import type { EntryTexts } from './entry-draft.ts';

/** How a register shows one field. */
export interface FieldView {
  label: string;
  /** Width in columns, of twelve. */
  span: number;
  placeholder?: string | undefined;
  /** Texts to choose from; `eager`: they show as soon as the empty field has the focus. */
  choices?: { list: readonly Suggestion[]; eager: boolean };
  /** Said below the field where nothing is wrong with it. */
  note?: ReactNode;
  /** The text as it was understood, for when the field is left. */
  settle?: (text: string) => string;
  /** Digits stand below each other. */
  digits?: boolean;
}

interface Pins<Field extends string> {
  pinnable: readonly Field[];
  pinned: ReadonlySet<Field>;
  onPin: (field: Field) => void;
}

interface Props<Field extends string> {
  /** Begins the ids of the fields. */
  id: string;
  fields: readonly Field[];
  texts: EntryTexts<Field>;
  problems: ReadonlyMap<Field, string>;
  view: (field: Field) => FieldView;
  onChange: (field: Field, text: string) => void;
  pins?: Pins<Field>;
  onFieldKey?: (field: Field) => (event: KeyboardEvent<HTMLElement>) => void;
}

export function EntryFields<Field extends string>(props: Props<Field>) {
  const { id, fields, texts, problems, view, onChange, pins, onFieldKey } = props;
  return (
    <div className="entry-fields">
      {fields.map((field) => (
        <EntryField
          key={field}
          id={`${id}-${field}`}
          value={texts[field]}
          problem={problems.get(field)}
          view={view(field)}
          onChange={(text) => onChange(field, text)}
          pin={
            pins?.pinnable.includes(field)
              ? { pinned: pins.pinned.has(field), onPin: () => pins.onPin(field) }
              : undefined
          }
          onKeyDown={onFieldKey?.(field)}
        />
      ))}
    </div>
  );
}

interface FieldProps {
  id: string;
  value: string;
  problem: string | undefined;
  view: FieldView;
  onChange: (text: string) => void;
  pin: { pinned: boolean; onPin: () => void } | undefined;
  onKeyDown: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
}

function EntryField({ id, value, problem, view, onChange, pin, onKeyDown }: FieldProps) {
  const { t } = useT();
  const { label, span, placeholder, choices, note, settle, digits = false } = view;
  const invalid = problem !== undefined;
  const noteId = `${id}-note`;
  const describedBy = invalid || note ? noteId : undefined;
  const onBlur = (): void => {
    const settled = settle?.(value) ?? value;
    if (settled !== value) onChange(settled);
  };
  return (
    <div className="field" style={{ gridColumn: `span ${span}` }}>
      <span className="rapid-label">
        <label htmlFor={id}>{label}</label>
        {pin && (
          <button
            type="button"
            className="pin"
            tabIndex={-1}
            aria-pressed={pin.pinned}
            aria-label={t('register.entry.pin', { field: label })}
            title={t(pin.pinned ? 'register.entry.pinned' : 'register.entry.pinHint')}
            onClick={pin.onPin}
          >
            {pin.pinned ? <PushpinFilled /> : <PushpinOutlined />}
          </button>
        )}
      </span>
      {choices ? (
        <SuggestInput
          id={id}
          value={value}
          suggestions={choices.list}
          eager={choices.eager}
          placeholder={placeholder}
          invalid={invalid}
          describedBy={describedBy}
          onChange={onChange}
          onBlur={onBlur}
          {...(onKeyDown ? { onKeyDown } : {})}
        />
      ) : (
        <Input
          id={id}
          value={value}
          className={digits ? 'digits' : ''}
          autoComplete="off"
          placeholder={placeholder}
          status={invalid ? 'error' : ''}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          {...(onKeyDown ? { onKeyDown: typed(onKeyDown) } : {})}
        />
      )}
      {describedBy !== undefined && (
        <span id={noteId} className="rapid-notes">
          {invalid ? <span className="field-problem">{problem}</span> : note}
        </span>
      )}
    </div>
  );
}
