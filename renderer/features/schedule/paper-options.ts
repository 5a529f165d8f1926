/** The choices for the paper, kept for the time the window is open, shared by preview and export. */
import type { PaperOptions } from '#shared/features/schedule.ts';
import { createStore, useStore } from '../../app/store.ts';

export type PaperChoice = Pick<PaperOptions, 'form' | 'orientation' | 'annexLabel' | 'fontScheme'>;

export const paperChoice = createStore<PaperChoice>({
  form: 'official',
  orientation: 'portrait',
  annexLabel: '附件',
  fontScheme: 'official',
});

export function usePaperChoice(): PaperChoice {
  return useStore(paperChoice, (state) => state);
}
