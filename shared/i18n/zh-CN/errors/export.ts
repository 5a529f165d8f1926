/** Errors of the export pipeline. */
export const exportErrors = {
  'export/differs':
    '导出的文件与档案内容不一致（{{where}}：应为“{{expected}}”，实为“{{found}}”），文件没有保存。请再试一次；仍不成功时请联系技术人员。',
  'export/unreadable': '导出的文件写完后无法读回（{{detail}}），文件没有保存。请再试一次；仍不成功时请联系技术人员。',
  'export/missing_glyphs':
    '现有字体缺少这些字：{{characters}}，没有导出。请安装含有这些字的字体，或改用其他写法；确需导出时请选择“缺字仍导出”。',
  'export/wrong_extension': '文件名“{{file}}”与所选格式不符。请把文件名改为以“.{{format}}”结尾。',
  'export/text_too_long':
    '“{{text}}”开头的内容有 {{length}} 字，超过 Excel 单元格的上限（{{limit}} 字）。请缩短内容，或改为导出 PDF。',
  'export/text_does_not_fit':
    '第 {{page}} 页“{{box}}”栏放不下“{{text}}”开头的内容（{{length}} 字），没有导出。请缩短这项内容。',
} as const;
