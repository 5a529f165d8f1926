/** Files that are taken in as evidence of an activity. */
import { EvidenceKind } from '#shared/features/activities.ts';
import { useT } from '../../app/i18n.tsx';
import { type EvidenceToTake, guessKinds } from '../objects/evidence.ts';
import { TakeEvidenceDialog } from '../objects/take-evidence-dialog.tsx';
import { activityState } from './activity-state.ts';
import { guessKind } from './evidence.ts';
import { attachEvidence } from './use-activity-edits.ts';

interface Props {
  id: number;
  title: string;
  sources: readonly EvidenceToTake[];
  onClose: () => void;
}

export function TakeDialog({ id, title, sources, onClose }: Props) {
  const { t } = useT();
  return (
    <TakeEvidenceDialog<EvidenceKind>
      title={t('activityScreen.drop.dialog', { title: title || t('activityScreen.untitled') })}
      kinds={EvidenceKind.options.map((value) => ({ value, label: t(`activities.evidence.${value}`) }))}
      proposed={guessKinds(
        sources.map(({ name }) => name),
        guessKind,
        'other',
      )}
      sources={sources}
      onTake={(kind, source) => attachEvidence(id, kind, source)}
      onTaken={() => activityState.set({ inspector: true, tab: 'evidence', show: { rowId: id } })}
      onClose={onClose}
    />
  );
}
