/** Errors of the search. */
export const searchErrors = {
  'search/not_ready': '这份档案还没有检索索引。请在可写入的位置打开一次档案，程序会自动建立索引。',
  'search/index_damaged': '检索索引与档案记录不一致，档案本身没有受影响。请重建检索索引后再试。',
} as const;
