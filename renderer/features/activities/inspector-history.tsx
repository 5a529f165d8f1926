/** What happened to an activity, out of the hash-chained log, newest first. */
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { ActivityState, Audience } from '#shared/features/activities.ts';
import { useAsked } from '../../app/api.ts';
import { stepText, useT } from '../../app/i18n.tsx';
import type { InspectorTabProps } from './inspector.tsx';

type Field = keyof typeof zhCN.activityScreen.logged;

function isField(field: string): field is Field {
  return Object.hasOwn(zhCN.activityScreen.logged, field);
}

export function InspectorHistory({ activity, choices }: InspectorTabProps) {
  const { t, locale } = useT();
  const events = useAsked('history.ofRecord', { entity: 'activity', key: activity.id }).data ?? [];
  /** `json`: the value as JSON text, null where the record was not there. */
  const valueText = (field: Field, json: string | null): string => {
    const value: unknown = json === null ? null : JSON.parse(json);
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
      return t('documentScreen.history.empty');
    }
    if (Array.isArray(value)) return t('documentScreen.history.entries', { count: value.length });
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (field === 'categoryId') {
      return choices.categories.find(({ id }) => id === value)?.label ?? t('activityScreen.oldCategory');
    }
    if (field === 'planRowId') {
      return choices.planRows.find(({ id }) => id === value)?.label ?? t('activityScreen.otherPlanRow');
    }
    const audience = Audience.safeParse(value);
    if (field === 'audience' && audience.success) return t(`activities.audience.${audience.data}`);
    const state = ActivityState.safeParse(value);
    if (field === 'state' && state.success) return t(`activities.state.${state.data}`);
    return text;
  };
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
                          field: t(`activityScreen.logged.${field}`),
                          after: valueText(field, after),
                        })
                      : t('documentScreen.history.changed', {
                          field: t(`activityScreen.logged.${field}`),
                          before: valueText(field, before),
                          after: valueText(field, after),
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
