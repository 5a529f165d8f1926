/** Which kinds of paper can be read into a review, and the screen on which each is shown. */
import type { Screen } from '../../app/ui-state.ts';

export const REVIEW_KINDS = ['plan', 'catalogue', 'roster', 'funding'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const REVIEW_SCREENS: Readonly<Record<ReviewKind, Screen>> = {
  plan: 'schedule',
  catalogue: 'documents',
  roster: 'signIn',
  funding: 'budgets',
};

/** What a file dropped or pasted on a screen is taken for first. */
export const KIND_OF_SCREEN: Readonly<Partial<Record<Screen, ReviewKind>>> = {
  schedule: 'plan',
  documents: 'catalogue',
  activities: 'roster',
  signIn: 'roster',
  participants: 'roster',
  budgets: 'funding',
};
