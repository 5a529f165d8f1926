import { describe, expect, it } from 'vitest';
import { copyRange } from '#ui/grid/clipboard-table.ts';
import { groupAt, groupRows, spanInWindow } from '#ui/grid/merged-groups.ts';

const months = ['5月', '5月', '', '', '6月', '6月', '6月', '6月'];
const groups = groupRows(months.length, 7, (row) => months[row] ?? '');

describe('merged cells', () => {
  it('join equal neighbours, never empty ones, never rows that do not exist yet', () => {
    expect(groupAt(groups, 1)).toEqual({ first: 0, end: 2 });
    expect(groupAt(groups, 2)).toEqual({ first: 2, end: 3 });
    expect(groupAt(groups, 5)).toEqual({ first: 4, end: 7 });
    expect(groupAt(groups, 7)).toEqual({ first: 7, end: 8 });
  });

  it('are cut to the window and begin at its first row', () => {
    expect(spanInWindow(groups, 5, 5, 6)).toBe(1);
    expect(spanInWindow(groups, 5, 5, 8)).toBe(2);
    expect(spanInWindow(groups, 6, 5, 8)).toBe(0);
    expect([0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, row) => sum + spanInWindow(groups, row, 0, 8), 0)).toBe(8);
  });

  it('are copied with their row spans, as text that no spreadsheet takes for a date', () => {
    const { text, html } = copyRange({
      range: { top: 0, left: 0, bottom: 1, right: 1 },
      text: (row, column) => (column === 0 ? '5月' : `活动<${row}>\n次行`),
      groups: (column) => (column === 0 ? groups : undefined),
    });
    expect(text).toBe('5月\t"活动<0>\n次行"\r\n5月\t"活动<1>\n次行"\r\n');
    expect(html.match(/<td/g)).toHaveLength(3);
    expect(html).toContain(`<td rowspan="2" style="mso-number-format:'\\@'">5月</td>`);
    expect(html).toContain('活动&lt;1&gt;<br>次行');
  });
});
