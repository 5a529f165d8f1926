/** Changing documents by a spreadsheet: words of the table and of what is wrong in it. */
export const documentTable = {
  sheet: '档案著录表',
  fileName: '档案著录表.xlsx',
  note: '共 {{count}} 件。可修改白色格子后存盘，再回到程序“对照著录表”；灰色格子不能修改，删行不会删除档案，新增一件请另起一行并让最后两栏空着。导出编号 {{id}}',
  column: { uid: '编号', version: '版本' },
  cell: {
    error: '单元格是错误值“{{text}}”，请改为文字。',
    formula: '单元格是公式，没有结果。请在表格程序中存盘后再试，或改为文字。',
    precision: '“{{text}}”是过长的数字，表格程序已丢失末尾几位。请把单元格设为文本后重新填写。',
  },
  unknownUid: '编号“{{uid}}”不在本档案中。如要新增一件，请让“编号”和“版本”空着。',
  uidTwice: '编号与前面的行重复，这一行没有比较。如要新增一件，请让“编号”和“版本”空着。',
  unknownVersion: '版本“{{version}}”不是本档案的版本，这一行没有比较。请重新导出后再修改。',
  withdrawn: '这件文件已撤下，不能修改。如需修改，请先恢复。',
} as const;
