/** Which kinds of paper can be read into a review, and the screen on which each is shown. */
import type { Screen } from '../../app/ui-state.ts';

export type ReviewKind = 'plan' | 'catalogue';

export const REVIEW_SCREENS: Readonly<Record<ReviewKind, Screen>> = { plan: 'schedule', catalogue: 'documents' };
