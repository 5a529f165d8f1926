/**
 * Number formats of spreadsheets: a cell's number → the text that a person sees (ISO/IEC 29500-1, 18.8.30 and 18.8.31).
 * Shown exactly: General (up to 15 digits, never rounded to the column), integers and decimals with thousands marks,
 * per cent, texts before and behind (`0"月"`), dates and times, Chinese numerals in dates ([DBNum1]). Everything else
 * (fractions, exponents, conditions, digits with texts between them) is shown as General, dates as 2021-03-01.
 */
import { renderDate } from './date-format.ts';

export interface NumberFormat {
  isDate: boolean;
  show: (value: number, from1904: boolean) => string;
}

/** Formats that are known by number only, with the dates as Chinese Excel and WPS show them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General';
}

const TOKEN =
  /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(General|G\/通用格式|AM\/PM|A\/P|上午\/下午)|(E[+-])|([yY]+|[mM]+|[dD]+|[hH]+|[sS]+|a{3,4}|e+)|([0#?]+)|([.,%@/])|([^])/giu;

export interface FormatToken {
  kind: 'literal' | 'bracket' | 'word' | 'exponent' | 'date' | 'digits' | 'sign';
  text: string;
}

function tokenize(section: string): FormatToken[] {
  const tokens: FormatToken[] = [];
  for (const [, quoted, escaped, bracket, word, exponent, date, digits, sign, other] of section.matchAll(TOKEN)) {
    const literal = quoted ?? escaped ?? other;
    if (literal !== undefined) tokens.push({ kind: 'literal', text: literal });
    else if (bracket !== undefined) tokens.push({ kind: 'bracket', text: bracket });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else if (exponent !== undefined) tokens.push({ kind: 'exponent', text: exponent });
    else if (date !== undefined) tokens.push({ kind: 'date', text: date.toLowerCase() });
    else if (digits !== undefined) tokens.push({ kind: 'digits', text: digits });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
  }
  return tokens;
}

/** Sections are parted by semicolons outside quotes. */
function sections(code: string): string[] {
  const found = [''];
  for (const [piece] of code.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]|[^]/gu)) {
    if (piece === ';') found.push('');
    else found[found.length - 1] += piece;
  }
  return found;
}

/** General: the shortest digits that a spreadsheet keeps (15). */
export function showGeneral(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (Math.abs(rounded) < 1e21 && Number.isInteger(rounded)) return BigInt(rounded).toString();
  return String(rounded).toUpperCase();
}

/** Rounds half away from zero, as spreadsheets do, not by the binary fraction. */
function fixed(value: number, decimals: number): string {
  const digits = String(Number(value.toPrecision(15)));
  if (digits.includes('e')) return value.toFixed(decimals);
  return Number(`${Math.round(Number(`${digits}e${decimals}`))}e-${decimals}`).toFixed(decimals);
}

type Show = (value: number) => string;

/** A section with digits in one run; null where it has anything that is not shown exactly. */
function digitsSection(tokens: readonly FormatToken[]): Show | null {
  let before = '';
  let after = '';
  let pattern = '';
  let percent = 0;
  for (const { kind, text } of tokens) {
    if (kind === 'digits' || (kind === 'sign' && (text === '.' || (text === ',' && pattern !== '')))) {
      if (after !== '') return null;
      pattern += text;
    } else if (kind === 'literal' || (kind === 'sign' && text === '%')) {
      if (text === '%' && kind === 'sign') percent += 1;
      if (pattern === '') before += text;
      else after += text;
    } else if (kind === 'bracket') {
      const currency = /^\$([^-]*)(?:-|$)/u.exec(text)?.[1];
      if (/^(?:[<>=]|DBNum)/iu.test(text)) return null;
      if (currency !== undefined) {
        if (pattern === '') before += currency;
        else after += currency;
      }
    } else {
      return null;
    }
  }
  const [, whole, decimals = '', scale = ''] = /^([0#?,]*?[0#?])?(?:\.([0#?]*))?(,*)$/u.exec(pattern) ?? [];
  if (pattern === '') return () => before + after;
  if (whole === undefined && decimals === '') return null;
  const least = (whole ?? '').replace(/[^0]/gu, '').length;
  const leastDecimals = decimals.replace(/[#?]+$/u, '').length;
  return (value) => {
    const scaled = (value * 100 ** percent) / 1000 ** scale.length;
    const [integer = '', fraction = ''] = fixed(scaled, decimals.length).split('.');
    let shown = integer === '0' && least === 0 ? '' : integer.padStart(least, '0');
    if (whole?.includes(',')) shown = shown.replace(/\B(?=(?:\d{3})+$)/gu, ',');
    let rest = fraction;
    while (rest.length > leastDecimals && rest.endsWith('0')) rest = rest.slice(0, -1);
    return before + shown + (decimals === '' ? '' : `.${rest}`) + after;
  };
}

/** General with texts around it (`General"月"`), also in Chinese numerals for small whole numbers. */
function generalSection(tokens: readonly FormatToken[]): Show | null {
  if (
    tokens.some(
      ({ kind, text }) => kind !== 'literal' && kind !== 'word' && !(kind === 'bracket' && text.startsWith('$')),
    )
  ) {
    return null;
  }
  return (value) =>
    tokens.map(({ kind, text }) => (kind === 'word' ? showGeneral(value) : kind === 'literal' ? text : '')).join('');
}

function numberSection(section: string): Show {
  const tokens = tokenize(section);
  const general = tokens.some(({ kind, text }) => kind === 'word' && /^G/iu.test(text));
  return (general ? generalSection(tokens) : digitsSection(tokens)) ?? showGeneral;
}

function compile(code: string): NumberFormat {
  const parts = sections(code);
  const first = tokenize(parts[0] ?? '');
  const elapsed = first.some(({ kind, text }) => kind === 'bracket' && /^(?:h+|m+|s+)$/iu.test(text));
  if (elapsed || first.some(({ kind }) => kind === 'date')) {
    return { isDate: true, show: (value, from1904) => renderDate(first, value, from1904) ?? showGeneral(value) };
  }
  if (first.every(({ kind, text }) => kind === 'sign' && text === '@') || code === '') {
    return { isDate: false, show: showGeneral };
  }
  const [positive = showGeneral, negative, zero] = parts.slice(0, 3).map(numberSection);
  return {
    isDate: false,
    show: (value) => {
      if (value < 0) return negative ? negative(-value) : `-${positive(-value)}`;
      return value === 0 && zero ? zero(0) : positive(value);
    },
  };
}

const compiled = new Map<string, NumberFormat>();

/** The format of a code such as `yyyy"年"m"月"d"日"`. */
export function numberFormat(code: string): NumberFormat {
  let format = compiled.get(code);
  if (!format) {
    format = compile(code.slice(0, 255));
    if (compiled.size > 1000) compiled.clear();
    compiled.set(code, format);
  }
  return format;
}
