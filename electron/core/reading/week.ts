/** Week cells of school calendars: 第三周, 预备周, 1, 第1-2周. */
import { canonical, parseSmallNumber, withoutSpace } from '#shared/lib/chinese-numerals.ts';

const WEEK =
  /^(?:第?([一二三四五六七八九十]{1,3}|\d{1,2})(?:[-、至]第?([一二三四五六七八九十]{1,3}|\d{1,2}))?周|预备周?|开学前|寒假|暑假|机动|\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3})$/u;

export function isWeek(text: string): boolean {
  return WEEK.test(withoutSpace(canonical(text)));
}

/** Whether the column speaks 第N周; then weeks are numbers and 预备周 is 0. */
export function speaksOrdinals(labels: readonly string[]): boolean {
  return labels.some((label) => /^第.+周$/u.test(withoutSpace(label)));
}

/** The week as the answer holds it: a number for a column that speaks 第N周, else the label as printed. */
export function weekValue(label: string, ordinals: boolean): number | string {
  const plain = withoutSpace(canonical(label));
  if (!ordinals) return label.trim();
  if (/^预备周?$/u.test(plain)) return 0;
  const single = /^第?([一二三四五六七八九十]{1,3}|\d{1,2})周?$/u.exec(plain);
  const value = single?.[1] === undefined ? null : parseSmallNumber(single[1]);
  return value ?? label.trim();
}
