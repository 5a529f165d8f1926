/** Parts of the panels on the right: fields that save themselves, and facts that cannot be changed. */
import { App, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useT } from './i18n.tsx';
import { typed } from './keyboard.ts';
import { useReadOnly } from './read-only.tsx';

/** A text field that is saved when it is left or Enter is pressed; Esc takes the text back. Nothing is typed while auditors look. */
export function SavedText({
  label,
  value,
  rows = 1,
  placeholder,
  readOnly = false,
  check,
  onSave,
}: {
  label: string;
  value: string;
  rows?: number;
  placeholder?: string;
  readOnly?: boolean;
  check?: (text: string) => string | null;
  onSave: (text: string) => void;
}) {
  const { t } = useT();
  const { message } = App.useApp();
  const id = useId();
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    // The row changed behind the field: by another screen, by undo, or by this field itself.
    setShown(value);
    setText(value);
  }
  const problem = text === value ? null : (check?.(text) ?? null);
  const save = (): void => {
    if (text === value) return;
    if (problem === null) onSave(text);
    // Another row may take this field's place: the text must not go without a word.
    else message.warning(t('schedule.inspector.notSaved', { text, problem }), 8);
  };
  const shownOnly = useReadOnly();
  const common = {
    id,
    value: text,
    placeholder,
    readOnly: readOnly || shownOnly,
    status: problem === null ? ('' as const) : ('error' as const),
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
    onBlur: save,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows === 1 ? (
        <Input
          {...common}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={typed((event) => {
            if (event.key === 'Enter') save();
            else if (event.key === 'Escape') setText(value);
          })}
        />
      ) : (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: rows, maxRows: 8 }}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={typed((event) => {
            if (event.key === 'Escape') setText(value);
            else if (event.key === 'Enter' && event.ctrlKey) save();
          })}
        />
      )}
      {problem !== null && (
        <span className="field-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
