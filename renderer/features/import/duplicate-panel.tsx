/** Documents of the catalogue that the archive has already: left out unless a person ticks them. */
import { Checkbox } from 'antd';
import { useT } from '../../app/i18n.tsx';
import type { CatalogueRow } from './catalogue-draft.ts';
import type { Twin } from './use-twins.ts';

interface Props {
  rows: readonly CatalogueRow[];
  twins: ReadonlyMap<number, Twin>;
  onTick: (rowId: number, taken: boolean) => void;
}

export function DuplicatePanel({ rows, twins, onTick }: Props) {
  const { t } = useT();
  if (twins.size === 0) return <p className="muted">{t('catalogueImport.noDuplicates')}</p>;
  return (
    <>
      <p className="muted">{t('catalogueImport.duplicatesText')}</p>
      <ul>
        {rows.map((row, index) => {
          const twin = twins.get(row.id);
          if (!twin) return null;
          return (
            <li key={row.id} className="problem">
              <Checkbox checked={row.evenIfThere} onChange={(event) => onTick(row.id, event.target.checked)}>
                {t('catalogueImport.duplicate', { row: index + 1, title: row.fields.title ?? '' })}
              </Checkbox>
              <span className="muted">
                {t('catalogueImport.duplicateOf', { name: twin.referenceCode ?? twin.title })}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
