/** A document of the archive as evidence of an activity. */
import { EvidenceKind } from '#shared/features/activities.ts';
import { useT } from '../../app/i18n.tsx';
import { documentEvidence } from '../objects/evidence.ts';
import { LinkDocumentDialog } from '../objects/link-document-dialog.tsx';
import { guessKind } from './evidence.ts';
import { arrangeEvidence } from './use-activity-edits.ts';

export function LinkDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useT();
  return (
    <LinkDocumentDialog<EvidenceKind>
      kinds={EvidenceKind.options.map((value) => ({ value, label: t(`activities.evidence.${value}`) }))}
      guess={guessKind}
      onLink={(kind, document) =>
        arrangeEvidence(id, (now) =>
          now.some((one) => one.documentId === document.id && one.kind === kind)
            ? [...now]
            : [...now, documentEvidence(kind, document)],
        )
      }
      onClose={onClose}
    />
  );
}
