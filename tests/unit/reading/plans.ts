/** Random valid plans and every layout that papers set them in, for the reader's properties. */
import fc from 'fast-check';
import { sourceFromText } from '#core/reading/index.ts';
import type { SourceCell, SourceDocument, SourceRow } from '#core/reading/source.ts';
import { csvSource } from './csv-source.ts';

export interface PlanRow {
  start: number;
  end: number;
  activity: string;
  units: string[];
}

const VERBS = ['开展', '组织', '举办', '做好', '参加', '召开'];
const OBJECTS = [
  '学雷锋志愿服务活动',
  '家庭教育培训',
  '剪纸、版画体验课',
  '老年健康讲座',
  '防溺水安全宣传',
  '“书香社区”读书会',
  '全民终身学习活动周',
  '重阳节敬老慰问',
  '农业技术培训（2期）',
  '消防安全演练',
  '科普宣传周活动',
  '法制进校园宣讲',
  '亲子运动会',
  '年度工作总结会议',
];
const UNITS = ['某街道办事处', '社区教育中心', '中心校', '妇联', '团工委', '各村（居）', '文化站', '老龄办', '派出所'];

/** Plans whose months go forward, each month with its rows, no row twice. */
export const plans: fc.Arbitrary<PlanRow[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 8 }),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 8, maxLength: 8 }),
    fc.shuffledSubarray(
      VERBS.flatMap((verb) => OBJECTS.map((object) => `${verb}${object}`)),
      { minLength: 30, maxLength: 30 },
    ),
    fc.array(fc.shuffledSubarray(UNITS, { minLength: 1, maxLength: 3 }), { minLength: 30, maxLength: 30 }),
    fc.boolean(),
  )
  .map(([starts, sizes, activities, units, ranges]) => {
    const sorted = starts.toSorted((one, two) => one - two);
    const rows: PlanRow[] = [];
    for (const [index, start] of sorted.entries()) {
      const next = sorted[index + 1] ?? 13;
      const end = ranges && next - start > 1 && start > 1 ? start + 1 : start;
      for (let count = 0; count < (sizes[index] ?? 1); count += 1) {
        rows.push({ start, end, activity: activities[rows.length] ?? '', units: units[rows.length] ?? [] });
      }
    }
    return rows;
  });

export const TITLE = '2023年某街道社区教育工作配档表';
const HEADER = ['月份', '工作安排', '主管单位'];

function month(row: PlanRow): string {
  return row.start === row.end ? `${row.start}月` : `${row.start}-${row.end}月`;
}

function isFirst(rows: readonly PlanRow[], index: number): boolean {
  return index === 0 || rows[index - 1]?.start !== rows[index]?.start;
}

function groups(rows: readonly PlanRow[]): PlanRow[][] {
  const found: PlanRow[][] = [];
  for (const [index, row] of rows.entries()) {
    if (isFirst(rows, index)) found.push([]);
    found.at(-1)?.push(row);
  }
  return found;
}

export function flattenedLines(rows: readonly PlanRow[]): string[] {
  return [
    TITLE,
    ...HEADER,
    ...rows.flatMap((row, index) => [
      ...(isFirst(rows, index) ? [month(row)] : []),
      row.activity,
      row.units.join('、'),
    ]),
  ];
}

export function tabLines(rows: readonly PlanRow[]): string[] {
  return [
    `${TITLE}\t\t`,
    HEADER.join('\t'),
    ...rows.map((row, index) =>
      [isFirst(rows, index) ? month(row) : '', row.activity, row.units.join('、')].join('\t'),
    ),
  ];
}

function csvLines(rows: readonly PlanRow[], everyRow: boolean): string[] {
  const cells = (row: PlanRow, index: number): string[] => [
    everyRow || isFirst(rows, index) ? month(row) : '',
    row.activity,
    row.units.join('、'),
  ];
  return [HEADER, ...rows.map(cells)].map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
}

export function listLines(rows: readonly PlanRow[]): string[] {
  return [
    TITLE,
    ...groups(rows).flatMap((group) => [
      `${month(group[0] ?? rows[0] ?? { start: 1, end: 1, activity: '', units: [] })}份：`,
      ...group.map((row, index) => `${index + 1}、${row.activity}（责任单位：${row.units.join('、')}）`),
    ]),
  ];
}

function inlineLines(rows: readonly PlanRow[]): string[] {
  return [
    TITLE,
    ...groups(rows).map(
      (group) =>
        `${month(group[0] ?? { start: 1, end: 1, activity: '', units: [] })}：${group.map((row) => row.activity).join('；')}。责任单位：${group[0]?.units.join('、') ?? ''}。`,
    ),
  ];
}

function markdownLines(rows: readonly PlanRow[]): string[] {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `# ${TITLE}`,
    '',
    line(HEADER),
    '|---|---|---|',
    ...rows.map((row, index) => line([isFirst(rows, index) ? month(row) : '', row.activity, row.units.join('、')])),
  ];
}

/** A table copied with pipes whose merged months were lost: the cells stand too far left. */
export function raggedLines(rows: readonly PlanRow[]): string[] {
  return [
    TITLE,
    `${HEADER.join(' | ')} |`,
    ...rows.map((row, index) =>
      isFirst(rows, index)
        ? `${month(row)} | ${row.activity} | ${row.units.join('、')} |`
        : `${row.activity} | ${row.units.join('、')} | |`,
    ),
  ];
}

/** A table copied with every cell on a line of its own, closed by a pipe. */
export function closedCellLines(rows: readonly PlanRow[]): string[] {
  return [TITLE, ...[HEADER, ...rows.map((row) => [month(row), row.activity, row.units.join('、')])].flat()].map(
    (text, index) => (index === 0 ? text : `${text} |`),
  );
}

/** One field a line below each activity's name. */
export function recordLines(rows: readonly PlanRow[]): string[] {
  return [
    TITLE,
    ...rows.flatMap((row, index) => [
      `${index + 1}、${row.activity}`,
      `时间：${month(row)}`,
      `责任单位：${row.units.join('、')}`,
    ]),
  ];
}

function labelledItemLines(rows: readonly PlanRow[]): string[] {
  return [
    TITLE,
    ...rows.map(
      (row, index) => `${index + 1}、${row.activity}（时间：${month(row)}；责任单位：${row.units.join('、')}）`,
    ),
  ];
}

/** Quarters in a merged column before the months, one cell a line. */
function quarterLines(rows: readonly PlanRow[]): string[] {
  const quarter = (row: PlanRow): string => `第${'一二三四'[Math.ceil(row.start / 3) - 1] ?? ''}季度`;
  return [
    TITLE,
    '季度',
    ...HEADER,
    ...rows.flatMap((row, index) => [
      ...(index === 0 || quarter(row) !== quarter(rows[index - 1] ?? row) ? [quarter(row)] : []),
      month(row),
      row.activity,
      row.units.join('、'),
    ]),
  ];
}

function cell(text: string, colSpan = 1, rowSpan = 1): SourceCell {
  return { text, colSpan, rowSpan };
}

/** The table as a web page or a document holds it, months merged over their rows. */
function mergedTable(rows: readonly PlanRow[]): SourceDocument {
  const table: SourceRow[] = [
    { line: 1, cells: [cell(TITLE, 3), null, null] },
    { line: 2, cells: HEADER.map((text) => cell(text)) },
    ...rows.map((row, index) => ({
      line: index + 3,
      cells: [
        isFirst(rows, index) ? cell(month(row), 1, rows.filter((one) => one.start === row.start).length) : null,
        cell(row.activity),
        cell(row.units.join('\n')),
      ],
    })),
  ];
  return {
    format: 'html',
    name: null,
    encoding: null,
    lines: table.map((row) => row.cells.map((one) => one?.text ?? '').join('\t')),
    blocks: [{ kind: 'table', name: null, rows: table }],
    notes: [],
  };
}

/** Inline lists name units once a month. */
function sharedUnits(rows: readonly PlanRow[]): PlanRow[] {
  return groups(rows).flatMap((group) => group.map((row) => ({ ...row, units: group[0]?.units ?? [] })));
}

export const LAYOUTS: {
  name: string;
  source: (rows: readonly PlanRow[]) => SourceDocument;
  expected?: (rows: readonly PlanRow[]) => PlanRow[];
}[] = [
  { name: 'flattened', source: (rows) => sourceFromText(flattenedLines(rows).join('\n')) },
  { name: 'tabs', source: (rows) => sourceFromText(tabLines(rows).join('\n')) },
  { name: 'csv, months merged', source: (rows) => csvSource(csvLines(rows, false).join('\r\n')) },
  { name: 'csv, months on every row', source: (rows) => csvSource(csvLines(rows, true).join('\r\n')) },
  { name: 'merged table', source: mergedTable },
  { name: 'markdown', source: (rows) => sourceFromText(markdownLines(rows).join('\n')) },
  {
    name: 'csv pasted as text',
    source: (rows) => sourceFromText([TITLE, ...csvLines(rows, true)].join('\n')),
  },
  { name: 'pipes, merged months lost', source: (rows) => sourceFromText(raggedLines(rows).join('\n')) },
  { name: 'pipes, one cell a line', source: (rows) => sourceFromText(closedCellLines(rows).join('\n')) },
  { name: 'records below numbered names', source: (rows) => sourceFromText(recordLines(rows).join('\n')) },
  { name: 'labels in brackets', source: (rows) => sourceFromText(labelledItemLines(rows).join('\n')) },
  { name: 'quarters beside months', source: (rows) => sourceFromText(quarterLines(rows).join('\n')) },
  { name: 'headings and numbered items', source: (rows) => sourceFromText(listLines(rows).join('\n')) },
  { name: 'one line a month', source: (rows) => sourceFromText(inlineLines(rows).join('\n')), expected: sharedUnits },
];
