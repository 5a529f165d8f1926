/** What each column of the catalogue is read as; a change reads the source again. */
import { Select } from 'antd';
import { CatalogueField, type CatalogueReading } from '#shared/features/catalogue.ts';
import { useT } from '../../app/i18n.tsx';

interface Props {
  reading: CatalogueReading;
  busy: boolean;
  onMap: (heading: string, field: CatalogueField | null) => void;
}

const IGNORED = 'ignored';

/** Headings of a reading that can be told apart. */
export function headingsOf({ columns }: CatalogueReading): string[] {
  return [...new Set(columns)].filter((heading) => heading.trim() !== '');
}

export function ColumnPanel({ reading, busy, onMap }: Props) {
  const { t } = useT();
  return (
    <div className="column-panel">
      <p className="muted">{t('catalogueImport.columnsText')}</p>
      <ul className="column-choices">
        {headingsOf(reading).map((heading) => (
          <li key={heading}>
            <span className="column-heading">{heading}</span>
            <Select<CatalogueField | typeof IGNORED>
              aria-label={t('catalogueImport.column', { heading })}
              disabled={busy}
              value={reading.mapping[heading] ?? IGNORED}
              popupMatchSelectWidth={false}
              onChange={(field) => onMap(heading, field === IGNORED ? null : field)}
              options={[
                { value: IGNORED, label: t('catalogueImport.ignored') },
                ...CatalogueField.options.map((field) => ({
                  value: field,
                  label: t(`catalogueImport.field.${field}`),
                })),
              ]}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
