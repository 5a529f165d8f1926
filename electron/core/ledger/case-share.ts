/** Shares of a base as tables print them: 1.5%, 15‰, 不低于5%, 1.5%-2.5%. Read by decimal text to a fraction of whole numbers. */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';

/** parts ÷ whole. */
export interface Share {
  parts: number;
  whole: number;
}

export interface ShareReading extends Share {
  /** Printed without a sign of per cent: 1.5 was taken for 1.5 %, 0.015 for a fraction. */
  doubtful: boolean;
}

const SHARE =
  /^(?:不低于|不少于|至少|>=|≥)?(\d{1,3})(?:\.(\d{1,8}))?([%‰])?(?:[-~至到]\d{1,3}(?:\.\d+)?([%‰])?)?(?:以上)?$/u;

function fraction(whole: string, digits: string, of: number): Share {
  return { parts: Number(whole + digits), whole: of * 10 ** digits.length };
}

/**
 * Reads a cell; of a band its lower end counts, with the sign of the upper where it has none (0.5-1%). Null where it is no share above
 * nothing, and where 0.015 under a heading with % may as well be 1.5 %.
 */
export function readShare(cell: { text: string; number?: string }, heading: string): ShareReading | null {
  const text = withoutSpace(canonical(cell.text).replaceAll('％', '%'));
  const kept = /^0\.(\d{1,8})$/u.exec(cell.number ?? '')?.[1];
  if (kept !== undefined && text.endsWith('%')) return { ...fraction('0', kept, 1), doubtful: false };
  const [found, whole = '', digits = '', low, high] = SHARE.exec(text) ?? [];
  if (found === undefined || Number(whole + digits) === 0) return null;
  const own = low ?? high;
  const sign = own ?? /[%‰]/u.exec(heading.replaceAll('％', '%'))?.[0];
  const value = Number(`${whole}.${digits}`);
  if (own === undefined && ((sign === '%' && value < 0.1) || (sign === '‰' && value < 1))) return null;
  if (sign === '‰') return { ...fraction(whole, digits, 1000), doubtful: false };
  if (sign === '%') return { ...fraction(whole, digits, 100), doubtful: false };
  return { ...fraction(whole, digits, Number(whole) === 0 ? 1 : 100), doubtful: true };
}
