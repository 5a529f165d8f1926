/** 统一社会信用代码 (GB 32100-2015): 18 characters of an alphabet of 31; the last one checks the others. */
import { parseOrganisationCode } from './organisation-code.ts';
import type { BrokenRule } from './rules.ts';

export type CreditCodeRule =
  | 'credit_code_length'
  | 'credit_code_character'
  | 'credit_code_check'
  | 'credit_code_organisation';

export type CreditCodeReading =
  | {
      ok: true;
      code: string;
      /** 行政区划, characters 3 to 8. */
      division: string;
      /** Characters 9 to 17. */
      organisationCode: string;
      /** The organisation code's own check fails: asks a person, refuses nothing. */
      doubt: BrokenRule<'credit_code_organisation'> | null;
    }
  | ({ ok: false } & BrokenRule<Exclude<CreditCodeRule, 'credit_code_organisation'>>);

/** Without I, O, S, V and Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character of the first 17 characters; null where they are not 17 of the alphabet. */
export function creditCheckCharacter(body: string): string | null {
  if (body.length !== 17) return null;
  let sum = 0;
  let weight = 1;
  for (const sign of body) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? null;
}

/** Reads a credit code as written; letters are capitals, nothing is trimmed. */
export function parseCreditCode(text: string): CreditCodeReading {
  const { length } = Array.from(text);
  if (length !== 18) return { ok: false, rule: 'credit_code_length', params: { length } };
  const sign = Array.from(text).find((one) => !ALPHABET.includes(one));
  if (sign !== undefined) return { ok: false, rule: 'credit_code_character', params: { sign } };
  const expected = creditCheckCharacter(text.slice(0, 17)) ?? '';
  if (text[17] !== expected) return { ok: false, rule: 'credit_code_check', params: { code: text, expected } };
  const organisationCode = text.slice(8, 17);
  const fits = parseOrganisationCode(organisationCode).ok;
  return {
    ok: true,
    code: text,
    division: text.slice(2, 8),
    organisationCode,
    doubt: fits ? null : { rule: 'credit_code_organisation', params: { code: organisationCode } },
  };
}
