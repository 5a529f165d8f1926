/**
 * The words that head the columns of ledgers, and what each means.
 * Invariant: white space, width and a unit in brackets do not count; 借方 and 贷方 mean income in one book and spending in
 * another, so they are known and stay unread until a person says what they are.
 */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import type { LedgerField } from '#shared/features/funding-reading.ts';
import { readBudgetYear } from './dates.ts';
import { unitOfHeading } from './units.ts';

export type LedgerMapping = Readonly<Record<string, LedgerField | null>>;

/** Names of a field, the one that means it most exactly first. */
const NAMES: Readonly<Record<LedgerField, string>> = {
  number: '序号 序 编号 行次 NO. NO №',
  voucher:
    '凭证号 凭证字号 凭证编号 记账凭证号 记账凭证字号 记账凭证 凭证号数 票据号 票据编号 票据号码 凭证 单据号 单据编号 凭单号 收据号 发票号 发票号码 传票号 VOUCHER VOUCHERNO VOUCHERNO. VOUCHERNUMBER',
  date: '日期 凭证日期 记账日期 入账日期 登记日期 业务日期 发生日期 收支日期 年月日 到账日期 拨款日期 支付日期 付款日期 收款日期 报销日期 批复日期 下达日期 时间 DATE',
  budget_year: '预算年度 预算年份 所属预算年度 预算所属年度 所属年度 年度 资金年度 年份 预算年 BUDGETYEAR FISCALYEAR',
  kind: '类型 收支类型 业务类型 收支类别 类别 业务类别 资金类型 款项类型 收支性质 款项性质 收支 收/支 TYPE KIND',
  source:
    '来源 资金来源 经费来源 款项来源 拨款单位 拨入单位 来款单位 来源单位 付款单位 交款单位 缴款单位 捐赠单位 付款人 交款人 捐赠人 对方单位 往来单位 收/付款单位 SOURCE FUNDSOURCE SOURCEOFFUNDS',
  purpose:
    '科目/用途 用途/科目 用途 摘要 科目 摘要/用途 用途/摘要 资金用途 款项用途 支出项目 经费项目 事由 业务内容 经济内容 支出内容 内容 项目名称 项目 费用项目 开支项目 会计科目 经济科目 预算科目 科目名称 支出用途 PURPOSE DESCRIPTION ITEM',
  amount:
    '金额 发生额 发生金额 本期发生额 金额小写 小写金额 资金数额 数额 经费金额 款额 人民币金额 金额大写 大写金额 预算金额 批复金额 下达金额 拨款金额 拨付金额 到账金额 AMOUNT',
  income: '收入 收入金额 收入数 本期收入 经费收入 收方金额 收方 进账 拨入金额 INCOME RECEIPT RECEIPTS',
  expense: '支出 支出金额 支出数 本期支出 经费支出 付方金额 付方 付出 支付金额 EXPENSE EXPENDITURE SPENDING',
  balance: '余额 结余 结存 账面余额 期末余额 结余金额 余额合计 滚存结余 BALANCE',
  // Heads of wide tables have a grammar of their own: wide-headings.ts.
  carried: '',
  budgeted: '',
  paid: '',
  basis:
    '依据文件 文件依据 依据 批复文件 依据文号 批复文号 拨款文件 文号 文件号 批文 文件名称 附件 佐证材料 相关文件 BASIS',
  remark: '备注 备考 说明 备注说明 附注 REMARK REMARKS NOTE NOTES',
};

/** A part of a day or of a voucher's number that has a column of its own. */
export type Part = 'year' | 'month' | 'day' | 'word' | 'number';

export interface Heading {
  field: LedgerField | null;
  /** Place among the names of its field: the smaller, the more exactly it means it. */
  rank: number;
  part: Part | null;
  /** 2021年 above 月 and 日. */
  year: number | null;
  /** 借方 or 贷方: money, but nobody can say of which side. */
  openSide: boolean;
}

const HEADINGS = new Map<string, { field: LedgerField; rank: number }>();
for (const [field, names] of Object.entries(NAMES))
  for (const [rank, name] of names.split(' ').entries())
    if (name !== '') HEADINGS.set(name, { field: field as LedgerField, rank });

const PARTS: Readonly<Record<string, Part>> = { 年: 'year', 月: 'month', 日: 'day', 月份: 'month' };
const VOUCHER_PARTS: Readonly<Record<string, Part>> = { 字: 'word', 种类: 'word', 号: 'number', 号数: 'number' };
const NO_HEADING = { rank: 0, part: null, year: null, openSide: false } as const;

/** A heading without what layout and units add to it. */
function bare(text: string): string {
  return withoutSpace(canonical(text))
    .replace(/^[*#]+|[*:]+$/gu, '')
    .toUpperCase();
}

/** A heading as the answer quotes it. */
export function printedHeading(text: string): string {
  return text.replace(/\s*\n\s*/gu, '').trim();
}

function named(text: string): { field: LedgerField; rank: number } | null {
  const withoutUnit = unitOfHeading(text) === null ? text : text.replace(/[(（[【/:,，、_][^(（[【/:,，、_]*$/u, '');
  return (
    HEADINGS.get(text) ?? HEADINGS.get(withoutUnit) ?? HEADINGS.get(withoutUnit.replace(/\([^()]*\)/gu, '')) ?? null
  );
}

/** What a heading means, or null; one of two lines comes as `above/below`. */
export function headingOf(printed: string): Heading | null {
  if (printed.length > 40) return null;
  const text = bare(printed);
  if (/^(?:[借贷]方?(?:金额|发生额)?)(?:\([^()]*元\))?(?:\/金额)?$/u.test(text))
    return { field: null, ...NO_HEADING, openSide: true };
  const whole = named(text);
  if (whole) return { ...NO_HEADING, ...whole };
  const part = PARTS[text];
  if (part) return { field: 'date', ...NO_HEADING, part };
  const slash = text.lastIndexOf('/');
  if (slash < 1) return null;
  const above = text.slice(0, slash);
  const below = text.slice(slash + 1);
  const own = named(below);
  const group = named(above) ?? (above === '凭证' ? named('凭证号') : null);
  if (own?.field === 'amount' && (group?.field === 'income' || group?.field === 'expense'))
    return { ...NO_HEADING, ...group };
  const datePart = PARTS[below];
  const year = readBudgetYear(above);
  if (datePart && (group?.field === 'date' || year !== null))
    return { field: 'date', ...NO_HEADING, part: datePart, year };
  const voucherPart = VOUCHER_PARTS[below];
  if (voucherPart && group?.field === 'voucher') return { field: 'voucher', ...NO_HEADING, part: voucherPart };
  if (group?.field === 'voucher' && /^(?:字号|编号|号码)$/u.test(below)) return { ...NO_HEADING, ...group };
  return own ? { ...NO_HEADING, ...own } : null;
}

/** What the reviewer says of a heading; undefined where nothing is said. */
export function mapped(mapping: LedgerMapping, printed: string): LedgerField | null | undefined {
  if (Object.hasOwn(mapping, printed)) return mapping[printed];
  const plain = bare(printed);
  const key = Object.keys(mapping).find((one) => bare(one) === plain);
  return key === undefined ? undefined : mapping[key];
}

/** Whether a row of headings heads a ledger: an amount, and what or when it was. */
export function headsLedger(printed: readonly string[], mapping: LedgerMapping): boolean {
  const texts = printed.filter((text) => text.trim() !== '');
  const fields = new Set<LedgerField>();
  let known = 0;
  let money = false;
  for (const text of texts) {
    const said = mapped(mapping, printedHeading(text));
    const heading = headingOf(text);
    const field = said === undefined ? (heading?.field ?? null) : said;
    if (field !== null) fields.add(field);
    if (field !== null || heading) known += 1;
    if (field === 'amount' || field === 'income' || field === 'expense' || heading?.openSide) money = true;
  }
  const says = (['date', 'voucher', 'kind', 'source', 'purpose'] as const).filter((field) => fields.has(field));
  return money && known >= 3 && known * 2 >= texts.length && says.length > 0 && (fields.has('date') || says.length > 1);
}
