/**
 * Amounts as cells of money papers hold them: the grammar of shared/lib/funding/money.ts, and what clerks put around it:
 * brackets, 红字 and △ for red figures, 人民币 before and 整 behind, 大写 alone or beside the figures.
 * Invariant: integer fen, never rounded; what may mean two amounts is refused by a named rule.
 */
import { readAmountInWords } from '#shared/lib/funding/amount-in-words.ts';
import { type MoneyUnit, readMoney, writtenUnit } from '#shared/lib/funding/money.ts';

export type AmountRule = 'empty' | 'form' | 'fraction' | 'tooLarge' | 'words' | 'sign' | 'hidden';

export type AmountReading =
  | {
      ok: true;
      fen: number;
      /** Written as a red figure: brackets, 红字, △ or a minus. */
      red: boolean;
      /** The cell states a unit that is not the column's. */
      ownUnit: boolean;
      /** A spreadsheet keeps another number than it shows; the kept one was read. */
      hidden: boolean;
    }
  | { ok: false; rule: AmountRule };

/** Signs that NFKC would turn into digits without a person meaning an amount: ①, ², ½. */
const LOOKALIKE = /[\u00B2\u00B3\u00B9\u00BC-\u00BE\u2070-\u209F\u2150-\u218F\u2460-\u24FF\u2776-\u2793\u3200-\u32FF]/u;
const WORDS = /[壹贰叁肆伍陆柒捌玖拾佰仟圆]|零[元角分]/u;
/** Nothing was entered: a dash through the cell. */
const DASH = /^[-—–―－─/／]+$/u;

export const isBlankAmount = (text: string): boolean => text.trim() === '' || DASH.test(text.trim());

/** Takes off what marks a red figure; null where two marks contradict or double each other. */
function withoutRed(text: string): { bare: string; red: boolean } | null {
  let bare = text;
  let marks = 0;
  const take = (pattern: RegExp): void => {
    const taken = bare.replace(pattern, '$1');
    if (taken !== bare) marks += 1;
    bare = taken;
  };
  take(/^[(]?红字[)]?[:：]?(.+)$/u);
  take(/^(.+?)[(]?红字[)]?$/u);
  take(/^[△▲](.+)$/u);
  take(/^[(](.+)[)]$/u);
  take(/^(.+)-$/u);
  if (/^[¥]?-|^-/u.test(bare)) marks += 1;
  if (marks > 1) return null;
  return { bare: bare.replace(/^(¥?)-/u, '$1'), red: marks === 1 };
}

/** 3,000.00(叁仟元整), ¥3000.00 叁仟元整: both must say the same. */
function readBoth(text: string, unit: MoneyUnit): AmountReading | null {
  const [, figures = '', words = ''] =
    /^([^\p{Script=Han}]*\d[\d,.]*元?)[(:]?(?:大写:?)?([\p{Script=Han}]+)[)]?$/u.exec(text) ?? [];
  if (figures === '' || !WORDS.test(words)) return null;
  const one = readAmount(figures, unit);
  const other = readAmountInWords(words);
  if (!one.ok || other === null || one.fen !== other) return { ok: false, rule: 'words' };
  return one;
}

/** Reads a cell. `unit` is the column's own; a unit written in the cell overrules it, and that is told. */
export function readAmount(printed: string, unit: MoneyUnit): AmountReading {
  if (LOOKALIKE.test(printed)) return { ok: false, rule: 'form' };
  const text = printed
    .normalize('NFKC')
    .replace(/[−‐‑‒–—―－]/gu, '-')
    .trim();
  if (isBlankAmount(text)) return { ok: false, rule: 'empty' };
  // A space between digits may part thousands or two numbers: nobody can say.
  if (/\d\s+\d/u.test(text)) return { ok: false, rule: 'form' };
  const compact = text.replace(/\s+/gu, '').replace(/^(?:人民币|RMB|CNY)[:：]?/iu, '');
  const both = readBoth(compact, unit);
  if (both) return both;
  if (WORDS.test(compact)) {
    const fen = readAmountInWords(compact.replaceAll('萬', '万'));
    if (fen === null) return { ok: false, rule: 'words' };
    return { ok: true, fen, red: false, ownUnit: false, hidden: false };
  }
  // A spreadsheet's mark that a number is kept as text.
  const sign = withoutRed(compact.replace(/^['’‘](?=[-\d])/u, ''));
  if (!sign) return { ok: false, rule: 'sign' };
  const bare = sign.bare.replace(/元[整正]$/u, '元');
  const money = readMoney(bare, unit);
  if (!money.ok) return money;
  const written = writtenUnit(bare) ?? unit;
  const fen = sign.red && money.fen !== 0 ? -money.fen : money.fen;
  return { ok: true, fen, red: sign.red, ownUnit: written !== unit, hidden: false };
}

/**
 * Reads a cell of a sheet, where the number behind it may differ from what its format shows.
 * @param number the number that is kept, where it differs
 */
export function readAmountCell(cell: { text: string; number?: string }, unit: MoneyUnit): AmountReading {
  const shown = readAmount(cell.text, unit);
  if (cell.number === undefined) return shown;
  // A format that writes its own unit behind the digits may scale the number: nobody can say which is meant.
  if (/[万千百亿元%]/u.test(cell.text) && !(shown.ok && !shown.ownUnit)) return { ok: false, rule: 'hidden' };
  const kept = readAmount(cell.number, unit);
  if (!kept.ok) return kept;
  return { ...kept, hidden: !shown.ok || shown.fen !== kept.fen };
}

/** Whether the next cell looks like the thousands of an amount that a comma has cut: 1 | 000.00. */
export function isCut(text: string, next: string, nextIsMoney: boolean): boolean {
  if (!/^[-¥￥]*\d{1,3}$/u.test(text.trim()) || !/^\d{3}(?:\.\d{1,2})?$/u.test(next.trim())) return false;
  // Beside another amount 300 | 700 are two of them; 000 is none.
  return nextIsMoney ? next.trim().startsWith('0') : true;
}
