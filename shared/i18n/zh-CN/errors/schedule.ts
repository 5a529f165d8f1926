/** Errors of the year plan and of reading plans. */
export const scheduleErrors = {
  'schedule/unreadable':
    '没有从这份内容中读出配档表：{{reason}}。请改用含“月份、工作安排、主管单位”的表格（Excel、Word、网页或文本），或直接在表格中录入。',
  'schedule/year_needed': '这份计划没有写明年度{{candidates}}。请先选定年度，再导入。',
  'schedule/year_taken': '{{year}}年度已有 {{count}} 项工作安排。请选择“追加到末尾”或“替换现有安排”，再导入。',
  'schedule/filter_empty': '按现在的筛选条件，{{year}}年度没有工作安排。请放宽或清除筛选。',
  'schedule/year_empty': '{{year}}年度还没有工作安排。请先录入、导入，或复制上一年度的计划。',
  'schedule/plan_missing': '还没有建立{{year}}年度的工作计划。请先新建该年度。',
  'schedule/month_invalid': '月份“{{text}}”无法识别。请填写 1 到 12 的月份，例如“3”“1-2”“全年”。',
  'schedule/activity_empty': '第 {{row}} 行没有填写工作安排。请填写后再保存。',
  'schedule/reason_needed': '状态改为“{{status}}”时需要填写原因。请填写原因后再保存。',
  'schedule/split_empty': '拆分后的工作安排不能为空。请在要拆分的内容之间换行。',
  'schedule/merge_single': '请至少选择两行，再合并。',
} as const;
