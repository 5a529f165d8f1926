/**
 * The words that head wide tables, where one line holds what was budgeted, paid and spent as columns. Invariant: a word that may mean two of
 * them is none; 结余, 未到账 and rates are checks and never money of their own.
 */
import type { LedgerField } from '#shared/features/funding-reading.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { headingOf, type LedgerMapping, mapped, printedHeading } from './headings.ts';
import { unitOfHeading } from './units.ts';

/** Money that becomes an entry of its own. */
export type WideMoney = 'carried' | 'budgeted' | 'paid' | 'expense';
export type WideCheck = 'unpaid' | 'left' | 'paidRate' | 'spentRate';

export interface WideHeading {
  /** Money, a check, or a day or paper of one kind of money; `of` null = of all. */
  role: 'money' | 'check' | 'date' | 'receiver' | 'text';
  of: WideMoney | null;
  check: WideCheck | null;
  /** 年初, 追加, 一季度: a part of several columns of the same money. */
  part: string;
  /** The sum of the other columns of its money: 全年, 累计, 调整后. */
  whole: boolean;
  field: LedgerField | null;
}

const PARTS = '第?[一二三四1-4]季度|第[一二三四五六]批(?:次)?|上半年|下半年|\\d{1,2}月份?|年初|年中|追加|调增';
const WHOLES = '全年|累计|调整后|合计|总';
const MORE = '本年度?|当年|年度|实际|已|财政|街道|经费|资金|专项';
const of = (words: string): RegExp =>
  new RegExp(`^(?:(${PARTS})|(${WHOLES})|${MORE})*(?:${words})(?:数额?|金额|额|资金|经费|款)?(合计|总[额数计])?$`, 'u');
const MONEY: readonly (readonly [WideMoney, RegExp])[] = [
  ['carried', /^(?:上年|上年度|年初|以前年度)(?:结转|结余|结转结余)(?:数|金额|资金)?$/u],
  ['budgeted', of('预算(?:批复|安排|下达|指标)?|批复(?:预算)?|下达预算|核定预算|计划(?:安排)?|预算调增|追加')],
  ['paid', of('拨付|到账|拨款|到位|拨入|实拨|下拨|划拨')],
  ['expense', of('支出|支付|使用|执行|预算执行|列支|报销')],
];
const CHECKS: readonly (readonly [WideCheck, RegExp])[] = [
  ['unpaid', /^(?:未|尚未|欠|待)(?:到账|拨付?|到位|拨款)(?:数|金额|额|资金|经费)?$/u],
  ['left', /^(?:年末|期末|当年|本年|经费|资金)?(?:结余|余额|结存|剩余|结转结余|结转下年)(?:数|金额|资金|经费)?$/u],
  ['paidRate', /^(?:经费|资金|预算)?(?:到账|到位|拨付|拨款)(?:率|比例|进度)(?:[(]?%[)]?)?$/u],
  ['spentRate', /^(?:经费|资金|预算)?(?:执行|支出|使用)(?:率|比例|进度)(?:[(]?%[)]?)?$/u],
];
const DATES: readonly (readonly [WideMoney, RegExp])[] = [
  ['budgeted', /^(?:预算)?(?:批复|下达)(?:日期|时间)$/u],
  ['paid', /^(?:经费|资金)?(?:拨付|到账|拨款|到位|拨入)(?:日期|时间)$/u],
  ['expense', /^(?:支出|支付|报销|使用)(?:日期|时间)$/u],
];
const RECEIVER =
  /^(?:单位(?:名称)?|(?:预算|用款|收款|使用|受拨|承担|执行|项目)单位(?:名称)?|工作站(?:名称)?|村居(?:名称)?|村[(]居[)])$/u;
const NONE = { of: null, check: null, part: '', whole: false, field: null } as const;

function moneyOf(text: string): WideHeading | null {
  for (const [money, pattern] of MONEY) {
    const [found, part = '', whole, behind] = pattern.exec(text) ?? [];
    if (found !== undefined)
      return { ...NONE, role: 'money', of: money, part, whole: (whole ?? behind) !== undefined, field: money };
  }
  return null;
}

/** What a heading means in a wide table, or null; one of two lines comes as `above/below`. */
export function wideHeading(printed: string): WideHeading | null {
  if (printed.length > 40) return null;
  const plain = withoutSpace(canonical(printed)).replace(/^[*#]+|[*:]+$/gu, '');
  const text = unitOfHeading(plain) === null ? plain : plain.replace(/[(（[【/:,，、_][^(（[【/:,，、_]*$/u, '');
  const check = CHECKS.find(([, pattern]) => pattern.test(text))?.[0];
  if (check) return { ...NONE, role: 'check', check };
  const money = moneyOf(text);
  if (money) return money;
  const slash = text.lastIndexOf('/');
  if (slash > 0) {
    const above = moneyOf(text.slice(0, slash).replace(/情况$/u, ''));
    const below = text.slice(slash + 1);
    if (above && /^(?:金额|数额|额)$/u.test(below)) return above;
    if (above && /^(?:日期|时间)$/u.test(below)) return { ...NONE, role: 'date', of: above.of, field: 'date' };
    const own = moneyOf(below);
    if (own) return own;
  }
  const dated = DATES.find(([, pattern]) => pattern.test(text))?.[0];
  if (dated) return { ...NONE, role: 'date', of: dated, field: 'date' };
  if (RECEIVER.test(text)) return { ...NONE, role: 'receiver', field: 'purpose' };
  const known = headingOf(printed);
  if (known?.part || known?.openSide) return null;
  if (known?.field === 'date') return { ...NONE, role: 'date', field: 'date' };
  return known?.field ? { ...NONE, role: 'text', field: known.field } : null;
}

const WIDE: readonly LedgerField[] = ['carried', 'budgeted', 'paid', 'expense'];

/** A heading as the reviewer or the words have it. */
export function saidOrRead(printed: string, mapping: LedgerMapping): WideHeading | null {
  const said = mapped(mapping, printedHeading(printed));
  const read = printed.trim() === '' ? null : wideHeading(printed);
  if (said === undefined || said === read?.field) return read;
  if (said === null) return null;
  const money = WIDE.includes(said) ? (said as WideMoney) : null;
  return { ...NONE, role: money ? 'money' : said === 'date' ? 'date' : 'text', of: money, field: said };
}

/** Whether a row of headings heads a wide table: what was budgeted beside what was paid or spent, or these two without a day's ledger. */
export function headsWide(printed: readonly string[], mapping: LedgerMapping): boolean {
  const read = printed.filter((text) => text.trim() !== '').map((text) => saidOrRead(text, mapping));
  const has = (money: WideMoney): boolean => read.some((one) => one?.of === money && one.role === 'money');
  const says = read.some((one) => one?.role === 'receiver' || one?.field === 'source' || one?.field === 'purpose');
  const known = read.filter((one) => one !== null).length;
  const single = read.some(
    (one) => one?.role === 'text' && (one.field === 'amount' || one.field === 'income' || one.field === 'kind'),
  );
  if (single || !(says || read.some((one) => one?.field === 'budget_year')) || known * 2 < read.length) return false;
  if (has('budgeted')) return has('paid') || has('expense');
  return has('paid') && has('expense') && !read.some((one) => one?.role === 'date' && one.of === null);
}
