/**
 * The review before an import, for every kind of record: the rows in the grid beside the source's lines, problems first,
 * fixed in place. Accepting is one transaction and one undo step. What the rows are and who takes them, the kind says.
 */
import { Button, Segmented } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { GridSelection } from '#ui/grid/types.ts';
import { useCommand } from '../../app/commands.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Page } from '../../app/page.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { useLeaveReview } from './leave-review.ts';
import { ProblemList } from './problem-list.tsx';
import {
  confirmRow,
  dismiss,
  type Doubts,
  openProblems,
  type Problem,
  problemsOf,
  type ReviewRow,
  takeRejected,
  withRejected,
} from './review-draft.ts';
import { REVIEW_SCREENS, type ReviewKind } from './review-kind.ts';
import { SourceLines } from './source-lines.tsx';
import type { DraftState } from './use-draft.ts';

export interface ReviewSource {
  format: string;
  name: string | null;
  encoding: string | null;
  sha256: string;
  lines?: string[] | undefined;
}

/** What a kind's grid is given. */
export interface ReviewGridProps<Row extends ReviewRow> extends Pick<DraftState<Row>, 'draft' | 'apply'> {
  problems: readonly Problem[];
  show: { rowId: number } | null;
  onUndo: () => void;
  onRedo: () => void;
  onSelectionChange: (selection: GridSelection) => void;
}

export interface ReviewPanel {
  key: string;
  label: string;
  content: ReactNode;
}

interface Props<Row extends ReviewRow> {
  kind: ReviewKind;
  title: string;
  source: ReviewSource;
  doubts: Doubts;
  state: DraftState<Row>;
  /** Something beside the rows was decided or corrected. */
  decided: boolean;
  /** Shown between the head and the rows: choices for the whole import. */
  settings: ReactNode;
  /** Something that must not be missed, below them. */
  notice?: ReactNode;
  /** Beside the list of problems. */
  panels: readonly ReviewPanel[];
  /** Panel shown first, if not the problems. */
  firstPanel?: string | undefined;
  grid: (props: ReviewGridProps<Row>) => ReactNode;
  /** What of a rejected line becomes which field when it is taken over. */
  fieldsOfLine: (text: string) => Partial<Row>;
  /** Why the import cannot go ahead, besides open errors and a missing row. */
  blockers: readonly string[];
  acceptText: string;
  onAccept: () => Promise<void>;
}

export function ReviewFrame<Row extends ReviewRow>(props: Props<Row>) {
  const { kind, source, doubts, state, decided, panels, blockers: others, onAccept } = props;
  const { draft, apply, undo, redo, canUndo, canRedo } = state;
  const { t } = useT();
  const showError = useShowError();
  const visible = useUi(({ screen }) => screen === REVIEW_SCREENS[kind]);
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const [show, setShow] = useState<{ rowId: number } | null>(null);
  const [shownLine, setShownLine] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);

  const problems = useMemo(() => problemsOf(doubts, draft), [doubts, draft]);
  const openErrors = openProblems(problems, 'error');
  const toCheck = openErrors + openProblems(problems, 'doubt');
  const [panel, setPanel] = useState(props.firstPanel ?? 'problems');
  const problemLines = useMemo(
    () =>
      new Set(
        problems.flatMap(({ line, severity, solved }) =>
          !solved && line !== null && severity !== 'note' ? [line] : [],
        ),
      ),
    [problems],
  );
  const lines = source.lines ?? [];
  const active = draft.rows.find(({ id }) => id === selection?.activeRowId);

  const blockers = [
    ...others,
    ...(openErrors > 0 ? [t('review.needErrors', { count: openErrors })] : []),
    ...(draft.rows.length === 0 ? [t('review.needRows')] : []),
  ];
  const [blocker] = blockers;

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

  const touched = canUndo || decided;
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
    if (blockers.length > 0) return;
    setBusy(true);
    try {
      await onAccept();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };

  useCommand('edit.undo', undo, visible && canUndo);
  useCommand('edit.redo', redo, visible && canRedo);

  const [from, to] =
    shownLine !== null ? [shownLine, shownLine] : [active?.sourceLine ?? null, active?.sourceEndLine ?? null];
  const sourceFacts = [
    source.name ?? t('review.pasted'),
    source.format === 'text' ? t('review.plainText') : source.format.toUpperCase(),
    ...(source.encoding ? [source.encoding.toUpperCase()] : []),
  ].join(' · ');

  return (
    <Page
      title={props.title}
      note={<span className="muted ellipsis">{sourceFacts}</span>}
      status={t('review.statusRows', { count: draft.rows.length, lines: lines.length })}
      hints={t('review.hints')}
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
            {props.acceptText}
          </Button>
        </>
      }
    >
      <div className="review-settings">
        {props.settings}
        <span className="spring" />
        {blocker !== undefined && (
          <span className="blocker" role="status">
            {blocker}
          </span>
        )}
      </div>
      {props.notice}
      <div className="split">
        <div className="split-main review-main">
          <Segmented<string>
            aria-label={t('review.panels')}
            value={panel}
            onChange={setPanel}
            options={[
              { value: 'problems', label: t('review.panelProblems', { count: toCheck }) },
              ...panels.map(({ key, label }) => ({ value: key, label })),
            ]}
          />
          <div className="review-panel" tabIndex={0} role="region" aria-label={t('review.panels')}>
            {panel === 'problems' ? (
              <ProblemList
                rejected={doubts.rejected}
                problems={problems}
                onGo={goTo}
                onConfirm={(id) => apply((now) => confirmRow(now, id))}
                onTake={(index) => {
                  const taken = takeRejected(draft, doubts, index, props.fieldsOfLine);
                  apply(() => taken.draft);
                  if (taken.id > 0) setShow({ rowId: taken.id });
                }}
                onSkip={(index) => apply((now) => withRejected(now, index, 'skipped'))}
                onDismiss={(warning) => apply((now) => dismiss(now, warning))}
              />
            ) : (
              panels.find(({ key }) => key === panel)?.content
            )}
          </div>
          {props.grid({
            draft,
            apply,
            problems,
            show,
            onUndo: undo,
            onRedo: redo,
            onSelectionChange: (next) => {
              setSelection(next);
              if (next.activeRowId !== selection?.activeRowId) setShownLine(null);
            },
          })}
        </div>
        <aside className="review-source" aria-label={t('review.source')}>
          <h2>{t('review.source')}</h2>
          <SourceLines lines={lines} from={from} to={to} problems={problemLines} onChoose={chooseLine} />
        </aside>
      </div>
    </Page>
  );
}
