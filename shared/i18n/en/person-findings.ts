import type { SameKeys } from '../index.ts';
import type { personFindings as original } from '../zh-CN/person-findings.ts';

export const personFindings: SameKeys<typeof original> = {
  rule: {
    name_signs: 'The name holds “{{signs}}”, which no name has. Please check it.',
    name_private:
      'The name holds a self-made character, which other computers show differently. Please use a standard one.',
    name_mixed: 'The name mixes Chinese characters and letters. Please check it.',
    name_short: 'The name has one character only. Please check whether some are missing.',
    birth_future: 'The birth date {{date}} lies behind today. Please check it.',
    birth_impossible: 'By the birth date {{date}} the person is older than {{limit}}. Please check it.',
    phone_digits: 'The phone number has {{count}} digits, which no number has. Please check it.',
    phone_masked: 'Part of the phone number is hidden. Please enter the whole number.',
    consent_missing: 'Under {{age}} without a guardian’s consent. Please get it and enter its date.',
    consent_maybe:
      'May be under {{age}}, without a guardian’s consent. Please check the birth date or get the consent.',
    consent_late:
      'The guardian agreed on {{date}}, after the person had taken part on {{count}} days (first {{first}}). Please check it.',
    consent_future: 'The day of consent {{date}} lies behind today. Please check it.',
    guardian_missing: 'Under {{age}} without a guardian’s name. Please enter it.',
  },
};
