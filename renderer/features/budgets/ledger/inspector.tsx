/** The panel on the right (F4, Enter): tabs on the entry that is active in the list. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import type { ComponentType } from 'react';
import type { FundEntry } from '#shared/features/funding.ts';
import { useT } from '../../../app/i18n.tsx';
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
  const title =
    entry === null
      ? t('ledgerScreen.inspector.title')
      : `${t('ledgerScreen.inspector.numbered', { id: entry.id })} · ${kindText(t, entry.kind)}`;
  return (
    <aside className="inspector document-inspector ledger-inspector" aria-label={t('ledgerScreen.inspector.title')}>
      <div className="inspector-head">
        <h2 className="ellipsis">{title}</h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('ledgerScreen.inspector.close')}
          title="F4"
          onClick={() => ledgerState.set({ inspector: false })}
        />
      </div>
      {entry ? (
        <Tabs
          size="small"
          tabBarGutter={10}
          activeKey={tab}
          onChange={(key) => ledgerState.set({ tab: INSPECTOR_TABS.find((one) => one === key) ?? 'data' })}
          destroyOnHidden
          items={INSPECTOR_TABS.map((key) => {
            const Component = TABS[key];
            const count = key === 'evidence' && entry.files.length > 0 ? ` ${entry.files.length}` : '';
            return {
              key,
              label: `${t(`ledgerScreen.tab.${key}`)}${count}`,
              children: <Component key={entry.id} entry={entry} year={year} />,
            };
          })}
        />
      ) : (
        <p className="muted">{t('ledgerScreen.inspector.none')}</p>
      )}
    </aside>
  );
}
