/** Printing and exporting the papers of the archive room. */
export const paperDialog = {
  title: '打印与导出',
  paper: '表格',
  allTerms: '全部期限',
  which: '范围',
  all: '该年度全部在档文件',
  selected: '选中的 {{count}} 件',
  print: '打印',
  nothingFiled: '还没有归档的文件',
  fileName: '{{year}}年度{{name}}',
  facts: '共 {{pages}} 页，{{size}}，已与档案核对一致',
  about: {
    catalogue: 'A4 横向，按 DA/T 22-2015 九栏；已销毁、已移交的条目保留，缺号在表后说明。',
    catalogueCover: 'A4 横向，装订在目录前。',
    boxNote: '每盒一页，列出件数、页数和盒内缺号。',
    spine: '按盒脊实际宽度，高 310 毫米，用 A3 纸打印后裁切。',
    stamp: '每件一页空白页，45 × 16 毫米，打印在页首，装在文件前面。请按“实际大小”打印。',
    stampSheet: '每页 36 枚，45 × 16 毫米，裁下粘贴。请按“实际大小”打印。',
  },
} as const;
