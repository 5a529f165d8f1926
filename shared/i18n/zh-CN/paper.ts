/** Words of the official papers: headings, statuses, labels. */
export const paper = {
  title: '{{year}}年{{unit}}工作配档表',
  annex: '附件',
  fileName: '{{year}}年工作配档表',
  subject: '{{year}}年度工作配档表',
  example: '示例',
  column: {
    month: '月份',
    activity: '工作安排',
    unit: '主管单位',
    status: '完成情况',
    remark: '备注',
  },
  /** Behind a unit that helps only. */
  support: '（协办）',
  unitSeparator: '、',
  status: {
    not_started: '未开始',
    in_progress: '进行中',
    done: '已完成',
    partly_done: '部分完成',
    postponed: '延期',
    cancelled: '取消',
  },
  statusWithReason: '{{status}}：{{reason}}',
} as const;
