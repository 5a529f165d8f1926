/**
 * Head counts as papers print them: 120人, 约200人, 近百人, 300余人, 两千多人次, 1.2万人. The number comes with its mark, so
 * that 近百人 never becomes a hundred persons that were counted. A text that may mean two numbers is unreadable.
 */
import type { HeadCountMark } from '../../features/activities.ts';
import { canonical, withoutSpace } from '../chinese-numerals.ts';

export interface HeadCount {
  count: number;
  mark: HeadCountMark;
}

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二百三十 → 230, 百 → 100, 两千 → 2000; null where the signs make no number. */
function chineseNumber(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const sign of text) {
    const unit = UNITS[sign];
    const value = DIGITS[sign];
    if (unit !== undefined) {
      if (unit >= least) return null;
      sum += (digit ?? 1) * unit;
      digit = null;
      least = unit;
    } else if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else return null;
  }
  return sum + (digit ?? 0);
}

const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?|[〇零一二两三四五六七八九十百千]+)`;
const PERSONS = '(?:人次?|名|位|户|个人|个|人(?:左右|上下))?';
const COUNT = new RegExp(
  `^(?:(?:参加|参与|参训|到场|活动|培训|受益)?(?:人数|人次|居民|学员|群众)?(?:共计?|总计|合计|为|:)*)?` +
    `(近|将近|接近|约|大约|大概|超过?|逾|上|不少于|共|共计)?${NUMBER}(万|千|百)?(余|多|来|几|\\+)?(万|千|百)?${PERSONS}` +
    `(左右|上下|余|多|以上|\\+)?(?:人次?)?(?:居民|群众|学员|村民|学生|老人)?(?:参加|参与|参训)?[。,;]?$`,
  'u',
);

/** The number with its mark; null where the text is no head count or may mean two. */
export function readHeadCount(printed: string): HeadCount | null {
  const found = COUNT.exec(withoutSpace(canonical(printed)));
  if (!found) return null;
  const [, before, digits = '', unit, over, secondUnit, after] = found;
  const plain = /^\d/u.test(digits);
  // 1,20 is a damaged 1,200 or 120.
  if (plain && digits.includes(',') && !/^\d{1,3}(?:,\d{3})+$/u.test(digits)) return null;
  if (unit !== undefined && secondUnit !== undefined) return null;
  const number = plain ? Number(digits.replaceAll(',', '')) : chineseNumber(digits);
  if (number === null) return null;
  const factor = { 万: 10_000, 千: 1000, 百: 100 }[unit ?? secondUnit ?? ''] ?? 1;
  const count = Math.round(number * factor * 1000) / 1000;
  if (!Number.isInteger(count) || count > 10_000_000) return null;
  if (over === '几') return null;
  const marks = new Set<HeadCountMark>();
  if (before !== undefined) {
    if (/近/u.test(before)) marks.add('nearly');
    else if (/约|大概/u.test(before)) marks.add('about');
    else if (/^(?:超|逾|上|不少于)/u.test(before)) marks.add('over');
  }
  if (over !== undefined) marks.add(over === '来' ? 'about' : 'over');
  if (after !== undefined || /人(?:左右|上下)/u.test(printed)) marks.add(/左右|上下/u.test(printed) ? 'about' : 'over');
  // 约300余人 says over; 近300余人 says two things.
  if (marks.has('about') && marks.has('over')) marks.delete('about');
  if (marks.size > 1) return null;
  return { count, mark: [...marks][0] ?? 'exact' };
}
