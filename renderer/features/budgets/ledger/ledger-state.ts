/** What the parts of the ledger share: which list, what is selected, what is open. */
import type { GridSelection } from '#ui/grid/types.ts';
import { createArchiveStore } from '../../../app/archive-store.ts';
import { useStore } from '../../../app/store.ts';
import type { EvidenceToTake } from '../../objects/evidence.ts';
import { EVERYTHING, type LedgerChoice } from './ledger-filter.ts';

export const INSPECTOR_TABS = ['data', 'evidence', 'history'] as const;
export type InspectorTab = (typeof INSPECTOR_TABS)[number];

export type LedgerDialog =
  | { name: 'reverse'; id: number }
  | { name: 'correct'; id: number }
  /** Files to be taken in as evidence, once their kind is said. */
  | { name: 'take'; id: number; sources: readonly EvidenceToTake[] }
  | { name: 'link'; id: number };

interface LedgerState {
  choice: LedgerChoice;
  descending: boolean;
  selection: GridSelection | null;
  inspector: boolean;
  tab: InspectorTab;
  /** The form of rapid entry is open. */
  entering: boolean;
  dialog: LedgerDialog | null;
  show: { rowId: number } | null;
}

export const ledgerState = createArchiveStore<LedgerState>(
  {
    choice: EVERYTHING,
    descending: false,
    selection: null,
    tab: 'data',
    entering: false,
    dialog: null,
    show: null,
    // All columns need the room of a narrow window; F4 and Enter show the panel.
    inspector: globalThis.innerWidth >= 1440,
  },
  ['inspector'],
);

export function useLedgerState<Part>(select: (state: LedgerState) => Part): Part {
  return useStore(ledgerState, select);
}

export function choose(part: Partial<LedgerChoice>): void {
  ledgerState.set({ choice: { ...ledgerState.get().choice, ...part }, selection: null, show: null });
}

export function openInspector(tab?: InspectorTab): void {
  ledgerState.set({ inspector: true, ...(tab === undefined ? {} : { tab }) });
}

/** Goes to an entry of the list that is shown; a reversed one needs the list that has them. */
export function showEntry(rowId: number, withReversed = false): void {
  const { choice } = ledgerState.get();
  ledgerState.set({
    choice: { ...EVERYTHING, withReversed: withReversed || choice.withReversed },
    selection: null,
    show: { rowId },
    inspector: true,
  });
}
