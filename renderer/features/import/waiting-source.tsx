/**
 * What was dropped or pasted while no archive was open. It is not lost: the dialog offers the ways to an archive,
 * and as soon as one is open it is read into the review. Closing the dialog forgets it.
 */
import { FileTextOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useWindowState } from '../../app/archive-state.ts';
import { Dialog } from '../../app/dialog.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { ArchiveChoices } from '../welcome/archive-choices.tsx';
import { useReadSource } from './use-read-source.tsx';

export function WaitingSource() {
  const { t } = useT();
  const read = useReadSource();
  const open = Boolean(useWindowState().data?.archive);
  const waiting = useUi((state) => state.waiting);
  const switching = useUi((state) => state.switching);
  const dialog = useUi((state) => state.dialog);

  useEffect(() => {
    const source = ui.get().waiting;
    if (!open || switching || !source) return;
    ui.set({ waiting: null });
    void read(source);
  }, [open, read, switching, waiting]);

  if (!waiting || open || dialog !== null) return null;
  const forget = (): void => ui.set({ waiting: null });
  return (
    <Dialog
      width={520}
      title={t('review.waitingTitle')}
      onCancel={forget}
      footer={<Button onClick={forget}>{t('shell.cancel')}</Button>}
    >
      <p>{t('review.waitingText')}</p>
      <p className="waiting-plan">
        <FileTextOutlined aria-hidden /> <span className="break">{waiting.name ?? t('review.pasted')}</span>
      </p>
      <ArchiveChoices first="create" />
    </Dialog>
  );
}
