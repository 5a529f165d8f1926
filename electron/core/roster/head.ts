/**
 * What stands above the rows of a sheet, or between them: activity, day, place and hosts, labelled or as a title.
 * Invariant: what is not printed is null; a title that only implies its activity says so.
 */
import { canonical, parseYear, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { titleText } from '../catalogue/head.ts';
import { readDay, type ReadDay } from './days.ts';
import type { HeadLine } from './draft.ts';

type HeadKey = 'activity' | 'date' | 'time' | 'place' | 'host' | 'head_count' | 'audience' | 'category' | 'other';

const LABELS: Readonly<Record<HeadKey, string>> = {
  activity:
    '活动名称|服务内容|服务项目|志愿服务项目|活动主题|培训名称|培训主题|培训项目|课程名称|项目名称|讲座名称|活动项目|活动内容|培训内容|讲座主题|班级名称|班级|主题|名称|活动|课程|内容',
  date: '活动时间|服务日期|服务时间|活动日期|培训时间|培训日期|举办时间|举办日期|开展时间|上课时间|签到日期|时间|日期',
  time: '具体时间|时段',
  place: '活动地点|服务地点|培训地点|举办地点|上课地点|活动场所|地点|场地',
  host: '主办单位|举办单位|承办单位|组织单位|主办方|主办|承办|协办单位',
  head_count: '参加人数|参与人数|活动人数|培训人数|参加人次|实到人数|实到|人数',
  audience: '参加对象|活动对象|培训对象|对象',
  category: '活动类别|活动类型|培训类别|类别',
  other:
    '主讲人|授课教师|授课老师|主讲老师|主讲|教师|讲师|老师|负责人|活动负责人|项目负责人|带队人|带队老师|记录人|填表人|制表人|联系人|联系电话|班主任|组织者|填报单位|填报人|单位|填表日期|填报日期|制表日期|应到|应到人数|年度|编号|页码',
};
const KEYS = Object.entries(LABELS).map(([key, names]) => [key as HeadKey, names] as const);
const ANY = KEYS.map(([, names]) => names).join('|');
const ALONE = new RegExp(`^(${ANY})\\s*[:：]?$`, 'u');
const WITH_VALUE = new RegExp(`^(${ANY})\\s*[:：]\\s*([\\s\\S]+)$`, 'u');
const NEXT = new RegExp(`[\\s　,，;；|]+(?=(?:${ANY})\\s*[:：])`, 'gu');

const keyOf = (label: string): HeadKey =>
  KEYS.find(([, names]) => new RegExp(`^(?:${names})$`, 'u').test(label))?.[0] ?? 'other';

export interface HeadPair {
  key: HeadKey;
  /** As printed: 活动内容. */
  label: string;
  value: string;
  line: number;
}

/** 活 动 名 称： → 活动名称： */
function closed(text: string): string {
  const plain = text
    .replace(/[\u00A0\u3000]/gu, ' ')
    .replace(/\*\*/gu, '')
    .trim();
  const label = /^((?:[\u4e00-\u9fff]\s*){2,6}?)([:：][\s\S]*)?$/u.exec(plain);
  const short = withoutSpace(label?.[1] ?? '');
  return label && ALONE.test(short) ? `${short}${label[2] ?? ''}` : plain;
}

/** The labelled values of lines: 活动名称：剪纸培训 时间：2021年6月12日, or label and value in neighbouring cells. */
export function pairsOf(lines: readonly HeadLine[]): HeadPair[] {
  const pairs: HeadPair[] = [];
  for (const { line, cells } of lines) {
    const pieces = cells.flatMap((cell) =>
      cell
        .split(/\n|\t|\u3000{2,}/u)
        .flatMap((part) => part.replace(NEXT, '\n').split('\n'))
        .map(closed)
        .filter((text) => text !== ''),
    );
    for (let at = 0; at < pieces.length; at += 1) {
      const text = pieces[at] ?? '';
      const whole = WITH_VALUE.exec(text);
      if (whole) {
        pairs.push({ key: keyOf(whole[1] ?? ''), label: whole[1] ?? '', value: (whole[2] ?? '').trim(), line });
        continue;
      }
      const alone = ALONE.exec(text);
      // A label without a colon counts only where its value stands in the next cell.
      if (!alone || (cells.length < 2 && !/[:：]$/u.test(text))) continue;
      const next = pieces[at + 1];
      const value = next !== undefined && !ALONE.test(next) && !WITH_VALUE.test(next) ? next : '';
      if (value !== '') at += 1;
      pairs.push({ key: keyOf(alone[1] ?? ''), label: alone[1] ?? '', value, line });
    }
  }
  return pairs;
}

const TITLE_WORD =
  '签到表|签到簿|签到册|签到单|签到记录|签名表|签名册|花名册|名册|名单|登记表|登记册|登记簿|一览表|统计表|报名表|考勤表|点名册|点名表|台账|汇总表|明细表|信息表|情况表|记录表|签到|列表|清单|统计|汇总';
const TITLE = new RegExp(`(${TITLE_WORD})(?:[(（][^()（）]{1,40}[)）])?(?:续表?)?$`, 'u');

/** Whether a line is the title of a sheet. */
export function isTitle(text: string): boolean {
  const plain = withoutSpace(canonical(text));
  return plain.length >= 2 && plain.length <= 60 && !/[。;；!?:：]/u.test(plain) && TITLE.test(plain);
}

/** Titles that name no activity: 签到表, 社区教育中心活动签到表, 志愿者名册. */
const GENERIC =
  /^(?:.{0,20}(?:中心|社区|街道|学校|办事处|工作站|村|居|委员会|协会|学院))?(?:社区教育|培训|活动|人员|学员|参加|居民|群众|志愿者?|志愿服务|教师|兼职|会议|日常|各类|年度|系列|课程|[\d年月度份])*$/u;

/** A name that stands in quotation marks as a whole; marks around a part of it belong to it. */
/** The hour before the name of an activity: 14:00, 9:00-11:00. */
const CLOCK = /^\d{1,2}[:：]\d{2}(?:\s*[-—–~～至到]+\s*\d{1,2}[:：]\d{2})?\s*/u;
const QUOTED = /^[《“"「]([^《》“”"「」]+)[》”"」]$/u;

/** The activity that a title implies; null where it names none. */
export function activityOfTitle(title: string): string | null {
  const plain = titleText(title).replace(/\s+/gu, '');
  const cut = plain.replace(TITLE, '').replace(/^[(（]?(?:\d{4}|[一二][〇零○九一二三四五六七八]{3})年度?[)）]?/u, '');
  const name = cut
    .replace(/^\d{1,2}月(?:份|\d{1,2}日)?/u, '')
    .replace(/(?:参加|参训|参与|报名)?(?:人员|学员|居民|群众|名)?$/u, '')
    .replace(QUOTED, '$1');
  return name.length < 2 || GENERIC.test(name) ? null : name;
}

export interface RosterHead {
  title: string | null;
  activity: string | null;
  /** The activity was not labelled: it follows from the title or the sheet's name. */
  implied: 'title' | 'sheet' | null;
  /** Of the title, else of the labelled days. */
  year: number | null;
  month: number | null;
  day: (ReadDay & { printed: string; line: number }) | null;
  time: string | null;
  place: string | null;
  hosts: string[];
  headCount: string | null;
  audience: string | null;
  category: string | null;
  /** First line of the head. */
  line: number | null;
  /** Values that disagree: printed twice with another value. */
  conflicts: { key: HeadKey; line: number; value: string }[];
}

/** The one year that a text prints; null where it prints none or several. */
export function yearIn(text: string): number | null {
  const plain = withoutSpace(canonical(text));
  const years = new Set(
    [...plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?=[年./-])|([一二][〇零○九一二三四五六七八]{3})(?=年)/gu)].map((one) =>
      parseYear(one[1] ?? one[2] ?? ''),
    ),
  );
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** Hosts of a value: 街道办事处、教育中心. */
export function hostsOf(text: string): string[] {
  return text
    .split(/[、;；,，\n/]|\s{2,}/u)
    .map((one) => one.trim())
    .filter((one) => one !== '' && one.length <= 100);
}

/** Reads the head from the lines above a table and the sheet's name. */
export function headOf(lines: readonly HeadLine[], name: string | null): RosterHead {
  const head: RosterHead = {
    title: null,
    activity: null,
    implied: null,
    year: null,
    month: null,
    day: null,
    time: null,
    place: null,
    hosts: [],
    headCount: null,
    audience: null,
    category: null,
    line: lines[0]?.line ?? null,
    conflicts: [],
  };
  const pairs = pairsOf(lines);
  for (const { line, cells } of lines) {
    const title =
      cells.find((cell) => isTitle(cell)) ??
      (head.title === null && cells.length === 1 ? loneTitle(cells[0] ?? '') : undefined);
    if (title !== undefined && !pairs.some((pair) => pair.line === line)) {
      head.title = titleText(title);
      head.line ??= line;
    }
  }
  head.year = yearIn(`${head.title ?? ''} ${name ?? ''}`);
  const month = /(?<!\d)(\d{1,2})月(?!\d)/u.exec(withoutSpace(canonical(`${head.title ?? ''}`)));
  head.month = month ? Number(month[1]) : null;
  let dayText: { printed: string; line: number } | null = null;
  // What is done is the activity's name only where no name is printed.
  const hasName = pairs.some(({ key, label, value }) => key === 'activity' && value !== '' && !label.endsWith('内容'));
  for (const { key, label, value, line } of pairs) {
    if (value === '' || (key === 'activity' && hasName && label.endsWith('内容'))) continue;
    switch (key) {
      case 'activity':
        if (head.activity !== null && head.activity !== value) head.conflicts.push({ key, line, value });
        else head.activity = value.replace(QUOTED, '$1');
        break;
      case 'date':
        if (dayText !== null && dayText.printed !== value) head.conflicts.push({ key, line, value });
        else dayText = { printed: value, line };
        break;
      case 'host':
        head.hosts.push(...hostsOf(value));
        break;
      case 'head_count':
        head.headCount = value;
        break;
      case 'other':
        break;
      case 'time':
      case 'place':
      case 'audience':
      case 'category':
        head[key] = value;
        break;
    }
  }
  sectionAbove(head, lines, pairs, dayText !== null);
  if (head.day !== null) return head;
  // The day of the title first: its line says more than the day.
  const inTitle =
    dayText === null
      ? /(?:\d{4}|[一二][〇零○九一二三四五六七八]{3})年\s*\S{1,3}月\s*\S{1,3}日/u.exec(canonical(head.title ?? ''))
      : null;
  if (inTitle) dayText = { printed: inTitle[0], line: head.line ?? 1 };
  dayText ??= looseDay(lines, pairs);
  if (dayText !== null) {
    const day = readDay(dayText.printed, head.year);
    head.day = { ...day, ...dayText };
    head.time ??= day.time;
    head.year ??= day.date === null ? null : Number(day.date.slice(0, 4));
  }
  if (head.activity === null && head.title !== null) {
    head.activity = activityOfTitle(head.title);
    if (head.activity !== null) head.implied = 'title';
  }
  if (head.activity === null && name !== null && !/^(?:sheet|工作表|表)\s*\d*$/iu.test(name.trim())) {
    head.activity = isTitle(name)
      ? activityOfTitle(name)
      : /培训|讲座|活动|课|体验|班/u.test(name) && !GENERIC.test(name.trim())
        ? name.trim()
        : null;
    if (head.activity !== null) head.implied = 'sheet';
  }
  return head;
}

/** A numbered or dated line above the table: 一、剪纸培训（2021年6月12日）. */
function sectionAbove(head: RosterHead, lines: readonly HeadLine[], pairs: readonly HeadPair[], hasDay: boolean): void {
  if (head.activity !== null) return;
  for (const { line, cells } of lines.toReversed()) {
    const [text = ''] = cells;
    if (cells.length !== 1 || isTitle(text) || pairs.some((pair) => pair.line === line)) continue;
    const section = sectionOf(text, head.year);
    if (section?.activity === null || section === null) continue;
    head.activity = section.activity;
    // A bare line may be something else than the activity's name.
    if (section.day === null && !NUMBERED.test(text.trim())) head.implied = 'title';
    if (section.day !== null && !hasDay) {
      head.day = { ...section.day, line };
      head.time ??= section.day.time;
      head.year ??= section.day.date === null ? null : Number(section.day.date.slice(0, 4));
    }
    return;
  }
}

/** A day that stands alone on a line of the head. */
function looseDay(lines: readonly HeadLine[], pairs: readonly HeadPair[]): { printed: string; line: number } | null {
  for (const { line, cells } of lines) {
    if (pairs.some((pair) => pair.line === line && pair.key !== 'other')) continue;
    for (const cell of cells) {
      const text = cell.trim();
      if (readDay(text, null).date !== null && text.length <= 40) return { printed: text, line };
    }
  }
  return null;
}

/** A line above the table that names an activity without saying that it is a sheet: 剪纸培训. */
function loneTitle(text: string): string | undefined {
  const plain = withoutSpace(text);
  const named = /(?:培训|讲座|活动|课堂|体验|班|演出|展演|比赛|宣讲)$/u.test(plain);
  return named && plain.length <= 40 && !/[:：。，,]/u.test(plain) ? text : undefined;
}

const NUMBERED = /^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．\s]|^[（(]?\d{1,2}[)）、.．](?!\d)/u;

/** What a line between rows says of the rows below it; null where it is no heading of a section. */
export function sectionOf(
  text: string,
  year: number | null,
): { activity: string | null; day: (ReadDay & { printed: string }) | null } | null {
  const plain = text.trim();
  if (plain.length > 80 || /[。；;]/u.test(plain)) return null;
  const isNumbered = NUMBERED.test(plain);
  let rest = plain.replace(NUMBERED, '').trim();
  let day: (ReadDay & { printed: string }) | null = null;
  const bracket = /[（(]([^（()）]{2,40})[)）]\s*$/u.exec(rest);
  const behind = /[\s:：,，]+((?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)\s*$/u.exec(canonical(rest));
  const inner = bracket ? readDay(bracket[1] ?? '', year) : null;
  if (bracket && inner && inner.problem !== 'unreadable') {
    day = { ...inner, printed: bracket[1] ?? '' };
    rest = rest.slice(0, bracket.index).trim();
  } else if (behind && behind[1] !== undefined && readDay(behind[1], year).problem !== 'unreadable') {
    day = { ...readDay(behind[1], year), printed: behind[1] };
    rest = rest.slice(0, behind.index).trim();
  } else {
    const lead = /^((?:\d{4}[年./-])?\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)\s*[:：,，、]?\s*/u.exec(canonical(rest));
    if (lead && lead[0].length > 0) {
      const found = readDay(lead[1] ?? '', year);
      if (found.problem !== 'unreadable') {
        day = { ...found, printed: lead[1] ?? '' };
        rest = rest.slice(lead[0].length).trim();
      }
    }
  }
  const named = /培训|活动|讲座|课|班|体验|展演|演出|比赛|宣讲|服务|阅读|读书|书画|合唱|舞/u.test(rest);
  if (!isNumbered && day === null && !named) return null;
  // 负责人：李会计 is a label with its value, whatever words it holds.
  if (rest.length > 50 || /^[^\d:：]{1,12}[:：]/u.test(rest)) return null;
  rest = rest.replace(CLOCK, '');
  return { activity: rest === '' ? null : rest.replace(TITLE, '').replace(QUOTED, '$1') || null, day };
}
