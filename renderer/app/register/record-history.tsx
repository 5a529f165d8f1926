/** What happened to one record, out of the hash-chained log, newest first: the tab 历史 of every register's panel. */
import { useAsked } from '../api.ts';
import { stepText, useT } from '../i18n.tsx';
import { changeText, storedText } from './stored-text.ts';

interface Props {
  entity: string;
  id: number;
  /** What a field is called; null = it is not told of here. */
  fieldText: (field: string) => string | null;
  /** What a value that holds something says; null = as it stands. */
  valueText: (field: string, value: unknown) => string | null;
}

export function RecordHistory({ entity, id, fieldText, valueText }: Props) {
  const { t, locale } = useT();
  const events = useAsked('history.ofRecord', { entity, key: id }).data ?? [];
  const said = (field: string, json: string | null): string => storedText(t, json, (value) => valueText(field, value));
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
              {event.changes.map(({ field, before, after }) => {
                const name = fieldText(field);
                return name === null ? null : (
                  <li key={field}>
                    {changeText(t, name, before === null ? null : said(field, before), said(field, after))}
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}
