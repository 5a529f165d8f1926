/** 移交: what is due for hand-over, and the lists with their deeds. */
import { useMemo, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { useToday } from '../../app/today.ts';
import { isoDay } from './day-text.ts';
import { documentColumns } from './document-columns.ts';
import { DraftTransferDialog } from './transfer-dialogs.tsx';
import { LifePage } from './life-page.tsx';
import { showTab, useLifeState } from './life-state.ts';
import { ReadGrid } from './read-grid.tsx';
import { SideList } from './side-list.tsx';
import { unreviewed } from './transfer-rows.ts';
import { TransferView } from './transfer-view.tsx';

type Due = Output<'transfers.due'>['rows'][number];

const rowId = ({ document }: Due): number => document.id;

export function TransferTab() {
  const { t } = useT();
  const today = isoDay(useToday());
  const wanted = useLifeState((state) => state.opened.transfer);
  const due = useAsked('transfers.due', {});
  const list = useAsked('transfers.list', {});
  const [selected, setSelected] = useState<readonly number[]>([]);
  const [drafting, setDrafting] = useState<readonly number[] | null>(null);
  const columns = useMemo(
    (): GridColumn<Due>[] => [
      ...documentColumns<Due>(t, ({ document }) => document, ['code', 'title', 'author', 'date', 'year', 'term']),
      {
        key: 'due',
        heading: t('life.transfer.dueDay'),
        width: 104,
        align: 'center',
        editable: false,
        text: (row) => row.due,
      },
      ...documentColumns<Due>(t, ({ document }) => document, ['pages']),
    ],
    [t],
  );
  const transfers = list.data ?? [];
  const opened = transfers.find(({ id }) => id === wanted);
  const side = (
    <SideList
      label={t('life.transfer.lists')}
      opened={opened?.id ?? null}
      onOpen={(id) => showTab('transfer', id)}
      entries={[
        { id: null, name: t('life.transfer.due'), note: t('life.documents', { count: due.data?.total ?? 0 }) },
        ...transfers.map((transfer) => {
          const lacking = unreviewed(transfer).length;
          return {
            id: transfer.id,
            name: transfer.number,
            note:
              transfer.transferredOn !== null
                ? t('life.transfer.doneOn', { date: transfer.transferredOn })
                : lacking > 0
                  ? t('life.transfer.lacking', { count: lacking })
                  : t('life.transfer.readyShort'),
          };
        }),
      ]}
    />
  );
  if (opened) return <TransferView key={opened.id} transfer={opened} today={today} side={side} />;
  const rows = due.data?.rows ?? [];
  const chosen = selected.filter((id) => rows.some(({ document }) => document.id === id));
  const error = due.error ?? list.error;
  return (
    <LifePage
      status={t('life.transfer.dueStatus', { count: due.data?.total ?? 0 })}
      hints={t('life.hints.due')}
      actions={
        <>
          <WriteButton disabled={chosen.length === 0} onClick={() => setDrafting(chosen)}>
            {t('life.transfer.draftSelected', { count: chosen.length })}
          </WriteButton>
          <WriteButton
            type="primary"
            disabled={rows.length === 0}
            onClick={() => setDrafting(rows.map(({ document }) => document.id))}
          >
            {t('life.transfer.draftAll', { count: rows.length })}
          </WriteButton>
        </>
      }
    >
      <div className="split">
        {side}
        <div className="split-main">
          {error !== null && (
            <ErrorView error={error} onRetry={() => void Promise.all([due.refetch(), list.refetch()])} />
          )}
          <p className="muted">{t('life.transfer.dueText')}</p>
          {due.data !== undefined && due.data.total > rows.length && (
            <p className="field-note">{t('life.cut', { count: rows.length, total: due.data.total })}</p>
          )}
          <ReadGrid<Due>
            label={t('life.transfer.due')}
            rows={rows}
            rowId={rowId}
            columns={columns}
            emptyText={due.data === undefined ? t('life.loading') : t('life.transfer.noneDue')}
            onSelectionChange={({ rowIds }) => setSelected(rowIds)}
          />
        </div>
      </div>
      {drafting && (
        <DraftTransferDialog
          documentIds={drafting}
          today={today}
          onDrafted={(id) => showTab('transfer', id)}
          onClose={() => setDrafting(null)}
        />
      )}
    </LifePage>
  );
}
