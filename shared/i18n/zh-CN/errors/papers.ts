/** Errors of the papers of the archive room. */
export const paperErrors = {
  'papers/empty': '“{{paper}}”没有可以打印的内容。{{advice}}',
  'papers/not_filed': '《{{title}}》还没有归档，没有档号和件号。请先归档，再打印。',
  'papers/stamp_incomplete': '{{count}} 件文件的归档章缺少必填内容：{{documents}}请补填后再打印。',
  'papers/reason_missing': '要印出完整的电话，请先填写理由；理由会记入修改日志。',
} as const;
