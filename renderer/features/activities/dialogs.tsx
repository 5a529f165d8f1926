/** The dialogs of the screen; one at a time. */
import { useT } from '../../app/i18n.tsx';
import { ReasonDialog } from '../settings/reason-dialog.tsx';
import { activityState, useActivityState } from './activity-state.ts';
import { BehindDialog } from './behind-dialog.tsx';
import { CategoriesDialog } from './categories-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { RepeatedDialog } from './repeated-dialog.tsx';
import { TakeDialog } from './take-dialog.tsx';
import { withdrawActivities } from './use-activity-edits.ts';

const close = (): void => activityState.set({ dialog: null });

export function ActivityDialogs() {
  const { t } = useT();
  const dialog = useActivityState((state) => state.dialog);
  switch (dialog?.name) {
    case undefined:
      return null;
    case 'withdraw':
      return (
        <ReasonDialog
          title={t('activityScreen.withdraw.title', { count: dialog.ids.length })}
          text={t('activityScreen.withdraw.text')}
          okText={t('activityScreen.withdraw.ok')}
          onDo={(reason) => withdrawActivities(dialog.ids, reason)}
          onClose={close}
        />
      );
    case 'categories':
      return <CategoriesDialog onClose={close} />;
    case 'take':
      return <TakeDialog id={dialog.id} title={dialog.title} sources={dialog.sources} onClose={close} />;
    case 'link':
      return <LinkDialog id={dialog.id} onClose={close} />;
    case 'behind':
      return <BehindDialog label={dialog.label} measure={dialog.measure} filter={dialog.filter} onClose={close} />;
    case 'repeated':
      return <RepeatedDialog breakdown={dialog.breakdown} year={dialog.year} onClose={close} />;
  }
}
