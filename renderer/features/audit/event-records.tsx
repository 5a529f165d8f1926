/** What an event changed: each record with its fields before and after. */
import type { AuditEvent } from '#shared/features/audit.ts';
import { useT } from '../../app/i18n.tsx';
import { changeText } from '../../app/register/stored-text.ts';
import { entityText, fieldText, valueText } from './event-words.ts';

/** Of no meaning to a reader: what the program knows a record by. */
const UNTOLD: ReadonlySet<string> = new Set(['id', 'uid', 'voucherKey']);

export function EventRecords({ event: { records, recordCount } }: { event: AuditEvent }) {
  const { t } = useT();
  if (records.length === 0) return <p className="muted">{t('auditScreen.log.noChanges')}</p>;
  return (
    <div className="audit-records">
      {records.map(({ entity, key, changes }) => (
        <section key={`${entity}-${key}`} className="audit-record">
          <h3>{t('auditScreen.log.record', { kind: entityText(t, entity), key })}</h3>
          <ul>
            {changes
              .filter(({ field }) => !UNTOLD.has(field))
              .map(({ field, before, after }) => (
                <li key={field} className="break">
                  {changeText(
                    t,
                    fieldText(t, entity, field),
                    before === null ? null : valueText(t, entity, field, before),
                    valueText(t, entity, field, after),
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
      {recordCount > records.length && (
        <p className="muted">{t('auditScreen.log.notShown', { count: recordCount - records.length })}</p>
      )}
    </div>
  );
}
