/** What a file or document may prove of an entry, by its name. The person sees the guess and decides. Pure. */
import { VoucherKind } from '#shared/features/funding.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { KindOption } from '../../objects/evidence.ts';

const WORDS: readonly (readonly [RegExp, VoucherKind])[] = [
  [/记账凭证|凭证/u, 'voucher'],
  [/回单|到账|进账|转账|银行/u, 'bank'],
  [/批复|通知|下达|文件/u, 'approval'],
  [/合同|协议/u, 'contract'],
  [/签到|领取|发放|花名册/u, 'sign_in'],
  [/验收/u, 'acceptance'],
  [/发票|收据|票据|报销|小票/u, 'original'],
  [/照片|现场/u, 'photo'],
];

export function guessVoucherKind(name: string): VoucherKind {
  return WORDS.find(([words]) => words.test(name))?.[1] ?? 'voucher';
}

export function voucherKinds(t: Translate): KindOption<VoucherKind>[] {
  return VoucherKind.options.map((value) => ({ value, label: t(`fundingCheck.voucher.${value}`) }));
}
