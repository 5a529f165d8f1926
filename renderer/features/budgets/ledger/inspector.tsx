/** The panel on the right (F4, Enter): tabs on the entry that is active in the list. */
import type { ComponentType } from 'react';
import type { FundEntry } from '#shared/features/funding.ts';
import { useT } from '../../../app/i18n.tsx';
import { InspectorPanel, InspectorTabs } from '../../../app/register/inspector-panel.tsx';
import { kindText } from './entry-texts.ts';
import { InspectorData } from './inspector-data.tsx';
import { InspectorEvidence } from './inspector-evidence.tsx';
import { InspectorHistory } from './inspector-history.tsx';
import { INSPECTOR_TABS, type InspectorTab, ledgerState, useLedgerState } from './ledger-state.ts';

export interface InspectorTabProps {
  entry: FundEntry;
  /** Year in view. */
  year: number;
}

const TABS: Readonly<Record<InspectorTab, ComponentType<InspectorTabProps>>> = {
  data: InspectorData,
  evidence: InspectorEvidence,
  history: InspectorHistory,
};

export function Inspector({ entry, year }: { entry: FundEntry | null; year: number }) {
  const { t } = useT();
  const tab = useLedgerState((state) => state.tab);
  return (
    <InspectorPanel
      className="document-inspector ledger-inspector"
      label={t('ledgerScreen.inspector.title')}
      heading={
        entry ? `${t('ledgerScreen.inspector.numbered', { id: entry.id })} · ${kindText(t, entry.kind)}` : undefined
      }
      none={t('ledgerScreen.inspector.none')}
      onClose={() => ledgerState.set({ inspector: false })}
    >
      {entry && (
        <InspectorTabs
          active={tab}
          onTab={(key) => ledgerState.set({ tab: key })}
          tabs={INSPECTOR_TABS.map((key) => {
            const Component = TABS[key];
            return {
              key,
              label: t(`ledgerScreen.tab.${key}`),
              count: key === 'evidence' ? entry.files.length : 0,
              content: <Component key={entry.id} entry={entry} year={year} />,
            };
          })}
        />
      )}
    </InspectorPanel>
  );
}
