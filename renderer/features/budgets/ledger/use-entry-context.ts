/** What the fields of an entry are read with while a clerk types: the words, the year in view and the day of today. */
import { useMemo } from 'react';
import { useT } from '../../../app/i18n.tsx';
import { useToday } from '../../../app/today.ts';
import { isoDay } from '../../life/day-text.ts';
import type { EntryContext } from './entry-texts.ts';

export function useEntryContext(year: number): EntryContext {
  const { t } = useT();
  const today = isoDay(useToday());
  return useMemo(() => ({ t, year, today, shorthand: true }), [t, today, year]);
}
