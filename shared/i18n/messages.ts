/**
 * Sentences whose key is only known at run time: errors, warnings, undo labels. Typed keys end here; a test looks every
 * code up in both languages.
 */
import type { WireError } from '../errors.ts';
import { translator, type Locale } from './index.ts';

type Params = Readonly<Record<string, string | number>>;

function look(locale: Locale, key: string, params: Params): string {
  // i18next types the parameters by the key; a key from the wire has none of that knowledge.
  const translate = translator(locale) as unknown as (key: string, params: Params) => string;
  return translate(key, params);
}

/** The sentence of an error: where, what, how. */
export function errorText(locale: Locale, { code, params }: Pick<WireError, 'code' | 'params'>): string {
  return look(locale, `errors.${code}`, params);
}
