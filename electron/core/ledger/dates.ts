/**
 * Days and years of ledgers. The grammar of days is the register's (shared/lib/archives/archival-date.ts); here stands what
 * ledgers do to a day: a time behind it, a year of two digits, no year at all, a spreadsheet's serial number.
 */
import { parseArchivalDate } from '#shared/lib/archives/archival-date.ts';
import { canonical, parseSmallNumber, parseYear, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { readSerial } from '../catalogue/dates.ts';
import type { SourceDocument } from '../reading/source.ts';

export type LedgerDateProblem =
  | 'empty'
  | 'unreadable'
  | 'no_such_day'
  | 'month_only'
  | 'no_year'
  | 'year_of_paper'
  | 'two_digits'
  | 'serial';

export interface LedgerDate {
  /** ISO; null where the paper does not tell it. */
  date: string | null;
  problem: LedgerDateProblem | null;
}

const TIME = /(?:^|\s|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:AM|PM)?$/iu;
const WEEKDAY = /[（(]?(?:星期|周)[一二三四五六日天][)）]?$/u;
const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DAY = new RegExp(`^${NUMBER}(?:月|[-./])${NUMBER}[日号]?$`, 'u');
const TWO_DIGITS = /^['’]?(\d{2})(?:年|([-./]))(\d{1,2})(?:月|\2)(\d{1,2})[日号]?$/u;

/** Year from which a ledger can be; an earlier one is a slip. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

function dayOf(year: number, month: number, day: number): string | null {
  const two = (value: number): string => String(value).padStart(2, '0');
  const reading = parseArchivalDate(`${year}-${two(month)}-${two(day)}`);
  return reading.ok && reading.precision === 'day' ? reading.date : null;
}

/**
 * Reads a day.
 * @param year what the line or the title says of the year, for days printed without one
 */
export function readLedgerDate(printed: string, year: number | null): LedgerDate {
  const none = (problem: LedgerDateProblem): LedgerDate => ({ date: null, problem });
  const text = withoutSpace(
    canonical(printed)
      .trim()
      .replace(TIME, '')
      .replace(WEEKDAY, '')
      .replace(/(?<=[年月./-])\s+|\s+(?=[年月日./-])/gu, ''),
  );
  if (text === '') return none('empty');
  if (/\d\s+\d/u.test(canonical(printed).trim().replace(TIME, ''))) return none('unreadable');
  const serial = readSerial(text);
  if (serial !== null) {
    return { date: `${serial.slice(0, 4)}-${serial.slice(4, 6)}-${serial.slice(6)}`, problem: 'serial' };
  }
  const days = DAY.exec(text);
  if (days) {
    const month = parseSmallNumber(days[1] ?? '') ?? 0;
    const day = parseSmallNumber(days[2] ?? '') ?? 0;
    if (dayOf(2020, month, day) === null) return none('no_such_day');
    if (year === null) return none('no_year');
    const date = dayOf(year, month, day);
    return date === null ? none('no_such_day') : { date, problem: 'year_of_paper' };
  }
  const short = TWO_DIGITS.exec(text);
  if (short) {
    const date = dayOf(2000 + Number(short[1]), Number(short[3]), Number(short[4]));
    return date === null ? none('no_such_day') : { date, problem: 'two_digits' };
  }
  const reading = parseArchivalDate(text);
  if (!reading.ok)
    return none(reading.rule === 'no_such_day' || reading.rule === 'no_such_month' ? 'no_such_day' : 'unreadable');
  const own = Number(reading.date.slice(0, 4));
  if (reading.bracketed || own < FIRST_YEAR || own > LAST_YEAR) return none('unreadable');
  if (reading.precision !== 'day') return none('month_only');
  return { date: reading.date, problem: null };
}

/** 2021, 2021年度, 二〇二一年; null for anything else, a span of years too. */
export function readBudgetYear(printed: string): number | null {
  const text = withoutSpace(canonical(printed))
    .replace(/年度?$/u, '')
    .replace(/\.0+$/u, '');
  const year = parseYear(text);
  return year !== null && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** The only year that lines of a head name: 2021年经费台账, 二〇二一年度; null where they name none or several. */
export function yearOfHead(lines: readonly string[]): number | null {
  const years = new Set(
    lines.flatMap((line) =>
      [...withoutSpace(canonical(line)).matchAll(/(?<!\d)(\d{4}|[〇零○一二三四五六七八九]{4})(?=年)/gu)].flatMap(
        ([, text]) => readBudgetYear(text ?? '') ?? [],
      ),
    ),
  );
  const [only] = years;
  return years.size === 1 ? (only ?? null) : null;
}

/** Days that a workbook keeps where its format hides the year, by line. */
export function keptDays(source: SourceDocument): Map<string, string> {
  return new Map(
    source.notes.flatMap(({ code, line, params }) =>
      code === 'source/date_cell' && line !== null ? [[`${line}|${params.text}`, String(params.date)] as const] : [],
    ),
  );
}
