/**
 * The entries behind a figure, with the voucher pages of the chosen one beside them: from the headline to a voucher in two steps, by mouse
 * or by keyboard.
 */
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { App, Button, Select, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { FundEntry, FundEntryFilter, VoucherFile } from '#shared/features/funding.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import type { GridSelection } from '#ui/grid/types.ts';
import { useAsked } from '../../../app/api.ts';
import { copyTable } from '../../../app/copy-table.ts';
import { Dialog } from '../../../app/dialog.tsx';
import { ErrorView } from '../../../app/error-view.tsx';
import { useT } from '../../../app/i18n.tsx';
import { showDocument } from '../../documents/document-state.ts';
import { ReadGrid } from '../../life/read-grid.tsx';
import { shownFile } from '../../objects/evidence.ts';
import { openDialog, showFundEntry } from '../budget-state.ts';
import { useLedgerColumns } from '../ledger/ledger-columns.tsx';

const FilePreview = lazy(() =>
  import('../../objects/file-preview.tsx').then((module) => ({ default: module.FilePreview })),
);

/** More entries than a person looks through; the sums are of all. */
const LIMIT = 5000;
const SHOWN = ['date', 'voucher', 'kind', 'purpose', 'amount', 'files'];
/** What an auditor wants to see first. */
const FIRST: readonly VoucherFile['kind'][] = ['voucher', 'original', 'bank', 'approval'];

interface Props {
  title: string;
  filter: FundEntryFilter;
  onClose: () => void;
}

const rowId = ({ id }: FundEntry): number => id;

export function EntriesDialog({ title, filter, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const asked = useAsked('budgets.entries', { filter, limit: LIMIT });
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const columns = useLedgerColumns().filter(({ key }) => SHOWN.includes(key));
  const rows = asked.data?.rows ?? [];
  const active = rows.find(({ id }) => id === selection?.activeRowId) ?? rows[0] ?? null;
  const sums = Object.entries(asked.data?.sums ?? {});
  const copy = (): void => {
    copyTable([columns.map(({ heading }) => heading), ...rows.map((row) => columns.map((column) => column.text(row)))]);
    message.success(t('ledgerScreen.copied', { count: rows.length }));
  };
  return (
    <Dialog
      width="min(1240px, 96vw)"
      className="entries-dialog"
      title={title}
      onCancel={onClose}
      footer={
        <>
          {active && (
            <Button
              onClick={() => showFundEntry(active.id, Number(active.date.slice(0, 4)), active.reversedById !== null)}
            >
              {t('budgetScreen.behind.toLedger')}
            </Button>
          )}
          <Button onClick={copy}>{t('budgetScreen.behind.copy')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('shell.close')}
          </Button>
        </>
      }
    >
      {asked.error !== null && <ErrorView error={asked.error} />}
      {asked.data === undefined ? (
        <Spin className="centre" />
      ) : (
        <div className="behind">
          <div className="behind-list">
            <p className="muted">
              {[
                t('budgetScreen.behind.count', { count: asked.data.total }),
                ...(asked.data.total > LIMIT ? [t('budgetScreen.behind.first', { count: LIMIT })] : []),
                ...sums.map(([kind, sum]) =>
                  t('budgetScreen.behind.sum', {
                    kind: t(`fundingCheck.kind.${kind as FundEntry['kind']}`),
                    amount: moneyText(Number(sum)),
                  }),
                ),
              ].join(' · ')}
            </p>
            <div className="list-frame">
              <ReadGrid<FundEntry>
                label={title}
                rows={rows}
                rowId={rowId}
                columns={columns}
                emptyText={t('budgetScreen.behind.none')}
                onSelectionChange={setSelection}
              />
            </div>
          </div>
          <Vouchers key={active?.id ?? 0} entry={active} />
        </div>
      )}
    </Dialog>
  );
}

/** The files of one entry, the accounting voucher first; a document of the archive is opened where it lives. */
function Vouchers({ entry }: { entry: FundEntry | null }) {
  const { t } = useT();
  const [place, setPlace] = useState(0);
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(1);
  if (entry === null) return <div className="behind-voucher" />;
  const rank = ({ kind }: VoucherFile): number => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length);
  const files = entry.files.toSorted((a, b) => rank(a) - rank(b));
  const file = files[place];
  const shown = file ? shownFile(file) : null;
  const choose = (next: number): void => {
    setPlace(next);
    setPage(1);
    setPages(1);
  };
  const documentId = file?.documentId ?? entry.documentId;
  return (
    <section
      className="behind-voucher"
      aria-label={t('budgetScreen.behind.voucher', { voucher: entry.voucher || entry.id })}
    >
      <div className="preview-bar">
        {files.length > 0 ? (
          <Select
            size="small"
            aria-label={t('objectScreen.file')}
            value={place}
            onChange={choose}
            popupMatchSelectWidth={false}
            options={files.map(({ kind, name }, value) => ({
              value,
              label: `${t(`fundingCheck.voucher.${kind}`)} · ${name}`,
            }))}
          />
        ) : (
          <span className="muted">{t('budgetScreen.behind.noVoucher')}</span>
        )}
        <span className="spring" />
        {pages > 1 && (
          <>
            <Button
              size="small"
              icon={<LeftOutlined />}
              aria-label={t('objectScreen.previous')}
              disabled={page === 1}
              onClick={() => setPage(page - 1)}
            />
            <span className="zoom">{t('objectScreen.page', { page, pages })}</span>
            <Button
              size="small"
              icon={<RightOutlined />}
              aria-label={t('objectScreen.next')}
              disabled={page === pages}
              onClick={() => setPage(page + 1)}
            />
          </>
        )}
      </div>
      <div className="behind-page" tabIndex={0} role="region" aria-label={file?.name ?? entry.voucher}>
        {shown && (
          <Suspense fallback={<Spin className="centre" />}>
            <FilePreview key={shown.sha256} file={shown} page={page} zoom={null} onPages={setPages} />
          </Suspense>
        )}
        {!shown && documentId !== null && (
          <Button
            onClick={() => {
              openDialog(null);
              showDocument(documentId);
            }}
          >
            {t('budgetScreen.behind.document')}
          </Button>
        )}
        {entry.basis !== '' && <p className="muted">{t('budgetScreen.behind.basis', { basis: entry.basis })}</p>}
      </div>
    </section>
  );
}
