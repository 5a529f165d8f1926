/** Small layouts for the writer's tests: rows at a fixed height, so many on a page; months merged as a layout does. */
import type { LayoutCell, TableLayout, TablePage } from '#shared/report/layout.ts';
import type { ReportRow, ReportValue, TableReport } from '#shared/report/model.ts';

export const text = (value: string): ReportValue => ({ kind: 'text', text: value });

export function sampleReport(rows: ReportRow[], change: Partial<TableReport> = {}): TableReport {
  const column = { align: 'center', minimumEm: 4, merge: false, breaking: 'text' } as const;
  return {
    kind: 'table',
    id: 'schedule',
    locale: 'zh-CN',
    annexLabel: '附件',
    title: '2021年示例街道社区教育中心工作配档表',
    columns: [
      { ...column, key: 'month', heading: '月份', weight: 1, merge: true },
      { ...column, key: 'activity', heading: '工作安排', weight: 4, align: 'left' },
      { ...column, key: 'units', heading: '主管单位', weight: 2 },
    ],
    rows,
    headLines: [],
    textSize: 'usual',
    notes: [],
    closingLines: [],
    orientation: 'portrait',
    exampleLabel: null,
    metadata: {
      author: '示例单位',
      subject: '工作配档表',
      keywords: ['社区教育', '计划'],
      createdAt: '2021-01-15T08:00:00Z',
    },
    ...change,
  };
}

/** Rows of months: `months('6月', 3)` are three rows of one group. */
export function months(label: string, count: number, activity = '家庭教育培训'): ReportRow[] {
  return Array.from({ length: count }, (_, index) => ({
    group: label,
    cells: [text(label), text(`${activity}${index + 1}`), text('示例街道中心校')],
  }));
}

const MM = 72 / 25.4;
const ROW_HEIGHT = 30;
const plainText = (value: ReportValue | undefined): string => (value?.kind === 'text' ? value.text : '');

/** Lays out `rowsPerPage` rows on each page, without looking at the height of their text. */
export function sampleLayout(report: TableReport, rowsPerPage: number): TableLayout {
  const margins = { top: 37 * MM, right: 26 * MM, bottom: 35 * MM, left: 28 * MM };
  const weights = report.columns.reduce((sum, column) => sum + column.weight, 0);
  const columnWidths = report.columns.map((column) => (156 * MM * column.weight) / weights);
  const pages: TablePage[] = [];
  for (let start = 0; start === 0 || start < report.rows.length; start += rowsPerPage) {
    const end = Math.min(start + rowsPerPage, report.rows.length);
    const y = margins.top + (start === 0 ? 100 : 0);
    const box = { x: margins.left, width: 100, lines: [], height: ROW_HEIGHT };
    const rows = Array.from({ length: end - start }, (_, line) => ({
      row: start + line,
      part: 0,
      y: y + ROW_HEIGHT * (line + 1),
      height: ROW_HEIGHT,
      cells: report.columns.flatMap((column, index): LayoutCell[] => {
        const value = (row: number) => plainText(report.rows[row]?.cells[index]);
        const same = (row: number) =>
          column.merge && value(row) === value(row - 1) && report.rows[row]?.group === report.rows[row - 1]?.group;
        const row = start + line;
        if (line > 0 && same(row)) return [];
        let rowSpan = 1;
        while (row + rowSpan < end && same(row + rowSpan)) rowSpan += 1;
        const label = line === 0 && row > 0 && same(row) ? `${value(row)}（续）` : value(row);
        return [
          {
            ...box,
            column: index,
            rowSpan,
            y: y + ROW_HEIGHT * (line + 1),
            align: column.align,
            text: label,
            continued: label !== value(row),
          },
        ];
      }),
    }));
    pages.push({
      number: pages.length + 1,
      titleLines: start === 0 ? [{ text: report.title, x: 0, y: margins.top + 40, width: 400, fontSize: 22 }] : [],
      annexLabel:
        start === 0 && report.annexLabel !== null
          ? { text: report.annexLabel, x: 0, y: margins.top, fontSize: 16 }
          : null,
      headFields: [],
      closingFields: [],
      header: report.columns.map((column, index) => ({
        ...box,
        column: index,
        rowSpan: 1,
        y,
        align: 'center',
        text: column.heading,
        continued: false,
      })),
      rows,
      notes: end === report.rows.length ? report.notes.map((note) => ({ text: note, x: 0, y: 0, fontSize: 12 })) : [],
      pageNumber: { text: `— ${pages.length + 1} —`, x: 0, y: 0, fontSize: 14, rotation: 0 },
      runningHead: [],
      exampleLabel: null,
    });
  }
  return {
    report,
    pageWidth: 210 * MM,
    pageHeight: 297 * MM,
    margins,
    columnWidths,
    fontSize: 12,
    lineHeight: 20,
    cellSide: 6,
    pages,
    missingGlyphs: [],
  };
}
