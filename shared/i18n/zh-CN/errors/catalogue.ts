/** Errors of reading catalogues of documents. */
export const catalogueErrors = {
  'documents/unreadable':
    '没有从这份内容中读出文件目录：{{reason}}。请改用含“件号、责任者、文号、题名、日期、页数”等栏目的表格（Excel、Word、网页或文本），或直接逐件录入。',
} as const;
