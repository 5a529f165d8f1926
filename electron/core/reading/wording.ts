/**
 * Sentences of the reader in the language asked for, straight from the catalogue. A plan of 20,000 rows may carry as
 * many findings, so placeholders are filled here instead of going through the general translator each time.
 */
import type { Locale, WarningCode } from '#shared/i18n/index.ts';
import { warnings as english } from '#shared/i18n/en/warnings.ts';
import { warnings as chinese } from '#shared/i18n/zh-CN/warnings.ts';

const CATALOGUE = { 'zh-CN': chinese, en: english } as const;

/** The sentence of a code with its placeholders filled. */
export function sentence(
  locale: Locale,
  code: WarningCode,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return CATALOGUE[locale][code].replace(/\{\{(\w+)\}\}/gu, (whole, name: string) => String(params[name] ?? whole));
}
