import type { SameKeys } from '../../index.ts';
import type { participantErrors as original } from '../../zh-CN/errors/participants.ts';

export const participantErrors: SameKeys<typeof original> = {
  'participants/name_empty': 'The name holds no visible character. Please enter the name.',
  'participants/masked':
    'The number has asterisks: it is the form in which a part is hidden. It was not saved, so as not to replace the real one. Please enter the whole number.',
  'participants/signed':
    '“{{name}}” still has {{count}} sign-in rows and cannot be withdrawn. If it is the same person as another, please merge them; if the rows are wrong, please withdraw those first.',
  'participants/apart_self': 'Please choose two different persons to say that they are not the same.',
  'participants/merge_self': 'Please choose two different persons to merge.',
  'participants/apart_merge':
    '“{{name}}” was confirmed not to be the same person and cannot be merged. If it is one person after all, please take that back under “Possible duplicates” first.',
  'participants/identity_off':
    'Keeping ID-card numbers is switched off in this archive. If they are really needed, please switch it on in the settings first.',
  'participants/identity_empty': 'There is no ID-card number. Please enter the 18 characters on the card.',
  'participants/identity_old_form':
    'This is an old number of 15 figures, which is no longer in use. Please enter the 18 characters on the card.',
  'participants/identity_length':
    'An ID-card number has 18 characters. Please compare with the card whether any is missing or too many.',
  'participants/identity_signs':
    'An ID-card number is 17 figures and one more figure or X. Please compare with the card and correct it.',
  'participants/identity_checksum':
    'The check character does not fit: one character is wrong or two are swapped. Please compare with the card one by one.',
  'participants/identity_birth': 'Characters 7 to 14 are no date of birth. Please compare with the card.',
  'participants/identity_future': 'The date of birth in the number is later than today. Please compare with the card.',
  'participants/identity_birth_differs':
    'The date of birth in the number is not the one of “{{name}}” ({{birthDate}}). It was not saved. Please compare with the card and correct the wrong one first.',
  'participants/identity_sex_differs':
    'The sex in the number is not the one of “{{name}}”. It was not saved. Please compare with the card and correct the wrong one first.',
  'participants/identity_passphrase_short':
    'The passphrase needs at least {{least}} characters and has {{count}}. Please make it longer.',
  'participants/identity_passphrase_wrong':
    'The passphrase is not right. Please check capitals and the input method and try again.',
  'participants/identity_in_reason':
    'The reason stays in the log for good and cannot hold an ID-card number or the passphrase. Please take it out and try again.',
  'participants/identity_none': '“{{name}}” has no ID-card number.',
  'participants/identity_other_keys':
    'The number of “{{name}}” was entered under an earlier passphrase and cannot be opened now. Please enter it again from the card.',
  'participants/identity_damaged':
    'The number of “{{name}}” is damaged or belongs to somebody else and cannot be shown. Please enter it again from the card and check the archive.',
  'organisation/merge_self': 'Please choose two different units to merge.',
};
