/**
 * Lines of a ledger that are no entries: sums, pages carried over, opening balances, headings inside the table, feet.
 * Invariant: such a word counts only where it fills a cell and the line bears no voucher of its own.
 */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';

/** 合计 alone, behind whatever it sums up (讲师费小计), or before it (合计支出, 合计大写). */
const TOTAL =
  /(?:合|小|总|共|累)计(?:数|金额|额)?(?:[(（].*[)）])?[:：]?$|^(?:合|总|共|累|小)计(?:支出|收入|金额|大写|人民币)|^总(?:支出|收入|额|金额|数)[:：]?$|^(?:本[日周页月季年期次]度?|累计|全年)(?:收入|支出|收支|发生额)(?:合计|累计)?(?:及余额)?[:：]?$|^(?:SUB|GRAND)?TOTAL[:：]?$|^[∑Σ][:：]?$/iu;
const WHOLE = /累计|总计|全年|GRAND/iu;
const BLOCK = /小计|本[日周页月季次]|(?<![-至到~]\d?)[\d一二三四五六七八九十]月|季度|SUB/iu;
const CARRIED = /^(?:承前页|承上页|接上页|接前页|过次页|转下页|过下页|转次页)$/u;
const OPENING =
  /^(?:\d{4}年?)?(?:期初|年初|上年|上期|上月|月初|以前年度|上年度|期末|年末|月末)?(?:余额|结余|结转|结存|结转余额|结余结转|余额结转|结转下年|结转下月|结转下期)(?:资金|经费)?$|^(?:结转下年|结转下月|转入下年)$/u;
const FOOT =
  /^(?:制表|填表|审核|复核|经办|出纳|会计|记账|主管|负责人|单位负责人|财务负责人|备注|说明|注|附注|签字|盖章|打印日期|编制)[人员者]?[:：]|^注[:：\d]|^第\s*\d+\s*页|^共\s*\d+\s*页/u;

export type TotalScope = 'whole' | 'block' | 'open';

const plain = (text: string): string => withoutSpace(canonical(text));

/** The scope of a sum whose label a cell prints: all lines, those since the last sum, or the paper does not say; null for no sum. */
export function totalScope(text: string): TotalScope | null {
  const label = plain(text);
  if (label.length > 16 || !TOTAL.test(label)) return null;
  if (WHOLE.test(label)) return 'whole';
  return BLOCK.test(label) ? 'block' : 'open';
}

/** Whether a sum is of the month that its lines stand in. */
export const isMonthly = (text: string): boolean =>
  /本月|(?<![-至到~]\d?)\d月份?(?:合|小|总|共)/u.test(plain(text)) && !/累/u.test(text);

/** Whether a sum is of one side only: 收入合计, 支出小计. */
export function totalSide(text: string): 'income' | 'expense' | null {
  const label = plain(text);
  if (/收入|拨款/u.test(label)) return 'income';
  return label.includes('支出') ? 'expense' : null;
}

export const isCarried = (text: string): boolean => CARRIED.test(plain(text));
export const isOpening = (text: string): boolean => OPENING.test(plain(text));
export const isFoot = (text: string): boolean => FOOT.test(plain(text));
