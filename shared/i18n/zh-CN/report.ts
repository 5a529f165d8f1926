/** Words that papers carry whatever they report. */
export const report = {
  /** A merged group that goes on on the next page. */
  continued: '{{text}}（续）',
  /** GB/T 9704-2012, 7.5: a dash on either side. */
  pageNumber: '— {{page}} —',
  /** Beside the running head of an audit's paper. */
  pageOf: '第{{page}}页 共{{pages}}页',
  /** The program, in the file's properties. */
  creator: '社区教育档案',
  /** Places in a paper, for messages about a file that differs from the archive. */
  place: {
    pages: '页数',
    paper: '纸张大小',
    pageNumber: '第{{page}}页的页码',
    runningHead: '第{{page}}页的页眉',
    annexLabel: '附件标识',
    title: '标题',
    notes: '表后说明',
    /** Label and value above or below the table. */
    field: '表外第{{field}}项',
    box: '第{{page}}页“{{box}}”',
    heading: '第{{column}}列的表头',
    columns: '列数',
    rows: '行数',
    row: '第{{row}}行',
    cell: '第{{row}}行“{{column}}”栏',
  },
  /** A character that no font can draw, and where it stands. */
  missingGlyphInRows: '“{{character}}”（{{code}}，第 {{rows}} 行）',
  missingGlyphOnPages: '“{{character}}”（{{code}}，第 {{rows}} 页）',
  missingGlyph: '“{{character}}”（{{code}}）',
} as const;
