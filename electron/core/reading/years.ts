/**
 * The plan's year: printed in a title, told by a school year and term, or printed in the dates of the rows.
 * Invariant: where the paper disagrees with itself the year is null and every candidate is listed (rule U5).
 */
import { canonical, parseYear } from '#shared/lib/chinese-numerals.ts';

export interface TitleYear {
  year: number;
  /** The plan runs from autumn into the next year. */
  schoolYear: boolean;
  /** Second term: the whole plan lies in the later year. */
  secondTerm: boolean;
  printed: string;
}

const HAN_YEAR = '[二一][〇零○ＯO九一二三四五六七八]{3}';
const SCHOOL = /((?:19|20)\d{2})\s*(?:学?年)?\s*(?:-+|至|\/)\s*((?:19|20)?\d{2})\s*(学年|年度?|学期)?/u;

/** Years printed in a title, the school year first. */
export function titleYear(title: string): TitleYear | null {
  // 2022年工作总结及2023年工作计划: the plan's year is the one behind the report.
  const plain = canonical(title).replace(/^.*(?:总结|回顾|汇报)(?:及|和|与|暨|、)(?=.*\d{4}年)/u, '');
  const secondTerm = /第?二学期|下学期|春季学期|下期/u.test(plain);
  const school = SCHOOL.exec(plain);
  if (school?.[1] && school[2]) {
    const from = Number(school[1]);
    const to = school[2].length === 2 ? Math.floor(from / 100) * 100 + Number(school[2]) : Number(school[2]);
    if (to === from + 1)
      return { year: secondTerm ? to : from, schoolYear: !secondTerm, secondTerm, printed: school[0] };
    if (to > from) return null;
  }
  const single = new RegExp(
    `(?<!\\d)((?:19|20|2O)[\\dO]{2}|${HAN_YEAR})\\s*(学年|年|春|秋|(?=[\\u4e00-\\u9fff]))`,
    'u',
  ).exec(plain);
  const year = single?.[1] === undefined ? null : parseYear(single[1]);
  if (year === null || !single) return null;
  const isSchool = single[2] === '学年' || /学年/u.test(plain);
  return {
    year: isSchool && secondTerm ? year + 1 : year,
    schoolYear: isSchool && !secondTerm,
    secondTerm: isSchool && secondTerm,
    printed: single[0],
  };
}

/** Every year that a text prints with 年. */
export function yearsIn(text: string): number[] {
  const found: number[] = [];
  for (const hit of canonical(text).matchAll(new RegExp(`(?<!\\d)((?:19|20|2O)[\\dO]{2}|${HAN_YEAR})\\s*年`, 'gu'))) {
    const year = parseYear(hit[1] ?? '');
    if (year !== null) found.push(year);
  }
  return found;
}

export interface YearEvidence {
  scheduleTitle: string | null;
  documentTitle: string | null;
  signedYear: number | null;
  /** Years printed with the rows' own months and dates. */
  timeYears: number[];
  /** Rows that print a year, among all rows. */
  datedRows: number;
  rows: number;
  /** Years mentioned in activities. */
  activityYears: number[];
  /** Years in the file's name and in the text around. */
  otherYears: number[];
}

export interface PlanYear {
  year: number | null;
  candidates: number[];
  title: TitleYear | null;
  disagree: boolean;
}

/** Weighs the evidence; see the file's head. */
export function planYear(evidence: YearEvidence): PlanYear {
  const own = evidence.scheduleTitle === null ? null : titleYear(evidence.scheduleTitle);
  const outer = evidence.documentTitle === null ? null : titleYear(evidence.documentTitle);
  const title = own ?? outer;
  const times = [...new Set(evidence.timeYears)];
  const all = (years: (number | null)[]): number[] =>
    [...new Set(years.filter((year) => year !== null))].sort((one, two) => two - one);
  if (title) {
    const span = title.schoolYear ? [title.year - 1, title.year + 1] : [title.year - 1, title.year];
    const signed = evidence.signedYear;
    const disagree =
      (own !== null && outer !== null && own.year !== outer.year && !own.secondTerm && !outer.schoolYear) ||
      (signed !== null && (signed < (span[0] ?? 0) || signed > (span[1] ?? 0))) ||
      times.some((year) => Math.abs(year - title.year) > 1) ||
      // Most rows print a year, and never the title's.
      (times.length > 0 &&
        !times.includes(title.year) &&
        !title.schoolYear &&
        evidence.datedRows > evidence.rows * 0.5);
    if (!disagree) return { year: title.year, candidates: [], title, disagree };
    return {
      year: null,
      candidates: all([title.year, outer?.year ?? null, signed, ...times, ...evidence.activityYears]),
      title,
      disagree,
    };
  }
  const [only, later] = [Math.min(...times), Math.max(...times)];
  if (times.length === 1) return { year: only, candidates: [], title: null, disagree: false };
  if (times.length === 2 && later === only + 1) return { year: only, candidates: [], title: null, disagree: false };
  return {
    year: null,
    candidates: all([...times, evidence.signedYear, ...evidence.otherYears, ...evidence.activityYears]),
    title: null,
    disagree: times.length > 2,
  };
}
