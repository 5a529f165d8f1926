/** The panel that says what each column of a table under review is read as; a change reads the source again with it. */
import { useT } from '../../app/i18n.tsx';
import { ColumnChoices } from './column-choices.tsx';
import type { ReviewPanel } from './review-frame.tsx';
import type { Reread } from './use-reread.ts';

type Mapping<Field extends string> = Readonly<Record<string, Field | null>>;

interface Table<Field extends string> {
  columns: readonly string[];
  /** As it was read. */
  mapping: Mapping<Field>;
  /** What a person has decided so far. */
  decided: Mapping<Field>;
  fields: readonly { value: Field; label: string }[];
  reread: Reread;
  /** Reads the source again. */
  read: (mapping: Mapping<Field>) => Promise<void>;
}

interface Columns {
  panel: ReviewPanel;
  /** Somebody has said what a column is; then the panel is shown first. */
  decided: boolean;
}

export function useColumnsPanel<Field extends string>(table: Table<Field>): Columns {
  const { columns, mapping, decided, fields, reread, read } = table;
  const { t } = useT();
  // Headings that can be told apart.
  const headings = [...new Set(columns)].filter((heading) => heading.trim() !== '');

  const panel: ReviewPanel = {
    key: 'columns',
    label: t('review.columns.panel', { count: headings.length }),
    content: (
      <ColumnChoices<Field>
        fields={fields}
        headings={headings}
        mapping={mapping}
        busy={reread.busy}
        onMap={(heading, field) => void reread.again(() => read({ ...decided, [heading]: field }))}
      />
    ),
  };
  return { panel, decided: Object.keys(decided).length > 0 };
}
