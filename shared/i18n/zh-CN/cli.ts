/** Remarks of the headless program. */
export const cli = {
  created: '“{{directory}}”里还没有档案，已新建。',
  unitName: '社区教育中心',
  demoDone: '已建立档案：{{directory}}',
  demoFile: '已导出：{{file}}（{{pages}} 页，{{rows}} 项，读回核对一致）',
} as const;
