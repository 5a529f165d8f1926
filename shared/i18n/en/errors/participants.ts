import type { SameKeys } from '../../index.ts';
import type { participantErrors as original } from '../../zh-CN/errors/participants.ts';

export const participantErrors: SameKeys<typeof original> = {
  'participants/name_empty': 'The name holds no visible character. Please enter the name.',
  'participants/masked':
    'The number has asterisks: it is the form in which a part is hidden. It was not saved, so as not to replace the real one. Please enter the whole number.',
  'participants/signed':
    '“{{name}}” still has {{count}} sign-in rows and cannot be withdrawn. If it is the same person as another, please merge them; if the rows are wrong, please withdraw those first.',
  'participants/merge_self': 'Please choose two different persons to merge.',
  'organisation/merge_self': 'Please choose two different units to merge.',
};
