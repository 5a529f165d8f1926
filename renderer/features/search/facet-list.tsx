/** One facet: its values with their counts. Choosing a value shows exactly as many records as it says. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useT } from '../../app/i18n.tsx';

/** Values shown before the rest is asked for. */
const SHOWN = 8;

interface Props<Value extends string | number | null> {
  title: string;
  values: readonly { value: Value; count: number }[];
  chosen: readonly (string | number | null)[];
  text: (value: Value) => string;
  onToggle: (value: Value) => void;
}

export function FacetList<Value extends string | number | null>({
  title,
  values,
  chosen,
  text,
  onToggle,
}: Props<Value>) {
  const { t } = useT();
  const [all, setAll] = useState(false);
  if (values.length === 0 && chosen.length === 0) return null;
  const shown = all ? values : values.filter(({ value }, index) => index < SHOWN || chosen.includes(value));
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {shown.map(({ value, count }) => (
        <Checkbox key={String(value)} checked={chosen.includes(value)} onChange={() => onToggle(value)}>
          <span className="facet-value">{text(value)}</span> <span className="muted digits">{count}</span>
        </Checkbox>
      ))}
      {values.length > SHOWN && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? t('search.fewerValues') : t('search.moreValues', { count: values.length })}
        </Button>
      )}
    </fieldset>
  );
}
