/** 类型 as ledgers print it → kind of entry. A word that may mean two kinds (收入, 预算追减) is none. */
import type { FundKind } from '../../features/funding.ts';
import { canonical, withoutSpace } from '../chinese-numerals.ts';

const WORDS: Readonly<Record<FundKind, string>> = {
  approval:
    '预算批复 批复 年初预算 预算下达 预算 预算安排 追加预算 预算追加 预算指标 预算指标下达 下达预算 批复预算 年度预算',
  payment:
    '拨款 拨入 到账 财政拨款 拨款收入 拨付 拨款到账 经费拨款 财政拨款收入 收到拨款 拨入经费 资金到账 经费到账 专项拨款 预算拨款 补助 补助收入 财政补助 上级补助',
  payment_return:
    '拨款收回 收回 上缴 缴回 追减 收回拨款 财政收回 拨款退回 退回拨款 资金收回 上缴财政 缴回财政 退回财政 拨款追减',
  carry_over: '结转 上年结转 结余 上年结余 结转结余 上年结转结余 结转资金 年初结转 结余结转 结转收入',
  donation: '捐赠 赞助 捐款 社会捐赠 捐赠收入 赞助收入 企业捐赠 捐资 社会赞助 个人捐赠 企业赞助 爱心捐款',
  fee: '收费 学费 报名费 学费收入 收费收入 培训费收入 学员缴费 学员收费 培训收费 报名费收入',
  in_kind: '实物 捐物 设备调拨 实物捐赠 捐赠实物 物资捐赠 实物投入 资产调拨 实物调拨 设备捐赠 物资调拨',
  expense: '支出 支 报销 付款 购买 采购 支付 费用 费用支出 经费支出 费用报销 开支 购置',
  expense_return: '支出退回 退款 退货 支出退款 支出收回 退回支出 退货退款 报销退回 退货款',
};

const KINDS = new Map<string, FundKind>(
  Object.entries(WORDS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind as FundKind] as const)),
);

/** Words after which a plain ending (…支出, …拨款) no longer says enough. */
const TURNED = /收回|退|缴|冲|追减|红字|调减|结转|结余/u;
const OF_INCOME: readonly FundKind[] = ['payment', 'carry_over', 'donation', 'fee', 'in_kind'];

/** The kind that a word means, or null: unknown, empty, or more than one. */
export function fundKindOf(printed: string): FundKind | null {
  const plain = withoutSpace(canonical(printed)).replace(/[。.;；]+$/u, '');
  const exact = KINDS.get(plain);
  if (exact) return exact;
  // 收入-拨款, 收入(捐赠), 支出:讲师费
  const [, side, rest = ''] = /^(收入|支出)(?:[-/:：·>]+|[(（])(.+?)[)）]?$/u.exec(plain) ?? [];
  if (side === '收入') {
    const kind = KINDS.get(rest) ?? null;
    return kind !== null && OF_INCOME.includes(kind) ? kind : null;
  }
  if (side === '支出') {
    const kind = KINDS.get(rest);
    if (kind === 'expense' || kind === 'expense_return') return kind;
    return kind === undefined && !TURNED.test(rest) ? 'expense' : null;
  }
  const [, head, behind] = /^([^()（）]+)[(（]([^()（）]+)[)）]$/u.exec(plain) ?? [];
  if (head !== undefined && behind !== undefined && !TURNED.test(behind)) return fundKindOf(head);
  if (plain.length > 12 || TURNED.test(plain)) return null;
  if (/(?:街道|财政|区级?|市级?|县级?|省级?|上级|镇|本级)拨款$/u.test(plain)) return 'payment';
  if (plain.endsWith('支出') && !/收入|预算/u.test(plain)) return 'expense';
  return null;
}
