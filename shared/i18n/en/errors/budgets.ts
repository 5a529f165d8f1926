/** Errors of the ledger and of reading money papers. */
export const budgetErrors = {
  'budgets/unreadable':
    'No funding data could be read from this: {{reason}}. Please use a table with headings (Excel, Word, web page or text), or type it in.',
} as const;
