/** A value out of the log as people read it. Pure. */
import type { Translate } from '#shared/i18n/index.ts';

/**
 * `json`: the value as JSON text, null where the record was not there. `said`: what the register says of a value that
 * holds something; null = as it stands.
 */
export function storedText(t: Translate, json: string | null, said: (value: unknown) => string | null): string {
  const value: unknown = json === null ? null : JSON.parse(json);
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('register.log.empty');
  const words = said(value);
  if (words !== null) return words;
  if (Array.isArray(value)) {
    const named = value.every((one) => typeof one === 'string');
    return named ? value.join(t('paper.unitSeparator')) : t('register.log.entries', { count: value.length });
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** One field before and after, in words. `before` null = the record was not there. */
export function changeText(t: Translate, field: string, before: string | null, after: string): string {
  return before === null
    ? t('register.log.set', { field, after })
    : t('register.log.changed', { field, before, after });
}
