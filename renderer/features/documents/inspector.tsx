/** The panel on the right (F4): tabs on the document that is active in the list. A further tab is one line in `TABS`. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { type ComponentType, useState } from 'react';
import type { Document, DocumentFinding } from '#shared/features/documents.ts';
import type { Messages } from '#shared/i18n/index.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly } from '../../app/read-only.tsx';
import { useSettled } from '../../app/use-settled.ts';
import { documentState } from './document-state.ts';
import type { Names } from './document-columns.tsx';
import { InspectorFields } from './inspector-fields.tsx';
import { InspectorFiles } from './inspector-files.tsx';
import { InspectorHistory } from './inspector-history.tsx';
import { InspectorRelations } from './inspector-relations.tsx';

export interface InspectorTabProps {
  document: Document;
  findings: readonly DocumentFinding[];
  names: Names;
  readOnly: boolean;
}

const TABS: readonly {
  key: keyof Messages['documentScreen']['tab'];
  Component: ComponentType<InspectorTabProps>;
}[] = [
  { key: 'fields', Component: InspectorFields },
  { key: 'files', Component: InspectorFiles },
  { key: 'relations', Component: InspectorRelations },
  { key: 'history', Component: InspectorHistory },
];

export function Inspector({ document, names }: { document: Document | null; names: Names }) {
  const { t } = useT();
  const shownOnly = useReadOnly();
  const [tab, setTab] = useState('fields');
  // Walking through the list with the arrow keys asks nothing; the document that it stops at is asked for.
  const id = useSettled(document?.id ?? null, 120);
  const seen = useAsked('documents.get', { id: id ?? 0 }, { enabled: id !== null }).data;
  const findings = seen && seen.document.id === document?.id ? seen.findings : [];
  return (
    <aside className="inspector document-inspector" aria-label={t('documentScreen.inspector.title')}>
      <div className="inspector-head">
        <h2 className="ellipsis">
          {document
            ? (document.referenceCode ?? t(`documents.state.${document.state}`))
            : t('documentScreen.inspector.title')}
        </h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('documentScreen.inspector.close')}
          title="F4"
          onClick={() => documentState.set({ inspector: false })}
        />
      </div>
      {document ? (
        <Tabs
          size="small"
          tabBarGutter={14}
          activeKey={tab}
          onChange={setTab}
          destroyOnHidden
          items={TABS.map(({ key, Component }) => ({
            key,
            label:
              key === 'files' && document.files.length > 0
                ? `${t('documentScreen.tab.files')} ${document.files.length}`
                : t(`documentScreen.tab.${key}`),
            children: (
              <Component
                key={document.id}
                document={document}
                findings={findings}
                names={names}
                readOnly={shownOnly || document.withdrawn || document.state === 'destroyed'}
              />
            ),
          }))}
        />
      ) : (
        <p className="muted">{t('documentScreen.inspector.none')}</p>
      )}
    </aside>
  );
}
