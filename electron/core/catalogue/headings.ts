/**
 * The words that head the columns of catalogues and registers (DA/T 22-2015, 5.5; DA/T 22-2000, 5.5.1; volumes' and
 * registry clerks' own), and the column that each means.
 * Invariant: white space, width and brackets of a heading do not count; a heading that may mean two things says so.
 */
import type { CatalogueField, CatalogueMapping } from '#shared/features/catalogue.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';

/** Names of a field, the one that means it most exactly first. */
const NAMES: Readonly<Record<CatalogueField, string>> = {
  no: '件号 室编件号 馆编件号 文件件号 顺序号 序号 序 项号 条目号 登记号 登记顺序号 收文顺序号 收文序号 发文序号 流水号 编号 收文号 收文编号 NO. NO №',
  code: '档号 文件档号 电子档号 档案号 档案编号 归档号 归档编号 参见号 卷内档号',
  doc_no:
    '文号 发文字号 文件字号 来文字号 发文号 来文号 文件文号 原文号 来文文号 发文文号 发文编号 来文编号 字号 文件编号 文书字号 文件号',
  author:
    '责任者 文件责任者 第一责任者 发文机关 发文单位 来文单位 来文机关 制发机关 制发单位 制文机关 制文单位 形成单位 形成机关 发文机构 发布机构 发布机关 发布单位 公开单位 责任单位 发文部门 文件作者 作者 署名 编制单位 责任人',
  title:
    '题名 文件题名 文件标题 公文标题 标题 文件材料题名 文件材料名称 材料题名 卷内文件题名 文件名称 文件名 公文名称 档案名称 档案题名 材料名称 资料名称 信息名称 信息标题 文件名称(标题) 题名(标题) 文件题目 题目 标题或事由 文件标题或事由 事由 来文标题 发文标题 文件内容 来文内容 正题名 名称',
  date: '成文日期 文件日期 形成日期 形成时间 文件形成日期 文件形成时间 成文时间 文件时间 落款日期 签发日期 日期 文件材料日期 印发日期 发文日期 发文时间 来文日期 来文时间 发布日期 发布时间 公开日期 公开时间 公布日期 生成日期 时间 年月日',
  date_year: '',
  date_month: '',
  date_day: '',
  secrecy: '密级 文件密级 保密级别 秘密等级 机密程度 涉密等级 保密等级',
  pages: '页数 总页数 文件页数 本件页数 页数量 每件页数',
  page_range:
    '起止页 起止页号 起止页码 起止页次 页号 页次 所在页号 所在页次 所在页码 文件页次 文件页号 张号 起始页 起页 首页号 起始页号 起始页码 页码 页号起止',
  remark: '备注 附注 备考 备注说明 备 注释',
  term: '保管期限 保存期限 保管年限 期限 文件保管期限 应保管期限',
  section:
    '机构(问题) 机构或问题 机构/问题 机构问题 问题(机构) 机构 问题 归档部门 归档单位 归档科室 承办部门 形成部门 科室 机构名称',
  box: '盒号 档案盒号 盒序号 所在盒号 盒 装盒号',
  year: '年度 归档年度 年份 所属年度',
  category: '类别 门类 档案门类 档案类别 分类 类目 一级类目 文件类别 类目名称 类别名称 门类名称',
  fonds: '全宗号',
  volume: '案卷号 卷号 案卷档号 归入卷号',
  copies: '份数 件数份数 文件份数 印数 印发份数',
  received: '收文日期 收文时间 收到日期 收到时间 收件日期 接收日期',
  addressee: '主送 主送机关 主送单位 发往机关 发往单位 收文机关 收文单位 发送单位 受文单位',
  openness: '开放意见 公开属性 开放标识 开放状态 是否公开 是否开放 公开方式 划控意见',
};

/** Headings of which the column's content has to tell what they mean, the likeliest first. */
const AMBIGUOUS: Readonly<Record<string, readonly CatalogueField[]>> = {
  编号: ['no', 'doc_no', 'code'],
  文件编号: ['doc_no', 'no', 'code'],
  收文号: ['no'],
  收文编号: ['no'],
  登记号: ['no'],
  档案编号: ['code', 'no'],
  归档号: ['code', 'no'],
  页码: ['page_range', 'pages'],
  备: ['remark'],
};

/** Headings that may mean another date than the one on which the document was made. */
const LOOSE_DATES = new Set(
  '发文日期 发文时间 来文日期 来文时间 发布日期 发布时间 公开日期 公开时间 公布日期 时间 印发日期'.split(' '),
);

/** Headings of registers that list something else than documents to be filed. */
const OTHER_REGISTER = /借阅|借出|归还|利用目的|利用方式|监销|姓名|性别|身份证|金额|单价|月份|工作安排|主管单位/u;

export interface Heading {
  field: CatalogueField;
  /** Place among the names of its field: the smaller, the more exactly it means it. */
  rank: number;
  /** Other fields that it may mean. */
  candidates: readonly CatalogueField[];
  loose: boolean;
}

const HEADINGS = new Map<string, Heading>();
for (const [key, names] of Object.entries(NAMES)) {
  const field = key as CatalogueField;
  for (const [rank, name] of names.split(' ').entries()) {
    if (name === '') continue;
    const candidates = AMBIGUOUS[name] ?? [field];
    HEADINGS.set(name, { field: candidates[0] ?? field, rank, candidates, loose: LOOSE_DATES.has(name) });
  }
}

/** The term by which a warning names a column. */
export function standardName(field: CatalogueField): string {
  return NAMES[field].split(' ')[0] ?? field;
}

/** A heading without what layout adds to it. */
function bare(text: string): string {
  return withoutSpace(canonical(text))
    .replace(/^[*#]+|[*:]+$/gu, '')
    .toUpperCase();
}

/** A heading as the answer quotes it: line breaks inside it do not count. */
export function printedHeading(text: string): string {
  return text.replace(/\s*\n\s*/gu, '').trim();
}

const DATE_PARTS: Readonly<Record<string, CatalogueField>> = { 年: 'date_year', 月: 'date_month', 日: 'date_day' };

/** What a printed heading means, or null. Of two levels the upper stands before a slash: 日期/月. */
export function headingOf(text: string): Heading | null {
  if (text.length > 30) return null;
  const plain = bare(text);
  const [upper = '', lower = ''] = plain.split('/');
  const part = HEADINGS.get(upper)?.field === 'date' ? DATE_PARTS[lower] : undefined;
  if (part) return { field: part, rank: 0, candidates: [part], loose: false };
  return HEADINGS.get(plain) ?? HEADINGS.get(plain.replace(/\([^()]*\)/gu, '')) ?? null;
}

/** Headings of the standard's own table, of which a copy may have lost a character. */
const STANDARD = ['件号', '序号', '档号', '文号', '责任者', '题名', '日期', '密级', '页数', '备注', '保管期限', '盒号'];

/**
 * The standard heading that a damaged one stands for: its first or last character is gone. null where it is whole,
 * unknown, or may stand for two of those that are not there yet.
 */
export function damagedHeadingOf(
  text: string,
  present: ReadonlySet<CatalogueField>,
): (Heading & { name: string }) | null {
  const plain = bare(text);
  if (plain === '' || plain.length > 4 || HEADINGS.has(plain)) return null;
  const fits = STANDARD.filter(
    (name) => name.length === plain.length + 1 && (name.startsWith(plain) || name.endsWith(plain)),
  ).flatMap((name) => {
    const heading = HEADINGS.get(name);
    return heading && !present.has(heading.field) ? [{ ...heading, name }] : [];
  });
  const [only] = fits;
  return only && new Set(fits.map(({ field }) => field)).size === 1 ? only : null;
}

/** What the reviewer says of a heading; undefined where nothing is said. */
export function mapped(mapping: CatalogueMapping, printed: string): CatalogueField | null | undefined {
  if (Object.hasOwn(mapping, printed)) return mapping[printed];
  const plain = bare(printed);
  const key = Object.keys(mapping).find((one) => bare(one) === plain);
  return key === undefined ? undefined : mapping[key];
}

/** Fields that only a catalogue of documents has. */
const TELLING: ReadonlySet<CatalogueField> = new Set<CatalogueField>([
  'author',
  'doc_no',
  'code',
  'pages',
  'page_range',
  'secrecy',
  'term',
  'box',
  'section',
]);

/**
 * Whether a row of headings heads a catalogue: it names titles and something else that only a catalogue has, most of
 * its headings are known, and none belongs to another kind of register.
 */
export function headsCatalogue(printed: readonly string[], mapping: CatalogueMapping): boolean {
  const texts = printed.filter((text) => text.trim() !== '');
  const fields = texts.map((text) => mapped(mapping, text) ?? headingOf(text)?.field ?? null);
  const known = fields.filter((field) => field !== null);
  if (known.length < 2 || known.length < texts.length / 2 || !known.includes('title')) return false;
  if (texts.some((text) => OTHER_REGISTER.test(bare(text)))) return false;
  const exact = texts.some((text) => bare(text) !== '名称' && headingOf(text)?.field === 'title');
  return (
    known.some((field) => TELLING.has(field)) ||
    (exact &&
      known.length >= 3 &&
      known.some((field) => field === 'date' || field === 'remark') &&
      known.includes('no'))
  );
}
