/** Random sound catalogues and the layouts that papers set them in, for the reader's properties. */
import fc from 'fast-check';

export interface Entry {
  no: number;
  author: string;
  doc_no: string | null;
  title: string;
  date: string;
  pages: number;
  remark: string | null;
}

const AUTHORS = [
  '示例街道办事处',
  '示例街道社区教育中心',
  '示例区教育和体育局',
  '示例区民政局',
  '示例社区居民委员会',
  '示例镇人民政府',
];
const CODES = ['示街办', '示教体', '示民', '示镇发', '示街教函'];
const SUBJECTS = [
  '社区教育',
  '老年大学',
  '全民终身学习活动周',
  '家庭教育',
  '农村实用技术培训',
  '读书活动',
  '志愿服务',
  '非遗传承',
];
const TITLES = [
  (subject: string) => `关于开展${subject}工作的通知`,
  (subject: string) => `关于印发《${subject}实施方案》的通知`,
  (subject: string) => `${subject}工作总结`,
  (subject: string) => `[${subject}签到表]`,
  (subject: string) => `关于${subject}经费的请示`,
  (subject: string) => `${subject}领导小组会议纪要（第二次）`,
  (subject: string) => `${subject}学员花名册`,
];
const REMARKS = ['复印件', '含附件', '原件', '缺第3页', '附照片', '无红头'];

/** Entries of one year, numbered from 1, no two alike. */
export const catalogues: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      author: fc.constantFrom(...AUTHORS),
      code: fc.option(fc.constantFrom(...CODES), { nil: null }),
      subject: fc.constantFrom(...SUBJECTS),
      title: fc.constantFrom(...TITLES),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      pages: fc.integer({ min: 1, max: 300 }),
      remark: fc.option(fc.constantFrom(...REMARKS), { nil: null }),
    }),
    { minLength: 3, maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(({ author, code, subject, title, month, day, pages, remark }, index) => ({
      no: index + 1,
      author,
      doc_no: code === null ? null : `${code}〔2021〕${index + 1}号`,
      title: title(
        `${subject}${'甲乙丙丁戊己庚辛壬癸'[index % 10] ?? ''}${index > 9 ? '组' : '班'}${index > 19 ? '续办' : ''}`,
      ),
      date: `2021${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`,
      pages,
      remark,
    })),
  );

const HEADINGS = ['件号', '责任者', '文号', '题名', '日期', '页数', '备注'];

function cells(entry: Entry): string[] {
  return [
    String(entry.no),
    entry.author,
    entry.doc_no ?? '',
    entry.title,
    entry.date,
    String(entry.pages),
    entry.remark ?? '',
  ];
}

function dotted(date: string): string {
  return `${date.slice(0, 4)}.${Number(date.slice(4, 6))}.${Number(date.slice(6))}`;
}

function worded(date: string): string {
  return `${date.slice(0, 4)}年${Number(date.slice(4, 6))}月${Number(date.slice(6))}日`;
}

function quoted(text: string): string {
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f || '〔〕《》'.includes(sign) ? 2 : 1),
    0,
  );
}

function padded(rows: readonly string[][]): string {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))) + 3);
  return rows
    .map((row) =>
      row
        .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - widthOf(text)))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

/** An entry as one sentence, in the ways that collections and web pages print it. */
export const SENTENCES: [name: string, sentence: (entry: Entry) => string][] = [
  [
    'all in one bracket',
    ({ no, author, doc_no, title, date, pages }) =>
      `${no}. ${title}（${[doc_no, author, worded(date), `${pages}页`].filter((part) => part !== null).join('，')}）`,
  ],
  [
    'parts behind the title',
    ({ no, author, doc_no, title, date, pages }) =>
      `（${no}）${title}${doc_no === null ? '' : `（${doc_no}）`}，${author}，${dotted(date)}，${pages}页`,
  ],
  [
    'issuer in front, title quoted',
    ({ no, author, doc_no, title, date, pages }) =>
      `${no}、${author}：《${title}》（${doc_no === null ? '' : `${doc_no}，`}${worded(date)}，${pages}页）`,
  ],
];

export interface Layout {
  name: string;
  file: string;
  text: (entries: readonly Entry[]) => string;
}

const TITLE = '归档文件目录';

/** One cell a line; empty cells leave no line. */
function flattened(entries: readonly Entry[]): string[] {
  return [TITLE, ...HEADINGS, ...entries.flatMap((entry) => cells(entry).filter((text) => text !== ''))];
}

export const LAYOUTS: Layout[] = [
  { name: 'flattened', file: 'a.txt', text: (entries) => flattened(entries).join('\n') },
  { name: 'flattened with blank lines', file: 'a.txt', text: (entries) => flattened(entries).join('\n\n') },
  {
    name: 'tabs',
    file: 'a.tsv',
    text: (entries) => [TITLE, HEADINGS.join('\t'), ...entries.map((entry) => cells(entry).join('\t'))].join('\n'),
  },
  {
    name: 'commas, dates with dots',
    file: 'a.csv',
    text: (entries) =>
      [HEADINGS, ...entries.map((entry) => cells({ ...entry, date: dotted(entry.date) }))]
        .map((row) => row.map(quoted).join(','))
        .join('\r\n'),
  },
  {
    name: 'web page, dates in words',
    file: 'a.html',
    text: (entries) =>
      `<h1>${TITLE}</h1><table>${[HEADINGS, ...entries.map((entry) => cells({ ...entry, date: worded(entry.date) }))]
        .map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`)
        .join('')}</table>`,
  },
  {
    name: 'aligned with spaces',
    file: 'a.txt',
    text: (entries) => `${TITLE}\n${padded([HEADINGS, ...entries.map(cells)])}`,
  },
  {
    name: 'pipes',
    file: 'a.txt',
    text: (entries) => [TITLE, ...[HEADINGS, ...entries.map(cells)].map((row) => `| ${row.join(' | ')} |`)].join('\n'),
  },
  {
    name: 'labelled fields',
    file: 'a.txt',
    text: (entries) =>
      [
        TITLE,
        ...entries.flatMap((entry) => [...cells(entry).map((text, index) => `${HEADINGS[index]}：${text}`), '']),
      ].join('\n'),
  },
  {
    name: 'a header on every page',
    file: 'a.csv',
    text: (entries) =>
      [
        [TITLE, '', '', '', '', '', ''],
        HEADINGS,
        ...entries.flatMap((entry) =>
          entry.no % 5 === 0 ? [cells(entry), [TITLE, '', '', '', '', '', ''], HEADINGS] : [cells(entry)],
        ),
      ]
        .map((row) => row.map(quoted).join(','))
        .join('\n'),
  },
];
