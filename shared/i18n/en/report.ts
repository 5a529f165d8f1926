/** Words that papers carry whatever they report. */
export const report = {
  continued: '{{text}} (cont.)',
  pageNumber: '— {{page}} —',
  pageOf: 'page {{page}} of {{pages}}',
  /** The program, in the file's properties. */
  creator: 'Community Education Archive',
  place: {
    pages: 'number of pages',
    paper: 'size of the paper',
    pageNumber: 'page number of page {{page}}',
    runningHead: 'running head of page {{page}}',
    annexLabel: 'annex label',
    title: 'title',
    notes: 'notes below the table',
    field: 'field {{field}} outside the table',
    box: 'page {{page}}, “{{box}}”',
    heading: 'heading of column {{column}}',
    columns: 'number of columns',
    rows: 'number of rows',
    row: 'row {{row}}',
    cell: 'row {{row}}, column “{{column}}”',
  },
  /** A character that no font can draw, and where it stands. */
  missingGlyphInRows: '“{{character}}” ({{code}}, row {{rows}})',
  missingGlyphOnPages: '“{{character}}” ({{code}}, page {{rows}})',
  missingGlyph: '“{{character}}” ({{code}})',
} as const;
