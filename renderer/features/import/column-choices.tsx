/** What each column of a table is read as; a change reads the source again. */
import { Select } from 'antd';

/** Names no field: the column is not read. */
const IGNORED = 'ignored';

interface Props<Field extends string> {
  text: string;
  /** Words of the choice not to read a column. */
  ignored: string;
  /** Accessible name of a column's choice. */
  labelOf: (heading: string) => string;
  fields: readonly { value: Field; label: string }[];
  headings: readonly string[];
  mapping: Readonly<Record<string, Field | null>>;
  busy: boolean;
  onMap: (heading: string, field: Field | null) => void;
}

/** Headings that can be told apart. */
export function headingsOf(columns: readonly string[]): string[] {
  return [...new Set(columns)].filter((heading) => heading.trim() !== '');
}

export function ColumnChoices<Field extends string>(props: Props<Field>) {
  const { text, ignored, labelOf, fields, headings, mapping, busy, onMap } = props;
  return (
    <div className="column-panel">
      <p className="muted">{text}</p>
      <ul className="column-choices">
        {headings.map((heading) => (
          <li key={heading}>
            <span className="column-heading">{heading}</span>
            <Select<Field | typeof IGNORED>
              aria-label={labelOf(heading)}
              disabled={busy}
              value={mapping[heading] ?? IGNORED}
              popupMatchSelectWidth={false}
              onChange={(field) => onMap(heading, field === IGNORED ? null : (field as Field))}
              options={[{ value: IGNORED, label: ignored }, ...fields]}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
