/** What the parts of the screen of money share: which page, which dialog is open. */
import type { Figure } from '#shared/features/funding.ts';
import type { FundRule, PayerKind, TrainingBase } from '#shared/features/funding-rules.ts';
import type { Population } from '#shared/features/population.ts';
import { createArchiveStore } from '../../app/archive-store.ts';
import { useStore } from '../../app/store.ts';
import { ui } from '../../app/ui-state.ts';
import { showEntry } from './ledger/ledger-state.ts';

export const BUDGET_VIEWS = ['check', 'ledger', 'units', 'population', 'rules', 'compare'] as const;
export type BudgetView = (typeof BUDGET_VIEWS)[number];

export type BudgetDialog =
  /** The entries behind a figure of a year, with their voucher pages. */
  | { name: 'behind'; year: number; figure: Figure }
  /** The same of some entries, e.g. those of a flag. */
  | { name: 'entries'; title: string; ids: readonly number[] }
  | { name: 'basis'; year: number }
  | { name: 'population' }
  | { name: 'withdrawPopulation'; figure: Population }
  | { name: 'base'; year: number; kind: PayerKind; base: TrainingBase | null }
  | { name: 'withdrawBase'; base: TrainingBase }
  | { name: 'rule'; rule: FundRule | null }
  | { name: 'withdrawRule'; rule: FundRule }
  | { name: 'close' | 'reopen'; year: number };

interface BudgetState {
  view: BudgetView;
  dialog: BudgetDialog | null;
}

export const budgetState = createArchiveStore<BudgetState>({ view: 'check', dialog: null });

export function useBudgetState<Part>(select: (state: BudgetState) => Part): Part {
  return useStore(budgetState, select);
}

export function openDialog(dialog: BudgetDialog | null): void {
  budgetState.set({ dialog });
}

/** Goes to one entry of the ledger. */
export function showFundEntry(id: number, year: number | null = null, withReversed = false): void {
  ui.set({ screen: 'budgets', ...(year === null ? {} : { year }) });
  budgetState.set({ view: 'ledger', dialog: null });
  showEntry(id, withReversed);
}
