/** What each column of the catalogue is read as. */
import { CatalogueField, type CatalogueReading } from '#shared/features/catalogue.ts';
import { useT } from '../../app/i18n.tsx';
import { ColumnChoices, headingsOf } from './column-choices.tsx';

interface Props {
  reading: CatalogueReading;
  busy: boolean;
  onMap: (heading: string, field: CatalogueField | null) => void;
}

export function ColumnPanel({ reading, busy, onMap }: Props) {
  const { t } = useT();
  return (
    <ColumnChoices<CatalogueField>
      text={t('catalogueImport.columnsText')}
      ignored={t('catalogueImport.ignored')}
      labelOf={(heading) => t('catalogueImport.column', { heading })}
      fields={CatalogueField.options.map((value) => ({ value, label: t(`catalogueImport.field.${value}`) }))}
      headings={headingsOf(reading.columns)}
      mapping={reading.mapping}
      busy={busy}
      onMap={onMap}
    />
  );
}
