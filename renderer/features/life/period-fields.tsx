/** From when to when something holds: two days, and what is wrong with them together. */
import { DayField } from './day-field.tsx';
import { readDay } from './day-text.ts';
import { inOrder, type PeriodTexts } from './period.ts';

interface Props {
  /** Begins the ids of the two fields. */
  id: string;
  labels: { from: string; to: string };
  /** Below the end. */
  hint: string;
  /** The sentence where the end is before the beginning. */
  order: string;
  value: PeriodTexts;
  /** ISO day. */
  today: string;
  onChange: (value: PeriodTexts) => void;
}

export function PeriodFields({ id, labels, hint, order, value, today, onChange }: Props) {
  const { from, to } = value;
  return (
    <>
      <div className="pair">
        <DayField
          id={`${id}-from`}
          label={labels.from}
          value={from}
          today={today}
          onChange={(day) => onChange({ from: day, to })}
        />
        <DayField
          id={`${id}-to`}
          label={labels.to}
          value={to}
          today={today}
          onChange={(day) => onChange({ from, to: day })}
          hint={hint}
        />
      </div>
      {!inOrder({ from: readDay(from), to: readDay(to) }) && (
        <span className="field-problem" role="alert">
          {order}
        </span>
      )}
    </>
  );
}
