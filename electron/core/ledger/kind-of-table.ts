/**
 * The kind that a table's title and headings give to all its lines: 拨款日期, 支出明细表. Invariant: one kind or none; a line is made of it only
 * where the line itself says nothing else, and always for review.
 */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import type { WordKind } from './kind-from-words.ts';

const HEADINGS: readonly (readonly [WordKind, RegExp])[] = [
  ['payment', /^(?:拨款|拨付|到账|拨入)(?:日期|时间|单位|金额|数额?)|^拨款文[件号]/u],
  ['donation', /^捐[赠款](?:日期|时间|单位|人|金额)/u],
  ['expense', /^(?:支付|报销|支出|开支)(?:日期|时间|金额|项目|内容|用途)|^开支项目/u],
];
const TITLES: readonly (readonly [WordKind, RegExp])[] = [
  ['payment', /拨款|拨付|到账|到位/u],
  ['donation', /捐赠|捐款|赞助/u],
  ['fee', /学费|收费|报名费/u],
  ['expense', /支出|报销|开支|使用/u],
];

/** The only kind that the title and the headings speak of; null where they speak of none or of several. */
export function kindOfTable(title: readonly string[], headings: readonly string[]): WordKind | null {
  const plain = (text: string): string => withoutSpace(canonical(text));
  const found = new Set([
    ...headings.flatMap((text) => HEADINGS.filter(([, pattern]) => pattern.test(plain(text))).map(([kind]) => kind)),
    ...title.flatMap((text) => TITLES.filter(([, pattern]) => pattern.test(plain(text))).map(([kind]) => kind)),
  ]);
  const [only] = found;
  if (found.size !== 1 || title.some((text) => /收支|预算|批复|退|收回|结转|结余|实物/u.test(plain(text)))) return null;
  return only ?? null;
}
