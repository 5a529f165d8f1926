/** What was read, before it is taken: the review of its kind. */
import { type Review, ui } from '../../app/ui-state.ts';
import { RosterReviews } from '../attendance/roster-review.tsx';
import { FundingImport } from '../budgets/import/funding-import.tsx';
import { CatalogueReviews } from './catalogue-review.tsx';
import { PlanReviews } from './plan-review.tsx';

export function ReviewScreen({ review }: { review: Review }) {
  switch (review.kind) {
    case 'plan':
      return <PlanReviews output={review.output} />;
    case 'catalogue':
      return <CatalogueReviews review={review} />;
    case 'roster':
      return <RosterReviews review={review} />;
    case 'funding':
      return <FundingImport source={review} onClose={() => ui.set({ review: null })} />;
  }
}
