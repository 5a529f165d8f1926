/**
 * Amounts of money as clerks write them, read to integer fen by decimal text alone: binary fractions would turn
 * 5.7126 万元 into something near 57,126.00 元. What can be read in two ways is refused by a named rule.
 */
export type MoneyReading = { ok: true; fen: number } | { ok: false; rule: 'empty' | 'form' | 'fraction' | 'tooLarge' };

/** Units that papers count money in, by the decimal places that reach down to one fen. */
const PLACES = {
  fen: 0,
  yuan: 2,
  thousandYuan: 5,
  tenThousandYuan: 6,
  millionYuan: 8,
  hundredMillionYuan: 10,
} as const;
export type MoneyUnit = keyof typeof PLACES;

const WRITTEN: Readonly<Record<string, MoneyUnit>> = {
  元: 'yuan',
  千元: 'thousandYuan',
  万: 'tenThousandYuan',
  万元: 'tenThousandYuan',
  亿: 'hundredMillionYuan',
  亿元: 'hundredMillionYuan',
};
const PATTERN = /^([-+])?¥?([-+])?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(千元|万元|亿元|万|亿|元)?$/;

/** The unit that an amount bears behind its digits; null where it bears none. */
export function writtenUnit(text: string): MoneyUnit | null {
  return WRITTEN[/[千万亿]?元$|[万亿]$/.exec(text)?.[0] ?? ''] ?? null;
}

/** Reads an amount; `unit` is the column's own unit, which a unit written in the cell overrules. Never throws. */
export function readMoney(text: string, unit: MoneyUnit = 'yuan'): MoneyReading {
  const compact = text.normalize('NFKC').replaceAll('−', '-').replaceAll(/\s/g, '');
  if (compact === '') return { ok: false, rule: 'empty' };
  const match = PATTERN.exec(compact);
  if (!match) return { ok: false, rule: 'form' };
  const [, before, after, whole = '', fraction = '', written = ''] = match;
  if (before !== undefined && after !== undefined) return { ok: false, rule: 'form' };
  const places = PLACES[WRITTEN[written] ?? unit];
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
