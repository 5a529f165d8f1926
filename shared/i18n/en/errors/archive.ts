/** Errors of the archive folder, of the door and of the program itself. */
export const archiveErrors = {
  'archive/not_found': 'There is no archive in “{{directory}}”. Please check the folder, or create an archive first.',
  'archive/not_empty':
    'The folder “{{directory}}” holds other files, so no archive can be created there. Please choose an empty folder.',
  'archive/foreign': '“{{file}}” is not an archive of this program. Please choose the archive folder again.',
  'archive/newer':
    'This archive was made by a newer version (structure {{found}}; this program knows up to {{supported}}). Please update the program; the archive was not changed.',
  'archive/older':
    'This archive has an older structure ({{found}}, now {{supported}}) and cannot be upgraded while only read. Please open it once with this program, which makes a backup and upgrades it.',
  'archive/in_use':
    'The archive is in use by another program or user ({{holder}}). Please close it there, then open it again.',
  'archive/damaged':
    'The archive file may be damaged ({{detail}}). Writing has been stopped to protect the data. Please restore a backup or ask for technical help.',
  'archive/migration_failed':
    'The archive could not be upgraded. The original is unchanged and a backup lies at “{{backup}}”. Please ask for technical help.',
  'archive/read_only':
    'The archive lies where it can only be read. Please move the archive folder to a place that can be written.',
  'archive/full':
    'The disk is full; the last change was not saved. Please free some space and try again. What you typed is still on the screen.',
  'archive/io':
    'The disk failed while reading or writing the archive; writing has been stopped. Please check the disk, then open the archive again.',
  'archive/moved':
    'The archive folder “{{directory}}” was moved, renamed or deleted; the last change was not saved. Please put it back and save again; if it was deleted, please restore a backup.',
  'archive/closed': 'No archive is open. Please open or create one first.',
  'input/invalid': '“{{field}}” is not acceptable: {{detail}}. Please correct it and try again.',
  'input/unknown_procedure': 'There is no procedure named “{{name}}”. Please use --list to see them.',
  'input/not_json': 'The input is not valid JSON: {{detail}}. Please check quotes and brackets.',
  'input/file_unreadable':
    'The file “{{file}}” cannot be read. Please check that it is still there and may be opened, then try again.',
  'input/too_large': 'The input is too large ({{size}}, limit {{limit}}). Please split it.',
  'access/role': 'The present role ({{role}}) may not do this. Please ask somebody who may.',
  'access/path':
    'The program has no grant for the place named by “{{field}}”. Please choose it in the open or save dialog.',
  'record/not_found': 'The record (no. {{id}}) was not found; it may have been deleted. Please refresh and try again.',
  'record/conflict': 'The record (no. {{id}}) was just changed elsewhere. Please refresh, check and change it again.',
  'record/constraint': 'What was saved breaks a rule of the archive ({{detail}}). Please check and try again.',
  'history/nothing_to_undo': 'There is nothing to undo.',
  'history/nothing_to_redo': 'There is nothing to redo.',
  'history/changed_since':
    'The records were changed after this step, so it cannot simply be undone. Please check the records of “{{label}}” first.',
  'organisation/name_taken':
    'The name “{{name}}” is already used by “{{owner}}”. Please choose another name, or add a short name there.',
  'program/cancelled': 'Cancelled.',
  'program/internal':
    'The program made an error; nothing you typed is lost. Please note the reference {{ref}} and ask for technical help.',
} as const;
