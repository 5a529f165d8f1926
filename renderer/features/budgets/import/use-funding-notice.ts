/** Says what an import did, with its one undo; an import that found nothing new has none. */
import { App } from 'antd';
import { useCallback } from 'react';
import type { Output } from '#shared/contract.ts';
import { useT } from '../../../app/i18n.tsx';
import { useAcceptedNotice } from '../../import/accepted-notice.tsx';

export function useFundingNotice(): (result: Output<'budgets.accept'>) => void {
  const { t } = useT();
  const { message } = App.useApp();
  const notice = useAcceptedNotice();
  return useCallback(
    ({ added, populationAdded, duplicates, event }) => {
      const left = duplicates.length > 0 ? t('ledgerScreen.import.leftOut', { count: duplicates.length }) : undefined;
      if (event === null) {
        message.info(left ?? t('ledgerScreen.import.nothing'), 6);
        return;
      }
      notice({
        title:
          populationAdded > 0
            ? t('ledgerScreen.import.acceptedPopulation', { count: populationAdded })
            : t('ledgerScreen.import.accepted', { count: added }),
        description: left,
        isImport: ({ code, params }) =>
          code === 'fundImport' && params['count'] === added && params['population'] === populationAdded,
      });
    },
    [message, notice, t],
  );
}
