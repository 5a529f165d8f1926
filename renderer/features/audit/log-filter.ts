/** From the choices on the screen to the filter of the log. Pure. */
import type { AuditLogFilter } from '#shared/features/audit.ts';
import { readDay } from '../life/day-text.ts';
import type { LogChoice } from './audit-state.ts';

/** Null while a day cannot be read: a list that quietly forgets a condition would be taken for the answer. */
export function logFilter({ from, to, action, actor }: LogChoice): AuditLogFilter | null {
  const filter: AuditLogFilter = {};
  for (const [name, text] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (text.trim() === '') continue;
    const day = readDay(text);
    if (day === null) return null;
    filter[name] = day;
  }
  // With the point: `checks.` is no beginning of another noun.
  if (action !== '') filter.action = `${action}.`;
  if (actor !== '') filter.actor = actor;
  return filter;
}
