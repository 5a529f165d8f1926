export const searchErrors = {
  'search/not_ready':
    'This archive has no search index yet. Please open it once where it can be written; the program then makes the index by itself.',
  'search/index_damaged':
    'The search index does not agree with the records; the records themselves are untouched. Please rebuild the index and search again.',
} as const;
