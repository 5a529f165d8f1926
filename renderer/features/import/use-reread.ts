/**
 * Reads a source under review again, with something else said of it, e.g. what a column is. What was typed since would be
 * lost, so that is asked first.
 */
import { App } from 'antd';
import { useState } from 'react';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';

export interface Reread {
  busy: boolean;
  again: (read: () => Promise<void>) => Promise<void>;
}

/** `touched`: rows were corrected. */
export function useReread(touched: boolean): Reread {
  const { t } = useT();
  const { modal } = App.useApp();
  const showError = useShowError();
  const [busy, setBusy] = useState(false);
  const again = async (read: () => Promise<void>): Promise<void> => {
    const sure =
      !touched ||
      (await modal.confirm({
        title: t('review.columns.rereadTitle'),
        content: t('review.columns.rereadText'),
        okText: t('review.columns.reread'),
        cancelText: t('review.stay'),
        autoFocusButton: 'cancel',
        centered: true,
      }));
    if (!sure) return;
    setBusy(true);
    try {
      await read();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, again };
}
