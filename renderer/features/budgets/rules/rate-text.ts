/** A rule's rate as people say it: 2.00 元/人, 1.5%—2.5%, 5%. Pure. */
import type { FundRule } from '#shared/features/funding-rules.ts';
import { moneyText } from '#shared/lib/funding/money.ts';

/** Per mille as per cent without a superfluous zero: 15 → 1.5, 50 → 5. */
export function percentOf(perMille: number): string {
  const tenths = perMille % 10;
  return `${(perMille - tenths) / 10}${tenths === 0 ? '' : `.${tenths}`}`;
}

export function rateText({ shape, rate, upperRate }: Pick<FundRule, 'shape' | 'rate' | 'upperRate'>): string {
  if (shape === 'floor') return moneyText(rate);
  return upperRate === null ? `${percentOf(rate)}%` : `${percentOf(rate)}%—${percentOf(upperRate)}%`;
}

/** Per mille of a percentage with at most one decimal; null where the text is none. */
export function perMilleOf(text: string): number | null {
  const found = /^(\d{1,3})(?:\.(\d))?%?$/u.exec(text.normalize('NFKC').trim());
  if (!found) return null;
  const value = Number(found[1]) * 10 + Number(found[2] ?? 0);
  return value >= 1 && value <= 1000 ? value : null;
}
