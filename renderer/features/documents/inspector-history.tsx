/** What happened to a document, out of the hash-chained log, newest first. */
import { useAsked } from '../../app/api.ts';
import { stepText, useT } from '../../app/i18n.tsx';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { fieldValueText } from './field-value.ts';
import type { InspectorTabProps } from './inspector.tsx';

function isField(field: string): field is keyof typeof zhCN.documents.field {
  return Object.hasOwn(zhCN.documents.field, field);
}

export function InspectorHistory({ document, names }: InspectorTabProps) {
  const { t, locale } = useT();
  const events = useAsked('history.ofRecord', { entity: 'document', key: document.id }).data ?? [];
  const said = (field: string, value: string | null): string => fieldValueText(t, field, value, names);
  return (
    <div className="inspector-body">
      <ol className="record-events">
        {events.map((event) => (
          <li key={event.sequence}>
            <strong>{event.label ? stepText(t, event.label) : event.action}</strong>
            <span className="muted">
              {new Date(event.at).toLocaleString(locale, { hour12: false })} · {event.actor}
            </span>
            {event.reason !== null && event.reason !== '' && (
              <span>{t('schedule.log.reason', { reason: event.reason })}</span>
            )}
            <ul>
              {event.changes
                .filter(({ field }) => isField(field))
                .map(({ field, before, after }) => (
                  <li key={field}>
                    {before === null
                      ? t('documentScreen.history.set', {
                          field: t(`documents.field.${field}` as 'documents.field.title'),
                          after: said(field, after),
                        })
                      : t('documentScreen.history.changed', {
                          field: t(`documents.field.${field}` as 'documents.field.title'),
                          before: said(field, before),
                          after: said(field, after),
                        })}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}
