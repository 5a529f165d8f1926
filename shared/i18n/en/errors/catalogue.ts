export const catalogueErrors = {
  'documents/unreadable':
    'No catalogue of documents was found: {{reason}}. Please use a table with columns such as 件号, 责任者, 文号, 题名, 日期 and 页数 (Excel, Word, web page or text), or enter the documents one by one.',
} as const;
