/**
 * Papers of an archive as builders make them, to prove that the pipeline carries any of them: a catalogue, a form, a
 * stamp, a spine, labels. All data are invented (示例).
 */
import {
  boxGrid,
  formBox,
  type FormReport,
  type ReportColumn,
  type ReportDocument,
  type ReportField,
  type TableReport,
  textValue,
} from '#shared/report/model.ts';

const common = {
  locale: 'zh-CN',
  exampleLabel: null,
  metadata: { author: '示例单位', subject: '示例', keywords: [], createdAt: '2024-01-15T08:00:00Z' },
} as const satisfies Partial<ReportDocument>;

const column = (heading: string, weight: number, align: ReportColumn['align'], minimumEm = 2): ReportColumn => ({
  key: heading,
  heading,
  align,
  weight,
  minimumEm,
  merge: false,
  breaking: 'text',
});

const field = (label: string, value: string): ReportField => ({
  label,
  value: textValue(value),
  align: 'left',
  weight: 1,
});

/** 归档文件目录: nine columns, no groups, fields above, lines to sign on below. */
export function catalogue(count: number, orientation: TableReport['orientation'] = 'landscape'): TableReport {
  return {
    ...common,
    kind: 'table',
    id: 'catalogue',
    title: '归档文件目录',
    annexLabel: null,
    orientation,
    textSize: 'small',
    headLines: [
      [field('全宗号', 'J001'), field('年度', '2021'), field('保管期限', '永久')],
      [field('全宗名称', '示例街道社区教育中心')],
    ],
    columns: [
      column('序号', 10, 'center'),
      column('档号', 46, 'left'),
      column('文号', 34, 'left'),
      column('责任者', 34, 'left'),
      column('题名', 68, 'left'),
      column('日期', 20, 'center', 4.5),
      column('密级', 11, 'center'),
      column('页数', 10, 'right'),
      column('备注', 14, 'left', 3),
    ],
    rows: Array.from({ length: count }, (_, index) => ({
      group: null,
      cells: [
        { kind: 'integer', value: index + 1 },
        textValue(`J001-WS·2021·Y·办公室-${String(index + 1).padStart(4, '0')}`),
        textValue(index % 3 === 0 ? '' : `示教字〔2021〕${index + 1}号`),
        textValue('示例街道办事处'),
        textValue(`关于做好2021年社区教育${index % 4 === 0 ? '和全民终身学习活动周有关' : ''}工作的通知`),
        textValue('20210301'),
        textValue(''),
        { kind: 'integer', value: (index % 12) + 1 },
        textValue(index % 10 === 5 ? '复印件*' : ''),
      ],
    })),
    notes: ['说明：题名带 [ ] 的为整理时拟写。'],
    closingLines: [[field('整理人', ''), field('检查人', ''), { ...field('', '2024年1月15日'), align: 'right' }]],
  };
}

/** 备考表 (DA/T 22-2015): a large text and four short ones. */
export function reviewForm(explanation: string): FormReport {
  const label = { font: 'label', name: '' } as const;
  return {
    ...common,
    kind: 'form',
    id: 'review-form',
    title: '备考表',
    paper: 'A4',
    orientation: 'portrait',
    pageNumbers: true,
    pages: [
      {
        boxes: [
          formBox({
            name: '标题',
            x: 28,
            y: 37,
            width: 156,
            height: 15,
            value: textValue('备考表'),
            font: 'title',
            fontSize: 22,
            frame: 'none',
          }),
          formBox({
            ...label,
            name: '说明标题',
            x: 28,
            y: 56,
            width: 156,
            height: 10,
            value: textValue('盒内文件情况说明'),
          }),
          formBox({
            name: '盒内文件情况说明',
            x: 28,
            y: 66,
            width: 156,
            height: 150,
            value: textValue(explanation),
            align: 'left',
            verticalAlign: 'top',
            leastFontSize: 12,
            overflow: 'continue',
          }),
          ...boxGrid({ x: 28, y: 216, columns: [30, 48, 30, 48], rows: [12, 12] }, (row, place) => {
            const name = [
              ['整理人', '', '整理日期', '2024年1月15日'],
              ['检查人', '', '检查日期', ''],
            ][row]?.[place];
            const value: FormReport['pages'][number]['boxes'][number]['value'] =
              name === '2024年1月15日' ? { kind: 'date', value: '2024-01-15' } : textValue(name ?? '');
            return { name: `${row} ${place}`, value, font: place % 2 === 0 ? 'label' : 'body' };
          }),
        ],
      },
    ],
  };
}

/** 归档章 45 × 16 mm in six cells, red lines and black entries (DA/T 22-2015, 5.4.2). */
export function stamps(entries: readonly (readonly string[])[]): FormReport {
  return {
    ...common,
    kind: 'form',
    id: 'stamps',
    title: '归档章',
    paper: 'A4',
    orientation: 'portrait',
    pageNumbers: false,
    pages: entries.map((cells) => ({
      boxes: boxGrid({ x: 82.5, y: 10, columns: [15, 15, 15], rows: [8, 8] }, (row, place) => ({
        name: ['全宗号', '年度', '件号', '机构（问题）', '保管期限', '页数'][row * 3 + place] ?? '',
        value: textValue(cells[row * 3 + place] ?? ''),
        borderInk: 'red',
        leastFontSize: 7,
      })),
    })),
  };
}

/** Spines of 310 × 30 mm, several a sheet of A3. */
export function spines(boxes: readonly { unit: string; year: string; first: string; last: string }[]): FormReport {
  return {
    ...common,
    kind: 'form',
    id: 'spines',
    title: '盒脊',
    paper: 'A3',
    orientation: 'portrait',
    pageNumbers: false,
    pages: [
      {
        boxes: boxes.flatMap(({ unit, year, first, last }, index) => {
          const at = { x: 20 + index * 35, width: 30 };
          return [
            formBox({ ...at, name: '年度', y: 20, height: 20, value: textValue(year), font: 'number', fontSize: 16 }),
            formBox({
              ...at,
              name: '全宗名称',
              y: 40,
              height: 250,
              value: textValue(unit),
              font: 'title',
              fontSize: 26,
              direction: 'vertical',
            }),
            formBox({ ...at, name: '起件号', y: 290, height: 20, value: textValue(first) }),
            formBox({ ...at, name: '止件号', y: 310, height: 20, value: textValue(last) }),
          ];
        }),
      },
    ],
  };
}

/** Labels of 60 × 25 mm, 3 × 8 a page. */
export function labels(texts: readonly string[]): FormReport {
  const size = 24;
  return {
    ...common,
    kind: 'form',
    id: 'labels',
    title: '标签',
    paper: 'A4',
    orientation: 'portrait',
    pageNumbers: false,
    pages: Array.from({ length: Math.ceil(texts.length / size) }, (_, page) => ({
      boxes: boxGrid(
        { x: 15, y: 25, columns: [60, 60, 60], rows: Array.from({ length: 8 }, () => 30) },
        (row, place) => {
          const text = texts[page * size + row * 3 + place];
          return text === undefined ? null : { name: `${row} ${place}`, value: textValue(text), font: 'label' };
        },
      ),
    })),
  };
}
