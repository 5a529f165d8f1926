/** What happened to a person's data, out of the hash-chained log, newest first. Numbers come masked. */
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { useAsked } from '../../app/api.ts';
import { stepText, useT } from '../../app/i18n.tsx';
import type { InspectorTabProps } from './inspector.tsx';
import { sexText } from './person-texts.ts';

type Field = keyof typeof zhCN.participants.field;

function isField(field: string): field is Field {
  // Whether somebody has checked the data is told by the step itself.
  return Object.hasOwn(zhCN.participants.field, field) && field !== 'needsReview';
}

/** `json`: the value as JSON text, null where the record was not there. */
function valueText(t: Translate, field: Field, json: string | null): string {
  const value: unknown = json === null ? null : JSON.parse(json);
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return t('documentScreen.history.empty');
  }
  if (Array.isArray(value)) return t('documentScreen.history.entries', { count: value.length });
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field === 'sex' && (text === 'female' || text === 'male')) return sexText(t, text);
  return text;
}

export function InspectorHistory({ person }: InspectorTabProps) {
  const { t, locale } = useT();
  const events = useAsked('history.ofRecord', { entity: 'person', key: person.id }).data ?? [];
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
              {event.changes.map(({ field, before, after }) =>
                isField(field) ? (
                  <li key={field}>
                    {before === null
                      ? t('documentScreen.history.set', {
                          field: t(`participants.field.${field}`),
                          after: valueText(t, field, after),
                        })
                      : t('documentScreen.history.changed', {
                          field: t(`participants.field.${field}`),
                          before: valueText(t, field, before),
                          after: valueText(t, field, after),
                        })}
                  </li>
                ) : null,
              )}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}
