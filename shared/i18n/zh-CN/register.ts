/** Words of every register: the bar above its list, its commands and panel, the form of rapid entry, what the log says. */
export const register = {
  find: { month: '月份', allMonths: '全部月份', monthOf: '{{month}} 月', clear: '清除条件' },
  more: '更多',
  inspector: { close: '收起检视栏' },
  entry: {
    hints: 'Enter 下一栏 · Shift+Enter 上一栏 · ↓ 选择 · Alt+P 沿用 · Ctrl+Enter 登记 · Esc 收起（内容保留）',
    close: '收起登记栏',
    save: '登记并继续',
    pin: '下一条沿用{{field}}',
    pinned: '下一条沿用；点按或 Alt+P 取消',
    pinHint: '点按或 Alt+P，下一条沿用这一项',
  },
  log: {
    set: '{{field}}：{{after}}',
    changed: '{{field}}：{{before}} → {{after}}',
    empty: '空',
    entries: '{{count}} 项',
  },
} as const;
