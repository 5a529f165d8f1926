/**
 * The field's words on plans: column headings and what they mean, noise that web pages leave, status words.
 * Invariant: a heading is recognised exactly, or it is reported as damaged; nothing else counts as a heading.
 */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';

export type ColumnRole =
  | 'time'
  | 'activity'
  | 'unit'
  | 'support'
  | 'status'
  | 'remark'
  | 'index'
  | 'week'
  | 'dates'
  | 'deadline'
  | 'theme'
  | 'items'
  | 'other';

const HEADINGS: Record<ColumnRole, string[]> = {
  time: [
    '月份',
    '时间',
    '月',
    '月度',
    '时间安排',
    '工作时间',
    '活动时间',
    '开展时间',
    '实施时间',
    '计划时间',
    '拟定时间',
    '时段',
    '季度',
    '月份主题',
    '年月',
    '培训时间',
    '时间节点',
    '起止月份',
    '举办时间',
    '进度安排',
    '时间进度',
    '时间段',
    '工作月份',
    '日程',
    '阶段',
  ],
  activity: [
    '工作安排',
    '工作内容',
    '重点工作',
    '活动内容',
    '工作任务',
    '活动安排',
    '主要工作',
    '主要活动',
    '工作事项',
    '工作项目',
    '工作重点',
    '工作要点',
    '活动名称',
    '活动主题',
    '活动项目',
    '重点任务',
    '主要任务',
    '主要内容',
    '主要工作内容',
    '重点工作内容',
    '具体工作',
    '具体内容',
    '任务内容',
    '培训内容',
    '培训项目',
    '培训主题',
    '计划内容',
    '任务名称',
    '事项',
    '内容',
    '任务',
    '项目',
    '活动',
    '安排',
    '周主题',
    '主题',
    '工作',
    '活动及内容',
    '工作及活动',
    '活动主要内容',
    '主要活动安排',
    '月工作安排',
    '主要工作安排',
    '项目名称',
    '课程名称',
    '课程',
    '工作目标任务',
    '具体工作安排',
    '工作计划',
    '工作名称',
    '工作主题',
    '教育活动',
    '活动内容安排',
    '活动计划',
    '主题活动',
    '名称',
    '教育内容',
    '重点活动',
  ],
  unit: [
    '主管单位',
    '责任单位',
    '牵头单位',
    '承办单位',
    '主办单位',
    '负责单位',
    '实施单位',
    '组织单位',
    '责任部门',
    '主管部门',
    '牵头部门',
    '负责部门',
    '承办部门',
    '主办部门',
    '落实单位',
    '主责单位',
    '分管单位',
    '完成单位',
    '责任科室',
    '责任班级',
    '单位',
    '部门',
    '负责人',
    '责任人',
    '执行单位',
    '责任单位人',
    '责任处室',
    '承担单位',
    '主持单位',
    '组织部门',
    '实施部门',
    '责任主体',
    '承办学校',
    '承办',
    '主办',
    '牵头',
    '负责',
    '主持人',
    '责任村居',
  ],
  support: [
    '协办单位',
    '配合单位',
    '参与单位',
    '协助单位',
    '协办部门',
    '配合部门',
    '参与部门',
    '支持单位',
    '协办',
    '配合',
    '参加单位',
    '协同单位',
  ],
  status: ['完成情况', '落实情况', '进展情况', '状态', '完成状态', '执行情况', '是否完成'],
  remark: ['备注', '说明', '附注', '备考'],
  index: ['序号', '编号', '序', '号', 'no', 'no.', '项次'],
  week: ['周次', '周数', '周别', '周', '教学周', '星期'],
  dates: ['起止日期', '日期', '日', '起止时间', '具体日期', '具体时间', '活动日期', '起讫日期', '起讫时间'],
  deadline: ['完成时间', '完成时限', '时限', '完成期限', '截止时间', '办结时限', '时限要求'],
  theme: [
    '月主题',
    '月活动',
    '主题月',
    '月份主题词',
    '学期',
    '季节',
    '类别',
    '活动类别',
    '节日',
    '节日名称',
    '节庆',
    '工作类别',
    '板块',
    '模块',
    '分类',
  ],
  items: [],
  other: [
    '地点',
    '活动地点',
    '场所',
    '培训地点',
    '对象',
    '参加对象',
    '参加人员',
    '活动对象',
    '培训对象',
    '参与对象',
    '形式',
    '活动形式',
    '经费',
    '经费预算',
    '预算',
    '目标',
    '工作目标',
    '预期目标',
    '要求',
    '工作要求',
    '措施',
    '工作措施',
    '主要措施',
    '具体措施',
    '人数',
    '分管领导',
    '主讲人',
    '授课教师',
    '学时',
    '课时',
    '参加人数',
    '实施步骤',
    '预期效果',
    '联系人',
    '联系电话',
    '电话',
  ],
};

const ROLE_OF = new Map<string, ColumnRole>();
for (const role of Object.keys(HEADINGS)) {
  const known = asRole(role);
  if (known) for (const heading of HEADINGS[known]) ROLE_OF.set(heading, known);
}

function asRole(text: string): ColumnRole | null {
  switch (text) {
    case 'time':
    case 'activity':
    case 'unit':
    case 'support':
    case 'status':
    case 'remark':
    case 'index':
    case 'week':
    case 'dates':
    case 'deadline':
    case 'theme':
    case 'items':
    case 'other':
      return text;
    default:
      return null;
  }
}

/** Headings long enough to be told from each other when a character is lost, most usual first. */
const REPAIRABLE = [...HEADINGS.unit, ...HEADINGS.activity, ...HEADINGS.time, ...HEADINGS.support, ...HEADINGS.status]
  .filter((heading) => heading.length >= 2)
  .concat(['备注', '序号', '周次', '起止日期', '完成时间', '完成时限']);

export interface Heading {
  /** The heading in full; the printed one where nothing is damaged. */
  name: string;
  role: ColumnRole;
  damaged: boolean;
}

/** Traditional characters of column headings. */
const TRADITIONAL = new Map(
  Array.from(
    '動动內内單单辦办責责負负協协備备註注時时間间項项務务點点稱称題题門门導导週周況况計计劃划開开參参與与員员學学類类別别號号課课訓训態态進进執执會会節节錄录實实組组織织級级',
  ).flatMap((sign, index, all) => (index % 2 === 0 ? [[sign, all[index + 1] ?? sign] as const] : [])),
);

function plainHeading(text: string): string {
  return withoutSpace(canonical(text))
    .replace(/[\u4e00-\u9fff]/gu, (sign) => TRADITIONAL.get(sign) ?? sign)
    .toLowerCase()
    .replace(/[()[\]【】、/:：|*·.]/gu, '');
}

/** Reads a column heading exactly as the field prints it; brackets and white space do not count. */
export function headingOf(text: string): Heading | null {
  const name = withoutSpace(text).replace(/[:：]$/u, '');
  if (name === '' || name.length > 14) return null;
  const whole = ROLE_OF.get(plainHeading(text));
  if (whole) return { name, role: whole, damaged: false };
  const withoutBracket = plainHeading(canonical(text).replace(/\([^()]*\)/gu, ''));
  const bare = ROLE_OF.get(withoutBracket) ?? composedRole(withoutBracket);
  return bare ? { name, role: bare, damaged: false } : null;
}

const DUTY = '主管|责任|牵头|承办|主办|负责|实施|组织|执行|落实|主责|完成|承担|包保|具体负责';
const AID = '协办|配合|参与|协助|支持|参加|协同';
const BODY =
  '(?:单位|部门|科室|股室|站所|年级|班级|处室|学校|村居|村|社区|中心|站点|教师|老师|年级组|教研组|支部|主体|人员?)';
const COMPOSED: [RegExp, ColumnRole][] = [
  [/^(?:开始|起始|启动)(?:时间|日期|月份)$/u, 'time'],
  [/^(?:结束|终止|截止|截至)(?:时间|日期|月份)$/u, 'deadline'],
  [new RegExp(`^(?:${DUTY}){1,2}${BODY}(?:(?:和|及|与)?(?:责任|负责)?人)?$`, 'u'), 'unit'],
  [new RegExp(`^(?:${AID})${BODY}$`, 'u'), 'support'],
  [
    /^(?:主要|重点|具体|计划|教育|培训|活动|工作|服务|宣传|学习|讲座|课程|志愿|主题|节日|党日|教学|宣讲|服务项目|文化|实践|任务)+(?:内容|事项|任务|项目|主题|名称|要点|题目)$/u,
    'activity',
  ],
  [/^(?:常规|日常|经常性|阶段性?|专项|中心|特色|其他|其它|党建|团队|德育|教学)(?:工作|活动)$/u, 'activity'],
  [/^(?![月周年季本])[\u4e00-\u9fff]{2,4}主题$/u, 'activity'],
  [/^(?!注意|备注)[\u4e00-\u9fff]{2,4}(?:内容|事项)$/u, 'activity'],
  [
    /^[\u4e00-\u9fff]{2,6}(?:行业|领域|科目|项目|任务|活动)名称$|^(?:演练|检查|整治|宣传|培训|竞赛|比赛)科目$/u,
    'activity',
  ],
  [
    /^(?:工作|活动|培训|学习|演练|检查|会议|比赛|开展|实施|计划|举办|服务|教学|上课|讲座|宣传|宣讲|授课|拟定|预定|拟|预计)+(?:时间|日期|月份|时段)(?:安排)?$/u,
    'time',
  ],
];

/** Columns that the model has no field for: 上课地点, 责任领导, 参训人数. */
const BESIDE =
  /^[\u4e00-\u9fff]{2,4}(?:地点|场所|地址|对象|人数|人次|范围|经费|形式|方式|教师|讲师|学时|课时|效果|领导|电话)$/u;

/** Headings made of the field's usual parts: 承办年级, 服务内容, 宣讲时间. */
function composedRole(plain: string): ColumnRole | undefined {
  return COMPOSED.find(([pattern]) => pattern.test(plain))?.[1] ?? (BESIDE.test(plain) ? 'other' : undefined);
}

/** A heading that lost one character at its end or beginning, or shows one wrong character. */
export function damagedHeadingOf(text: string): Heading | null {
  const plain = plainHeading(text);
  // A month cell is no heading, whatever was misread in it.
  if (plain === '' || plain.length > 8 || (/^[^月]{0,3}月份?$/u.test(text) && plain.length > 1 && plain !== '月分'))
    return null;
  const lost = REPAIRABLE.find(
    (heading) =>
      heading.length === plain.length + 1 &&
      plain.length >= 1 &&
      (heading.slice(1) === plain || heading.slice(0, -1) === plain),
  );
  const wrong = REPAIRABLE.find(
    (heading) =>
      heading.length === plain.length &&
      plain.length >= 2 &&
      Array.from(heading).filter((sign, index) => sign !== plain[index]).length === 1,
  );
  const inner = REPAIRABLE.find(
    (heading) =>
      heading.length === plain.length + 1 &&
      plain.length >= 3 &&
      Array.from(heading).some((_, index) => heading.slice(0, index) + heading.slice(index + 1) === plain),
  );
  const name = plain.length >= 2 ? (lost ?? inner ?? wrong) : lost;
  const role = name === undefined ? undefined : ROLE_OF.get(name);
  return name !== undefined && role ? { name, role, damaged: true } : null;
}

const NOISE =
  /(?:^[【[]?(?:打印|关闭|分享|收藏|返回|返回顶部|下载|首页|上一篇|下一篇|【?字号.*|•?\s*字号.*|大中小|大 中 小|扫一扫.*|相关(?:文章|阅读|推荐).*|推荐阅读.*|点击下载.*|附件下载.*)[】\]]?[:：]?$|试读结束|版权(?:声明|所有)|©|copyright|正在阅读|www\.|https?:|\.(?:docx?|xlsx?|pdf|wps)\b|浏览(?:次数|量)|点击(?:数|量|率)|阅读(?:次数|量)|访问量|责任编辑|ICP备|备案号|技术支持|全站文档|开通会员|免费下载|微信公众号|^(?:分享|转发)到?\s*[:：]|QQ空间|我要纠错|打印本页|关闭窗口|打印此页|来源[:：]|^(?:上|下)一篇|当前位置|您的位置|您现在的位置|^\s*第\s*\d+\s*页|共\s*\d+\s*页|^\s*[-—]\s*\d+\s*[-—]\s*$|保护视力|^\W?字体\W|二维码|关注我们|^长按|^(?:编辑|责编|校对|监制|供稿|图文|文字|摄影|排版|审核编辑|通讯员)\s*[:：丨|/]|^阅读\s*\d|^在看\s*\d|^附件\s*[一二三四五六七八九十\d]*\s*[:：]?$|^[（(]此件[^()（）]{1,12}[)）]$|^(?:首页|网站首页|主页)(?:\s*[>＞»›/-]+\s*[^\s>＞»›。；，]{1,24})+\s*$|^[^\p{L}\p{N}]+$)/iu;

/** Lines that a web page or a page break leaves between the plan's own: menus, addresses, page numbers. */
export function isNoise(text: string): boolean {
  return NOISE.test(text.trim());
}

const MISPRINTS: [string, RegExp][] = [
  ['版画', /版话|版化|版划/u],
  ['剪纸', /减纸|剪子艺术/u],
  ['沥粉', /历粉|沥份|漓粉/u],
  ['活动周', /活动洲/u],
  ['工作站', /工作占/u],
  ['志愿者', /自愿者|志愿着/u],
  ['志愿服务', /自愿服务/u],
  ['社区教育', /设区教育|社区教肓|杜区教育/u],
  ['配档表', /配挡表|配裆表/u],
  ['活动', /活功|话动(?=[，。、])|活劲/u],
  ['工作', /工怍|エ作/u],
  ['学习型', /学习形(?=家庭|单位|社团|组织|社区)/u],
  ['培训', /培训l|陪训|培圳/u],
];

/** Misprints of the field's terms, as same-sounding or same-looking characters make them. */
export function misprintsIn(text: string): { printed: string; term: string }[] {
  const found: { printed: string; term: string }[] = [];
  for (const [term, pattern] of MISPRINTS) {
    const hit = pattern.exec(text);
    if (hit) found.push({ printed: hit[0], term });
  }
  return found;
}

/** Status words of 完成情况 columns. */
export function isStatusWord(text: string): boolean {
  return /^(?:已?完成|未完成|部分完成|进行中|未开始|延期|取消|正在进行|已开展|未开展|√|×|是|否|基本完成|正在推进)$/u.test(
    withoutSpace(text),
  );
}

/** Words that a plan's title holds. */
export const TITLE_WORD =
  /计划|安排|配档|行事历|日程|一览|要点|方案|思路|打算|设想|规划|任务分解|清单|活动表|工作表|进度表|时间表|历$|表$/u;
