/** The panel on the right (F4): tabs on the activity that is active in the list. A further tab is one line in `TABS`. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import type { ComponentType } from 'react';
import type { Activity } from '#shared/features/activities.ts';
import { useT } from '../../app/i18n.tsx';
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
function countOf(tab: InspectorTab, { registered, files }: Activity): string {
  const count = tab === 'signIn' ? registered : tab === 'evidence' ? files.length : 0;
  return count === 0 ? '' : ` ${count}`;
}

export function Inspector({ activity, choices }: { activity: Activity | null; choices: Choices }) {
  const { t } = useT();
  const shownOnly = useReadOnly();
  const tab = useActivityState((state) => state.tab);
  return (
    <aside className="inspector document-inspector" aria-label={t('activityScreen.inspector.title')}>
      <div className="inspector-head">
        <h2 className="ellipsis">
          {activity === null ? t('activityScreen.inspector.title') : activity.title || t('activityScreen.untitled')}
        </h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('activityScreen.inspector.close')}
          title="F4"
          onClick={() => activityState.set({ inspector: false })}
        />
      </div>
      {activity ? (
        <Tabs
          size="small"
          tabBarGutter={10}
          activeKey={tab}
          onChange={(key) => activityState.set({ tab: INSPECTOR_TABS.find((one) => one === key) ?? 'data' })}
          destroyOnHidden
          items={INSPECTOR_TABS.map((key) => {
            const Component = TABS[key];
            return {
              key,
              label: `${t(`activityScreen.tab.${key}`)}${countOf(key, activity)}`,
              children: (
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
      ) : (
        <p className="muted">{t('activityScreen.inspector.none')}</p>
      )}
    </aside>
  );
}
