/** The review of a table of population or a census bulletin: what the paper adds up to, and the figures that are kept. */
import { useCallback, useMemo } from 'react';
import { PopulationKind } from '#shared/features/population.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridChange, GridColumn } from '#ui/grid/types.ts';
import { call } from '../../../app/api.ts';
import { errorText } from '../../../app/error-text.ts';
import { useT } from '../../../app/i18n.tsx';
import { type Draft, errorRows, insertRows, moveRows, removeRows, setRows } from '../../import/review-draft.ts';
import { ReviewFrame, type ReviewGridProps } from '../../import/review-frame.tsx';
import { useDraft } from '../../import/use-draft.ts';
import { budgetState } from '../budget-state.ts';
import type { FundingReviewProps } from './funding-import.tsx';
import '../ledger/ledger.css';
import './import.css';
import { SkippedPanel } from './ledger-panels.tsx';
import {
  EMPTY_POPULATION,
  figuresToAccept,
  POPULATION_FIELDS,
  populationDoubts,
  populationDraft,
  type PopulationField,
  type PopulationRow,
  readPopulation,
} from './population-draft.ts';
import { FactsPanel } from './population-facts.tsx';
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
      settings={(blocker) => (
        <div className="review-settings">
          <strong className="digits">
            {t('ledgerScreen.import.summaryPopulation', {
              count: chosen.length,
              skipped: draft.rows.length - chosen.length,
            })}
          </strong>
          <span className="spring" />
          {blocker !== null && (
            <span className="blocker" role="status">
              {blocker}
            </span>
          )}
        </div>
      )}
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
      grid={(props) => <PopulationGrid {...props} />}
      fieldsOfLine={() => ({ texts: EMPTY_POPULATION })}
      blockers={blockers}
      acceptText={t('ledgerScreen.import.acceptPopulation', { count: chosen.length })}
      onAccept={accept}
    />
  );
}

const TAKE = 'take';
const rowId = ({ id }: PopulationRow): number => id;

function isField(key: string): key is PopulationField {
  return (POPULATION_FIELDS as readonly string[]).includes(key);
}

function changed(draft: Draft<PopulationRow>, change: GridChange): Draft<PopulationRow> {
  const rows = new Map(draft.rows.map((row) => [row.id, row]));
  const set = new Map<number, Partial<PopulationRow>>();
  for (const { rowId: id, columnKey, text } of change.edits) {
    const row = { ...rows.get(id), ...set.get(id) };
    if (columnKey === TAKE) set.set(id, { ...set.get(id), take: text !== 'no', needsReview: false });
    else if (isField(columnKey) && row.texts) {
      set.set(id, { ...set.get(id), texts: { ...row.texts, [columnKey]: text.trim() }, needsReview: false });
    }
  }
  const next = setRows(draft, set);
  if (!change.insert) return next;
  const added = change.insert.texts.map((texts) => ({
    texts: { ...EMPTY_POPULATION, ...Object.fromEntries(Object.entries(texts).filter(([key]) => isField(key))) },
  }));
  return insertRows(next, change.insert.afterRowId, added).draft;
}

function PopulationGrid(props: ReviewGridProps<PopulationRow>) {
  const { draft, problems, show, apply, onUndo, onRedo, onSelectionChange } = props;
  const { t } = useT();
  const columns = useMemo((): GridColumn<PopulationRow>[] => {
    const column = (
      key: PopulationField,
      width: number,
      more: Partial<GridColumn<PopulationRow>> = {},
    ): GridColumn<PopulationRow> => ({
      key,
      heading: t(`ledgerScreen.import.population.${key}`),
      width,
      minWidth: Math.min(width, 80),
      editable: true,
      text: ({ texts }) => texts[key],
      renderCell: (row) => <Cell row={row} field={key} />,
      ...more,
    });
    const kinds = PopulationKind.options.map((kind) => t(`ledgerScreen.import.population.${kind}`));
    const takeText = ({ take }: PopulationRow): string =>
      t(take ? 'ledgerScreen.import.takePopulation' : 'ledgerScreen.import.skipPopulation');
    return [
      {
        key: TAKE,
        heading: t('ledgerScreen.import.takeHeading'),
        width: 80,
        minWidth: 76,
        editable: true,
        text: takeText,
        options: () => [
          { value: 'yes', label: t('ledgerScreen.import.takePopulation') },
          { value: 'no', label: t('ledgerScreen.import.skipPopulation') },
        ],
        renderCell: (row) => <span className={row.take ? '' : 'muted'}>{takeText(row)}</span>,
      },
      column('place', 160, { minWidth: 110 }),
      column('kind', 100, { options: () => kinds.map((label) => ({ value: label, label })) }),
      column('value', 100, { align: 'right' }),
      column('referenceDate', 110, { minWidth: 104 }),
      column('source', 180, { grow: true, minWidth: 110 }),
    ];
  }, [t]);
  const errors = useMemo(() => errorRows(problems), [problems]);
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  return (
    <div className="review-grid">
      <Grid<PopulationRow>
        label={t('review.rows')}
        rows={draft.rows}
        rowId={rowId}
        columns={columns}
        onChange={async (change) => apply((now) => changed(now, change))}
        onWithdraw={async (ids) => apply((now) => removeRows(now, ids))}
        onMove={async (ids, after) => apply((now) => moveRows(now, ids, after))}
        onUndo={onUndo}
        onRedo={onRedo}
        describeError={describe}
        onSelectionChange={onSelectionChange}
        rowMark={(row) => {
          if (!row.take) return null;
          if (errors.has(row.id) || readPopulation(row.texts, t).figure === null) return 'error';
          return row.needsReview || row.total ? 'doubt' : null;
        }}
        emptyText={t('review.noRows')}
        showRow={show}
      />
    </div>
  );
}

function Cell({ row, field }: { row: PopulationRow; field: PopulationField }) {
  const { t } = useT();
  const text = row.texts[field];
  const total = field === 'place' && row.total && (
    <>
      {' '}
      <span className="chip chip-partly_done">{t('ledgerScreen.import.population.total')}</span>
    </>
  );
  if (!row.take) {
    return (
      <>
        <s className="ledger-struck">{text}</s>
        {total}
      </>
    );
  }
  const problem = readPopulation(row.texts, t).problems.get(field);
  if (problem === undefined) {
    return (
      <>
        {field === 'value' ? <span className="digits">{text}</span> : text}
        {total}
      </>
    );
  }
  return (
    <span className="ledger-bad" title={problem}>
      {text === '' ? '?' : text}
      <span className="unseen">{problem}</span>
    </span>
  );
}
