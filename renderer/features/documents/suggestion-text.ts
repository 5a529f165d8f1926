/** Why a term is suggested, in the language of the window. Pure. */
import type { Output } from '#shared/contract.ts';
import type { Translate } from '#shared/i18n/index.ts';

export function suggestionReason(
  t: Translate,
  { number, scope, words }: NonNullable<Output<'documents.suggestTerm'>['suggestion']>,
): string {
  return t('documents.suggestReason', { number, scope, words: words.join(t('paper.unitSeparator')) });
}
