/** Where the person is in 利用与鉴定: the tab, and which list of each tab is open. */
import { createArchiveStore } from '../../app/archive-store.ts';
import { useStore } from '../../app/store.ts';
import { ui } from '../../app/ui-state.ts';

export const LIFE_TABS = ['use', 'appraisal', 'disposal', 'transfer', 'stocktake'] as const;
export type LifeTab = (typeof LIFE_TABS)[number];

interface LifeState {
  tab: LifeTab;
  /** How often the form for entering use was asked for; 0 = it is hidden. */
  entering: number;
  /** Opened appraisal, list or stock-take of each tab; null = what is due, or the newest. */
  opened: Readonly<Record<Exclude<LifeTab, 'use'>, number | null>>;
}

const lifeState = createArchiveStore<LifeState>({
  tab: 'use',
  entering: 0,
  opened: { appraisal: null, disposal: null, transfer: null, stocktake: null },
});

export function useLifeState<Part>(select: (state: LifeState) => Part): Part {
  return useStore(lifeState, select);
}

/** Shows a tab, and in it one of its lists where one is named. */
export function showTab(tab: LifeTab, opened?: number | null): void {
  const before = lifeState.get().opened;
  lifeState.set({
    tab,
    opened: tab === 'use' || opened === undefined ? before : { ...before, [tab]: opened },
  });
  ui.set({ screen: 'life' });
}

export function stopUse(): void {
  lifeState.set({ entering: 0 });
}

/** Goes to the form for entering use. */
export function startUse(): void {
  lifeState.set({ entering: lifeState.get().entering + 1 });
  showTab('use');
}
