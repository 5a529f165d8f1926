/** 凭证: files and documents that prove the entry. */
import type { VoucherKind } from '#shared/features/funding.ts';
import { useT } from '../../../app/i18n.tsx';
import { useEmptyWords, useReadOnly } from '../../../app/read-only.tsx';
import { EvidencePanel } from '../../objects/evidence-panel.tsx';
import type { InspectorTabProps } from './inspector.tsx';
import { ledgerState } from './ledger-state.ts';
import { arrangeVouchers } from './use-entry-edits.ts';
import { voucherKinds } from './voucher-kinds.ts';

export function InspectorEvidence({ entry }: InspectorTabProps) {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const shownOnly = useReadOnly();
  const { id, files, closed } = entry;
  return (
    <EvidencePanel<VoucherKind>
      files={files}
      kinds={voucherKinds(t)}
      readOnly={closed || shownOnly}
      emptyText={emptyWords(t('ledgerScreen.evidence.none'))}
      onArrange={(change, reason) => arrangeVouchers(id, change, reason)}
      onChosen={(sources) => ledgerState.set({ dialog: { name: 'take', id, sources } })}
      onLink={() => ledgerState.set({ dialog: { name: 'link', id } })}
    />
  );
}
