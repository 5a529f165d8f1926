/** The review of a catalogue: its columns, what is there already, what holds where nothing is printed, and the documents. */
import { Spin } from 'antd';
import { useMemo, useState } from 'react';
import { CatalogueField, type CatalogueReading } from '#shared/features/catalogue.ts';
import type { FondsRules } from '#shared/features/fonds.ts';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { type Review, ui } from '../../app/ui-state.ts';
import { useAcceptedNotice } from './accepted-notice.tsx';
import { catalogueDoubts, catalogueDraft, documentsToAccept, emptyTitles } from './catalogue-draft.ts';
import { CatalogueGrid } from './catalogue-grid.tsx';
import { type CatalogueChoices, CatalogueSettings } from './catalogue-settings.tsx';
import { DuplicatePanel } from './duplicate-panel.tsx';
import { setRows } from './review-draft.ts';
import { ReviewFrame } from './review-frame.tsx';
import { REVIEW_SCREENS } from './review-kind.ts';
import { useColumnsPanel } from './use-columns-panel.tsx';
import { useDraft } from './use-draft.ts';
import { useReread } from './use-reread.ts';
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
  const notice = useAcceptedNotice();
  const { source } = review.output;
  const names = useMemo(() => ({ sections: rules.sections, retention: rules.retention }), [rules]);
  const state = useDraft(() => catalogueDraft(reading, { sections: rules.sections }, source.lines ?? []));
  const { draft, apply } = state;
  const doubts = useMemo(() => catalogueDoubts(reading), [reading]);
  const twins = useTwins(draft.rows);
  const skipped = useMemo(
    () => new Set(draft.rows.flatMap(({ id, evenIfThere }) => (twins.has(id) && !evenIfThere ? [id] : []))),
    [draft.rows, twins],
  );
  const untitled = emptyTitles(draft);

  const reread = useReread(state.canUndo);
  const columns = useColumnsPanel<CatalogueField>({
    columns: reading.columns,
    mapping: reading.mapping,
    decided: review.mapping,
    fields: CatalogueField.options.map((value) => ({ value, label: t(`catalogueImport.field.${value}`) })),
    reread,
    read: async (mapping) => {
      const output = await call('documents.read', { ...review.from, mapping, locale, withLines: true });
      ui.set({ review: { ...review, output, mapping } });
    },
  });

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
      decided={columns.decided}
      settings={
        <CatalogueSettings
          readings={review.output.tables ?? []}
          tables={tables}
          choices={choices}
          onChoose={onChoose}
        />
      }
      panels={[
        columns.panel,
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
      firstPanel={columns.decided ? columns.panel.key : undefined}
      grid={(props) => <CatalogueGrid {...props} names={names} skipped={skipped} />}
      fieldsOfLine={(title) => ({ fields: { title } })}
      blockers={untitled > 0 ? [t('catalogueImport.needTitles', { count: untitled })] : []}
      acceptText={t('catalogueImport.accept', { count: draft.rows.length - skipped.size })}
      onAccept={accept}
    />
  );
}
