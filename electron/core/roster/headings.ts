/**
 * The words that head the columns of sign-in sheets, rosters and lists of activities, and what each may mean.
 * Invariant: white space, width and brackets of a heading do not count; where one heading may mean two columns, the other
 * headings and the column's content decide.
 */
import type { RosterField, RosterMapping } from '#shared/features/attendance.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';

/** Names of a field, the one that means it most exactly first. */
const NAMES: Readonly<Record<RosterField, string>> = {
  number: '签到序号 序号 序 编号 学号 报名序号 志愿者编号 NO. NO № 号',
  name: '姓名 学员姓名 参加人姓名 参加人员姓名 参与者姓名 参与人姓名 居民姓名 志愿者姓名 教师姓名 儿童姓名 孩子姓名 学生姓名 参训人员 参加人 参与人 参与者 参加人员 参会人员 签到人 人员姓名 名字 学员',
  sex: '性别',
  birth: '出生日期 出生年月日 出生年月 出生时间 生日 出生年份 出生',
  age: '年龄 年龄(岁) 周岁 岁数',
  village:
    '村(居) 村居 村/居 村(社区) 社区(村) 村/社区 社区 村 所属社区 所属村居 所属村(居) 所在村居 所在村(居) 所在社区 所在村 居住村 居住社区 居住地 住址 家庭住址 现住址 居住地址 家庭地址 地址 村名 社区名称 村(居)委会 来自',
  phone: '联系电话 电话 手机号码 手机号 手机 联系方式 电话号码 本人电话 联系人电话',
  activity:
    '活动名称 活动 活动主题 活动项目 参加活动 培训名称 培训项目 培训主题 讲座名称 课程名称 课程 班级名称 班级 项目名称 活动内容 培训内容 主题 内容 项目 工作内容',
  date: '日期 活动日期 培训日期 签到日期 参加日期 举办日期 开展日期 上课日期 服务日期 服务时间 活动时间 培训时间 举办时间 开展时间 时间 参加时间',
  time: '时间段 具体时间 起止时间 上课时间 活动时段 时段',
  place: '地点 活动地点 培训地点 举办地点 开展地点 活动场所 场地 活动场地',
  signed:
    '签到 签名 签字 本人签名 本人签字 学员签名 学员签字 签到签名 签到(签名) 签名(签到) 是否签到 签到情况 签到状态 出勤 出勤情况 考勤 考勤情况 是否参加 是否到场 到场情况 到课 到课情况 签到时间 参加情况 上午签到 下午签到 晚上签到 上午 下午 晚上',
  role: '角色 身份 人员类别 人员类型 参加身份 身份类别 人员身份',
  hours: '时长 服务时长 志愿时长 志愿服务时长 参与时长 活动时长 学时 时数 小时数 服务小时 服务小时数 课时 学习时长',
  unit: '单位 工作单位 所在单位 所属单位 学校 就读学校 所在学校 所属组织 单位名称 所属团队',
  subject:
    '任教科目 任教课程 授课内容 授课科目 教授课程 教授科目 专业 专业特长 特长 专长 课程特长 服务方向 服务项目 服务内容 服务意向 技能特长 项目特长 擅长领域',
  certificate:
    '证书 资格证书 教师资格证 教师资格证书 资格证 职业资格 职业资格证书 证书名称 资格证书编号 证书编号 资质证书',
  guardian: '监护人 监护人姓名 家长姓名 家长',
  guardian_phone: '监护人电话 监护人联系电话 监护人联系方式 家长电话 家长联系电话 家长手机 家长联系方式',
  consent: '监护人同意 监护人是否同意 监护人签字 监护人签名 家长签字 家长签名 家长同意 同意书 监护人同意书 知情同意',
  identity: '身份证号 身份证号码 身份证 公民身份号码 公民身份证号 证件号码 证件号 居民身份证号',
  head_count:
    '人数 参加人数 参与人数 参训人数 活动人数 培训人数 到场人数 受益人数 服务人数 参加人次 参与人次 培训人次 受益人次 服务人次 人次 参加人数(人) 规模',
  host: '主办单位 主办 主办方 举办单位 组织单位 主办/承办单位 主办(承办)单位 承办单位 承办 协办单位 协办 组织者 责任单位',
  category: '活动类别 培训类别 活动类型 培训类型 活动分类 类别 类型 分类',
  audience: '参加对象 活动对象 培训对象 参与对象 服务对象 参加人群 面向对象 对象 受众',
  summary: '活动小结 小结 活动总结 活动简介 内容简介 活动成效 成效 效果 主要内容 简介 活动概况 活动情况',
  remark: '备注 备考 备注说明 说明 备',
};

/** Headings of columns that are known and not read: they head a roster as well as any, and say nothing against it. */
const NOT_READ = new Set(
  '民族 政治面貌 学历 文化程度 最高学历 毕业院校 所学专业 职称 职务 职业 健康状况 身体状况 籍贯 户籍 婚姻状况 邮箱 电子邮箱 微信 微信号 QQ QQ号 照片 报名时间 报名日期 报名状态 报名编号 审核状态 签退 签退时间 签退签名 入学时间 入会时间 加入时间 注册时间 登记时间 紧急联系人 紧急联系电话 累计服务时长 累计时长 总时长 评价 星级 邮编 请假 缺席 缺勤 迟到 早退 旷课 未到'.split(
    ' ',
  ),
);

/** Whether a heading is known as one of a column that is not read. */
export function isNotRead(text: string): boolean {
  const plain = bareHeading(text);
  return NOT_READ.has(plain) || NOT_READ.has(plain.replace(/\([^()]*\)/gu, ''));
}

/** Headings that may mean another column too, the likeliest first. */
const AMBIGUOUS: Readonly<Record<string, readonly RosterField[]>> = {
  活动内容: ['activity', 'summary'],
  培训内容: ['activity', 'summary'],
  内容: ['activity', 'summary'],
  工作内容: ['activity', 'summary'],
  项目: ['activity', 'category'],
  课程: ['activity', 'subject'],
  时间: ['date', 'time'],
  活动时间: ['date', 'time'],
  培训时间: ['date', 'time'],
  举办时间: ['date', 'time'],
  开展时间: ['date', 'time'],
  服务时间: ['date', 'hours'],
  班级: ['activity', 'unit'],
  类别: ['category', 'role'],
  类型: ['category', 'role'],
  参加人员: ['name', 'audience'],
  参加对象: ['audience', 'name'],
  学员: ['name', 'audience'],
};

export interface Heading {
  field: RosterField;
  /** Place among the names of its field: the smaller, the more exactly it means it. */
  rank: number;
  candidates: readonly RosterField[];
}

const HEADINGS = new Map<string, Heading>();
for (const [key, names] of Object.entries(NAMES)) {
  const field = key as RosterField;
  for (const [rank, name] of names.split(' ').entries()) {
    const candidates = AMBIGUOUS[name] ?? [field];
    HEADINGS.set(name, { field: candidates[0] ?? field, rank, candidates });
  }
}

/** The word by which a warning names a column. */
export function standardName(field: RosterField): string {
  return NAMES[field].split(' ')[0] ?? field;
}

/** A heading without what layout adds to it. */
export function bareHeading(text: string): string {
  return withoutSpace(canonical(text))
    .replace(/^[*#]+|[*:]+$/gu, '')
    .toUpperCase();
}

/** A heading as the answer quotes it: line breaks inside it do not count. */
export function printedHeading(text: string): string {
  return text.replace(/\s*\n\s*/gu, '').trim();
}

/** What a printed heading means, or null. */
export function headingOf(text: string): Heading | null {
  if (text.length > 30) return null;
  const plain = bareHeading(text);
  return HEADINGS.get(plain) ?? HEADINGS.get(plain.replace(/\([^()]*\)/gu, '')) ?? null;
}

/** The heading that a damaged one stands for: its first or last character is gone and no other fits. */
export function damagedHeadingOf(text: string, present: ReadonlySet<RosterField>): (Heading & { name: string }) | null {
  const plain = bareHeading(text);
  if (plain === '' || plain.length > 4 || HEADINGS.has(plain)) return null;
  const fits = [...HEADINGS].filter(
    ([name, { field, rank }]) =>
      rank < 3 &&
      name.length === plain.length + 1 &&
      (name.startsWith(plain) || name.endsWith(plain)) &&
      !present.has(field),
  );
  const [only] = fits;
  return only && new Set(fits.map(([, { field }]) => field)).size === 1 ? { ...only[1], name: only[0] } : null;
}

/** What the reviewer says of a heading; undefined where nothing is said. */
export function mapped(mapping: RosterMapping, printed: string): RosterField | null | undefined {
  if (Object.hasOwn(mapping, printed)) return mapping[printed];
  const plain = bareHeading(printed);
  const key = Object.keys(mapping).find((one) => bareHeading(one) === plain);
  return key === undefined ? undefined : mapping[key];
}

/** Headings of papers that are read elsewhere: catalogues of documents, plans, ledgers. */
const OTHER_PAPER = /题\s*名|责任者|文号|档号|保管期限|主管单位|凭证号|借方|贷方|金额\(元\)/u;

/**
 * Whether a row of headings heads a roster or a list of activities.
 * @param others how many further cells are days or activities of a matrix: they count as known
 */
export function headsRoster(printed: readonly string[], mapping: RosterMapping, others = 0): boolean {
  const texts = printed.filter((text) => text.trim() !== '' && !isNotRead(text));
  if (texts.some((text) => OTHER_PAPER.test(bareHeading(text)))) return false;
  const fields = texts.map((text) => mapped(mapping, text) ?? headingOf(text)?.field ?? null);
  const known = new Set(fields.filter((field) => field !== null));
  const count = fields.filter((field) => field !== null).length + (known.has('name') ? others : 0);
  // Labels beside their values are no headings: 活动名称 | 剪纸培训 | 时间 | 6月12日.
  if (count < 2 || count <= texts.length / 2) return false;
  if (known.has('name')) return true;
  return (
    known.has('activity') &&
    ['date', 'place', 'head_count', 'host', 'audience'].some((field) => known.has(field as RosterField))
  );
}
