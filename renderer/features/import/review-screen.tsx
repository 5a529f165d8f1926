/** What was read, before it is taken: the review of its kind. */
import type { Review } from '../../app/ui-state.ts';
import { CatalogueReviews } from './catalogue-review.tsx';
import { PlanReviews } from './plan-review.tsx';

export function ReviewScreen({ review }: { review: Review }) {
  return review.kind === 'plan' ? <PlanReviews output={review.output} /> : <CatalogueReviews review={review} />;
}
