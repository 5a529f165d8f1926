/** Undo and redo of the archive, for the top bar, the keys and the “undo” of notices. */
import { App } from 'antd';
import { useCallback } from 'react';
import { call, useAsked } from './api.ts';
import { useWindowState } from './archive-state.ts';
import { useShowError } from './error-view.tsx';
import { stepText, useT } from './i18n.tsx';
import { ui } from './ui-state.ts';

export function useUndo() {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const open = Boolean(useWindowState().data?.archive);
  const state = useAsked('history.state', {}, { enabled: open }).data ?? { undo: null, redo: null };

  const apply = useCallback(
    async (direction: 'undo' | 'redo') => {
      try {
        const applied = await call(direction === 'undo' ? 'history.undo' : 'history.redo', {});
        // What changed must be seen: go to its year.
        if (applied.year !== null && applied.year !== ui.get().year) ui.set({ year: applied.year });
        const step = stepText(t, applied.label);
        // One note, however quickly the key is pressed: the newest takes the place of the one before.
        message.info({
          key: 'undo',
          content: direction === 'undo' ? t('shell.undone', { step }) : t('shell.redone', { step }),
        });
      } catch (error) {
        showError(error);
      }
    },
    [message, showError, t],
  );

  return { state, undo: useCallback(() => apply('undo'), [apply]), redo: useCallback(() => apply('redo'), [apply]) };
}
