/** `documents.checkNumber`: a 档号 and the rule that it breaks, in words. */
import type { Output } from '#shared/contract.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { parseReferenceCode } from '#shared/lib/archives/reference-code.ts';

export function checkCode(text: string, t: Translate): Output<'documents.checkNumber'> {
  const parsed = parseReferenceCode(text);
  if (parsed.ok) {
    return {
      code: text,
      valid: true,
      form: parsed.code.form,
      legacy: parsed.legacy,
      rule: null,
      repaired: null,
      notes: parsed.notes.map((note) => t(`archives.rule.${note}`)),
      message: t(parsed.legacy ? 'documents.code.legacy' : 'documents.code.valid', { form: parsed.code.form }),
    };
  }
  return {
    code: text,
    valid: false,
    form: null,
    legacy: false,
    rule: parsed.rule,
    repaired: parsed.repaired,
    notes: [],
    message: t(`archives.rule.${parsed.rule}`, parsed.params),
  };
}
