/** What the window shows of the open archive: its years, the chosen one, the preferences. */
import { useEffect } from 'react';
import type { Preferences } from '#shared/features/window.ts';
import { useAsked } from './api.ts';
import { ui, useUi } from './ui-state.ts';

export const DEFAULT_PREFERENCES: Preferences = { locale: 'zh-CN', theme: 'light', textSize: 'medium' };

export function useWindowState() {
  return useAsked('window.state', {});
}

/** The archive's years, newest first, with the counts of their plans; some have money or activities and no plan. */
export function useYears() {
  const open = Boolean(useWindowState().data?.archive);
  return useAsked('plans.list', {}, { enabled: open });
}

/** The year in which the person works; the newest year that is planned until another is chosen. */
export function useYear(): number | null {
  const chosen = useUi((state) => state.year);
  const { data: years, isFetching } = useYears();
  // A year that has just begun is not in the list until that has been read again.
  const valid = chosen !== null && (years === undefined || isFetching || years.some(({ year }) => year === chosen));
  const year = valid ? chosen : ((years?.find(({ planned }) => planned) ?? years?.[0])?.year ?? null);
  useEffect(() => {
    if (years !== undefined && year !== ui.get().year) ui.set({ year });
  }, [year, years]);
  return year;
}
