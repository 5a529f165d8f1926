/**
 * The date of a record: ISO text, cut short where day or month are unknown (`2021-03-01`, `2020-12`, `2020`), so that
 * plain comparison sorts. The catalogue prints eight digits with 00 for unknown parts (DA/T 22-2015; DA/T 18-2022);
 * a date found by research stands in brackets. A doubtful sign makes the whole date unreadable: nothing is guessed.
 */
import { canonical, parseDigits, parseSmallNumber, withoutSpace } from '../chinese-numerals.ts';
import { isEmptyWord } from './empty-words.ts';
import type { BrokenRule } from './rules.ts';

export type DatePrecision = 'day' | 'month' | 'year';

export type DateRule =
  | 'date_empty'
  | 'unreadable'
  | 'no_such_month'
  | 'no_such_day'
  | 'day_without_month'
  | 'year_out_of_range';

export type ArchivalDateReading =
  | {
      ok: true;
      /** ISO text of that precision. */
      date: string;
      precision: DatePrecision;
      /** Found by research, printed in brackets: `[19450815]`. */
      bracketed: boolean;
    }
  | ({ ok: false } & BrokenRule<DateRule>);

const ARABIC = String.raw`\d{4}`;
const CHINESE = '[〇零○◯OＯ一二三四五六七八九]{4}';
const NUMBER = String.raw`(\d{1,2}|[〇零一二三四五六七八九十]{1,3}|元)`;
const EIGHT = /^(\d{4})(\d{2})(\d{2})$/u;
const SIGNS = /^(\d{4})(?:([-./])(\d{1,2})(?:\2(\d{1,2}))?)?$/u;
const WORDS = new RegExp(`^(${ARABIC}|${CHINESE})年(?:${NUMBER}月(?:${NUMBER}[日号])?)?$`, 'u');

/** Days of a month (1–12) in that year. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The parts of a printed date, 00 and absence alike as null; null where the shape is unknown. */
function parts(text: string): { year: number; month: number | null; day: number | null } | null {
  const eight = EIGHT.exec(text);
  if (eight) return { year: Number(eight[1]), month: Number(eight[2]) || null, day: Number(eight[3]) || null };
  const found = SIGNS.exec(text);
  if (found) {
    const number = (part: string | undefined): number | null => (part === undefined ? null : Number(part));
    return { year: Number(found[1]), month: number(found[3]), day: number(found[4]) };
  }
  const words = WORDS.exec(text);
  const year = parseDigits(words?.[1] ?? '');
  if (!words || year === null) return null;
  const number = (part: string | undefined): number | null =>
    part === undefined ? null : part === '元' ? 1 : (parseSmallNumber(part) ?? Number.NaN);
  return { year: Number(year), month: number(words[2]), day: number(words[3]) };
}

/**
 * Reads a printed date: eight digits, 2021年3月1日, 二〇二一年三月一日, 2021-3-1, 2021.3.1, 2021/3/1, months and years
 * alone, each also in brackets. `2021061?` and 21.3.1 are unreadable.
 */
export function parseArchivalDate(printed: string): ArchivalDateReading {
  const refuse = (rule: DateRule): ArchivalDateReading => ({ ok: false, rule, params: { text: printed.trim() } });
  if (isEmptyWord(printed)) return refuse('date_empty');
  const plain = canonical(printed).trim();
  // A space between two figures could hide a separator.
  if (/\d\s+\d/u.test(plain)) return refuse('unreadable');
  const text = withoutSpace(plain);
  const bracketed = text.startsWith('[') && text.endsWith(']');
  const found = parts(bracketed ? text.slice(1, -1) : text);
  if (!found || Number.isNaN(found.month) || Number.isNaN(found.day)) return refuse('unreadable');
  const { year, month, day } = found;
  if (year < 1800 || year > 2099) return refuse('year_out_of_range');
  if (month === null) {
    if (day !== null) return refuse('day_without_month');
    return { ok: true, date: String(year), precision: 'year', bracketed };
  }
  if (month < 1 || month > 12) return refuse('no_such_month');
  if (day === null) return { ok: true, date: `${year}-${two(month)}`, precision: 'month', bracketed };
  if (day < 1 || day > daysInMonth(year, month)) return refuse('no_such_day');
  return { ok: true, date: `${year}-${two(month)}-${two(day)}`, precision: 'day', bracketed };
}

/** Whether a text is a date as the register stores it: ISO, real, to the day, month or year. */
export function isArchivalDate(text: string): boolean {
  const reading = parseArchivalDate(text);
  return reading.ok && reading.date === text;
}

function stored(date: string): [year: string, month: string | undefined, day: string | undefined] {
  if (!isArchivalDate(date)) throw new RangeError(`no date of a record: ${date}`);
  const [year = '', month, day] = date.split('-');
  return [year, month, day];
}

/** The year of a stored date. @throws {RangeError} where it is none. */
export function yearOfDate(date: string): number {
  return Number(stored(date)[0]);
}

/** `2020-12` → `20201200`; a researched date stands in brackets. @throws {RangeError} where it is no stored date. */
export function formatEightDigits(date: string, bracketed = false): string {
  const [year, month = '00', day = '00'] = stored(date);
  return bracketed ? `[${year}${month}${day}]` : `${year}${month}${day}`;
}

/** `2021-03-01` → 2021年3月1日, as far as it is known (GB/T 9704-2012, 7.3.5.4: no leading zero). @throws {RangeError} */
export function printedDate(date: string): string {
  const [year, month, day] = stored(date);
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}

/** Whether a date lies surely behind a day (ISO): its first possible day counts. @throws {RangeError} */
export function isAfterDay(date: string, day: string): boolean {
  const [year, month = '01', first = '01'] = stored(date);
  return `${year}-${month}-${first}` > day;
}
