/** The review of a table of population or a census bulletin: what the paper adds up to, and the figures that are kept. */
import { useMemo } from 'react';
import { call } from '../../../app/api.ts';
import { useT } from '../../../app/i18n.tsx';
import { ReviewFrame } from '../../import/review-frame.tsx';
import { useDraft } from '../../import/use-draft.ts';
import { budgetState } from '../budget-state.ts';
import type { FundingReviewProps } from './funding-import.tsx';
import '../ledger/ledger.css';
import './import.css';
import { SkippedPanel } from './ledger-panels.tsx';
import {
  EMPTY_POPULATION,
  figuresToAccept,
  populationDoubts,
  populationDraft,
  readPopulation,
} from './population-draft.ts';
import { FactsPanel } from './population-facts.tsx';
import { PopulationReviewGrid } from './population-review-grid.tsx';
import { useFundingNotice } from './use-funding-notice.ts';

export function PopulationReview({ source: review, onClose }: FundingReviewProps) {
  const { t } = useT();
  const notice = useFundingNotice();
  const { output: reading } = review;
  const { source, kind, skipped } = reading;
  const state = useDraft(() => populationDraft(reading, t));
  const { draft } = state;
  const doubts = useMemo(() => populationDoubts(reading), [reading]);
  const chosen = draft.rows.filter(({ take }) => take);
  const incomplete = chosen.filter(({ texts }) => readPopulation(texts, t).figure === null).length;

  const accept = async (): Promise<void> => {
    const result = await call('budgets.accept', {
      source: { name: source.name, sha256: source.sha256 },
      population: figuresToAccept(draft, t),
    });
    budgetState.set({ view: 'population' });
    onClose();
    notice(result);
  };

  const blockers = [
    ...(incomplete > 0 ? [t('ledgerScreen.import.needFixPopulation', { count: incomplete })] : []),
    ...(chosen.length === 0 && draft.rows.length > 0 ? [t('ledgerScreen.import.nothing')] : []),
  ];

  return (
    <ReviewFrame
      kind="funding"
      title={t(kind === 'bulletin' ? 'ledgerScreen.import.title.bulletin' : 'ledgerScreen.import.title.population')}
      source={source}
      doubts={doubts}
      state={state}
      decided={false}
      settings={
        <strong className="digits">
          {t('ledgerScreen.import.summaryPopulation', {
            count: chosen.length,
            skipped: draft.rows.length - chosen.length,
          })}
        </strong>
      }
      panels={[
        {
          key: 'facts',
          label: t('ledgerScreen.import.panelFacts'),
          content: <FactsPanel facts={reading.facts} />,
        },
        {
          key: 'skipped',
          label: t('ledgerScreen.import.panelSkipped', { count: skipped.length }),
          content: <SkippedPanel skipped={skipped} />,
        },
      ]}
      firstPanel="facts"
      grid={(props) => <PopulationReviewGrid {...props} />}
      fieldsOfLine={() => ({ texts: EMPTY_POPULATION })}
      blockers={blockers}
      acceptText={t('ledgerScreen.import.acceptPopulation', { count: chosen.length })}
      onAccept={accept}
    />
  );
}
