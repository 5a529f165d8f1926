/**
 * Sentences whose key is only known at run time: errors, warnings, undo labels. Typed keys end here; a test looks every
 * code up in both languages.
 */
import type { WireError } from '../errors.ts';
import { translator, type Locale, type Messages } from './index.ts';

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

export type FundingFlagCode = keyof Messages['budgets']['flag'];

/** The sentence of a flag of the funding check. */
export function fundingFlagText(locale: Locale, code: FundingFlagCode, params: Params): string {
  return look(locale, `budgets.flag.${code}`, params);
}

/** The name of a step of the log; a code of a newer program shows as it is. */
export function stepLabelText(locale: Locale, { code, params }: { code: string; params: Params }): string {
  const key = `history.${code}`;
  const text = look(locale, key, params);
  return text === key ? code : text;
}

export type FundingCaseCode = keyof Messages['budgets']['caseFlag'];

/** The sentence of a flag of a judged case, which knows nothing of an archive. */
export function fundingCaseText(locale: Locale, code: FundingCaseCode, params: Params): string {
  return look(locale, `budgets.caseFlag.${code}`, params);
}
