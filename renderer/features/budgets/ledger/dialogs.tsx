/** The dialogs of the ledger; one at a time. */
import { App } from 'antd';
import type { FundEntry, VoucherKind } from '#shared/features/funding.ts';
import { useT } from '../../../app/i18n.tsx';
import { documentEvidence, guessKinds } from '../../objects/evidence.ts';
import { LinkDocumentDialog } from '../../objects/link-document-dialog.tsx';
import { TakeEvidenceDialog } from '../../objects/take-evidence-dialog.tsx';
import { ReasonDialog } from '../../settings/reason-dialog.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { amountText } from './entry-marks.ts';
import { kindText } from './entry-texts.ts';
import { ledgerState, openInspector, useLedgerState } from './ledger-state.ts';
import { arrangeVouchers, attachVoucher, reverseEntry } from './use-entry-edits.ts';
import { guessVoucherKind, voucherKinds } from './voucher-kinds.ts';

const close = (): void => ledgerState.set({ dialog: null });

export function LedgerDialogs({ rows, year }: { rows: readonly FundEntry[]; year: number }) {
  const { t } = useT();
  const { message } = App.useApp();
  const dialog = useLedgerState((state) => state.dialog);
  const entry = rows.find(({ id }) => id === dialog?.id);
  if (!dialog || !entry) return null;
  const { id } = entry;
  switch (dialog.name) {
    case 'reverse':
      return (
        <ReasonDialog
          title={t('ledgerScreen.reverse.title', { id })}
          text={t('ledgerScreen.reverse.text', {
            date: entry.date,
            kind: kindText(t, entry.kind),
            amount: amountText(entry),
          })}
          okText={t('ledgerScreen.reverse.ok')}
          onDo={async (reason) => {
            await reverseEntry(id, reason);
            message.success(t('ledgerScreen.reverse.done', { id }));
          }}
          onClose={close}
        />
      );
    case 'correct':
      return <CorrectDialog entry={entry} rows={rows} year={year} onClose={close} />;
    case 'take':
      return (
        <TakeEvidenceDialog<VoucherKind>
          title={t('ledgerScreen.drop.dialog', { id })}
          kinds={voucherKinds(t)}
          proposed={guessKinds(
            dialog.sources.map(({ name }) => name),
            guessVoucherKind,
            'other',
          )}
          sources={dialog.sources}
          onTake={(kind, source) => attachVoucher(id, kind, source)}
          onTaken={() => {
            ledgerState.set({ show: { rowId: id } });
            openInspector('evidence');
          }}
          onClose={close}
        />
      );
    case 'link':
      return (
        <LinkDocumentDialog<VoucherKind>
          kinds={voucherKinds(t)}
          guess={guessVoucherKind}
          onLink={(kind, document) =>
            arrangeVouchers(id, (now) =>
              now.some((one) => one.documentId === document.id && one.kind === kind)
                ? [...now]
                : [...now, documentEvidence(kind, document)],
            )
          }
          onClose={close}
        />
      );
  }
}
