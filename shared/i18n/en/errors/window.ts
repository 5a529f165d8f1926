/** Errors of what only a window does, and of the limits under which files of unknown origin are read. */
export const windowErrors = {
  'window/refused':
    'This request did not come from the program’s own window and was refused. Please restart the program.',
  'window/no_program':
    'No program was found that opens “{{file}}”. Please install one, or open the file from its folder.',
  'window/file_gone': 'The file “{{file}}” is no longer where it was. Please export it again.',
  'window/not_shown_outside':
    'Files like “{{file}}” may run programs or scripts when opened, so they are not opened from here. Please save a copy and open it once you are sure that it is safe.',
  'window/not_a_pdf': 'What should be printed is not a PDF. Please open the print preview again.',
  'window/example_missing':
    'The example’s data is missing from the installation, so the example archive cannot be built. Please install the program again.',
  'reader/limit':
    'Reading this file went beyond its limit ({{seconds}} s or {{megabytes}} MB of memory) and was stopped; the archive is unchanged. Please check the file, or save a copy with only the plan and try again.',
} as const;
