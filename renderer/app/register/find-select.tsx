/** Selects of a bar that cuts a list: one of some values, or whatever. */
import { Select } from 'antd';
import { useT } from '../i18n.tsx';

export interface FindOption<Value extends string | number> {
  value: Value;
  label: string;
}

interface Props<Value extends string | number> {
  label: string;
  value: Value;
  options: readonly FindOption<Value>[];
  onChange: (value: Value) => void;
  /** So many options that a person types to find one. */
  searchable?: boolean;
}

export function FindSelect<Value extends string | number>(props: Props<Value>) {
  const { label, value, options, onChange, searchable = false } = props;
  return (
    <Select<Value>
      aria-label={label}
      value={value}
      {...(searchable ? { showSearch: true, optionFilterProp: 'label' } : {})}
      popupMatchSelectWidth={false}
      onChange={onChange}
      options={[...options]}
    />
  );
}

/** Stands for “whatever”: no value of a list is called so. */
const WHATEVER = 'whatever';

interface ChoiceProps<Value extends string | number> {
  label: string;
  /** What the entry on top says, which lets everything through. */
  whatever: string;
  /** Null = whatever. */
  value: Value | null;
  options: readonly FindOption<Value>[];
  onChange: (value: Value | null) => void;
  searchable?: boolean;
}

export function FindChoice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { whatever, value, options, onChange, ...rest } = props;
  return (
    <FindSelect<Value | typeof WHATEVER>
      {...rest}
      value={value ?? WHATEVER}
      onChange={(chosen) => onChange(chosen === WHATEVER ? null : chosen)}
      options={[{ value: WHATEVER, label: whatever }, ...options]}
    />
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** `value`: 1 to 12; null = the whole year. */
export function FindMonth({ value, onChange }: { value: number | null; onChange: (month: number | null) => void }) {
  const { t } = useT();
  return (
    <FindChoice<number>
      label={t('register.find.month')}
      whatever={t('register.find.allMonths')}
      value={value}
      options={MONTHS.map((month) => ({ value: month, label: t('register.find.monthOf', { month }) }))}
      onChange={onChange}
    />
  );
}
