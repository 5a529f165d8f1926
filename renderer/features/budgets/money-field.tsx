/** An amount as clerks write it (元 or 万元), read to the fen and shown in words beside; what cannot be read is said and stays as typed. */
import { Input } from 'antd';
import { useState } from 'react';
import { amountInWords } from '#shared/lib/funding/amount-in-words.ts';
import { type MoneyReading, moneyText, readMoney } from '#shared/lib/funding/money.ts';
import { useT } from '../../app/i18n.tsx';
import { Field } from '../life/field.tsx';

interface Props {
  id: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
  required?: boolean;
}

/** Fen; null = empty; undefined = not to be read or negative. */
export function fenOfText(text: string): number | null | undefined {
  const reading: MoneyReading = readMoney(text);
  if (reading.ok) return reading.fen < 0 ? undefined : reading.fen;
  return reading.rule === 'empty' ? null : undefined;
}

export function MoneyField({ id, label, value, onChange, required = false }: Props) {
  const { t } = useT();
  const [left, setLeft] = useState(true);
  const fen = fenOfText(value);
  const problem = left && fen === undefined ? t('budgetScreen.moneyUnreadable', { text: value }) : null;
  const words = typeof fen === 'number' ? amountInWords(fen) : null;
  return (
    <Field id={id} label={label} required={required} problem={problem} hint={words}>
      <Input
        id={id}
        className="digits"
        maxLength={40}
        autoComplete="off"
        value={value}
        status={problem === null ? '' : 'error'}
        onChange={(event) => {
          setLeft(false);
          onChange(event.target.value);
        }}
        onBlur={() => {
          setLeft(true);
          if (typeof fen === 'number') onChange(moneyText(fen));
        }}
      />
    </Field>
  );
}
