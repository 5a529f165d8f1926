/** The panel on the right (F4): tabs on the activity that is active in the list. A further tab is one line in `TABS`. */
import type { ComponentType } from 'react';
import type { Activity } from '#shared/features/activities.ts';
import { useT } from '../../app/i18n.tsx';
import { InspectorPanel, InspectorTabs } from '../../app/register/inspector-panel.tsx';
import { useReadOnly } from '../../app/read-only.tsx';
import { InspectorSignIn } from './inspector-sign-in.tsx';
import { activityState, INSPECTOR_TABS, type InspectorTab, useActivityState } from './activity-state.ts';
import type { Choices } from './activity-texts.ts';
import { InspectorData } from './inspector-data.tsx';
import { InspectorEvidence } from './inspector-evidence.tsx';
import { InspectorHistory } from './inspector-history.tsx';
import { InspectorSummary } from './inspector-summary.tsx';

export interface InspectorTabProps {
  activity: Activity;
  choices: Choices;
  readOnly: boolean;
}

const TABS: Readonly<Record<InspectorTab, ComponentType<InspectorTabProps>>> = {
  data: InspectorData,
  signIn: ({ activity }) => <InspectorSignIn activityId={activity.id} />,
  evidence: InspectorEvidence,
  summary: InspectorSummary,
  history: InspectorHistory,
};

/** What stands behind the name of a tab. */
function countOf(tab: InspectorTab, { registered, files }: Activity): number {
  return tab === 'signIn' ? registered : tab === 'evidence' ? files.length : 0;
}

export function Inspector({ activity, choices }: { activity: Activity | null; choices: Choices }) {
  const { t } = useT();
  const shownOnly = useReadOnly();
  const tab = useActivityState((state) => state.tab);
  return (
    <InspectorPanel
      className="document-inspector"
      label={t('activityScreen.inspector.title')}
      heading={activity ? activity.title || t('activityScreen.untitled') : undefined}
      none={t('activityScreen.inspector.none')}
      onClose={() => activityState.set({ inspector: false })}
    >
      {activity && (
        <InspectorTabs
          active={tab}
          onTab={(key) => activityState.set({ tab: key })}
          tabs={INSPECTOR_TABS.map((key) => {
            const Component = TABS[key];
            return {
              key,
              label: t(`activityScreen.tab.${key}`),
              count: countOf(key, activity),
              content: (
                <Component
                  key={activity.id}
                  activity={activity}
                  choices={choices}
                  readOnly={shownOnly || activity.withdrawn}
                />
              ),
            };
          })}
        />
      )}
    </InspectorPanel>
  );
}
