/** Words that papers carry whatever they report. */
export const report = {
  /** A merged group that goes on on the next page. */
  continued: '{{text}}（续）',
  /** GB/T 9704-2012, 7.5: a dash on either side. */
  pageNumber: '— {{page}} —',
  /** The program, in the file's properties. */
  creator: '社区教育档案',
} as const;
