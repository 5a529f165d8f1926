/** Which of several tables of a source is under review; not there where it holds one. */
import { Select } from 'antd';
import { useT } from '../../app/i18n.tsx';
import type { Tables } from './use-tables.ts';

interface Props {
  tables: Pick<Tables, 'table' | 'onTable'>;
  /** What each is called, in the source's order. */
  labels: readonly string[];
}

export function TableChoice({ tables, labels }: Props) {
  const { t } = useT();
  if (labels.length < 2) return null;
  return (
    <div className="field-inline">
      <label htmlFor="review-table">{t('review.table')}</label>
      <Select
        id="review-table"
        value={tables.table}
        onChange={tables.onTable}
        popupMatchSelectWidth={false}
        options={labels.map((label, value) => ({ value, label }))}
      />
    </div>
  );
}
