/** What stands out in an entry, and what the entries of a list add up to. Pure. Amounts are fen. */
import { type FundEntry, FundKind } from '#shared/features/funding.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { RETURNS } from './entry-texts.ts';

export const ENTRY_MARKS = ['reversed', 'reversal', 'duplicate', 'otherYear', 'noYear', 'noVoucher'] as const;
export type EntryMark = (typeof ENTRY_MARKS)[number];

/** Neither taken back nor a taking back. */
export function stands({ reversesId, reversedById }: Pick<FundEntry, 'reversesId' | 'reversedById'>): boolean {
  return reversesId === null && reversedById === null;
}

/** Nothing proves it: no file, no document; a grant is proven by its paper, too. */
export function lacksVoucher(entry: Pick<FundEntry, 'files' | 'kind' | 'documentId'>): boolean {
  return entry.files.length === 0 && !(entry.kind === 'approval' && entry.documentId !== null);
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Of what does not stand any more only that is said. */
export function marksOf(entry: FundEntry): EntryMark[] {
  if (entry.reversesId !== null) return ['reversal'];
  if (entry.reversedById !== null) return ['reversed'];
  const { budgetYear, date, duplicateOf } = entry;
  return [
    ...(duplicateOf === null ? [] : (['duplicate'] as const)),
    ...(budgetYear === null ? (['noYear'] as const) : budgetYear === yearOf(date) ? [] : (['otherYear'] as const)),
    ...(lacksVoucher(entry) ? (['noVoucher'] as const) : []),
  ];
}

/** What an entry adds to the money that came or went: a return lowers it. */
export function signedFen({ kind, amountFen }: Pick<FundEntry, 'kind' | 'amountFen'>): number {
  return RETURNS.includes(kind) ? -amountFen : amountFen;
}

export interface KindSum {
  kind: FundKind;
  /** Signed: a return is below zero. */
  fen: bigint;
  entries: number;
}

/** Sums by kind, in the order of the kinds, of the entries that count: reversed ones and duplicates are left out. */
export function sumsByKind(entries: readonly FundEntry[]): KindSum[] {
  const sums = new Map<FundKind, KindSum>();
  for (const entry of entries) {
    if (!stands(entry) || entry.duplicateOf !== null) continue;
    const { kind } = entry;
    const before = sums.get(kind) ?? { kind, fen: 0n, entries: 0 };
    sums.set(kind, { kind, fen: before.fen + BigInt(signedFen(entry)), entries: before.entries + 1 });
  }
  return FundKind.options.flatMap((kind) => sums.get(kind) ?? []);
}

/** A sum of any size as `moneyText` writes it. */
export function sumText(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  const yuan = (size / 100n).toString().replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${fen < 0n ? '-' : ''}${yuan}.${(size % 100n).toString().padStart(2, '0')}`;
}

/** The amount of an entry as the list shows it. */
export function amountText(entry: Pick<FundEntry, 'kind' | 'amountFen'>): string {
  return moneyText(signedFen(entry));
}
