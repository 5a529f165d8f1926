export const fileErrors = {
  'file/folder_missing':
    'The folder “{{folder}}” does not exist or was moved away; “{{file}}” was not saved. Please check the place (is the USB stick still plugged in?) or choose another folder.',
  'file/folder_read_only':
    'You may not write in “{{folder}}”; “{{file}}” was not saved. Please choose another folder or ask for permission.',
  'file/read_only':
    '“{{file}}” is read-only; it was not replaced. Please choose another name or take the read-only mark off the file first.',
  'file/full':
    'The disk of “{{folder}}” is full; “{{file}}” was not saved and the old file is unchanged. Please free some space or choose another place.',
  'file/locked':
    '“{{file}}” is open in another program; it was not saved. Please close it there and try again, or choose another name.',
  'file/locked_by':
    '“{{file}}” is open in “{{holder}}”; it was not saved. Please close it there and try again, or choose another name.',
  'file/owner_file':
    '“{{file}}” seems to be open in WPS, Excel or LibreOffice; it was not saved. Please close it and try again; if it is closed already, delete “{{ownerFile}}” in the same folder or choose another name.',
  'file/owner_file_by':
    '“{{file}}” seems to be held open by “{{holder}}”; it was not saved. Please have it closed and try again; if it is closed already, delete “{{ownerFile}}” in the same folder or choose another name.',
  'file/path_too_long':
    'The path is too long; “{{file}}” was not saved. Please shorten the name or use a folder with fewer levels.',
  'file/name_invalid':
    'The file name “{{file}}” has something the system does not allow ({{detail}}). Please choose a name without < > : " / \\ | ? *.',
  'file/is_folder': '“{{file}}” is a folder and cannot be written as a file. Please choose another name.',
  'file/not_a_file': '“{{file}}” is not an ordinary file and cannot be written. Please choose another name.',
  'file/too_large':
    '“{{file}}” is larger than this disk allows; it was not saved. Please save it on another disk or export year by year.',
  'file/io':
    'The disk failed while working in “{{folder}}” ({{detail}}); “{{file}}” was not saved. Please check the disk or USB stick, or choose another place.',
  'file/vanished':
    'Another program took the temporary file away while “{{file}}” was being saved; it was not saved. Please look into the virus scanner’s log and try again.',
  'file/failed':
    '“{{file}}” was not saved (system code {{detail}}); the old file is unchanged. Please try another place; if that fails too, tell a technician the code.',
} as const;
