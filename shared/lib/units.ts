/**
 * Unit cells (主管单位, 责任单位 …): splitting, roles, and matching against the unit list. Rules: domain rule U7.
 * Invariant: a name comes out as printed, without the separators and role words around it; nothing is invented.
 */
import { canonical, withoutSpace } from './chinese-numerals.ts';

export interface NamedUnit {
  name: string;
  role: 'lead' | 'support';
}

const LEAD_LABEL =
  '牵头(?:单位|部门|科室)?|主管(?:单位|部门)?|责任(?:单位|部门|科室|人)?|主办(?:单位|部门)?|承办(?:单位|部门)?|主责(?:单位|部门)?|实施(?:单位|部门)|负责(?:单位|部门|人)?|组织(?:单位|部门)|落实(?:单位|部门)|完成单位';
const SUPPORT_LABEL =
  '协办(?:单位|部门)?|配合(?:单位|部门)?|协助(?:单位|部门)?|协同(?:单位|部门)?|参与(?:单位|部门)?|参加(?:单位|部门)?|支持(?:单位|部门)?';
const LABEL = new RegExp(`^\\s*(?:(${LEAD_LABEL})|(${SUPPORT_LABEL}))\\s*[:：]\\s*`, 'u');
const LABEL_INSIDE = new RegExp(`[ \\t　]+(?=(?:${LEAD_LABEL}|${SUPPORT_LABEL})\\s*[:：])`, 'gu');
const ROLE_BRACKET = /[(（【[]\s*(?:(牵头|主办|主责|负责)|(协办|配合|协助|参与|支持))(?:单位|部门)?\s*[)）】\]]/u;
const ROLE_END = /^(.{2,}?)(?:(牵头|主办|负责|承办)|(协办|配合|协助|参与|参加))(?:实施|组织|落实)?$/u;
const NONE = /^(?:无|\/|-+|—+|空|暂无|待定|\\)$/u;
const OPEN = '(（[【《“';
const CLOSE = ')）]】》”';

/** What a unit's name ends in; used to tell unit cells from activity cells, never to change one. */
const UNIT_END =
  /(?:中心|学校|中心校|小学|中学|初中|高中|大学|学院|党校|园|校|办|办公室|办事处|委|委员会|局|站|所|社区|村|居|居委|居委会|村委会|街道|镇|乡|妇联|工会|团委|团工委|团支部|党委|支部|党支部|总支|协会|学会|联合会|促进会|基金会|商会|残联|文联|科协|关工委|老龄委|科|科室|室|院|馆|部|大队|中队|组|小组|处|厅|政府|公司|企业|银行|医院|部门|单位|[\d一二三四五六)）各]班|各班|毕业班|年级|级部|家委会|少工委|大队部|志愿队|服务队|艺术团|合作社|学部|站点|园区|管区|片区|工作片|联社|队|社)(?:[(（][^()（）]{1,12}[)）])?$/u;
const UNIT_START = /^(?:各|全体|有关|相关|全镇|全街道|全校)/u;
const PEOPLE =
  /(?:老师|主任|校长|班主任|书记|干事|专干|教师|全体教职工|辅导员|负责人|工作人员|村居|^[\u4e00-\u9fff]{1,5}员)$/u;
/** Posts of a committee, some of which begin like a verb. */
const POST = /^(?:组织|宣传|纪检|统战|青年|妇女|群工|生活|文体|学习|劳动|安全)?委员$/u;
const ACTIVITY =
  /(?:活动|工作|培训|会议|比赛|竞赛|评选|讲座|宣传|教育|总结|检查|演练|慰问|晚会|座谈会|运动会|家长会|例会|大会|典礼|仪式|展演|展览|演出|安排|计划|服务|实践|月|周|日|节|赛|展|评比|宣讲|义诊|体检|家访|联欢|汇演|座谈|走访|祭扫|演讲|朗诵|展示|采风|夏令营|冬令营|论坛|沙龙|大讲堂|集市|辅导|咨询|普法|植树|献血|观影|招聘|考核|验收|建设|整理|归档|学习|排查|会|进[\u4e00-\u9fff]{1,3})$/u;
const ACTIVITY_START =
  /^(?:开展|组织(?!部)|举办|举行|召开|做好|加强|参加|完成|启动|推进|民主评议|评议|制定|制订|拟定|庆祝|迎接|迎新|走访|慰问|评选|评比|配合|协助|筹备|总结|整理|落实|深入|继续|积极|进行|实施|建立|建设(?!局|部|办|委|所|站|科|工程|银行|集团|公司)|健全|发放|征集|观看|学习(?!型)|庆|迎|办好|抓好|清明|春节|元旦|国庆|重阳|中秋|端午|五四|六一|七一|三八|“|参观|走进|打扫|清扫|整治|维修|打造|成立|调研|督导(?!科|处|室|组|办|委)|督查(?!科|处|室|组|办)|检查|培训(?!学校|中心|部|机构|科|处|股|室|班$)|申报|创建|表彰|关爱|帮扶|看望|宣传(?!部|科|办|站|队|委)|深化|优化|完善|规范|更新|布置|统计(?!局|站|所|科)|上报|编制(?!办)|编写|印发|签订|结合|利用|围绕|针对|动员|招募|对接|选举|选树|巩固|提升|强化|扎实|认真)/u;
/** Words inside an activity that a unit's name does not hold, though it may end like one. */
const ACTIVITY_INSIDE =
  /进(?:校园|社区|村|农村|军营|市场|景区|小区|机关|企业|家庭|课堂|学校|万家|千家|乡|学院)|[下返回]乡$|[入驻]社区$|入村$|返校$|走进|参观|慰问|走访|看望/u;

/** yes = reads like a unit; no = reads like an activity; maybe = nothing tells. */
export function unitLikeness(text: string): 'yes' | 'maybe' | 'no' {
  const known = likenesses.get(text);
  if (known) return known;
  const found = judge(text);
  if (likenesses.size >= MOST_LIKENESSES) likenesses.clear();
  likenesses.set(text, found);
  return found;
}

/** Plans name the same few units over and over. */
const likenesses = new Map<string, 'yes' | 'maybe' | 'no'>();
const MOST_LIKENESSES = 4000;

function judge(text: string): 'yes' | 'maybe' | 'no' {
  if (text.length > 200) return 'no';
  const names = splitUnits(text);
  if (names.length === 0) return 'maybe';
  let sure = 0;
  for (const { name } of names) {
    const plain = withoutSpace(name);
    if (plain.length > 24 || /[。！？!?“”]/u.test(plain) || ACTIVITY_INSIDE.test(plain)) return 'no';
    if (UNIT_START.test(plain) && plain.length <= 14 && !ACTIVITY.test(plain)) sure += 1;
    else if (UNIT_END.test(plain) && !ACTIVITY_START.test(plain)) sure += 1;
    else if (POST.test(plain)) sure += 1;
    else if (PEOPLE.test(plain) && plain.length <= 10 && !ACTIVITY_START.test(plain)) sure += 1;
    else if (ACTIVITY.test(plain) || ACTIVITY_START.test(plain)) return 'no';
  }
  return sure === names.length ? 'yes' : 'maybe';
}

/** Whether a sentence tells what is done: it begins with a verb of the field or ends in a kind of activity. */
export function readsLikeActivity(text: string): boolean {
  const plain = withoutSpace(text)
    .replace(/[(（][^()（）]*[)）]/gu, '')
    .replace(/[。；;，,．.]+$/u, '');
  const clause = plain.split(/[，,。；;]/u, 1)[0] ?? '';
  return ACTIVITY_START.test(plain) || ACTIVITY.test(clause) || ACTIVITY.test(plain) || ACTIVITY_INSIDE.test(plain);
}

/** Cuts at separators outside brackets and quotation marks. */
function cut(text: string, separators: string): string[] {
  let found = false;
  for (const sign of text) found ||= separators.includes(sign);
  if (!found) return [text];
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    if (OPEN.includes(sign)) depth += 1;
    else if (CLOSE.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separators.includes(sign)) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  parts.push(part);
  return parts;
}

function splitBySpace(name: string): string[] {
  const parts = name.split(/[ \t\u00A0\u3000]+/u).filter((part) => part !== '');
  const safe =
    parts.length > 1 && parts.every((part) => part.length >= 2 && (UNIT_END.test(part) || UNIT_START.test(part)));
  // Spaces that stretch a name over its cell (中 心 校) are no separators.
  return safe
    ? parts
    : [/[\u4e00-\u9fff]/u.test(name) ? name.replace(/(?<=[^\w]) +| +(?=[^\w])|[\u00A0\u3000]+/gu, '') : name];
}

/** Takes a label in front and brackets around all off: （责任单位：中心校） → label and 中心校. */
function unwrap(text: string): string {
  const found = /^\s*[(（【[]([\s\S]*)[)）】\]]\s*$/u.exec(text);
  const inner = found?.[1];
  return inner !== undefined && !/[()（）]/u.test(inner) ? inner : text;
}

/**
 * Splits a unit cell into names with their roles. Separators: 、；;，,／/ and line breaks; spaces only where every part
 * ends like a unit. Brackets never split (各村（居）). 无 and dashes name no unit.
 */
export function splitUnits(text: string): NamedUnit[] {
  const units: NamedUnit[] = [];
  let role: NamedUnit['role'] = 'lead';
  for (const clause of cut(unwrap(text).replace(LABEL_INSIDE, '\n'), '；;，,。\n\r')) {
    const label = LABEL.exec(clause);
    if (label) role = label[2] === undefined ? 'lead' : 'support';
    const begin = units.length;
    for (const piece of cut(label ? clause.slice(label[0].length) : clause, '、／/')) {
      for (const printed of splitBySpace(piece.trim())) {
        let name = printed;
        let own: NamedUnit['role'] = role;
        const bracket = ROLE_BRACKET.exec(name);
        if (bracket) {
          own = bracket[2] === undefined ? 'lead' : 'support';
          name = name.replace(ROLE_BRACKET, '');
        }
        const end = ROLE_END.exec(name);
        if (end?.[1]) {
          // 甲牵头，乙、丙配合: the word at the end speaks for the names since the last comma.
          own = end[3] === undefined ? 'lead' : 'support';
          name = end[1];
          for (const unit of units.slice(begin)) unit.role = own;
        }
        name = name.trim();
        if (name !== '' && !NONE.test(name)) units.push({ name, role: own });
      }
    }
  }
  return units;
}

/** A unit's name as it is compared: white space, width and case do not count. */
export function comparableUnit(name: string): string {
  return withoutSpace(canonical(name)).toLowerCase();
}

/** Whether two printed names are the same. */
export function sameUnitName(left: string, right: string): boolean {
  return comparableUnit(left) === comparableUnit(right);
}

export type ListedUnit = Readonly<{ name: string; shortNames: readonly string[] }>;

/** Index of the listed unit whose full or short name is the printed one; null = none. White space and width do not count. */
export function matchUnit(name: string, units: readonly ListedUnit[]): number | null {
  const wanted = comparableUnit(name);
  if (wanted === '') return null;
  const byName = units.findIndex((unit) => comparableUnit(unit.name) === wanted);
  if (byName >= 0) return byName;
  const byShort = units.findIndex((unit) => unit.shortNames.some((short) => comparableUnit(short) === wanted));
  return byShort >= 0 ? byShort : null;
}

/** The one listed unit that the printed name may be short for (its end or beginning); null where none or several fit. */
export function suggestUnit(name: string, units: readonly ListedUnit[]): string | null {
  const wanted = comparableUnit(name);
  if (wanted.length < 2 || matchUnit(name, units) !== null) return null;
  const fits = (full: string): boolean => full.length > wanted.length && full.endsWith(wanted);
  const found = units.filter((unit) => [unit.name, ...unit.shortNames].some((full) => fits(comparableUnit(full))));
  return found.length === 1 ? (found[0]?.name ?? null) : null;
}
