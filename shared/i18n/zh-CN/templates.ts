/** Templates of documents. */
export const templates = {
  title: '著录模板',
  text: '把同类文件相同的内容存成模板，登记时套用。空着的著录项不在模板中。',
  choose: '模板',
  fresh: '新模板',
  name: '模板名称',
  nameNeeded: '请填写模板名称。',
  fieldNeeded: '请至少填写一项。',
  save: '保存模板',
  withdraw: '停用模板',
  saved: '模板“{{name}}”已保存',
  withdrawn: '模板“{{name}}”已停用',
  enter: '登记一件',
  titleNeeded: '登记一件要有题名，请填写。',
  entered: '已登记《{{title}}》',
} as const;
