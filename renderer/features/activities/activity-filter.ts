/** Which activities the list shows, as a person chooses it, and as the archive is asked. Pure. */
import type { ActivityFilter, Audience } from '#shared/features/activities.ts';

export const ATTENTIONS = ['all', 'incomplete', 'review', 'withdrawn'] as const;
export type Attention = (typeof ATTENTIONS)[number];

export interface ActivityChoice {
  text: string;
  month: number | null;
  /** 'none' = those without one; null = whatever. */
  category: number | 'none' | null;
  audience: Audience | 'none' | null;
  attention: Attention;
}

export const EVERYTHING: ActivityChoice = { text: '', month: null, category: null, audience: null, attention: 'all' };

export function isFiltered({ text, month, category, audience, attention }: ActivityChoice): boolean {
  return text.trim() !== '' || month !== null || category !== null || audience !== null || attention !== 'all';
}

/** `year`: null where the archive has no year yet; then everything is asked for. */
export function filterOf(choice: ActivityChoice, year: number | null): ActivityFilter {
  const text = choice.text.trim();
  return {
    ...(year === null ? {} : { year }),
    ...(text === '' ? {} : { text }),
    ...(choice.month === null ? {} : { month: choice.month }),
    ...(choice.category === null ? {} : { categoryId: choice.category === 'none' ? null : choice.category }),
    ...(choice.audience === null ? {} : { audience: choice.audience === 'none' ? null : choice.audience }),
    ...(choice.attention === 'incomplete' ? { incomplete: true } : {}),
    ...(choice.attention === 'review' ? { needsReview: true } : {}),
    ...(choice.attention === 'withdrawn' ? { withdrawn: true } : {}),
  };
}
