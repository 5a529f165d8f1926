/** 鉴定: what has reached the end of its term, and the appraisals that decide on it. */
import { useMemo, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { useToday } from '../../app/today.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { progressOf } from './appraisal-edits.ts';
import { AppraisalView } from './appraisal-view.tsx';
import { isoDay } from './day-text.ts';
import { documentColumns } from './document-columns.ts';
import { LifePage } from './life-page.tsx';
import { showTab, useLifeState } from './life-state.ts';
import { OpenAppraisalDialog } from './open-appraisal-dialog.tsx';
import { ReadGrid } from './read-grid.tsx';
import { SideList } from './side-list.tsx';

type Due = Output<'appraisals.due'>['rows'][number];

const rowId = ({ document }: Due): number => document.id;

export function AppraisalTab() {
  const { t } = useT();
  const today = isoDay(useToday());
  const opened = useLifeState((state) => state.opened.appraisal);
  const due = useAsked('appraisals.due', {});
  const list = useAsked('appraisals.list', {});
  const appraisal = list.data?.find(({ id }) => id === opened) ?? null;
  const entries = [
    { id: null, name: t('life.appraisal.due'), note: t('life.documents', { count: due.data?.total ?? 0 }) },
    ...(list.data ?? []).map((one) => {
      const { undecided } = progressOf(one);
      return {
        id: one.id,
        name: one.name,
        note:
          one.closedOn !== null
            ? t('life.appraisal.closedOn', { date: one.closedOn })
            : undecided > 0
              ? t('life.appraisal.undecided', { count: undecided })
              : t('life.appraisal.allDecided'),
      };
    }),
  ];
  const side = (
    <SideList
      label={t('life.appraisal.lists')}
      entries={entries}
      opened={appraisal?.id ?? null}
      onOpen={(id) => showTab('appraisal', id)}
    />
  );
  if (appraisal) return <AppraisalView key={appraisal.id} appraisal={appraisal} today={today} side={side} />;
  const error = due.error ?? list.error;
  return (
    <DueDocuments
      rows={due.data?.rows ?? []}
      total={due.data?.total ?? 0}
      loaded={due.data !== undefined}
      today={today}
      side={
        <>
          {side}
          {error !== null && (
            <ErrorView error={error} onRetry={() => void Promise.all([due.refetch(), list.refetch()])} />
          )}
        </>
      }
    />
  );
}

interface DueProps {
  rows: readonly Due[];
  total: number;
  loaded: boolean;
  today: string;
  side: React.ReactNode;
}

function DueDocuments({ rows, total, loaded, today, side }: DueProps) {
  const { t } = useT();
  const [selected, setSelected] = useState<readonly number[]>([]);
  const [opening, setOpening] = useState<readonly number[] | null>(null);
  const columns = useMemo(
    (): GridColumn<Due>[] => [
      ...documentColumns<Due>(t, ({ document }) => document, ['code', 'title', 'author', 'year', 'term']),
      {
        key: 'end',
        heading: t('life.appraisal.end'),
        width: 104,
        align: 'center',
        editable: false,
        text: ({ end }) => end,
      },
      ...documentColumns<Due>(t, ({ document }) => document, ['pages']),
    ],
    [t],
  );
  const chosen = selected.filter((id) => rows.some(({ document }) => document.id === id));
  return (
    <LifePage
      status={t('life.appraisal.dueStatus', { count: total })}
      hints={t('life.hints.due')}
      actions={
        <>
          <WriteButton disabled={chosen.length === 0} onClick={() => setOpening(chosen)}>
            {t('life.appraisal.openSelected', { count: chosen.length })}
          </WriteButton>
          <WriteButton
            type="primary"
            disabled={rows.length === 0}
            onClick={() => setOpening(rows.map(({ document }) => document.id))}
          >
            {t('life.appraisal.openAll', { count: rows.length })}
          </WriteButton>
        </>
      }
    >
      <div className="split">
        {side}
        <div className="split-main">
          <p className="muted">{t('life.appraisal.dueText')}</p>
          {total > rows.length && <p className="field-note">{t('life.cut', { count: rows.length, total })}</p>}
          <ReadGrid<Due>
            label={t('life.appraisal.due')}
            rows={rows}
            rowId={rowId}
            columns={columns}
            emptyText={loaded ? t('life.appraisal.noneDue') : t('life.loading')}
            onSelectionChange={({ rowIds }) => setSelected(rowIds)}
          />
        </div>
      </div>
      {opening && (
        <OpenAppraisalDialog
          documentIds={opening}
          today={today}
          onOpened={(id) => showTab('appraisal', id)}
          onClose={() => setOpening(null)}
        />
      )}
    </LifePage>
  );
}
