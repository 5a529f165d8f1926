/**
 * Days as sheets print them: 2021-06-12, 2021年6月12日（星期六）上午9:00, 6月12日, 2021.6.12-14. A day without a year takes the
 * year of its paper, and that is told; nothing else is filled in.
 */
import { parseArchivalDate } from '#shared/lib/archives/archival-date.ts';
import { canonical, parseDigits, parseSmallNumber } from '#shared/lib/chinese-numerals.ts';
import { readSerial } from '../catalogue/dates.ts';

export type DayProblem =
  | 'no_such_month'
  | 'no_such_day'
  | 'no_year'
  | 'year_of_paper'
  | 'month_only'
  | 'several'
  | 'range'
  | 'serial'
  | 'rest'
  | 'unreadable';

export interface ReadDay {
  /** ISO; null where the text does not tell it. */
  date: string | null;
  /** Last day of a range. */
  end: string | null;
  /** Time of day as printed. */
  time: string | null;
  problem: DayProblem | null;
  /** The month or day that does not exist. */
  value?: number;
}

const NUMBER = String.raw`(?:\d{1,2}|[〇零一二三四五六七八九十]{1,3})`;
const YEAR = '(?:\\d{4}|[〇零○一二三四五六七八九]{4})';
const FULL = new RegExp(`^(${YEAR})\\s*(?:年|[-./])\\s*(${NUMBER})\\s*(?:月|[-./])\\s*(${NUMBER})\\s*[日号]?`, 'u');
const EIGHT = /^(\d{4})(\d{2})(\d{2})(?!\d)/u;
const PARTIAL = new RegExp(`^(${NUMBER})\\s*(?:月|[./-])\\s*(${NUMBER})\\s*[日号]?(?![\\d年:])`, 'u');
const MONTH = new RegExp(`^${YEAR}\\s*(?:年|[-./])\\s*${NUMBER}\\s*月?(?:份)?$`, 'u');
const TO = /^\s*(?:-+|至|到|—+)\s*/u;
const DAY_ONLY = new RegExp(`^(${NUMBER})\\s*[日号]?(?![\\d:时点月])`, 'u');
const WEEKDAY = /^\s*[（(]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?\s*/u;
const CLOCK =
  /^[\s,，T(（]*(?:(?:上午|下午|早上|中午|晚上|晚|全天)?\s*\d{1,2}\s*(?:[:：时点]\s*(?:\d{1,2}(?:[:：]\d{2}(?:\.0+)?)?|半)?\s*分?|点钟?)(?:\s*(?:-+|至|到)\s*(?:上午|下午|晚上)?\s*\d{1,2}\s*[:：时点]\s*(?:\d{1,2}|半)?\s*分?)?|上午|下午|早上|中午|晚上|全天)[)）]?/u;

interface Parts {
  year: number | null;
  month: number;
  day: number;
  rest: string;
}

function partsOf(text: string): Parts | null {
  const full = EIGHT.exec(text) ?? FULL.exec(text);
  if (full) {
    const year = Number(parseDigits(full[1] ?? '') ?? Number.NaN);
    return {
      year,
      month: parseSmallNumber(full[2] ?? '') ?? Number.NaN,
      day: parseSmallNumber(full[3] ?? '') ?? Number.NaN,
      rest: text.slice(full[0].length),
    };
  }
  // 22.3.8 may be a year in two figures or anything else.
  if (/^\d{1,2}([./-])\d{1,2}\1\d{1,2}(?!\d)/u.test(text)) return null;
  const partial = PARTIAL.exec(text);
  if (!partial) return null;
  return {
    year: null,
    month: parseSmallNumber(partial[1] ?? '') ?? Number.NaN,
    day: parseSmallNumber(partial[2] ?? '') ?? Number.NaN,
    rest: text.slice(partial[0].length),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

function isoOf(year: number, month: number, day: number): { date: string } | { problem: DayProblem; value: number } {
  const date = `${year}-${two(month)}-${two(day)}`;
  const reading = parseArchivalDate(date);
  if (reading.ok && reading.precision === 'day') return { date };
  if (month < 1 || month > 12) return { problem: 'no_such_month', value: month };
  return { problem: 'no_such_day', value: day };
}

/**
 * Reads a day.
 * @param year the paper's year, for days that are printed without one
 */
export function readDay(printed: string, year: number | null): ReadDay {
  const none = (problem: DayProblem, value?: number): ReadDay => ({
    date: null,
    end: null,
    time: null,
    problem,
    ...(value === undefined ? {} : { value }),
  });
  const text = canonical(printed).replace(/\s+/gu, ' ').trim();
  const serial = readSerial(text);
  if (serial !== null) {
    return {
      ...none('serial'),
      date: `${serial.slice(0, 4)}-${serial.slice(4, 6)}-${serial.slice(6, 8)}`,
    };
  }
  if (MONTH.test(text) && !FULL.test(text)) return none('month_only');
  const parts = partsOf(text);
  if (!parts) return none('unreadable');
  const ownYear = parts.year ?? year;
  if (ownYear === null) {
    const shape = isoOf(2020, parts.month, parts.day);
    return 'date' in shape ? none('no_year') : none(shape.problem, shape.value);
  }
  const first = isoOf(ownYear, parts.month, parts.day);
  if (!('date' in first)) return none(first.problem, first.value);
  if (ownYear < 1949 || ownYear > 2099) return none('unreadable');
  let problem: DayProblem | null = parts.year === null ? 'year_of_paper' : null;
  let rest = parts.rest.replace(WEEKDAY, '');
  let end: string | null = null;
  const to = TO.exec(rest);
  const tail = to ? rest.slice(to[0].length) : '';
  if (to && tail !== '' && !CLOCK.test(tail)) {
    const last = partsOf(tail);
    const only = last ? null : DAY_ONLY.exec(tail);
    const made = last
      ? isoOf(last.year ?? ownYear, last.month, last.day)
      : only
        ? isoOf(ownYear, parts.month, parseSmallNumber(only[1] ?? '') ?? Number.NaN)
        : null;
    if (made === null || !('date' in made) || made.date < first.date) return none('unreadable');
    end = made.date === first.date ? null : made.date;
    rest = (last ? last.rest : tail.slice(only?.[0].length ?? 0)).replace(WEEKDAY, '');
    if (end !== null) problem = 'range';
  } else if (/^\s*[、,，和及]\s*\d/u.test(rest)) {
    return { date: first.date, end: null, time: null, problem: 'several' };
  }
  const clock = CLOCK.exec(rest);
  const time = clock ? clock[0].replace(/^[\s,，T(（]+|[)）]$/gu, '') : null;
  rest = clock ? rest.slice(clock[0].length) : rest;
  if (rest.replace(/[\s,，。;；]+/gu, '') !== '') problem ??= 'rest';
  // Spreadsheets write midnight behind every date.
  const shown = time !== null && /^0{1,2}:00(?::00(?:\.0+)?)?$/u.test(time) ? null : time;
  return { date: first.date, end, time: shown, problem };
}
