/** The review of a money paper, by what it turned out to be. */
import { type Review } from '../../../app/ui-state.ts';
import { LedgerReview } from './ledger-review.tsx';
import { PopulationReview } from './population-review.tsx';

export interface FundingReviewProps {
  /** What was read, with what it was read from. */
  source: Extract<Review, { kind: 'funding' }>;
  /** The review is over: taken, or given up. */
  onClose: () => void;
}

export function FundingImport({ source, onClose }: FundingReviewProps) {
  const { output, mapping } = source;
  // Read again, it is another review.
  const key = `${output.source.sha256}.${JSON.stringify(mapping)}`;
  return output.kind === 'ledger' ? (
    <LedgerReview key={key} source={source} onClose={onClose} />
  ) : (
    <PopulationReview key={key} source={source} onClose={onClose} />
  );
}
