/** Corrections of an import under review are in no archive yet: before something would drop them, the person is asked. */
import { App } from 'antd';
import { useCallback } from 'react';
import { useT } from '../../app/i18n.tsx';
import { ui } from '../../app/ui-state.ts';

/** Answers whether the review may go; asks only where something was corrected or decided in it. */
export function useLeaveReview(): () => Promise<boolean> {
  const { t } = useT();
  const { modal } = App.useApp();
  return useCallback(async () => {
    if (!ui.get().reviewTouched) return true;
    return modal.confirm({
      title: t('review.leaveTitle'),
      content: t('review.leaveText'),
      okText: t('review.leave'),
      cancelText: t('review.stay'),
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      centered: true,
    });
  }, [modal, t]);
}
