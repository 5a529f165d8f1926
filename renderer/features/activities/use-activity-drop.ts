/** Files dropped onto the register: evidence of the activity under the pointer, else of the selected one. */
import { App } from 'antd';
import type { Activity } from '#shared/features/activities.ts';
import { useDropTarget } from '../../app/drop-target.ts';
import { useT } from '../../app/i18n.tsx';
import { activityState } from './activity-state.ts';

export function useActivityDrop(rows: readonly Activity[], enabled: boolean): void {
  const { t } = useT();
  const { message } = App.useApp();
  useDropTarget(
    {
      title: t('activityScreen.drop.title'),
      text: t('activityScreen.drop.text'),
      take: ({ files, folders, target }) => {
        const { dialog, selection } = activityState.get();
        if (dialog) {
          message.warning(t('activityScreen.drop.busy'));
          return;
        }
        const row = target?.closest<HTMLElement>('.activities-main tr[data-row]')?.dataset['row'];
        const id = (row === undefined ? undefined : rows[Number(row)]?.id) ?? selection?.activeRowId ?? null;
        const activity = rows.find((one) => one.id === id);
        if (!activity) message.warning(t('activityScreen.drop.noActivity'));
        else if (activity.withdrawn) message.warning(t('activityScreen.drop.withdrawn'));
        else {
          if (folders.length > 0) message.warning(t('activityScreen.drop.folders'), 8);
          if (files.length === 0) return;
          activityState.set({
            dialog: {
              name: 'take',
              id: activity.id,
              title: activity.title,
              sources: files.map((file) => ({
                name: file.name,
                source: file,
              })),
            },
          });
        }
      },
    },
    enabled,
  );
}
