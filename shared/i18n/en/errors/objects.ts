export const objectErrors = {
  'objects/source_missing':
    'The file “{{file}}” was not found and was not taken in. Please check whether it was moved or renamed (is the USB stick still plugged in?) and choose it again.',
  'objects/source_denied':
    'You may not read “{{file}}”; it was not taken in. Please check its permissions, or copy it to a folder of your own and choose that copy.',
  'objects/source_locked':
    '“{{file}}” is in use by another program; it was not taken in. Please close it there and try again.',
  'objects/source_link':
    '“{{file}}” is a link and not the file itself; it was not taken in. Please choose the file that it points to.',
  'objects/source_folder': '“{{file}}” is a folder; it was not taken in. Please open it and choose the files in it.',
  'objects/source_special': '“{{file}}” is not an ordinary file; it was not taken in. Please choose another file.',
  'objects/source_too_large':
    '“{{file}}” is larger than {{limit}} GB; it was not taken in. Please split it into several files.',
  'objects/source_empty':
    '“{{file}}” is empty (0 bytes); it was not taken in. Please check the original and scan or copy it again.',
  'objects/source_changed':
    'Another program was changing “{{file}}” while it was read; it was not taken in. Please wait until it is saved and try again.',
  'objects/source_vanished':
    '“{{file}}” was moved away or deleted while it was read; it was not taken in. Please find it and try again.',
  'objects/source_io':
    'Reading “{{file}}” failed ({{detail}}); it was not taken in. Please check the disk or USB stick, or find another copy.',
  'objects/program':
    '“{{file}}” is a program, a script or a shortcut ({{kind}}) and cannot be kept as a record. Please choose the document itself, such as a PDF or a picture.',
  'objects/missing':
    'A file of the archive (checksum {{sha256}}) is gone. Please repair it with the same file of a backup, and find out who touched the archive folder.',
  'objects/damaged':
    'A file of the archive (checksum {{sha256}}) is damaged and no longer what was taken in ({{detail}}); it was not used. Please repair it with the same file of a backup.',
  'objects/unknown': 'The archive has no file with the checksum {{sha256}}. Please refresh and try again.',
  'objects/other_content':
    '“{{file}}” has other content than the file of the archive (checksum {{sha256}}); nothing was repaired. Please look for another copy in a backup.',
  'objects/preview_too_large':
    'The file is too large ({{size}}, limit {{limit}}) to be shown here. Please export it and open it in another program.',
} as const;
