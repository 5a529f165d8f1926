/**
 * Finding by phone without making the masks worthless: what a mask shows anyway - the last four figures - and the whole
 * number find; anything between them finds nothing, or a number could be guessed figure by figure.
 */
import { phoneDigits } from '#shared/lib/phones.ts';

const SHOWN = 4;
const SHORTEST_WHOLE = 7;

/** A condition on a column of phones with the value to bind; null where the text is no such question. */
export function phoneCondition(column: string, text: string): { condition: string; value: string } | null {
  if (!/^[\d\s()+-]+$/u.test(text.normalize('NFKC'))) return null;
  const digits = phoneDigits(text);
  const stored = `replace(replace(replace(replace(${column}, '-', ''), ' ', ''), '(', ''), ')', '')`;
  if (digits.length === SHOWN) return { condition: `substr(${stored}, -${SHOWN}) = ?`, value: digits };
  return digits.length >= SHORTEST_WHOLE ? { condition: `${stored} = ?`, value: digits } : null;
}
