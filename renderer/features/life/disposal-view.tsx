/** One list of destruction: its steps, its documents, and who has signed what. */
import { type ReactNode, useMemo, useState } from 'react';
import type { Disposal } from '#shared/features/disposals.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { ApproveDialog, CarryOutDialog, GiveUpDisposalDialog } from './disposal-dialogs.tsx';
import { countsOf, stepOf } from './disposal-rows.ts';
import { documentColumns } from './document-columns.ts';
import { LifePage } from './life-page.tsx';
import { showTab } from './life-state.ts';
import { ReadGrid } from './read-grid.tsx';
import { StepLine } from './step-line.tsx';
import { PaperButton } from './paper-button.tsx';

type Item = Disposal['items'][number];

interface Props {
  disposal: Disposal;
  today: string;
  side: ReactNode;
}

const rowId = ({ document }: Item): number => document.id;

export function DisposalView({ disposal, today, side }: Props) {
  const { t } = useT();
  const [doing, setDoing] = useState<'approve' | 'carryOut' | 'giveUp' | null>(null);
  const { state, approver, approvedOn, supervisors, method, place, destroyedOn } = disposal;
  const counts = countsOf(disposal);
  const columns = useMemo(
    (): GridColumn<Item>[] => [
      ...documentColumns<Item>(t, ({ document }) => document, ['title', 'year', 'code', 'author', 'number', 'term']),
      {
        key: 'kept',
        heading: t('life.disposal.kept'),
        width: 92,
        align: 'center',
        editable: false,
        text: ({ keptYears }) => t('documents.term.D', { years: keptYears }),
      },
      ...documentColumns<Item>(t, ({ document }) => document, ['pages']),
      {
        key: 'reason',
        heading: t('life.disposal.reason'),
        width: 170,
        editable: false,
        text: ({ reason, excludedReason }) =>
          excludedReason === null ? reason : t('life.disposal.excluded', { reason: excludedReason }),
      },
    ],
    [t],
  );
  const stop = (): void => setDoing(null);
  return (
    <LifePage
      status={[
        t('life.disposal.status', { count: counts.listed }),
        counts.pages === null ? t('life.disposal.pagesUnknown') : t('life.disposal.pages', { count: counts.pages }),
        ...(counts.excluded > 0 ? [t('life.disposal.excludedCount', { count: counts.excluded })] : []),
      ].join(' · ')}
      actions={
        <>
          <PaperButton request={{ paper: 'disposalList', disposalId: disposal.id }} />
          {state !== 'done' && (
            <WriteButton onClick={() => setDoing('giveUp')}>{t('life.disposal.giveUp')}</WriteButton>
          )}
          {state === 'draft' && (
            <WriteButton type="primary" onClick={() => setDoing('approve')}>
              {t('life.disposal.approve')}
            </WriteButton>
          )}
          {state === 'approved' && (
            <WriteButton type="primary" danger onClick={() => setDoing('carryOut')}>
              {t('life.disposal.carryOut')}
            </WriteButton>
          )}
        </>
      }
    >
      <div className="split">
        {side}
        <div className="split-main">
          <section className="life-head" aria-label={disposal.number}>
            <h2>{t('life.disposal.heading', { number: disposal.number })}</h2>
            <span className="muted">{t('life.disposal.from', { name: disposal.appraisalName })}</span>
          </section>
          <StepLine
            label={t('life.disposal.steps')}
            at={stepOf(disposal)}
            steps={[
              { key: 'draft', label: t('life.disposal.step.draft') },
              {
                key: 'approve',
                label: t('life.disposal.step.approve'),
                note: approver === null ? null : t('life.signed', { name: approver, date: approvedOn ?? '' }),
              },
              {
                key: 'done',
                label: t('life.disposal.step.done'),
                note:
                  destroyedOn === null
                    ? null
                    : t('life.disposal.destroyed', {
                        names: supervisors.join(t('paper.unitSeparator')),
                        date: destroyedOn,
                        method: method ?? '',
                        place: place ?? t('life.none'),
                      }),
              },
            ]}
          />
          {state === 'done' && <p className="muted">{t('life.disposal.forEver')}</p>}
          <ReadGrid<Item>
            label={t('life.disposal.heading', { number: disposal.number })}
            rows={disposal.items}
            rowId={rowId}
            columns={columns}
            emptyText={t('life.none')}
            rowMark={({ excludedReason }) => (excludedReason === null ? null : 'doubt')}
          />
        </div>
      </div>
      {doing === 'approve' && <ApproveDialog disposal={disposal} today={today} onClose={stop} />}
      {doing === 'carryOut' && <CarryOutDialog disposal={disposal} today={today} onClose={stop} />}
      {doing === 'giveUp' && (
        <GiveUpDisposalDialog disposal={disposal} onGivenUp={() => showTab('disposal', null)} onClose={stop} />
      )}
    </LifePage>
  );
}
