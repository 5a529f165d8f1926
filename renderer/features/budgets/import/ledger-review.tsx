/** The review of a ledger before it is taken: each line as an entry that is gone over, beside what the paper prints. */
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { LedgerField } from '#shared/features/funding-reading.ts';
import { call } from '../../../app/api.ts';
import { useT } from '../../../app/i18n.tsx';
import { useToday } from '../../../app/today.ts';
import { ui } from '../../../app/ui-state.ts';
import { ReviewFrame } from '../../import/review-frame.tsx';
import { useColumnsPanel } from '../../import/use-columns-panel.tsx';
import { useDraft } from '../../import/use-draft.ts';
import { useReread } from '../../import/use-reread.ts';
import { isoDay } from '../../life/day-text.ts';
import { budgetState } from '../budget-state.ts';
import { EMPTY_TEXTS } from '../ledger/entry-texts.ts';
import type { FundingReviewProps } from './funding-import.tsx';
import '../ledger/ledger.css';
import './import.css';
import { entriesToAccept, ledgerDoubts, ledgerDraft, twinsOf, unreadableRows, yearsOf } from './ledger-draft.ts';
import { PrintedPanel, SkippedPanel, TotalsPanel } from './ledger-panels.tsx';
import { LedgerReviewGrid } from './ledger-review-grid.tsx';
import { useFundingNotice } from './use-funding-notice.ts';
import { useKnownEntries } from './use-known-entries.ts';

type Duplicates = 'skip' | 'add';

export function LedgerReview({ source: review, onClose }: FundingReviewProps) {
  const { t, locale } = useT();
  const notice = useFundingNotice();
  const today = isoDay(useToday());
  const { output: reading, mapping } = review;
  const { source } = reading;
  const state = useDraft(() => ledgerDraft(reading, t));
  const { draft } = state;
  const doubts = useMemo(() => ledgerDoubts(reading), [reading]);
  const [duplicates, setDuplicates] = useState<Duplicates>('skip');
  const [activeId, setActiveId] = useState<number | null>(null);
  const years = useMemo(() => yearsOf(draft, t, today), [draft, t, today]);
  const known = useKnownEntries(years);
  const twins = useMemo(() => twinsOf(draft.rows, known, t, today), [draft.rows, known, t, today]);
  const unreadable = useMemo(() => unreadableRows(draft, t, today), [draft, t, today]);
  const chosen = draft.rows.filter(({ take }) => take).length;
  const taken = duplicates === 'add' ? chosen : chosen - twins.size;

  const reread = useReread(state.canUndo);
  const columns = useColumnsPanel<LedgerField>({
    columns: reading.columns,
    mapping: reading.mapping,
    decided: mapping,
    fields: LedgerField.options.map((value) => ({ value, label: t(`ledgerScreen.import.field.${value}`) })),
    reread,
    read: async (next) => {
      const output = await call('budgets.read', { ...review.from, mapping: next, locale, withLines: true });
      ui.set({ review: { ...review, output, mapping: next } });
    },
  });

  const accept = async (): Promise<void> => {
    const result = await call('budgets.accept', {
      source: { name: source.name, sha256: source.sha256 },
      entries: entriesToAccept(draft, t, today),
      duplicates,
    });
    budgetState.set({ view: 'ledger' });
    onClose();
    notice(result);
  };

  const blockers = [
    ...(unreadable.size > 0 ? [t('ledgerScreen.import.needFix', { count: unreadable.size })] : []),
    ...(taken === 0 && draft.rows.length > 0 ? [t('ledgerScreen.import.nothing')] : []),
  ];

  return (
    <ReviewFrame
      kind="funding"
      title={t('ledgerScreen.import.title.ledger')}
      source={source}
      doubts={doubts}
      state={state}
      decided={columns.decided}
      settings={
        <>
          <strong className="digits">
            {t('ledgerScreen.import.summary', { count: taken, skipped: draft.rows.length - taken })}
          </strong>
          {twins.size > 0 && (
            <div className="field-inline">
              <span className="label">{t('ledgerScreen.import.duplicates')}</span>
              <Segmented<Duplicates>
                aria-label={t('ledgerScreen.import.duplicates')}
                value={duplicates}
                onChange={setDuplicates}
                options={[
                  { value: 'skip', label: t('ledgerScreen.import.duplicatesSkip') },
                  { value: 'add', label: t('ledgerScreen.import.duplicatesAdd') },
                ]}
              />
            </div>
          )}
        </>
      }
      panels={[
        {
          key: 'printed',
          label: t('ledgerScreen.import.panelPrinted'),
          content: <PrintedPanel row={draft.rows.find(({ id }) => id === activeId) ?? null} />,
        },
        {
          key: 'totals',
          label: t('ledgerScreen.import.panelTotals', { count: reading.totals.length }),
          content: <TotalsPanel totals={reading.totals} />,
        },
        columns.panel,
        {
          key: 'skipped',
          label: t('ledgerScreen.import.panelSkipped', { count: reading.skipped.length }),
          content: <SkippedPanel skipped={reading.skipped} />,
        },
      ]}
      firstPanel={columns.decided ? columns.panel.key : undefined}
      grid={(props) => (
        <LedgerReviewGrid
          {...props}
          twins={duplicates === 'add' ? NO_TWINS : twins}
          today={today}
          onSelectionChange={(selection) => {
            setActiveId(selection.activeRowId);
            props.onSelectionChange(selection);
          }}
        />
      )}
      // A line of a ledger has many cells: which is which, the person says, with the line beside it.
      fieldsOfLine={() => ({ texts: EMPTY_TEXTS })}
      blockers={blockers}
      acceptText={t('ledgerScreen.import.accept', { count: taken })}
      onAccept={accept}
    />
  );
}

const NO_TWINS: ReadonlyMap<number, number> = new Map();
