/**
 * Numbers of inhabitants as tables print them: 4388, 4,388人, ４３８８, 2.8563万人. Read by decimal text alone.
 * Invariant: only an exact whole number comes out; 约900, 近千, 0.5 and 12,34 are refused by a named rule.
 */
export type PersonsRule = 'empty' | 'unreadable' | 'approximate' | 'fraction' | 'negative' | 'too_large';

export type PersonsReading =
  | {
      ok: true;
      value: number;
      /** In 万 with fewer than four decimals: likely rounded by the paper. */
      coarse: boolean;
    }
  | { ok: false; rule: PersonsRule };

const LOOKALIKE = /[\u00B2\u00B3\u00B9\u00BC-\u00BE\u2070-\u209F\u2150-\u218F\u2460-\u24FF\u2776-\u2793\u3200-\u32FF]/u;
const APPROXIMATE = /约|近|大概|左右|上下|余|多|几|不足|超|逾|\+|[~～—]|[以之]上|[以之]下/u;
const NUMBER = /^(-)?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(万)?人?$/u;
const BLANK = /^(?:[-—–/／]+|无|缺|缺报|未报|未统计|不详|空|暂缺|…+)?$/u;
const LARGEST = 2_000_000_000;

/** Reads a cell; `inTenThousands` where the column counts in 万人. */
export function readPersons(printed: string, inTenThousands = false): PersonsReading {
  if (LOOKALIKE.test(printed)) return { ok: false, rule: 'unreadable' };
  // A spreadsheet marks a number that is kept as text with an apostrophe.
  const text = printed
    .normalize('NFKC')
    .replaceAll('−', '-')
    .trim()
    .replace(/^['’‘](?=\d)/u, '');
  if (BLANK.test(text)) return { ok: false, rule: 'empty' };
  if (APPROXIMATE.test(text)) return { ok: false, rule: 'approximate' };
  if (/\d\s+\d/u.test(text)) return { ok: false, rule: 'unreadable' };
  const match = NUMBER.exec(text.replace(/\s+/gu, ''));
  if (!match) return { ok: false, rule: 'unreadable' };
  const [, minus, whole = '', fraction = '', written] = match;
  const ten = inTenThousands || written !== undefined;
  const places = ten ? 4 : 0;
  const digits = fraction.replace(/0+$/u, '');
  if (digits.length > places) return { ok: false, rule: 'fraction' };
  const value = BigInt(whole.replaceAll(',', '') + digits.padEnd(places, '0'));
  if (minus !== undefined && value !== 0n) return { ok: false, rule: 'negative' };
  if (value > BigInt(LARGEST)) return { ok: false, rule: 'too_large' };
  return { ok: true, value: Number(value), coarse: ten && fraction.length < 4 };
}
