/** One table of differences a document, new rows at the end; shown in portions, for a table may hold thousands. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { canBeTaken, differenceKey, newRowKey, type TableComparison } from '#shared/features/document-table.ts';
import { fieldText, isTextField } from '#shared/features/document-texts.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import type { Shown } from './table-compare-dialog.tsx';

interface Props {
  comparison: TableComparison;
  shown: Shown;
  ticked: ReadonlySet<string>;
  onTick: (keys: readonly string[], on: boolean) => void;
}

/** Documents drawn at a time. */
const PORTION = 100;

export function DifferenceList({ comparison, shown, ticked, onTick }: Props) {
  const { t } = useT();
  const rules = useAsked('fonds.get', {}).data;
  const [limit, setLimit] = useState(PORTION);
  const names = { sections: rules?.sections ?? [], retention: rules?.retention ?? [] };
  const documents = comparison.documents.flatMap((document) => {
    const differences = document.differences.filter(({ kind }) => shown === 'all' || kind === shown);
    return differences.length > 0 ? [{ ...document, differences }] : [];
  });
  const fresh = shown === 'all' || shown === 'fresh' ? comparison.fresh : [];
  const text = (value: string) =>
    value === '' ? <span className="muted">{t('documentTable.emptyText')}</span> : value;
  const rest = documents.length + fresh.length - limit;
  return (
    <div className="difference-list" tabIndex={0} role="region" aria-label={t('documentTable.compareTitle')}>
      {documents.slice(0, limit).map(({ id, title, referenceCode, differences }) => (
        <section key={id}>
          <h3>
            {referenceCode !== null && <span className="muted">{referenceCode} </span>}
            {title}
          </h3>
          <table className="differences">
            <thead>
              <tr>
                <td className="difference-tick" />
                <th>{t('documentTable.field')}</th>
                <th>{t('documentTable.base')}</th>
                <th>{t('documentTable.theirs')}</th>
                <th>{t('documentTable.current')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference) => {
                const { field, kind, base, theirs, current, reason } = difference;
                const key = differenceKey(id, field);
                const label = t(`documents.field.${field}`);
                return (
                  <tr key={field}>
                    <td>
                      {canBeTaken(difference) && (
                        <Checkbox
                          aria-label={t('documentTable.take', { field: label })}
                          checked={ticked.has(key)}
                          onChange={(event) => onTick([key], event.target.checked)}
                        />
                      )}
                    </td>
                    <th scope="row">
                      {label}
                      <span className={`difference-kind difference-${kind}`}>{t(`documentTable.kind.${kind}`)}</span>
                    </th>
                    <td>{text(base)}</td>
                    <td>
                      {text(theirs)}
                      {reason !== null && <span className="field-problem">{reason}</span>}
                    </td>
                    <td>{text(current)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      ))}
      {fresh.slice(0, Math.max(0, limit - documents.length)).map(({ line, title, fields, unreadable }) => (
        <section key={`new.${line}`}>
          <h3>{t('documentTable.newRow', { line, title })}</h3>
          <Checkbox
            checked={ticked.has(newRowKey(line))}
            onChange={(event) => onTick([newRowKey(line)], event.target.checked)}
          >
            {t('documentTable.takeRow')}
          </Checkbox>
          <p className="muted">
            {Object.keys(fields)
              .filter(isTextField)
              .map((field) => `${t(`documents.field.${field}`)}：${fieldText(fields, field, t, names)}`)
              .join('；')}
          </p>
          {unreadable.map(({ field, reason }) => (
            <p key={field} className="field-problem">
              {t(`documents.field.${field}`)}：{reason}
            </p>
          ))}
        </section>
      ))}
      {rest > 0 && (
        <Button onClick={() => setLimit(limit + PORTION)}>
          {t('documentTable.more', { count: Math.min(rest, PORTION) })}
        </Button>
      )}
    </div>
  );
}
