export const paperErrors = {
  'papers/empty': '“{{paper}}” has nothing to print. {{advice}}',
  'papers/not_filed': '“{{title}}” is not filed and has no number. Please file it first, then print.',
  'papers/stamp_incomplete':
    'The stamps of {{count}} documents lack what must stand on them: {{documents}} Please fill it in, then print.',
  'papers/reason_missing': 'To print whole phone numbers, please say why; the reason goes into the log.',
} as const;
