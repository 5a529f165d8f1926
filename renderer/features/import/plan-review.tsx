/** The review of a plan: year, units that the list does not know, the head of the paper, and the rows. */
import { Alert } from 'antd';
import { useMemo, useState } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import type { ReadDocument, ScheduleReading } from '#shared/features/reading.ts';
import type { ReadOutput } from '#shared/features/schedule.ts';
import { call, useAsked } from '../../app/api.ts';
import { useYears } from '../../app/archive-state.ts';
import { useT } from '../../app/i18n.tsx';
import { ui } from '../../app/ui-state.ts';
import { unknownUnitsOf } from '../schedule/unit-gaps.ts';
import { useAcceptedNotice } from './accepted-notice.tsx';
import { documentProblems, DocumentPanel } from './document-panel.tsx';
import { emptyActivities, planDoubts, planDraft, rowsToAccept } from './plan-draft.ts';
import { PlanGrid } from './plan-grid.tsx';
import { PlanSettings } from './plan-settings.tsx';
import { ReviewFrame } from './review-frame.tsx';
import { type UnitChoice, unitsToAccept } from './unit-choice.ts';
import { UnitPanel } from './unit-panel.tsx';
import { useDraft } from './use-draft.ts';
import { type Tables, useTables } from './use-tables.ts';

export function PlanReviews({ output }: { output: ReadOutput }) {
  const tables = useTables(output.tables?.length ?? 0);
  const reading: ScheduleReading = output.tables?.[tables.table] ?? output;
  return (
    <PlanReview key={`${output.source.sha256}.${tables.table}`} output={output} reading={reading} tables={tables} />
  );
}

const NO_UNITS: readonly Organisation[] = [];

interface Props {
  output: ReadOutput;
  reading: ScheduleReading;
  tables: Tables;
}

function PlanReview({ output, reading, tables }: Props) {
  const { t } = useT();
  const notice = useAcceptedNotice();
  const organisations = useAsked('organisations.list', {}).data;
  const listed = organisations ?? NO_UNITS;
  const years = useYears().data ?? [];
  const state = useDraft(() => planDraft(reading));
  const { draft } = state;
  const doubts = useMemo(() => planDoubts(reading), [reading]);
  const [year, setYear] = useState<number | null>(reading.year);
  const [mode, setMode] = useState<'append' | 'replace' | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<string, UnitChoice>>(new Map());
  const [document, setDocument] = useState<ReadDocument>(reading.document);
  const [planTitle, setPlanTitle] = useState(reading.title ?? '');

  const unknown = useMemo(() => unknownUnitsOf(draft.rows, organisations), [draft.rows, organisations]);
  const names = [...unknown.keys()];
  const decided = useMemo(
    () => new Set([...choices].flatMap(([name, choice]) => (choice === 'keep' ? [] : [name]))),
    [choices],
  );
  const existing = years.find((entry) => entry.year === year)?.rows ?? 0;
  const candidates = reading.year_candidates ?? [];
  const empty = emptyActivities(draft);

  const accept = async (): Promise<void> => {
    if (year === null) return;
    const result = await call('schedule.accept', {
      year,
      mode: mode ?? 'refuse',
      rows: rowsToAccept(draft),
      document,
      title: planTitle.trim() === '' ? null : planTitle.trim(),
      ...unitsToAccept(names, choices),
      source: { name: output.source.name, sha256: output.source.sha256 },
    });
    if (!tables.goOn()) ui.set({ review: null, year, screen: 'schedule', view: 'table' });
    notice({
      title: t('schedule.import.accepted', { year, count: result.added }),
      description: result.withdrawn > 0 ? t('schedule.import.replaced', { count: result.withdrawn }) : undefined,
      isImport: ({ code, params }) => code === 'accept' && params['year'] === year && params['count'] === result.added,
    });
  };

  return (
    <ReviewFrame
      kind="plan"
      title={t('schedule.import.title')}
      source={output.source}
      doubts={doubts}
      state={state}
      decided={choices.size > 0 || document !== reading.document || planTitle !== (reading.title ?? '')}
      settings={
        <PlanSettings
          reading={reading}
          readings={output.tables ?? []}
          tables={tables}
          year={year}
          years={years}
          existing={existing}
          mode={mode}
          onYear={(next) => {
            setYear(next);
            setMode(null);
          }}
          onMode={setMode}
        />
      }
      notice={
        candidates.length > 1 &&
        year === null && (
          <Alert
            type="warning"
            showIcon
            title={t('schedule.import.yearDoubt', { years: candidates.join(t('paper.unitSeparator')) })}
          />
        )
      }
      panels={[
        {
          key: 'units',
          label: t('schedule.import.panelUnits', { count: unknown.size }),
          content: (
            <UnitPanel
              names={names}
              counts={unknown}
              suggestions={reading.unit_alias_suggestions ?? {}}
              organisations={listed}
              choices={choices}
              onChoose={setChoices}
            />
          ),
        },
        {
          key: 'document',
          label: t('schedule.import.panelDocument'),
          content: (
            <DocumentPanel
              planTitle={planTitle}
              document={document}
              onPlanTitle={setPlanTitle}
              onChange={setDocument}
            />
          ),
        },
      ]}
      firstPanel={unknown.size > 0 && doubts.warnings.length + doubts.rejected.length === 0 ? 'units' : undefined}
      grid={(props) => <PlanGrid {...props} organisations={listed} decided={decided} />}
      fieldsOfLine={(text) => ({ activity: text })}
      blockers={[
        ...(year === null ? [t('schedule.import.needYear')] : []),
        ...(existing > 0 && mode === null ? [t('schedule.import.needMode')] : []),
        ...(empty > 0 ? [t('schedule.import.needActivities', { count: empty })] : []),
        ...(documentProblems(document).length > 0 ? [t('schedule.import.needDates')] : []),
      ]}
      acceptText={t('schedule.import.accept', { count: draft.rows.length })}
      onAccept={accept}
    />
  );
}
