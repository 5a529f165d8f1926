/** 组织机构代码 (GB 11714): eight characters and a check character; also characters 9 to 17 of a credit code. */
import type { BrokenRule } from './rules.ts';

export type OrganisationCodeRule = 'organisation_code_shape' | 'organisation_code_check';

export type OrganisationCodeReading = { ok: true; code: string } | ({ ok: false } & BrokenRule<OrganisationCodeRule>);

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of eight characters 0–9, A–Z; null where they are others. */
export function organisationCheckCharacter(body: string): string | null {
  if (!/^[0-9A-Z]{8}$/u.test(body)) return null;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number.parseInt(body[index] ?? '', 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Reads `750743890` or `75074389-0`; the answer has no hyphen. */
export function parseOrganisationCode(text: string): OrganisationCodeReading {
  const found = /^([0-9A-Z]{8})-?([0-9X])$/u.exec(text);
  const body = found?.[1] ?? '';
  const expected = organisationCheckCharacter(body);
  if (!found || expected === null) return { ok: false, rule: 'organisation_code_shape', params: { text } };
  if (found[2] !== expected) return { ok: false, rule: 'organisation_code_check', params: { text, expected } };
  return { ok: true, code: body + expected };
}
