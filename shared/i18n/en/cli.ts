/** Remarks of the headless program. */
export const cli = {
  created: 'There was no archive in “{{directory}}”; a new one was created.',
  unitName: 'Community education center',
  demoDone: 'Archive built: {{directory}}',
  demoFile: 'Exported: {{file}} ({{pages}} pages, {{rows}} rows, read back and equal)',
} as const;
