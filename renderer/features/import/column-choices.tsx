/** The columns of a table, each with the field that it is read as. */
import { Select } from 'antd';
import { useT } from '../../app/i18n.tsx';

/** Names no field: the column is not read. */
const IGNORED = 'ignored';

interface Props<Field extends string> {
  fields: readonly { value: Field; label: string }[];
  headings: readonly string[];
  mapping: Readonly<Record<string, Field | null>>;
  busy: boolean;
  onMap: (heading: string, field: Field | null) => void;
}

export function ColumnChoices<Field extends string>({ fields, headings, mapping, busy, onMap }: Props<Field>) {
  const { t } = useT();
  return (
    <div className="column-panel">
      <p className="muted">{t('review.columns.text')}</p>
      <ul className="column-choices">
        {headings.map((heading) => (
          <li key={heading}>
            <span className="column-heading">{heading}</span>
            <Select<Field | typeof IGNORED>
              aria-label={t('review.columns.as', { heading })}
              disabled={busy}
              value={mapping[heading] ?? IGNORED}
              popupMatchSelectWidth={false}
              onChange={(field) => onMap(heading, field === IGNORED ? null : (field as Field))}
              options={[{ value: IGNORED, label: t('review.columns.ignored') }, ...fields]}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
