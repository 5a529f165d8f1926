/** Errors of persons and organisations that are joined. */
export const participantErrors = {
  'participants/name_empty': '姓名里没有可以看见的字，请填写姓名。',
  'participants/masked':
    '号码中有星号，是隐去一部分后显示的样子。为免覆盖原号码，未保存；请填写完整号码，或先“查看完整号码”。',
  'participants/signed':
    '“{{name}}”名下还有 {{count}} 条签到，不能撤下。如果和别人是同一人，请用“合并”；如果签到录错，请先撤下签到。',
  'participants/merge_self': '请选择两个不同的人再合并。',
  'organisation/merge_self': '请选择两个不同的单位再合并。',
} as const;
