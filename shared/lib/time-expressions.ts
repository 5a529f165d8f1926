/**
 * The grammar of time words on work plans: months, ranges, quarters, parts of a month, deadlines, dates.
 * It says what is printed and nothing more; what it had to interpret carries `suggested`. Rules: domain rule U6.
 * Invariant: every pattern is anchored and bounded, so reading a text takes time linear in its length.
 */
import type { MonthPart } from '../features/reading.ts';
import { canonical, parseSmallNumber, parseYear, withoutSpace } from './chinese-numerals.ts';

export interface DayOfYear {
  month: number;
  day: number;
  /** The year where it is printed. */
  year: number | null;
}

export interface TimeExpression {
  monthStart: number | null;
  monthEnd: number | null;
  /** The year where it is printed with the month. */
  year: number | null;
  /** 次年1月 = 1, 去年12月 = -1. */
  yearOffset: number;
  endNextYear: boolean;
  deadlineMonth: number | null;
  part: MonthPart | null;
  day: number | null;
  /** A span of days, both ends included. */
  days: { from: DayOfYear; to: DayOfYear } | null;
  /** Single days, where several are printed: 3月5日、12日. */
  list: DayOfYear[];
  allYear: boolean;
  /** A loose word, or something the model cannot hold in full: a person has to confirm it. */
  suggested: boolean;
}

const NOTHING: TimeExpression = {
  monthStart: null,
  monthEnd: null,
  year: null,
  yearOffset: 0,
  endNextYear: false,
  deadlineMonth: null,
  part: null,
  day: null,
  days: null,
  list: [],
  allYear: false,
  suggested: false,
};

/** 20xx年 and 20__年 stand for a year that was taken out. */
const YEAR = String.raw`(?:(?<year>[12]\d{3}|[二一][〇零○OＯ九一二三四五六七八]{3}|\d{2}(?=年)|(?:20|19)?[xX×*_]{2}(?=年))\s*(?:年度?|[-./](?=\d)))`;
const RELATIVE = '(?<relative>次年|翌年|明年|来年|第二年|下一?年|今年|当年|本年|去年|上年)度?的?';
const NUMBER = String.raw`(?:1[0-2]|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九]|元)`;
const PART =
  '(?<part>中下旬|上中旬|中上旬|上下旬|上旬|中旬|下旬|上半月|下半月|初(?!中|级|步|审|赛|选|[一二三四五六七八九十])|底|末|中(?=$|[,，。、:：;；\\s(（]))';
const BEFORE = '(?<before>(?:以|之)?前(?!往|后|进|期|夕|来|去|沿|景|瞻|列|行)(?:完成|结束|报送|上报|到位)?)';
const JOIN = String.raw`\s*(?:-+|至|到|、|,|，|/|和|及|与)\s*`;
const NEXT = '(?:次年|翌年|明年|来年|第二年|下一?年)的?';

const MONTHS = new RegExp(
  String.raw`^(?:${YEAR}|${RELATIVE})?\s*(?<first>${NUMBER})\s*(?<own>月份?)?(?<rest>(?:${JOIN}(?:${NEXT})?${NUMBER}\s*(?:月份?)?){0,11})(?:\s*${PART})?\s*${BEFORE}?`,
  'u',
);
const PAIR = /^([一二三四五六七八九])([二三四五六七八九])月份?/u;
const QUARTER = /^第?([一二三四1-4])(?:\s*(?:-|至|、|,|和)\s*第?([一二三四1-4]))?\s*季度?/u;
const HALF = /^(上|下)半年度?/u;
const LOOSE: [RegExp, number, number, boolean, boolean][] = [
  [/^(?:贯穿)?全年度?|^每个?月份?|^各月份?/u, 1, 12, true, false],
  [/^(?:常年|长年|长期|持续|年度内|年内|每季度?|每周|日常|经常性?)/u, 1, 12, true, true],
  [/^暑(?:期|假)(?:期间)?/u, 7, 8, false, true],
  [/^寒假(?:期间)?/u, 1, 2, false, true],
];
/** 年底 is the end of December, 年初 the beginning of January, both to be confirmed. */
const YEAR_EDGE = /^(?:本年|当年|年|岁)(?<part>底|末|初)(?<before>(?:以|之)?前)?/u;
const DAY = String.raw`(?:3[01]|[12]\d|0?[1-9](?!\d)|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])`;
const DATE = new RegExp(
  String.raw`^(?:${YEAR})?\s*(?<month>${NUMBER})\s*月\s*(?<day>${DAY})\s*(?<sun>日|号)?(?:\s*(?:-+|至|到)\s*(?:(?<toYear>[12]\d{3}|\d{2})年)?\s*(?:(?<toMonth>${NUMBER})\s*月)?\s*(?<toDay>${DAY})\s*(?<toSun>日|号))?\s*${BEFORE}?`,
  'u',
);
const DOTTED = String.raw`(?:(?<y1>[12]\d{3})[-./年])?(?<m1>1[0-2]|0?[1-9])(?<sep>[./])(?<d1>3[01]|[12]\d|0?[1-9])(?!\d)日?`;
const DOTTED_SPAN = new RegExp(
  String.raw`^${DOTTED}\s*(?:-+|至|到)\s*(?:(?<y2>[12]\d{3})[-./年])?(?:(?<m2>1[0-2]|0?[1-9])[./])?(?<d2>3[01]|[12]\d|0?[1-9])(?!\d)日?`,
  'u',
);
const ISO = /^([12]\d{3})([-./])\s*(1[0-2]|0?[1-9])(?:\2(3[01]|[12]\d|0?[1-9]))?(?!\d|[-./]\d)(?: ?00:00(?::00)?)?/u;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a month has that day in some year. */
export function isDayOfMonth(month: number, day: number): boolean {
  return day >= 1 && day <= (DAYS_IN_MONTH[month - 1] ?? 0);
}

function monthOf(text: string): number | null {
  const plain = text.replace(/\s|月|份/gu, '');
  if (plain === '元') return 1;
  const value = parseSmallNumber(plain);
  return value !== null && value >= 1 && value <= 12 ? value : null;
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d{2}$/u.test(text) ? 2000 + Number(text) : parseYear(text);
}

function partOf(text: string | undefined): MonthPart | null {
  switch (text) {
    case '上旬':
    case '中旬':
    case '下旬':
    case '初':
    case '中':
    case '底':
    case '上半月':
    case '下半月':
      return text;
    case '末':
      return '底';
    case undefined:
    default:
      return null;
  }
}

interface Match {
  time: TimeExpression;
  length: number;
}

/** Joins months into a span: neighbours, or the two ends of a range; else a person has to say. */
function spanOf(
  months: number[],
  isRange: boolean,
): { start: number; end: number; sure: boolean; wraps: boolean } | null {
  const start = months[0];
  const end = months.at(-1);
  if (start === undefined || end === undefined) return null;
  if (start > end) return { start, end, sure: false, wraps: true };
  const neighbours = months.every((month, index) => index === 0 || month === (months[index - 1] ?? 0) + 1);
  return { start, end, sure: neighbours || (isRange && months.length === 2), wraps: false };
}

function matchMonths(text: string, bare: boolean): Match | null {
  const pair = PAIR.exec(text);
  if (pair?.[1] && pair[2]) {
    const months = [monthOf(pair[1]) ?? 0, monthOf(pair[2]) ?? 0];
    if (months[1] !== (months[0] ?? 0) + 1) return null;
    return { time: { ...NOTHING, monthStart: months[0] ?? null, monthEnd: months[1] ?? null }, length: pair[0].length };
  }
  const found = MONTHS.exec(text);
  const groups = found?.groups;
  if (!found || !groups?.['first']) return null;
  const rest = groups['rest'] ?? '';
  // A number is a month where 月 stands at it or at the end of its list; bare numbers count in a month cell only.
  if (groups['own'] === undefined && !rest.includes('月') && !bare) return null;
  // 12-1月30: a list that runs into other digits is none.
  if (/^\d/u.test(text.slice(found[0].length)) && !/月份?\s*$/u.test(found[0])) return null;
  const months = [monthOf(groups['first'])];
  let next = 0;
  for (const piece of rest.matchAll(new RegExp(`${JOIN}(${NEXT})?(${NUMBER})`, 'gu'))) {
    if (piece[1]) next += 1;
    months.push(monthOf(piece[2] ?? ''));
  }
  const known = months.filter((month) => month !== null);
  if (known.length !== months.length) return null;
  const isRange = /^\s*(?:-|至|到)/u.test(rest);
  if (isRange && months.length > 2) return null;
  const relative = groups['relative'];
  const yearOffset = relative === undefined || /^[今当本]/u.test(relative) ? 0 : /^[去上]/u.test(relative) ? -1 : 1;
  const span =
    next > 0
      ? { start: known[0] ?? 0, end: known.at(-1) ?? 0, sure: known.length === 2, wraps: true }
      : spanOf(known, isRange);
  if (!span) return null;
  const part = partOf(groups['part']);
  const time: TimeExpression = {
    ...NOTHING,
    monthStart: span.start,
    monthEnd: span.end,
    year: yearOf(groups['year']),
    yearOffset,
    endNextYear: span.wraps,
    part,
    // 中下旬 and a part behind a range cannot be kept in full.
    suggested: !span.sure || (groups['part'] !== undefined && (part === null || known.length > 1)),
  };
  if (groups['before'] === undefined) return { time, length: found[0].length };
  if (known.length > 1) return null;
  return {
    time: { ...time, monthStart: null, monthEnd: null, deadlineMonth: span.end, part: part === '底' ? null : part },
    length: found[0].length,
  };
}

function matchDate(text: string): Match | null {
  const found = DATE.exec(text);
  const groups = found?.groups;
  if (!found || !groups) return null;
  const month = monthOf(groups['month'] ?? '');
  const day = parseSmallNumber(groups['day'] ?? '');
  if (month === null || day === null || !isDayOfMonth(month, day)) return null;
  const year = yearOf(groups['year']);
  if (groups['toDay'] === undefined) {
    if (groups['sun'] === undefined) return null;
    const time = { ...NOTHING, monthStart: month, monthEnd: month, year, day };
    if (groups['before'] === undefined) return { time, length: found[0].length };
    return { time: { ...time, monthStart: null, monthEnd: null, deadlineMonth: month }, length: found[0].length };
  }
  const toMonth = groups['toMonth'] === undefined ? month : monthOf(groups['toMonth']);
  const toDay = parseSmallNumber(groups['toDay']);
  if (toMonth === null || toDay === null || groups['before'] !== undefined) return null;
  return daySpan({ month, day, year }, { month: toMonth, day: toDay, year: yearOf(groups['toYear']) }, found[0].length);
}

const LISTED = new RegExp(String.raw`^(?:${YEAR})?\s*(?<month>${NUMBER})\s*月\s*(?<days>.{3,60})$`, 'u');

/** 3月5日、12日 and 5月8、15、22日: several single days, each with its own or the last printed month. */
function matchDayList(text: string): Match | null {
  const groups = LISTED.exec(text)?.groups;
  if (!groups || !/[日号]$/u.test(text)) return null;
  const year = yearOf(groups['year']);
  let month = monthOf(groups['month'] ?? '');
  const list: DayOfYear[] = [];
  for (const piece of (groups['days'] ?? '').split(/[、,，和及]/u)) {
    const found = /^(?:(\d{1,2}|[一二三四五六七八九十]{1,2})月)?(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?$/u.exec(
      piece,
    );
    const day = found?.[2] === undefined ? null : parseSmallNumber(found[2]);
    if (found?.[1] !== undefined) month = monthOf(found[1]);
    if (month === null || day === null || !isDayOfMonth(month, day)) return null;
    const last = list.at(-1);
    if (last && (month < last.month || (month === last.month && day <= last.day))) return null;
    list.push({ month, day, year });
  }
  const first = list[0];
  const last = list.at(-1);
  if (!first || !last || list.length < 2) return null;
  return { time: { ...NOTHING, monthStart: first.month, monthEnd: last.month, year, list }, length: text.length };
}

function daySpan(from: DayOfYear, to: DayOfYear, length: number): Match | null {
  if (!isDayOfMonth(to.month, to.day) || !isDayOfMonth(from.month, from.day)) return null;
  const wraps = to.year !== null && from.year !== null ? to.year > from.year : to.month < from.month;
  if (!wraps && to.month === from.month && to.day < from.day) return null;
  return {
    time: {
      ...NOTHING,
      monthStart: from.month,
      monthEnd: to.month,
      year: from.year,
      endNextYear: wraps,
      days: { from, to },
    },
    length,
  };
}

function matchDotted(text: string): Match | null {
  const span = DOTTED_SPAN.exec(text);
  const groups = span?.groups;
  if (span && groups) {
    const from = { month: Number(groups['m1']), day: Number(groups['d1']), year: yearOf(groups['y1']) };
    const to = { month: Number(groups['m2'] ?? groups['m1']), day: Number(groups['d2']), year: yearOf(groups['y2']) };
    return daySpan(from, to, span[0].length);
  }
  const iso = ISO.exec(text);
  if (!iso) return null;
  const month = Number(iso[3]);
  const day = iso[4] === undefined ? null : Number(iso[4]);
  if (day !== null && !isDayOfMonth(month, day)) return null;
  return { time: { ...NOTHING, monthStart: month, monthEnd: month, year: Number(iso[1]), day }, length: iso[0].length };
}

/** What may follow a loose word that begins a sentence: a sign, or the verb of the activity. */
const AFTER_LOOSE = /^(?:\s*$|\s*[:：,，、。;；(（]|\s+|开展|组织|举办|举行|召开|进行|坚持|做好|对|向|完成)/u;

function matchLoose(text: string, inSentence: boolean): Match | null {
  for (const [pattern, start, end, allYear, suggested] of LOOSE) {
    const found = pattern.exec(text);
    if (found && (!inSentence || AFTER_LOOSE.test(text.slice(found[0].length))))
      return { time: { ...NOTHING, monthStart: start, monthEnd: end, allYear, suggested }, length: found[0].length };
  }
  const edge = YEAR_EDGE.exec(text);
  if (edge && (!inSentence || AFTER_LOOSE.test(text.slice(edge[0].length)))) {
    const month = edge.groups?.['part'] === '初' ? 1 : 12;
    const time: TimeExpression =
      edge.groups?.['before'] === undefined
        ? { ...NOTHING, monthStart: month, monthEnd: month, part: month === 1 ? '初' : '底', suggested: true }
        : { ...NOTHING, deadlineMonth: month, suggested: true };
    return { time, length: edge[0].length };
  }
  const quarter = QUARTER.exec(text);
  const half = HALF.exec(text);
  let match: Match | null = null;
  if (quarter?.[1]) {
    const first = parseSmallNumber(quarter[1]) ?? 0;
    const last = quarter[2] === undefined ? first : (parseSmallNumber(quarter[2]) ?? 0);
    if (last < first) return null;
    match = { time: { ...NOTHING, monthStart: first * 3 - 2, monthEnd: last * 3 }, length: quarter[0].length };
  } else if (half) {
    const start = half[1] === '上' ? 1 : 7;
    match = { time: { ...NOTHING, monthStart: start, monthEnd: start + 5 }, length: half[0].length };
  }
  if (!match) return null;
  // 一季度(1-3月): the bracket repeats the span; where it names another, the bracket is not part of it.
  const bracket = /^\s*\(([^()]{1,20})\)/u.exec(text.slice(match.length));
  const inner = bracket?.[1] === undefined ? null : matchMonths(bracket[1].trim(), true);
  if (bracket && inner && inner.length === bracket[1]?.trim().length) {
    const same = inner.time.monthStart === match.time.monthStart && inner.time.monthEnd === match.time.monthEnd;
    return {
      time: same ? match.time : { ...inner.time, suggested: true },
      length: match.length + bracket[0].length,
    };
  }
  return match;
}

/** Days of the old calendar fall on other dates every year. */
const LUNAR_DAY =
  '(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十)';
const LUNAR_BEGIN = /^(?:农历|阴历|旧历)|^(?:正|腊)月|^[一二三四五六七八九十]{1,2}月(?:初[一二三四五六七八九十]|廿)/u;
const LUNAR = new RegExp(
  `^(?:农历|阴历|旧历)?(?:正|腊|冬|[一二三四五六七八九十]{1,2})月(?:份|底|间)?(?:${LUNAR_DAY}(?:[-至到](?:(?:正|腊|[一二三四五六七八九十]{1,2})月)?${LUNAR_DAY})?)?(?:前后)?(?:\\([^()]{1,12}\\))?$`,
  'u',
);

/** 正月十五, 农历二月, 五月初五: a time of the old calendar and nothing else. Its month by the new one is not known. */
export function isLunarTime(text: string): boolean {
  const plain = withoutSpace(canonical(text));
  return LUNAR_BEGIN.test(plain) && LUNAR.test(plain);
}

const WEEKDAY = String.raw`(?:\(?(?:星期|周)[一二三四五六日天]\)?)`;
const CLOCK = new RegExp(
  String.raw`^${WEEKDAY}?\s*(?:上午|下午|晚上?|中午|早上?)?\s*(?:\d{1,2}[:点时]\d{0,2}分?(?:\s*-+\s*\d{1,2}[:点时]\d{0,2}分?)?)?$`,
  'u',
);
const WEEKDAY_NEXT = new RegExp(`^\\s*${WEEKDAY}(?=[\\s:,、)-]|$|上午|下午|\\d)`, 'u');

/** The hour behind a date: (周三)下午2:30, 14:00-16:00. */
export function isClockTime(text: string): boolean {
  const plain = canonical(text).trim();
  return plain !== '' && CLOCK.test(plain);
}

/** 4月12日(周一) and 周一(4月12日) without the weekday, which the date tells already. */
function withoutWeekday(plain: string): string {
  if (!/星期|周/u.test(plain)) return plain;
  const before = /^(?:星期|周)[一二三四五六日天]\(?([^()]+)\)?$/u.exec(plain);
  return (before?.[1] ?? plain).replace(new RegExp(`(?<=[日号\\d])${WEEKDAY}`, 'gu'), '');
}

function match(text: string, bare: boolean): Match | null {
  if (LUNAR_BEGIN.test(text)) return null;
  const candidates = [matchDotted(text), matchDate(text), matchLoose(text, !bare), matchMonths(text, bare)];
  let best: Match | null = null;
  for (const candidate of candidates) if (candidate && candidate.length > (best?.length ?? 0)) best = candidate;
  return best;
}

/**
 * Reads a whole cell as a time. Bare numbers count (`3`, `1-2`), as a month column prints them.
 * @returns null where the text is anything else, or more than a time
 */
export function readTime(text: string): TimeExpression | null {
  const plain = withoutWeekday(withoutSpace(canonical(text)).replace(/^[[【(](.{1,30})[\]】)]$/u, '$1'));
  if (plain === '' || plain.length > 40) return null;
  const found = wholeTime(plain);
  if (found) return found;
  // l月 and 1O月 are what character recognition makes of 1月 and 10月.
  if (!/^[\dlI|iOo]{1,2}月/u.test(plain) || /^\d+月/u.test(plain)) return null;
  const repaired = wholeTime(
    plain.replace(/^[\dlI|iOo]+/u, (digits) => digits.replace(/[lI|i]/gu, '1').replace(/[Oo]/gu, '0')),
  );
  return repaired ? { ...repaired, suggested: true } : null;
}

function wholeTime(plain: string): TimeExpression | null {
  const listed = matchDayList(plain);
  if (listed) return listed.time;
  const found = match(plain, true);
  if (!found) return null;
  return /^(?:份|期间|左右|内|坚持|推进|开展|进行|实施|落实|完成|[:,。.;])*$/u.test(plain.slice(found.length))
    ? found.time
    : null;
}

/** 3.8 or 3/8 in a column of times: probably 8 March, to be confirmed. */
export function readDottedDay(text: string): TimeExpression | null {
  const found = /^(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])日?$/u.exec(withoutWeekday(withoutSpace(canonical(text))));
  if (!found) return null;
  const month = Number(found[1]);
  const day = Number(found[2]);
  return isDayOfMonth(month, day) ? { ...NOTHING, monthStart: month, monthEnd: month, day, suggested: true } : null;
}

/** Reads the time at the beginning of a sentence; 月 has to be printed. `length` counts characters of the text. */
export function leadingTime(text: string): Match | null {
  const plain = canonical(text);
  // 在3月，… tells the month as 3月，… does.
  const space =
    /^\s*(?:在(?=(?:1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月份?[,，、\s]))?/u.exec(plain)?.[0].length ?? 0;
  const found = match(plain.slice(space, space + 60), false);
  // 3.8-3.9 at a sentence's start may be a number; dates with dots count in cells only.
  if (!found || /^\d+[./]/u.test(plain.slice(space))) return null;
  const end = found.length + space;
  const weekday = found.time.day === null ? null : WEEKDAY_NEXT.exec(plain.slice(end, end + 12));
  const about = /^\s*(?:左右|前后)/u.exec(plain.slice(end, end + 6));
  if (about) return { time: { ...found.time, suggested: true }, length: end + about[0].length };
  return { time: found.time, length: end + (weekday?.[0].length ?? 0) };
}

/** 13月, 0月, 十五月: printed like a month and none. Answers the printed month, else null. */
export function impossibleMonth(text: string): string | null {
  const found = /^(\d{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?)月份?$/u.exec(withoutSpace(canonical(text)));
  if (!found?.[1]) return null;
  const value = /^\d+$/u.test(found[1]) ? Number(found[1]) : (parseSmallNumber(found[1]) ?? 0);
  return value < 1 || value > 12 ? found[0] : null;
}
