/**
 * What the reader found, before it is taken: the rows in the grid beside the source's lines, problems first. Accepting is
 * one transaction and one undo step.
 */
import { Alert, App, Button, Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import type { ReadDocument, ScheduleReading } from '#shared/features/reading.ts';
import type { ReadOutput } from '#shared/features/schedule.ts';
import type { GridSelection } from '#ui/grid/types.ts';
import { call, useAsked } from '../../app/api.ts';
import { useYears } from '../../app/archive-state.ts';
import { runCommand, useCommand } from '../../app/commands.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Page } from '../../app/page.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { unknownUnitsOf } from '../schedule/unit-gaps.ts';
import { documentProblems, DocumentPanel } from './document-panel.tsx';
import { useLeaveReview } from './leave-review.ts';
import { ProblemList } from './problem-list.tsx';
import {
  dismiss,
  draftOf,
  type Problem,
  problemsOf,
  readiness,
  setRows,
  takeRejected,
  toAccept,
  withRejected,
} from './review-draft.ts';
import { ReviewGrid } from './review-grid.tsx';
import { ReviewSettings } from './review-settings.tsx';
import { SourceLines } from './source-lines.tsx';
import { type UnitChoice, unitsToAccept } from './unit-choice.ts';
import { UnitPanel } from './unit-panel.tsx';
import { useDraft } from './use-draft.ts';

export function ReviewScreen({ output }: { output: ReadOutput }) {
  const tables = output.tables ?? [];
  const [table, setTable] = useState(0);
  const taken = useRef(new Set<number>());
  /** Goes to the next table of the source that was not imported yet; false = there is none. */
  const goOn = (): boolean => {
    taken.current.add(table);
    const next = tables.findIndex((_reading, index) => !taken.current.has(index));
    if (next >= 0) setTable(next);
    return next >= 0;
  };
  const reading: ScheduleReading = tables[table] ?? output;
  return (
    <Review
      key={`${output.source.sha256}.${table}`}
      output={output}
      reading={reading}
      tables={tables}
      table={table}
      onTable={setTable}
      onTaken={goOn}
    />
  );
}

const NO_UNITS: readonly Organisation[] = [];

/** Key of the notice of an import: a newer one takes its place. */
const ACCEPTED = 'accepted';

type Panel = 'problems' | 'units' | 'document';

interface ReviewProps {
  output: ReadOutput;
  reading: ScheduleReading;
  tables: readonly ScheduleReading[];
  table: number;
  onTable: (table: number) => void;
  /** The table was imported; true = another one is shown now. */
  onTaken: () => boolean;
}

function Review({ output, reading, tables, table, onTable, onTaken }: ReviewProps) {
  const { t } = useT();
  const { message, notification } = App.useApp();
  const showError = useShowError();
  const visible = useUi((state) => state.screen === 'schedule');
  const organisations = useAsked('organisations.list', {}).data;
  const listed = organisations ?? NO_UNITS;
  const years = useYears().data ?? [];
  const { draft, apply, undo, redo, canUndo, canRedo } = useDraft(() => draftOf(reading));
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const [show, setShow] = useState<{ rowId: number } | null>(null);
  const [shownLine, setShownLine] = useState<number | null>(null);
  const [year, setYear] = useState<number | null>(reading.year);
  const [mode, setMode] = useState<'append' | 'replace' | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<string, UnitChoice>>(new Map());
  const [document, setDocument] = useState<ReadDocument>(reading.document);
  const [planTitle, setPlanTitle] = useState(reading.title ?? '');
  const [busy, setBusy] = useState(false);

  const problems = useMemo(() => problemsOf(reading, draft), [reading, draft]);
  const ready = readiness(draft, problems);
  const unknown = useMemo(() => unknownUnitsOf(draft.rows, organisations), [draft.rows, organisations]);
  const names = [...unknown.keys()];
  const openProblems = problems.filter((problem) => !problem.solved);
  const [panel, setPanel] = useState<Panel>(openProblems.length > 0 || unknown.size === 0 ? 'problems' : 'units');
  const decided = useMemo(
    () => new Set([...choices].flatMap(([name, choice]) => (choice === 'keep' ? [] : [name]))),
    [choices],
  );
  const lines = output.source.lines ?? [];
  const problemLines = useMemo(
    () => new Set(openProblems.flatMap(({ line, severity }) => (line !== null && severity !== 'note' ? [line] : []))),
    [openProblems],
  );

  const active = draft.rows.find(({ id }) => id === selection?.activeRowId);
  const existing = years.find((entry) => entry.year === year)?.rows ?? 0;
  const candidates = reading.year_candidates ?? [];
  const badDates = documentProblems(document).length;

  const blockers = [
    ...(year === null ? [t('schedule.import.needYear')] : []),
    ...(existing > 0 && mode === null ? [t('schedule.import.needMode')] : []),
    ...(ready.openErrors > 0 ? [t('schedule.import.needErrors', { count: ready.openErrors })] : []),
    ...(ready.emptyActivities > 0 ? [t('schedule.import.needActivities', { count: ready.emptyActivities })] : []),
    ...(badDates > 0 ? [t('schedule.import.needDates')] : []),
    ...(ready.rows === 0 ? [t('schedule.import.needRows')] : []),
  ];

  const goTo = (problem: Problem): void => {
    if (problem.rowId !== null) setShow({ rowId: problem.rowId });
    setShownLine(problem.line);
  };
  const chooseLine = (line: number): void => {
    const row = draft.rows.find(
      ({ sourceLine, sourceEndLine }) =>
        sourceLine !== null && line >= sourceLine && line <= (sourceEndLine ?? sourceLine),
    );
    if (row) setShow({ rowId: row.id });
    setShownLine(line);
  };
  const onSelectionChange = (next: GridSelection): void => {
    setSelection(next);
    if (next.activeRowId !== selection?.activeRowId) setShownLine(null);
  };

  const touched = canUndo || choices.size > 0 || document !== reading.document || planTitle !== (reading.title ?? '');
  useEffect(() => {
    ui.set({ reviewTouched: touched });
    return () => ui.set({ reviewTouched: false });
  }, [touched]);
  const leave = useLeaveReview();
  const cancel = (): void =>
    void leave().then((goes) => {
      if (goes) ui.set({ review: null });
    });
  const accept = async (): Promise<void> => {
    if (year === null || blockers.length > 0) return;
    setBusy(true);
    try {
      const result = await call('schedule.accept', {
        year,
        mode: mode ?? 'refuse',
        rows: toAccept(draft),
        document,
        title: planTitle.trim() === '' ? null : planTitle.trim(),
        ...unitsToAccept(names, choices),
        source: { name: output.source.name, sha256: output.source.sha256 },
      });
      if (!onTaken()) ui.set({ review: null, year, screen: 'schedule', view: 'table' });
      notification.success({
        key: ACCEPTED,
        title: t('schedule.import.accepted', { year, count: result.added }),
        description: result.withdrawn > 0 ? t('schedule.import.replaced', { count: result.withdrawn }) : undefined,
        placement: 'bottomRight',
        duration: 10,
        actions: (
          <Button size="small" onClick={() => void undoImport(year, result.added)}>
            {t('schedule.import.undo')}
          </Button>
        ),
      });
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };

  /** Only while the import is the last step: nothing that was done after it may be lost by this button. */
  const undoImport = async (accepted: number, count: number): Promise<void> => {
    notification.destroy(ACCEPTED);
    try {
      const { undo: last } = await call('history.state', {});
      const isLast = last?.code === 'accept' && last.params['year'] === accepted && last.params['count'] === count;
      if (!isLast || !runCommand('edit.undo')) message.info(t('schedule.import.undoLate'), 6);
    } catch (error) {
      showError(error);
    }
  };

  useCommand('edit.undo', undo, visible && canUndo);
  useCommand('edit.redo', redo, visible && canRedo);

  const [from, to] =
    shownLine !== null ? [shownLine, shownLine] : [active?.sourceLine ?? null, active?.sourceEndLine ?? null];
  const sourceFacts = [
    output.source.name ?? t('schedule.import.pasted'),
    output.source.format === 'text' ? t('schedule.import.plainText') : output.source.format.toUpperCase(),
    ...(output.source.encoding ? [output.source.encoding.toUpperCase()] : []),
  ].join(' · ');

  return (
    <Page
      title={t('schedule.import.title')}
      note={<span className="muted ellipsis">{sourceFacts}</span>}
      status={t('schedule.import.statusRows', { count: draft.rows.length, lines: lines.length })}
      hints={t('schedule.import.hints')}
      actions={
        <>
          <Button onClick={cancel}>{t('shell.cancel')}</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={blockers.length > 0}
            title={blockers.join('\n')}
            onClick={() => void accept()}
          >
            {t('schedule.import.accept', { count: draft.rows.length })}
          </Button>
        </>
      }
    >
      <ReviewSettings
        reading={reading}
        tables={tables}
        table={table}
        onTable={onTable}
        year={year}
        years={years}
        existing={existing}
        mode={mode}
        blocker={blockers[0] ?? null}
        onYear={(next) => {
          setYear(next);
          setMode(null);
        }}
        onMode={setMode}
      />
      {candidates.length > 1 && year === null && (
        <Alert
          type="warning"
          showIcon
          title={t('schedule.import.yearDoubt', { years: candidates.join(t('paper.unitSeparator')) })}
        />
      )}
      <div className="split">
        <div className="split-main review-main">
          <Segmented<Panel>
            aria-label={t('schedule.import.panels')}
            value={panel}
            onChange={setPanel}
            options={[
              {
                value: 'problems',
                label: t('schedule.import.panelProblems', { count: ready.openErrors + ready.openDoubts }),
              },
              { value: 'units', label: t('schedule.import.panelUnits', { count: unknown.size }) },
              { value: 'document', label: t('schedule.import.panelDocument') },
            ]}
          />
          <div className="review-panel" tabIndex={0} role="region" aria-label={t('schedule.import.panels')}>
            {panel === 'problems' && (
              <ProblemList
                reading={reading}
                problems={problems}
                onGo={goTo}
                onConfirm={(id) => apply((now) => setRows(now, new Map([[id, { needsReview: false }]])))}
                onTake={(index) => {
                  const taken = takeRejected(draft, reading, index);
                  apply(() => taken.draft);
                  if (taken.id > 0) setShow({ rowId: taken.id });
                }}
                onSkip={(index) => apply((now) => withRejected(now, index, 'skipped'))}
                onDismiss={(warning) => apply((now) => dismiss(now, warning))}
              />
            )}
            {panel === 'units' && (
              <UnitPanel
                names={names}
                counts={unknown}
                suggestions={reading.unit_alias_suggestions ?? {}}
                organisations={listed}
                choices={choices}
                onChoose={setChoices}
              />
            )}
            {panel === 'document' && (
              <DocumentPanel
                planTitle={planTitle}
                document={document}
                onPlanTitle={setPlanTitle}
                onChange={setDocument}
              />
            )}
          </div>
          <ReviewGrid
            draft={draft}
            problems={problems}
            organisations={listed}
            decided={decided}
            show={show}
            apply={apply}
            onUndo={undo}
            onRedo={redo}
            onSelectionChange={onSelectionChange}
          />
        </div>
        <aside className="review-source" aria-label={t('schedule.import.source')}>
          <h2>{t('schedule.import.source')}</h2>
          <SourceLines lines={lines} from={from} to={to} problems={problemLines} onChoose={chooseLine} />
        </aside>
      </div>
    </Page>
  );
}
