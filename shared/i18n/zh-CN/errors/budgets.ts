/** Errors of the ledger and of reading money papers. */
export const budgetErrors = {
  'budgets/unreadable':
    '没有从这份内容中读出经费数据：{{reason}}。请改用带栏目名称的表格（Excel、Word、网页或文本），或直接录入。',
} as const;
