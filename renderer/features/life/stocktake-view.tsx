/** One stock-take: one field for typing and scanning, where the person stands, the labels read, and the report so far. */
import { Segmented } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import type { Stocktake, StocktakeEntry, StocktakeFinding } from '#shared/features/stocktakes.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly, WriteButton, Writing } from '../../app/read-only.tsx';
import { LifePage } from './life-page.tsx';
import { showTab } from './life-state.ts';
import { ReadGrid } from './read-grid.tsx';
import { ScanField } from './scan-field.tsx';
import { CloseStocktakeDialog, GiveUpStocktakeDialog, TakeBackDialog } from './stocktake-dialogs.tsx';
import { PaperButton } from './paper-button.tsx';

type Place = Output<'boxes.places'>[number];
type Result = StocktakeFinding['result'];
/** What needs a look first. */
const RESULTS: readonly Result[] = ['missing', 'misplaced', 'twice', 'unknown', 'on_loan', 'present'];
const ENTRIES_SHOWN = 200;

interface Props {
  stocktake: Stocktake;
  places: readonly Place[];
  today: string;
  side: ReactNode;
  begin: ReactNode;
}

interface Row extends StocktakeFinding {
  id: number;
}

const rowId = ({ id }: Row): number => id;

export function StocktakeView({ stocktake, places, today, side, begin }: Props) {
  const { t } = useT();
  const open = stocktake.closedOn === null;
  const readOnly = useReadOnly();
  const report = useAsked('stocktakes.report', { id: stocktake.id });
  const entries = useAsked('stocktakes.entries', { id: stocktake.id, limit: ENTRIES_SHOWN }, { enabled: open });
  const [shown, setShown] = useState<Result | 'all'>('all');
  const [doing, setDoing] = useState<'close' | 'giveUp' | null>(null);
  const [takingBack, setTakingBack] = useState<StocktakeEntry | null>(null);
  const counts = report.data?.counts ?? {};
  const findings = report.data?.findings;
  const rows = useMemo(() => {
    const all = (findings ?? []).map((finding, index): Row => ({ ...finding, id: index + 1 }));
    return RESULTS.flatMap((result) =>
      all.filter((row) => row.result === result && (shown === 'all' || shown === result)),
    );
  }, [findings, shown]);
  const columns = useMemo(
    (): GridColumn<Row>[] => [
      {
        key: 'result',
        heading: t('life.stocktake.result'),
        width: 96,
        align: 'center',
        editable: false,
        text: ({ result }) => t(`life.stocktake.results.${result}`),
        renderCell: ({ result }) => (
          <span className={`chip chip-scan-${result}`}>{t(`life.stocktake.results.${result}`)}</span>
        ),
      },
      {
        key: 'kind',
        heading: t('life.stocktake.kind'),
        width: 92,
        align: 'center',
        editable: false,
        text: ({ kind }) => t(`life.stocktake.kinds.${kind}`),
      },
      { key: 'name', heading: t('life.stocktake.label'), width: 204, editable: false, text: ({ name }) => name },
      {
        key: 'title',
        heading: t('documents.field.title'),
        width: 180,
        grow: true,
        editable: false,
        text: ({ title }) => title ?? '',
      },
      {
        key: 'expected',
        heading: t('life.stocktake.expected'),
        width: 150,
        editable: false,
        text: ({ expected, state }) =>
          state === 'transferred' || state === 'destroyed' ? t(`documents.state.${state}`) : (expected ?? ''),
      },
      { key: 'seen', heading: t('life.stocktake.seen'), width: 150, editable: false, text: ({ seen }) => seen ?? '' },
    ],
    [t],
  );
  const countText = (result: Result): string =>
    t('life.stocktake.resultCount', { result: t(`life.stocktake.results.${result}`), count: counts[result] ?? 0 });
  const summary = RESULTS.map(countText).join(t('life.stocktake.countSeparator'));
  const stop = (): void => setDoing(null);
  return (
    <LifePage
      status={[t('life.stocktake.running', { count: stocktake.entryCount }), summary].join(' · ')}
      hints={open && !readOnly ? t('life.hints.stocktake') : null}
      actions={
        <>
          {stocktake.entryCount > 0 && (
            <PaperButton request={{ paper: 'stocktakeReport', stocktakeId: stocktake.id }} />
          )}
          {begin}
          {open && <WriteButton onClick={() => setDoing('giveUp')}>{t('life.stocktake.giveUp')}</WriteButton>}
          {open && (
            <WriteButton type="primary" onClick={() => setDoing('close')}>
              {t('life.stocktake.close')}
            </WriteButton>
          )}
        </>
      }
    >
      <div className="split">
        {side}
        <div className="split-main">
          <section className="life-head" aria-label={stocktake.name}>
            <h2>{stocktake.name}</h2>
            <span className="muted">
              {t('life.stocktake.about', {
                place: stocktake.placePath ?? t('life.stocktake.wholeRoom'),
                name: stocktake.countedBy,
                date: stocktake.startedOn,
              })}
            </span>
            {!open && (
              <span className="chip chip-done">{t('life.stocktake.closedOn', { date: stocktake.closedOn ?? '' })}</span>
            )}
          </section>
          {!open && (
            <p className="life-report">
              <strong>{t('life.stocktake.conclusion')}</strong> {stocktake.conclusion}
            </p>
          )}
          {open && !readOnly && <ScanField stocktake={stocktake} places={places} />}
          {open && (entries.data ?? []).length > 0 && (
            <ol className="scan-entries" tabIndex={0} aria-label={t('life.stocktake.entries')}>
              {(entries.data ?? []).map((entry) => (
                <li key={entry.id}>
                  <span className={`scan-kind scan-kind-${entry.found.kind}`}>
                    {t(`life.stocktake.labelKinds.${entry.found.kind}`)}
                  </span>
                  <span className="digits">{entry.found.name}</span>
                  <span className="ellipsis muted">{entry.found.title ?? ''}</span>
                  <span className="spring" />
                  <span className="muted">{entry.seen}</span>
                  <Writing>
                    <button
                      type="button"
                      className="text-link"
                      aria-label={t('life.stocktake.takeBackOne', { text: entry.text })}
                      onClick={() => setTakingBack(entry)}
                    >
                      {t('life.stocktake.takeBack')}
                    </button>
                  </Writing>
                </li>
              ))}
            </ol>
          )}
          {report.error !== null && <ErrorView error={report.error} onRetry={() => void report.refetch()} />}
          <Segmented<Result | 'all'>
            className="scan-filter"
            aria-label={t('life.stocktake.filter')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all', label: t('life.stocktake.all', { count: findings?.length ?? 0 }) },
              ...RESULTS.map((value) => ({ value, label: countText(value) })),
            ]}
          />
          <ReadGrid<Row>
            label={t('life.stocktake.report')}
            rows={rows}
            rowId={rowId}
            columns={columns}
            emptyText={t('life.stocktake.nothing')}
            rowMark={({ result }) =>
              result === 'missing' ? 'error' : result === 'present' || result === 'on_loan' ? null : 'doubt'
            }
          />
        </div>
      </div>
      {doing === 'close' && (
        <CloseStocktakeDialog stocktake={stocktake} summary={summary} today={today} onClose={stop} />
      )}
      {doing === 'giveUp' && (
        <GiveUpStocktakeDialog stocktake={stocktake} onGivenUp={() => showTab('stocktake', null)} onClose={stop} />
      )}
      {takingBack && <TakeBackDialog entry={takingBack} onClose={() => setTakingBack(null)} />}
    </LifePage>
  );
}
