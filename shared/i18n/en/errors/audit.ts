import type { SameKeys } from '../../index.ts';
import type { auditErrors as original } from '../../zh-CN/errors/audit.ts';

export const auditErrors: SameKeys<typeof original> = {
  'audit/busy':
    'The archive is being changed all the time; the package was not written. Please try again after saving.',
  'audit/inside_archive': 'Folder “{{folder}}” lies inside the archive. Please choose a folder outside.',
  'audit/not_a_package':
    '“{{folder}}” is no evidence package that can be checked ({{detail}}). Please choose the folder that holds manifest-sha256.txt.',
};
