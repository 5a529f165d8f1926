/** Words that papers carry whatever they report. */
export const report = {
  continued: '{{text}} (cont.)',
  pageNumber: '— {{page}} —',
  /** The program, in the file's properties. */
  creator: 'Community Education Archive',
} as const;
