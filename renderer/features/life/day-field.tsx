/**
 * A day, typed in any usual way (20230508, 2023-5-8, 2023年5月8日; Ctrl+; = today) and shown as it was understood once the
 * field is left. What cannot be read stays as typed, with a sentence.
 */
import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { readDay } from './day-text.ts';
import { Field } from './field.tsx';

interface Props {
  id: string;
  label: string;
  /** ISO date; empty = none; anything else is a text that is no day. */
  value: string;
  today: string;
  onChange: (value: string) => void;
  hint?: string;
  required?: boolean;
}

export function DayField({ id, label, value, today, onChange, hint, required = false }: Props) {
  const { t } = useT();
  const [left, setLeft] = useState(true);
  const problem = left && value !== '' && readDay(value) === null ? t('life.dayUnreadable', { text: value }) : null;
  return (
    <Field id={id} label={label} hint={hint} required={required} problem={problem}>
      <Input
        id={id}
        className="day-input digits"
        maxLength={20}
        value={value}
        status={problem === null ? '' : 'error'}
        onChange={(event) => {
          setLeft(false);
          onChange(event.target.value);
        }}
        onKeyDown={typed((event) => {
          if (!event.ctrlKey || event.code !== 'Semicolon') return;
          event.preventDefault();
          onChange(today);
        })}
        onBlur={() => {
          setLeft(true);
          const day = readDay(value);
          if (day !== null && day !== value) onChange(day);
        }}
      />
    </Field>
  );
}
