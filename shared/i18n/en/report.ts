/** Words that papers carry whatever they report. */
export const report = {
  continued: '{{text}} (cont.)',
  pageNumber: '— {{page}} —',
} as const;
