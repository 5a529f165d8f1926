/** Errors of the evidence package. */
export const auditErrors = {
  'audit/busy': '档案正在被频繁修改，没有读到同一时刻的内容，审计资料包没有生成。请等保存结束后再试。',
  'audit/inside_archive': '文件夹“{{folder}}”在档案文件夹里面。为避免与档案混在一起，请选择档案以外的文件夹。',
  'audit/not_a_package': '“{{folder}}”不是可以校验的审计资料包（{{detail}}）。请选择含有校验清单的资料包文件夹。',
} as const;
