/** What happened to an activity. */
import { ActivityState, Audience } from '#shared/features/activities.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { useT } from '../../app/i18n.tsx';
import { RecordHistory } from '../../app/register/record-history.tsx';
import type { InspectorTabProps } from './inspector.tsx';

type Field = keyof typeof zhCN.activityScreen.logged;

function isField(field: string): field is Field {
  return Object.hasOwn(zhCN.activityScreen.logged, field);
}

export function InspectorHistory({ activity, choices }: InspectorTabProps) {
  const { t } = useT();
  const valueText = (field: string, value: unknown): string | null => {
    if (field === 'categoryId') {
      return choices.categories.find(({ id }) => id === value)?.label ?? t('activityScreen.oldCategory');
    }
    if (field === 'planRowId') {
      return choices.planRows.find(({ id }) => id === value)?.label ?? t('activityScreen.otherPlanRow');
    }
    const audience = Audience.safeParse(value);
    if (field === 'audience' && audience.success) return t(`activities.audience.${audience.data}`);
    const state = ActivityState.safeParse(value);
    return field === 'state' && state.success ? t(`activities.state.${state.data}`) : null;
  };
  return (
    <RecordHistory
      entity="activity"
      id={activity.id}
      fieldText={(field) => (isField(field) ? t(`activityScreen.logged.${field}`) : null)}
      valueText={valueText}
    />
  );
}
