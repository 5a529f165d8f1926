/** What happened to an entry, out of the hash-chained log, newest first. */
import { FundKind, FundSource } from '#shared/features/funding.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { useAsked } from '../../../app/api.ts';
import { stepText, useT } from '../../../app/i18n.tsx';
import { giverText, kindText } from './entry-texts.ts';
import type { InspectorTabProps } from './inspector.tsx';

type Field = keyof typeof zhCN.ledgerScreen.logged;

function isField(field: string): field is Field {
  return Object.hasOwn(zhCN.ledgerScreen.logged, field);
}

/** `json`: the value as JSON text, null where the record was not there. Amounts are fen in the log. */
function valueText(t: Translate, field: Field, json: string | null): string {
  const value: unknown = json === null ? null : JSON.parse(json);
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return t('documentScreen.history.empty');
  }
  if (Array.isArray(value)) return t('documentScreen.history.entries', { count: value.length });
  if (field === 'amount' && typeof value === 'number') return moneyText(value);
  const kind = FundKind.safeParse(value);
  if (field === 'kind' && kind.success) return kindText(t, kind.data);
  const giver = FundSource.safeParse(value);
  if (field === 'sourceKind' && giver.success) return giverText(t, giver.data);
  if ((field === 'reversesId' || field === 'reversedById') && typeof value === 'number') {
    return t('ledgerScreen.loggedNumber', { id: value });
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function InspectorHistory({ entry }: InspectorTabProps) {
  const { t, locale } = useT();
  const events = useAsked('history.ofRecord', { entity: 'fund_entry', key: entry.id }).data ?? [];
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
                          field: t(`ledgerScreen.logged.${field}`),
                          after: valueText(t, field, after),
                        })
                      : t('documentScreen.history.changed', {
                          field: t(`ledgerScreen.logged.${field}`),
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
