/**
 * Amounts of money as clerks write them, read to integer fen by decimal text alone: binary fractions would turn
 * 5.7126 万元 into something near 57,126.00 元. What can be read in two ways is refused by a named rule.
 */
export type MoneyReading = { ok: true; fen: number } | { ok: false; rule: 'empty' | 'form' | 'fraction' | 'tooLarge' };

const PATTERN = /^([-+])?¥?([-+])?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(万元|万|元)?$/;

/** Reads an amount; `unit` is the column's own unit, which a unit written in the cell overrules. Never throws. */
export function readMoney(text: string, unit: 'yuan' | 'tenThousandYuan' = 'yuan'): MoneyReading {
  const compact = text.normalize('NFKC').replaceAll('−', '-').replaceAll(/\s/g, '');
  if (compact === '') return { ok: false, rule: 'empty' };
  const match = PATTERN.exec(compact);
  if (!match) return { ok: false, rule: 'form' };
  const [, before, after, whole = '', fraction = '', written] = match;
  if (before !== undefined && after !== undefined) return { ok: false, rule: 'form' };
  const ten = written === undefined ? unit === 'tenThousandYuan' : written !== '元';
  const places = ten ? 6 : 2;
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > places) return { ok: false, rule: 'fraction' };
  const fen = BigInt(whole.replaceAll(',', '') + digits.padEnd(places, '0'));
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) return { ok: false, rule: 'tooLarge' };
  const negative = (before ?? after) === '-' && fen !== 0n;
  return { ok: true, fen: negative ? -Number(fen) : Number(fen) };
}

/** Fen as yuan with two decimals and thousands separators, e.g. −57,126.01 as `-57,126.01`. */
export function moneyText(fen: number): string {
  const size = BigInt(fen < 0 ? -fen : fen);
  const yuan = (size / 100n).toString().replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${(size % 100n).toString().padStart(2, '0')}`;
}
