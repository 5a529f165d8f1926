/** The panel on the right (F4): tabs on the person that is active in the list. A further tab is one line in `TABS`. */
import { type ComponentType, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import type { Organisation } from '#shared/features/organisations.ts';
import type { Messages } from '#shared/i18n/index.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { InspectorPanel, InspectorTabs } from '../../app/register/inspector-panel.tsx';
import { useReadOnly } from '../../app/read-only.tsx';
import { useSettled } from '../../app/use-settled.ts';
import { InspectorActivities } from './inspector-activities.tsx';
import { InspectorCertificates } from './inspector-certificates.tsx';
import { InspectorData } from './inspector-data.tsx';
import { InspectorHistory } from './inspector-history.tsx';
import { InspectorRoles } from './inspector-roles.tsx';
import { personState } from './person-state.ts';
import type { PersonLine } from './use-person-rows.ts';

export interface InspectorTabProps {
  person: PersonLine;
  /** What the archive says of the person besides; undefined until it is read. */
  seen: Output<'participants.get'> | undefined;
  units: readonly Organisation[];
  /** ISO day. */
  today: string;
  readOnly: boolean;
}

type Tab = keyof Messages['participantScreen']['tab'];

const TABS: readonly {
  key: Tab;
  Component: ComponentType<InspectorTabProps>;
  count?: (person: PersonLine) => number;
}[] = [
  { key: 'data', Component: InspectorData },
  { key: 'roles', Component: InspectorRoles, count: ({ roles }) => roles.length },
  { key: 'certificates', Component: InspectorCertificates, count: ({ certificates }) => certificates.length },
  { key: 'activities', Component: InspectorActivities },
  { key: 'history', Component: InspectorHistory },
];

export function Inspector({
  person,
  ...rest
}: Omit<InspectorTabProps, 'person' | 'seen' | 'readOnly'> & { person: PersonLine | null }) {
  const { t } = useT();
  const shownOnly = useReadOnly();
  const [tab, setTab] = useState<Tab>('data');
  // Walking through the list with the arrow keys asks nothing; the person that it stops at is asked for.
  const id = useSettled(person?.id ?? null, 120);
  const asked = useAsked('participants.get', { id: id ?? 0 }, { enabled: id !== null }).data;
  const seen = asked && asked.person.id === person?.id ? asked : undefined;
  return (
    <InspectorPanel
      className="document-inspector"
      label={t('participantScreen.inspector.title')}
      heading={person?.name}
      none={t('participantScreen.inspector.none')}
      onClose={() => personState.set({ inspector: false })}
    >
      {person && (
        <InspectorTabs
          active={tab}
          onTab={setTab}
          tabs={TABS.map(({ key, Component, count }) => ({
            key,
            label: t(`participantScreen.tab.${key}`),
            count: count?.(person) ?? 0,
            content: (
              <Component
                key={person.id}
                person={person}
                seen={seen}
                readOnly={shownOnly || person.withdrawn}
                {...rest}
              />
            ),
          }))}
        />
      )}
    </InspectorPanel>
  );
}
