export const exportErrors = {
  'export/differs':
    'The written file differs from the archive ({{where}}: expected “{{expected}}”, found “{{found}}”); it was not saved. Please try again; if that fails too, ask a technician.',
  'export/unreadable':
    'The written file could not be read back ({{detail}}); it was not saved. Please try again; if that fails too, ask a technician.',
  'export/missing_glyphs':
    'The fonts at hand lack these characters: {{characters}}; nothing was exported. Please install a font that has them or write the words differently; to export all the same, choose “Export with missing characters”.',
  'export/wrong_extension':
    'The file name “{{file}}” does not fit the chosen format. Please let it end in “.{{format}}”.',
  'export/text_too_long':
    'The text that begins with “{{text}}” has {{length}} characters, more than a cell of Excel holds ({{limit}}). Please shorten it or export a PDF.',
  'export/text_does_not_fit':
    'Page {{page}}, “{{box}}”: the text that begins with “{{text}}” ({{length}} characters) does not fit there; nothing was exported. Please shorten it.',
} as const;
