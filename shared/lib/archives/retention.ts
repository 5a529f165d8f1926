/**
 * 保管期限: terms as data, and the clocks that run from them.
 * A 定期 term is counted from the first day of the year after 归档年度; when it is over the record is appraised, never
 * destroyed by itself (档案法实施条例 第二十四条). The terms of an approved table are open: `Y`, or `D` with whole years.
 */
import { canonical, parseSmallNumber, withoutSpace } from '../chinese-numerals.ts';
import { isEmptyWord } from './empty-words.ts';
import type { BrokenRule } from './rules.ts';

/** `Y` = 永久; `D30` = 定期30年. */
export type TermCode = 'Y' | `D${number}`;

/** The terms of 文书档案 (令第8号): 永久, 30年, 10年. */
export const STANDARD_TERMS = ['Y', 'D30', 'D10'] as const satisfies readonly TermCode[];

export type TermRule = 'term_empty' | 'term_unknown' | 'term_missing_d' | 'term_legacy';

export type TermReading =
  | { ok: true; term: TermCode }
  /** 长期 and 短期 of old files: kept as printed on import, never given anew; `archives.rule.term_legacy`. */
  | { ok: true; term: null; legacy: '长期' | '短期'; rule: 'term_legacy' }
  | ({ ok: false } & BrokenRule<Exclude<TermRule, 'term_legacy'>>);

const LEGACY = new Map<string, '长期' | '短期'>([
  ['长期', '长期'],
  ['C', '长期'],
  ['短期', '短期'],
  ['D', '短期'],
]);

function ofYears(years: number | null): TermCode | null {
  return years !== null && Number.isInteger(years) && years >= 1 && years <= 999 ? `D${years}` : null;
}

/** Whether a text is a code of a term: `Y`, or `D` with 1 to 999 years and no leading zero. */
export function isTermCode(text: string): text is TermCode {
  return text === 'Y' || /^D[1-9]\d{0,2}$/u.test(text);
}

/** Whole years of a 定期 term; null for 永久. */
export function termYears(term: TermCode): number | null {
  return term === 'Y' ? null : Number(term.slice(1));
}

/** Reads a printed term: 永久, 定期30年, 定期（30年）, 30年, 三十年, Y, D30; 长期 and 短期 are flagged. */
export function parseTerm(text: string): TermReading {
  if (isEmptyWord(text)) return { ok: false, rule: 'term_empty', params: {} };
  const plain = withoutSpace(canonical(text));
  if (isTermCode(plain)) return { ok: true, term: plain };
  if (plain === '永久') return { ok: true, term: 'Y' };
  const legacy = LEGACY.get(plain);
  if (legacy) return { ok: true, term: null, legacy, rule: 'term_legacy' };
  const printed = /^(?:定期)?\(?([\d一二三四五六七八九十]{1,3})年\)?$/u.exec(plain);
  const number = printed?.[1] ?? '';
  const balanced = plain.includes('(') === plain.includes(')');
  const term = balanced ? ofYears(/^[1-9]\d*$/u.test(number) ? Number(number) : chineseYears(number)) : null;
  if (term) return { ok: true, term };
  if (/^\d+$/u.test(plain)) return { ok: false, rule: 'term_missing_d', params: { term: plain } };
  return { ok: false, rule: 'term_unknown', params: { term: text.trim() } };
}

function chineseYears(number: string): number | null {
  return /^[一二三四五六七八九十]+$/u.test(number) ? parseSmallNumber(number) : null;
}

/** 永久 / 30年: the short name that stamp, spine and catalogue print (DA/T 22-2015 prints words there). */
export function termName(term: TermCode): string {
  return term === 'Y' ? '永久' : `${term.slice(1)}年`;
}

/** Negative where the first term is kept longer; 永久 comes first, as in the order of codes (Y, D30, D10). */
export function compareTerms(one: TermCode, other: TermCode): number {
  const rank = (term: TermCode): number => -(termYears(term) ?? Number.MAX_SAFE_INTEGER);
  return rank(one) - rank(other);
}

/** First day of the term, `2012-01-01` for a record filed under 2011. */
export function termStart(filingYear: number): string {
  return `${filingYear + 1}-01-01`;
}

/** Last day of the term; null for 永久. */
export function termEnd(filingYear: number, term: TermCode): string | null {
  const years = termYears(term);
  return years === null ? null : `${filingYear + years}-12-31`;
}

/** First day on which the record is due for 鉴定; null for 永久. */
export function appraisalDue(filingYear: number, term: TermCode): string | null {
  const years = termYears(term);
  return years === null ? null : `${filingYear + years + 1}-01-01`;
}

/** 已保管期限: full years from the start of the term to a day (`2031-12-31`), at least 0. */
export function keptYears(filingYear: number, on: string): number {
  // The term starts on 1 January, so each year that has begun since has completed the one before.
  return Math.max(0, Number(on.slice(0, 4)) - (filingYear + 1));
}

/** When a record goes to the county archive, and from which term on; the archive may set others. */
export interface TransferRule {
  afterYears: number;
  /** Shorter 定期 records stay and are appraised. */
  fromTermYears: number;
}

/** 档案法实施条例 第二十条: county level, ten years after formation; 永久 and 30年 are usually taken in. */
export const COUNTY_TRANSFER: TransferRule = { afterYears: 10, fromTermYears: 30 };

/**
 * First day on which a record is due for transfer; null where its term is not taken in.
 * @param formed date of formation as ISO text; where day or month are unknown the last possible day counts.
 */
export function transferDue(formed: string, term: TermCode, rule: TransferRule = COUNTY_TRANSFER): string | null {
  const years = termYears(term);
  if (years !== null && years < rule.fromTermYears) return null;
  const [year = '', month = '12', day] = formed.split('-');
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  // 29 February passes into 1 March of a common year.
  return new Date(Date.UTC(Number(year) + rule.afterYears, Number(month) - 1, Number(day ?? lastDay)))
    .toISOString()
    .slice(0, 10);
}
