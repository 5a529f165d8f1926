/** 佐证: files of the activity and documents of the archive that stand for it. */
import { EvidenceKind } from '#shared/features/activities.ts';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords } from '../../app/read-only.tsx';
import { EvidencePanel } from '../objects/evidence-panel.tsx';
import { activityState } from './activity-state.ts';
import type { InspectorTabProps } from './inspector.tsx';
import { arrangeEvidence } from './use-activity-edits.ts';

export function InspectorEvidence({ activity, readOnly }: InspectorTabProps) {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const { id, title, files } = activity;
  return (
    <EvidencePanel<EvidenceKind>
      files={files}
      kinds={EvidenceKind.options.map((value) => ({ value, label: t(`activities.evidence.${value}`) }))}
      readOnly={readOnly}
      emptyText={emptyWords(t('activityScreen.evidence.none'))}
      onArrange={(change, reason) => arrangeEvidence(id, change, reason)}
      onChosen={(sources) => activityState.set({ dialog: { name: 'take', id, title, sources } })}
      onLink={() => activityState.set({ dialog: { name: 'link', id } })}
    />
  );
}
