/**
 * Dates of spreadsheets: serial numbers ⇄ calendar dates and the texts of date formats. Invariant: no time zone takes
 * part; the day that does not exist (29 February 1900, serial 60) stays out of reach of plans and is shown as it is.
 */
import type { FormatToken } from './number-format.ts';

interface Moment {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
  second: number;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAYS = '日一二三四五六';
const DIGITS = '〇一二三四五六七八九';

/** Serial number → date and time, or null outside 1900-01-01 … 9999-12-31. Seconds are rounded. */
function momentOf(serial: number, from1904: boolean): Moment | null {
  const seconds = Math.round((serial + (from1904 ? 1462 : 0)) * 86_400);
  const days = Math.floor(seconds / 86_400);
  if (days < 0 || days > 2_958_465) return null;
  if (days === 60 && !from1904) return null;
  // Serial 1 is 1900-01-01; from 61 on the missing leap day has been counted.
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000);
  const rest = seconds - days * 86_400;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Serial number → ISO date, or null where it is only a time or out of range. */
export function isoDate(serial: number, from1904: boolean): string | null {
  const moment = momentOf(serial, from1904);
  if (!moment || (serial < 1 && !from1904)) return null;
  return `${String(moment.year).padStart(4, '0')}-${two(moment.month)}-${two(moment.day)}`;
}

function chineseDigits(value: string): string {
  return value.replace(/\d/gu, (digit) => DIGITS[Number(digit)] ?? digit);
}

/** 1 to 99 as counted: 十二, 二十三. */
function chineseCounting(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens > 1 ? (DIGITS[tens] ?? '') : ''}十${ones > 0 ? (DIGITS[ones] ?? '') : ''}`;
}

/** The two parts are told apart by their neighbours: minutes follow hours or come before seconds. */
function isMinute(dates: readonly string[], at: number): boolean {
  return dates[at - 1]?.startsWith('h') === true || dates[at + 1]?.startsWith('s') === true;
}

function partText(part: string, moment: Moment, minute: boolean, halves: boolean, chinese: boolean): string {
  const plain = (value: number, width: number): string => {
    if (chinese) return chineseCounting(value) || '〇';
    return width > 1 ? two(value) : String(value);
  };
  switch (part.charAt(0)) {
    case 'y':
    case 'e': {
      const year = part === 'yy' || part === 'y' ? two(moment.year % 100) : String(moment.year);
      return chinese ? chineseDigits(year) : year;
    }
    case 'm':
      if (minute) return plain(moment.minute, part.length);
      return part.length > 2 ? (MONTHS[moment.month - 1] ?? '') : plain(moment.month, part.length);
    case 'd':
      return part.length > 2 ? `周${DAYS[moment.weekday] ?? ''}` : plain(moment.day, part.length);
    case 'a':
      return `${part.length > 3 ? '星期' : ''}${DAYS[moment.weekday] ?? ''}`;
    case 'h':
      return plain(halves ? moment.hour % 12 || 12 : moment.hour, part.length);
    default:
      return plain(moment.second, part.length);
  }
}

/** Shows a date by the tokens of its format; null where the number is no date. */
export function renderDate(tokens: readonly FormatToken[], serial: number, from1904: boolean): string | null {
  const moment = momentOf(serial, from1904);
  if (!moment) return null;
  const halves = tokens.some(({ kind, text }) => kind === 'word' && !/^G/iu.test(text));
  const chinese = tokens.some(({ kind, text }) => kind === 'bracket' && /^DBNum1$/iu.test(text));
  const dates = tokens.filter(({ kind, text }) => kind === 'date' || (kind === 'bracket' && /^[hms]+$/iu.test(text)));
  const parts = dates.map(({ text }) => text.toLowerCase());
  let shown = '';
  for (const token of tokens) {
    if (token.kind === 'literal') shown += token.text;
    else if (token.kind === 'sign') shown += token.text === '@' ? '' : token.text;
    else if (token.kind === 'word') shown += moment.hour < 12 ? '上午' : '下午';
    else if (token.kind === 'date') {
      const at = dates.indexOf(token);
      shown += partText(token.text, moment, token.text.length < 3 && isMinute(parts, at), halves, chinese);
    } else if (token.kind === 'bracket' && /^h+$/iu.test(token.text)) {
      shown += String(Math.floor(serial * 24 + 1e-6));
    } else if (token.kind === 'bracket' && /^[ms]+$/iu.test(token.text)) {
      return null;
    }
  }
  return shown.trim();
}
