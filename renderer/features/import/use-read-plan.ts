/** Reads a plan from a dialog, a drop or a paste and opens the review. Refusals show their sentence; nothing is kept. */
import { App } from 'antd';
import { useCallback } from 'react';
import { call, hasArchive } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useLeaveReview } from './leave-review.ts';
import { type PlanSource, ui } from '../../app/ui-state.ts';

/** Answers whether the source was read. */
export function useReadPlan(): (source: PlanSource) => Promise<boolean> {
  const { t, locale } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const leave = useLeaveReview();
  return useCallback(
    async (source) => {
      if (!(await leave())) return false;
      const hide = message.loading(t('schedule.import.reading'), 0);
      try {
        const review = await call('schedule.read', { ...source, locale, withLines: true });
        ui.set({ review, dialog: null, screen: 'schedule' });
        return true;
      } catch (error) {
        showError(error);
        return false;
      } finally {
        hide();
      }
    },
    [leave, locale, message, showError, t],
  );
}

/** Takes a plan that was dropped or pasted: it is read now, or when an archive is open. */
export function useTakePlan(): (source: PlanSource) => void {
  const read = useReadPlan();
  return useCallback(
    (source) => {
      if (hasArchive() && !ui.get().switching) void read(source);
      else ui.set({ waiting: source });
    },
    [read],
  );
}

/** The open dialog of the system, then the reading. */
export function useChoosePlan(): () => void {
  const read = useReadPlan();
  const showError = useShowError();
  return useCallback(() => {
    void call('window.chooseFile', { purpose: 'plan' }).then(async (grant) => {
      if (grant) await read({ file: grant.grant });
    }, showError);
  }, [read, showError]);
}
