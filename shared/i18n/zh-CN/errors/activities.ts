/** Errors of activities and sign-in. */
export const activityErrors = {
  'activities/dates': '结束日期 {{to}} 早于开始日期 {{from}}，请改正。',
  'activities/end_alone': '填写了结束日期 {{to}}，但没有开始日期，请先填写开始日期。',
  'activities/head_count': '人数和“近、约、余”要一起填写或一起留空，请改正。',
  'activities/has_attendance':
    '“{{title}}”已有 {{count}} 条签到，不能撤下。请先撤下这些签到；活动没有办成的，可把状态改为“已取消”。',
  'activities/signed':
    '“{{title}}”已有 {{count}} 条本人签到，只能是“已举办”，否则这些人次不再计入统计。请先撤下签到或改为未签到，再改状态。',
  'activities/category_loop': '类别“{{name}}”不能放在它自己的下级里，请另选上级。',
  'activities/category_taken': '同一级里已有类别“{{name}}”，请换一个名称。',
  'activities/category_used': '类别“{{name}}”下还有下级类别，请先移走或停用下级。',
  'budgets/population_future': '统计时点 {{date}} 晚于今天，请改正。',
  'budgets/population_twice': '“{{place}}”同一口径、时点和来源的人口数已登记为 {{value}}。要更正的，请先撤下原数。',
  'attendance/twice': '{{name}} 在 {{date}} 已有这项活动的签到，请不要重复登记。',
  'attendance/title_empty': '第 {{row}} 项活动没有名称。请先填写名称。',
  'attendance/no_date': '活动“{{title}}”没有日期，请先填写活动日期，或为签到填写日期。',
  'attendance/unreadable':
    '没有从这份内容中读出签到表、名册或活动：{{reason}}。请改用含“姓名”或“活动名称”等栏目的表格（Excel、Word、网页或文本），再试一次。',
} as const;
