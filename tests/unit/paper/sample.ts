/** Reports for the tests of the paper; units and activities are invented (示例). */
import { join } from 'node:path';
import { fontChain } from '#core/paper/fonts.ts';
import type { TableReport } from '#shared/report/model.ts';

export const SHIPPED_FOLDER = join(import.meta.dirname, '../../../resources/fonts');

export const shippedFonts = () => fontChain({ scheme: 'shipped', folder: SHIPPED_FOLDER });

/** A plan with merged months; `rows` are month, activity, unit. */
export function planReport(rows: readonly (readonly [string, string, string])[], changes: Partial<TableReport> = {}) {
  const report: TableReport = {
    kind: 'table',
    id: 'schedule',
    locale: 'zh-CN',
    annexLabel: '附件',
    title: '2021年示例社区教育中心工作配档表',
    columns: [
      { key: 'month', heading: '月份', align: 'center', weight: 1, minimumEm: 6, merge: true, breaking: 'list' },
      { key: 'activity', heading: '工作安排', align: 'left', weight: 4, minimumEm: 8, merge: false, breaking: 'text' },
      { key: 'units', heading: '主管单位', align: 'center', weight: 3, minimumEm: 8, merge: false, breaking: 'list' },
    ],
    rows: rows.map(([group, activity, unit]) => ({
      group,
      cells: [group, activity, unit].map((text) => ({ kind: 'text' as const, text })),
    })),
    headLines: [],
    textSize: 'usual',
    notes: [],
    closingLines: [],
    orientation: 'portrait',
    exampleLabel: null,
    metadata: { author: '示例单位', subject: '工作配档表', keywords: [], createdAt: '2021-03-01T00:00:00.000Z' },
    ...changes,
  };
  return report;
}

/** Twenty short rows over eleven groups, as a year plan has. */
export const YEAR: readonly (readonly [string, string, string])[] = [
  ['1-2月', '冬季防疫宣传', '示例社区教育中心'],
  ['3月', '“三八”系列活动', '示例街道办事处'],
  ['4月', '社会实践活动', '示例中心校'],
  ['5月', '家校共育培训', '示例中心校'],
  ['5月', '青年志愿服务', '示例社区教育中心'],
  ['6月', '亲子阅读活动', '示例中心校'],
  ['6月', '家庭教育培训', '示例社区教育中心'],
  ['7月', '“七一”系列活动', '示例街道办事处'],
  ['7月', '暑假安全培训', '示例社区教育中心'],
  ['8月', '学生社会实践', '示例中心校'],
  ['8月', '教师网络研修', '示例中心校'],
  ['8月', '开放月活动', '示例社区教育中心'],
  ['9月', '科技活动月', '示例街道办事处'],
  ['9月', '庆祝教师节', '示例中心校'],
  ['10月', '国庆节系列活动', '示例社区教育中心'],
  ['10月', '终身学习活动周', '示例街道办事处'],
  ['11月', '法制进校园', '示例中心校'],
  ['11月', '学习型家庭评选', '示例社区教育中心'],
  ['12月', '年度工作总结', '示例社区教育中心'],
  ['12月', '走访慰问', '示例街道办事处'],
];
