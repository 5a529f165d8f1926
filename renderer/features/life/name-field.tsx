/** A name with suggestions from what was entered before; anything else may be typed. */
import { AutoComplete } from 'antd';
import type { ReactNode } from 'react';
import { Field } from './field.tsx';

interface Props {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Names, the likeliest first. */
  names?: readonly string[] | undefined;
  hint?: ReactNode;
  problem?: string | null;
  required?: boolean;
  maxLength?: number;
}

const SHOWN = 8;

export function NameField({ id, label, value, onChange, names = [], maxLength = 50, ...field }: Props) {
  const wanted = value.trim();
  const options = names
    .filter((name) => name !== wanted && name.includes(wanted))
    .slice(0, SHOWN)
    .map((name) => ({ value: name }));
  return (
    <Field id={id} label={label} {...field}>
      <AutoComplete
        id={id}
        className="name-input"
        value={value}
        options={options}
        defaultActiveFirstOption={false}
        onChange={(text: string) => onChange(text.slice(0, maxLength))}
      />
    </Field>
  );
}
