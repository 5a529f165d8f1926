/** One appraisal: its rows with their opinions, how far it is, and its closing report. */
import { Button, Progress, Tooltip } from 'antd';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { type Appraisal, type AppraisalItem, lackOf } from '#shared/features/appraisals.ts';
import { longerTerms } from '#shared/lib/archives/new-end.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridColumn, GridSelection } from '#ui/grid/types.ts';
import { runCommand, useCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly, WriteButton, Writing } from '../../app/read-only.tsx';
import { CloseAppraisalDialog, GiveUpAppraisalDialog } from './appraisal-dialogs.tsx';
import { progressOf, readNewEnd } from './appraisal-edits.ts';
import { documentColumns } from './document-columns.ts';
import { DraftDisposalDialog } from './draft-disposal-dialog.tsx';
import { LifePage } from './life-page.tsx';
import { showTab } from './life-state.ts';
import { useDecisions } from './use-decisions.ts';
import { PaperButton } from './paper-button.tsx';

interface Props {
  appraisal: Appraisal;
  today: string;
  side: ReactNode;
}

const rowId = ({ document }: AppraisalItem): number => document.id;
const undo = (): void => void runCommand('edit.undo');
const redo = (): void => void runCommand('edit.redo');

/** Sentences that come up again, before those of this appraisal. */
const USUAL_REASONS = ['keepUse', 'keepRights', 'keepHistory', 'destroyDone', 'destroyCopy', 'destroyRoutine'] as const;

export function AppraisalView({ appraisal, today, side }: Props) {
  const { t } = useT();
  const showError = useShowError();
  const decide = useDecisions(appraisal.id);
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const [doing, setDoing] = useState<'close' | 'giveUp' | 'draft' | null>(null);
  const readOnly = useReadOnly();
  const open = appraisal.state === 'open';
  const progress = progressOf(appraisal);
  const { leader, members, items } = appraisal;
  const reasons = useMemo(() => {
    const used = items.map(({ reason }) => reason).filter((reason) => reason !== '');
    return [...new Set([...used, ...USUAL_REASONS.map((key) => t(`life.appraisal.reasons.${key}`))])];
  }, [items, t]);
  const columns = useMemo((): GridColumn<AppraisalItem>[] => {
    const endText = (end: string | null): string => (end === 'permanent' ? t('documents.term.Y') : (end ?? ''));
    return [
      ...documentColumns<AppraisalItem>(t, ({ document }) => document, ['code', 'title', 'term']),
      {
        key: 'oldEnd',
        heading: t('life.appraisal.end'),
        width: 100,
        align: 'center',
        editable: false,
        text: ({ oldEnd }) => oldEnd,
      },
      {
        key: 'decision',
        heading: t('life.appraisal.opinion'),
        width: 76,
        align: 'center',
        editable: open,
        text: ({ decision }) => (decision === null ? '' : t(`life.appraisal.decision.${decision}`)),
        options: () => [
          { value: 'keep', label: t('life.appraisal.decision.keep') },
          { value: 'destroy', label: t('life.appraisal.decision.destroy') },
        ],
      },
      {
        key: 'newEnd',
        heading: t('life.appraisal.newEnd'),
        width: 104,
        align: 'center',
        editable: open,
        text: ({ newEnd }) => endText(newEnd),
        suggestions: (query) => {
          const terms = items.flatMap(({ document, oldEnd }) => longerTerms(document.filingYear, oldEnd));
          return [...new Set(terms.map(({ name }) => name))]
            .filter((name) => name.includes(query.trim()))
            .map((name) => ({ text: name }));
        },
        check: (text, row) => {
          if (!row) return null;
          const end = readNewEnd(row, text);
          if (end === undefined) return t('errors.appraisals/end_unreadable', { text });
          if (end === null) return null;
          return end === 'permanent' || end > row.oldEnd
            ? null
            : t('errors.appraisals/end_not_later', {
                name: row.document.referenceCode ?? row.document.title,
                end: row.oldEnd,
              });
        },
      },
      {
        key: 'reason',
        heading: t('life.appraisal.reason'),
        width: 160,
        minWidth: 110,
        editable: open,
        text: ({ reason }) => reason,
        suggestions: (query) =>
          reasons.filter((reason) => reason.includes(query.trim())).map((reason) => ({ text: reason })),
      },
      {
        key: 'appraiser',
        heading: t('life.appraisal.appraiser'),
        width: 96,
        editable: open,
        text: ({ appraiser }) => appraiser ?? '',
        suggestions: (query) =>
          [leader, ...members].filter((name) => name.includes(query.trim())).map((name) => ({ text: name })),
      },
    ];
  }, [items, leader, members, open, reasons, t]);

  const selected = selection?.rowIds ?? [];
  const decideSelected = (decision: 'keep' | 'destroy'): void =>
    void decide(selected.map((id) => ({ rowId: id, columnKey: 'decision', text: decision }))).catch(showError);
  const canDecide = open && selected.length > 0;
  useCommand('life.keep', () => decideSelected('keep'), canDecide);
  useCommand('life.destroy', () => decideSelected('destroy'), canDecide);
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  const decided = progress.total - progress.undecided;

  return (
    <LifePage
      status={t('life.appraisal.status', {
        total: progress.total,
        keep: progress.keep,
        destroy: progress.destroy,
        undecided: progress.undecided,
      })}
      hints={open && !readOnly ? t('life.hints.appraisal') : null}
      actions={
        <>
          <PaperButton request={{ paper: 'appraisalOpinions', appraisalId: appraisal.id }} />
          {open ? (
            <Writing>
              <Tooltip title="Ctrl+Shift+K">
                <Button disabled={!canDecide} onClick={() => decideSelected('keep')}>
                  {t('life.appraisal.keepRows', { count: selected.length })}
                </Button>
              </Tooltip>
              <Tooltip title="Ctrl+Shift+X">
                <Button disabled={!canDecide} onClick={() => decideSelected('destroy')}>
                  {t('life.appraisal.destroyRows', { count: selected.length })}
                </Button>
              </Tooltip>
              <Button onClick={() => setDoing('giveUp')}>{t('life.appraisal.giveUp')}</Button>
              <Button type="primary" onClick={() => setDoing('close')}>
                {t('life.appraisal.close')}
              </Button>
            </Writing>
          ) : (
            progress.destroy > 0 && (
              <WriteButton type="primary" onClick={() => setDoing('draft')}>
                {t('life.disposal.draft')}
              </WriteButton>
            )
          )}
        </>
      }
    >
      <div className="split">
        {side}
        <div className="split-main">
          <section className="life-head" aria-label={appraisal.name}>
            <h2>{appraisal.name}</h2>
            <span className="muted">
              {t('life.appraisal.group', {
                leader,
                members: members.length === 0 ? t('life.none') : members.join(t('paper.unitSeparator')),
                date: appraisal.startedOn,
              })}
            </span>
            {open ? (
              <span className="life-progress">
                <Progress
                  percent={Math.round((decided / Math.max(1, progress.total)) * 100)}
                  showInfo={false}
                  size="small"
                  aria-label={t('life.appraisal.progress')}
                />
                <span role="status">
                  {progress.undecided > 0
                    ? t('life.appraisal.undecided', { count: progress.undecided })
                    : progress.incomplete > 0
                      ? t('life.appraisal.incomplete', { count: progress.incomplete })
                      : t('life.appraisal.ready')}
                </span>
              </span>
            ) : (
              <span className="chip chip-done">{t('life.appraisal.closedOn', { date: appraisal.closedOn ?? '' })}</span>
            )}
          </section>
          {!open && (
            <p className="life-report">
              <strong>{t('life.appraisal.report')}</strong> {appraisal.report}
            </p>
          )}
          <Grid<AppraisalItem>
            label={appraisal.name}
            rows={items}
            rowId={rowId}
            columns={columns}
            readOnly={!open}
            canInsert={false}
            onChange={({ edits }) => decide(edits)}
            onUndo={undo}
            onRedo={redo}
            describeError={describe}
            onSelectionChange={setSelection}
            rowMark={(item) => (open && item.decision !== null && lackOf(item) !== null ? 'doubt' : null)}
            emptyText={t('life.none')}
          />
        </div>
      </div>
      {doing === 'close' && (
        <CloseAppraisalDialog appraisal={appraisal} progress={progress} today={today} onClose={() => setDoing(null)} />
      )}
      {doing === 'giveUp' && (
        <GiveUpAppraisalDialog
          appraisal={appraisal}
          onGivenUp={() => showTab('appraisal', null)}
          onClose={() => setDoing(null)}
        />
      )}
      {doing === 'draft' && (
        <DraftDisposalDialog
          appraisal={appraisal}
          today={today}
          onDrafted={(id) => showTab('disposal', id)}
          onClose={() => setDoing(null)}
        />
      )}
    </LifePage>
  );
}
