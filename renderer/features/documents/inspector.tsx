/** The panel on the right (F4): tabs on the document that is active in the list. A further tab is one line in `TABS`. */
import { type ComponentType, useState } from 'react';
import type { Document, DocumentFinding } from '#shared/features/documents.ts';
import type { Messages } from '#shared/i18n/index.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { InspectorPanel, InspectorTabs } from '../../app/register/inspector-panel.tsx';
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

type Tab = keyof Messages['documentScreen']['tab'];

const TABS: readonly {
  key: Tab;
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
  const [tab, setTab] = useState<Tab>('fields');
  // Walking through the list with the arrow keys asks nothing; the document that it stops at is asked for.
  const id = useSettled(document?.id ?? null, 120);
  const seen = useAsked('documents.get', { id: id ?? 0 }, { enabled: id !== null }).data;
  const findings = seen && seen.document.id === document?.id ? seen.findings : [];
  return (
    <InspectorPanel
      className="document-inspector"
      label={t('documentScreen.inspector.title')}
      heading={document ? (document.referenceCode ?? t(`documents.state.${document.state}`)) : undefined}
      none={t('documentScreen.inspector.none')}
      onClose={() => documentState.set({ inspector: false })}
    >
      {document && (
        <InspectorTabs
          active={tab}
          onTab={setTab}
          tabs={TABS.map(({ key, Component }) => ({
            key,
            label: t(`documentScreen.tab.${key}`),
            count: key === 'files' ? document.files.length : 0,
            content: (
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
      )}
    </InspectorPanel>
  );
}
