/** The review of a catalogue: its columns, what is there already, what holds where nothing is printed, and the documents. */
import { App, Spin } from 'antd';
import { useMemo, useState } from 'react';
import type { CatalogueField, CatalogueReading } from '#shared/features/catalogue.ts';
import type { FondsRules } from '#shared/features/fonds.ts';
import { call, useAsked } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { type Review, ui } from '../../app/ui-state.ts';
import { useAcceptedNotice } from './accepted-notice.tsx';
import { catalogueDoubts, catalogueDraft, documentsToAccept, emptyTitles } from './catalogue-draft.ts';
import { CatalogueGrid } from './catalogue-grid.tsx';
import { type CatalogueChoices, CatalogueSettings } from './catalogue-settings.tsx';
import { headingsOf } from './column-choices.tsx';
import { ColumnPanel } from './column-panel.tsx';
import { DuplicatePanel } from './duplicate-panel.tsx';
import { setRows } from './review-draft.ts';
import { ReviewFrame } from './review-frame.tsx';
import { REVIEW_SCREENS } from './review-kind.ts';
import { useDraft } from './use-draft.ts';
import { type Tables, useTables } from './use-tables.ts';
import { useTwins } from './use-twins.ts';

type CatalogueReviewed = Extract<Review, { kind: 'catalogue' }>;

export function CatalogueReviews({ review }: { review: CatalogueReviewed }) {
  const { output, mapping } = review;
  const rules = useAsked('fonds.get', {}).data;
  const tables = useTables(output.tables?.length ?? 0);
  const [choices, setChoices] = useState<CatalogueChoices>({ numbers: 'draft', year: null, term: null });
  if (!rules) return <Spin className="centre" />;
  return (
    <CatalogueReview
      key={`${output.source.sha256}.${tables.table}.${JSON.stringify(mapping)}`}
      review={review}
      rules={rules}
      reading={output.tables?.[tables.table] ?? output}
      tables={tables}
      choices={choices}
      onChoose={setChoices}
    />
  );
}

interface Props {
  review: CatalogueReviewed;
  rules: FondsRules;
  reading: CatalogueReading;
  tables: Tables;
  choices: CatalogueChoices;
  onChoose: (choices: CatalogueChoices) => void;
}

function CatalogueReview({ review, rules, reading, tables, choices, onChoose }: Props) {
  const { t, locale } = useT();
  const { modal } = App.useApp();
  const showError = useShowError();
  const notice = useAcceptedNotice();
  const { source } = review.output;
  const names = useMemo(() => ({ sections: rules.sections, retention: rules.retention }), [rules]);
  const state = useDraft(() => catalogueDraft(reading, { sections: rules.sections }, source.lines ?? []));
  const { draft, apply } = state;
  const doubts = useMemo(() => catalogueDoubts(reading), [reading]);
  const twins = useTwins(draft.rows);
  const [busy, setBusy] = useState(false);
  const skipped = useMemo(
    () => new Set(draft.rows.flatMap(({ id, evenIfThere }) => (twins.has(id) && !evenIfThere ? [id] : []))),
    [draft.rows, twins],
  );
  const untitled = emptyTitles(draft);

  const map = async (heading: string, field: CatalogueField | null): Promise<void> => {
    const sure =
      !state.canUndo ||
      (await modal.confirm({
        title: t('catalogueImport.rereadTitle'),
        content: t('catalogueImport.rereadText'),
        okText: t('catalogueImport.reread'),
        cancelText: t('review.stay'),
        autoFocusButton: 'cancel',
        centered: true,
      }));
    if (!sure) return;
    const mapping = { ...review.mapping, [heading]: field };
    setBusy(true);
    try {
      const output = await call('documents.read', { ...review.from, mapping, locale, withLines: true });
      ui.set({ review: { ...review, output, mapping } });
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };

  const accept = async (): Promise<void> => {
    const result = await call('documents.accept', {
      documents: documentsToAccept(draft, choices),
      numbers: choices.numbers,
      source: { name: source.name, sha256: source.sha256 },
    });
    if (!tables.goOn()) ui.set({ review: null, screen: REVIEW_SCREENS.catalogue });
    notice({
      title: t('catalogueImport.accepted', { count: result.added }),
      description:
        [
          ...(result.filed > 0 ? [t('catalogueImport.filed', { count: result.filed })] : []),
          ...(result.incomplete.length > 0
            ? [t('catalogueImport.incomplete', { count: result.incomplete.length })]
            : []),
          ...(result.duplicates.length > 0
            ? [t('catalogueImport.duplicates', { count: result.duplicates.length })]
            : []),
        ].join('') || undefined,
      isImport: ({ code, params }) => code === 'documentAccept' && params['count'] === result.added,
    });
  };

  return (
    <ReviewFrame
      kind="catalogue"
      title={t('catalogueImport.title')}
      source={source}
      doubts={doubts}
      state={state}
      decided={Object.keys(review.mapping).length > 0}
      settings={(blocker) => (
        <CatalogueSettings
          readings={review.output.tables ?? []}
          tables={tables}
          choices={choices}
          onChoose={onChoose}
          blocker={blocker}
        />
      )}
      panels={[
        {
          key: 'columns',
          label: t('catalogueImport.panelColumns', { count: headingsOf(reading.columns).length }),
          content: <ColumnPanel reading={reading} busy={busy} onMap={(heading, field) => void map(heading, field)} />,
        },
        {
          key: 'duplicates',
          label: t('catalogueImport.panelDuplicates', { count: twins.size }),
          content: (
            <DuplicatePanel
              rows={draft.rows}
              twins={twins}
              onTick={(id, evenIfThere) => apply((now) => setRows(now, new Map([[id, { evenIfThere }]])))}
            />
          ),
        },
      ]}
      firstPanel={Object.keys(review.mapping).length > 0 ? 'columns' : undefined}
      grid={(props) => <CatalogueGrid {...props} names={names} skipped={skipped} />}
      fieldsOfLine={(title) => ({ fields: { title } })}
      blockers={untitled > 0 ? [t('catalogueImport.needTitles', { count: untitled })] : []}
      acceptText={t('catalogueImport.accept', { count: draft.rows.length - skipped.size })}
      onAccept={accept}
    />
  );
}
