/** Joins persons that somebody chose in the list. */
import { useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { MergeForm } from './merge-form.tsx';

export function MergeDialog({ ids, today, onClose }: { ids: readonly number[]; today: string; onClose: () => void }) {
  const { t } = useT();
  const found = useAsked('participants.list', { filter: { ids: [...ids] }, limit: 100 });
  return (
    <Dialog width={900} title={t('participantScreen.merge.title')} footer={null} focusField={false} onCancel={onClose}>
      {found.error !== null && <ErrorView error={found.error} />}
      {found.data && found.data.rows.length > 1 && (
        <MergeForm persons={found.data.rows} today={today} onMerged={onClose} />
      )}
    </Dialog>
  );
}
