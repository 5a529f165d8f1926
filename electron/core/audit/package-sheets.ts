/** The tables of an evidence package for spreadsheets; the verifier compares them with the lists for programs. */
import type { FundEntry } from '#shared/features/funding.ts';
import { translator } from '#shared/i18n/index.ts';
import { csvText } from '../writers/csv-text.ts';
import { kindWord, type PackedVoucher } from './package-vouchers.ts';

// The words of a package do not follow the language of the window.
const t = translator('zh-CN');

/** Fen as yuan without separators, by decimal text: 123456 → 1234.56. */
export function yuanText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function entriesCsv(entries: readonly FundEntry[]): string {
  const heads = t('auditPackage.entryColumns').split('|');
  const rows = entries.map((entry) => [
    entry.id,
    entry.date,
    entry.budgetYear ?? '',
    yuanText(entry.amountFen),
    entry.amountFen,
    entry.voucher,
    t(`fundingCheck.kind.${entry.kind}`),
    entry.source,
    entry.sourceKind === null ? '' : t(`fundingCheck.source.${entry.sourceKind}`),
    entry.purpose,
    entry.basis,
    entry.remark,
    entry.reversesId ?? '',
    entry.reversedById ?? '',
    entry.reversalReason ?? '',
    entry.duplicateOf ?? '',
    entry.files.length,
  ]);
  return csvText([heads, ...rows]);
}

export function vouchersCsv(vouchers: readonly PackedVoucher[]): string {
  const heads = t('auditPackage.voucherColumns').split('|');
  const rows = vouchers.map(({ entry, kind, name, path, sha256, size, state }) => [
    entry,
    kindWord(kind, t),
    name,
    path,
    sha256 ?? '',
    size ?? '',
    t(`auditPackage.state.${state}`),
  ]);
  return csvText([heads, ...rows]);
}
