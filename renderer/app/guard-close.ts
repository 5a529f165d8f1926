/** The window closes only when what was typed is saved, or a person has said that it may go. */
import { App } from 'antd';
import { useEffect } from 'react';
import { useLeaveReview } from '../features/import/leave-review.ts';
import { finishTyping, isTyping } from './commands.ts';
import { useT } from './i18n.tsx';
import { ui } from './ui-state.ts';

/** Longer than this no write is waited for, in ms: a window that cannot be closed is no help either. */
const PATIENCE = 5000;

function written(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, PATIENCE);
    const stop = ui.subscribe(() => {
      if (ui.get().saving === 0) done();
    });
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
    // What has just been typed is on its way a turn later.
    setTimeout(() => {
      if (ui.get().saving === 0) done();
    });
  });
}

export function useGuardClose(): void {
  const { t } = useT();
  const { message } = App.useApp();
  const leave = useLeaveReview();
  useEffect(() => {
    let mayClose = false;
    let asking = false;
    const finish = async (): Promise<void> => {
      if (!finishTyping()) {
        // Said once; who closes again knows.
        mayClose = true;
        message.warning(t('shell.closeRefused'), 8);
        return;
      }
      await written();
      if (!(await leave())) return;
      mayClose = true;
      window.close();
    };
    const beforeUnload = (event: BeforeUnloadEvent): void => {
      if (mayClose || (!isTyping() && ui.get().saving === 0 && !ui.get().reviewTouched)) return;
      event.preventDefault();
      if (asking) return;
      asking = true;
      void finish().finally(() => {
        asking = false;
      });
    };
    // A refusal is a matter of this one text: with the next key press it is told anew.
    const keyDown = (): void => {
      mayClose = false;
    };
    window.addEventListener('beforeunload', beforeUnload);
    window.addEventListener('keydown', keyDown);
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      window.removeEventListener('keydown', keyDown);
    };
  }, [leave, message, t]);
}
