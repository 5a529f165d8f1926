/** The panel on the right of a list (F4): what is active in it, or the sentence that nothing is. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../i18n.tsx';

interface PanelProps {
  /** What the panel is called, also while nothing is active. */
  label: string;
  /** What is active; undefined = nothing. */
  heading: string | undefined;
  /** Said while nothing is active. */
  none: string;
  className?: string;
  onClose: () => void;
  /** All about what is active; null = nothing is. */
  children: ReactNode;
}

export function InspectorPanel({ label, heading, none, className = '', onClose, children }: PanelProps) {
  const { t } = useT();
  return (
    <aside className={`inspector ${className}`} aria-label={label}>
      <div className="inspector-head">
        <h2 className="ellipsis">{heading ?? label}</h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('register.inspector.close')}
          title="F4"
          onClick={onClose}
        />
      </div>
      {children ?? <p className="muted">{none}</p>}
    </aside>
  );
}

interface TabsProps<Key extends string> {
  tabs: readonly { key: Key; label: string; count?: number; content: ReactNode }[];
  active: Key;
  onTab: (key: Key) => void;
}

/** Its tabs, each with what it counts, if anything. Only the one that is looked at is there. */
export function InspectorTabs<Key extends string>({ tabs, active, onTab }: TabsProps<Key>) {
  return (
    <Tabs
      size="small"
      tabBarGutter={10}
      activeKey={active}
      onChange={(key) => {
        const chosen = tabs.find((tab) => tab.key === key);
        if (chosen) onTab(chosen.key);
      }}
      destroyOnHidden
      items={tabs.map(({ key, label, count = 0, content }) => ({
        key,
        label: count === 0 ? label : `${label} ${count}`,
        children: content,
      }))}
    />
  );
}
