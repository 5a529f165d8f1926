/** One hand-over: its documents with their opinions on opening, which can be set here, and its deed. */
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Transfer } from '#shared/features/transfers.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridColumn, GridSelection } from '#ui/grid/types.ts';
import { runCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { ACCESS_MARKS, type AccessMark, setAccessMarks } from './access-marks.ts';
import { documentColumns } from './document-columns.ts';
import { LifePage } from './life-page.tsx';
import { showTab } from './life-state.ts';
import { StepLine } from './step-line.tsx';
import { CompleteTransferDialog, GiveUpTransferDialog, MarksDialog } from './transfer-dialogs.tsx';
import { transferStep, unreviewed, yearsOf } from './transfer-rows.ts';
import { PaperButton } from './paper-button.tsx';

type Item = Transfer['items'][number];

interface Props {
  transfer: Transfer;
  today: string;
  side: ReactNode;
}

const rowId = ({ document }: Item): number => document.id;
const undo = (): void => void runCommand('edit.undo');
const redo = (): void => void runCommand('edit.redo');

function isMark(text: string): text is AccessMark {
  return ACCESS_MARKS.some((mark) => mark === text);
}

export function TransferView({ transfer, today, side }: Props) {
  const { t } = useT();
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const [doing, setDoing] = useState<'marksAll' | 'marksSelected' | 'complete' | 'giveUp' | null>(null);
  const open = transfer.state === 'draft';
  const lacking = unreviewed(transfer);
  const years = yearsOf(transfer);
  const markText = useCallback((mark: string) => (isMark(mark) ? t(`documents.accessMark.${mark}`) : mark), [t]);
  const columns = useMemo(
    (): GridColumn<Item>[] => [
      ...documentColumns<Item>(t, ({ document }) => document, ['code', 'title', 'term']),
      {
        key: 'accessMark',
        heading: t('documents.field.accessMark'),
        width: 110,
        align: 'center',
        editable: open,
        text: ({ accessMark }) => markText(accessMark),
        options: () => ACCESS_MARKS.map((value) => ({ value, label: markText(value) })),
        renderCell: ({ accessMark }) => (
          <span className={accessMark === 'unreviewed' ? 'overdue' : undefined}>{markText(accessMark)}</span>
        ),
      },
      {
        key: 'disclosure',
        heading: t('documents.field.disclosure'),
        width: 110,
        align: 'center',
        editable: false,
        text: ({ disclosure }) =>
          disclosure === 'active' || disclosure === 'on_request' || disclosure === 'not_disclosed'
            ? t(`documents.disclosure.${disclosure}`)
            : (disclosure ?? ''),
      },
      ...documentColumns<Item>(t, ({ document }) => document, ['date', 'number', 'author', 'pages']),
      {
        key: 'box',
        heading: t('documents.field.boxId'),
        width: 64,
        align: 'center',
        editable: false,
        text: ({ boxNumber }) => String(boxNumber ?? ''),
      },
    ],
    [markText, open, t],
  );
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  const selected = selection?.rowIds ?? [];
  const stop = (): void => setDoing(null);
  return (
    <LifePage
      status={[
        t('life.transfer.status', { count: transfer.items.length }),
        ...(years ? [t('life.transfer.years', years)] : []),
        ...(open && lacking.length > 0 ? [t('life.transfer.lacking', { count: lacking.length })] : []),
      ].join(' · ')}
      hints={open ? t('life.hints.transfer') : null}
      actions={
        <>
          <PaperButton request={{ paper: 'transferList', transferId: transfer.id }} />
          {open && (
            <>
              <WriteButton onClick={() => setDoing('giveUp')}>{t('life.transfer.giveUp')}</WriteButton>
              <WriteButton disabled={selected.length === 0} onClick={() => setDoing('marksSelected')}>
                {t('life.transfer.marksSelected', { count: selected.length })}
              </WriteButton>
              <WriteButton type="primary" disabled={lacking.length > 0} onClick={() => setDoing('complete')}>
                {t('life.transfer.complete')}
              </WriteButton>
            </>
          )}
        </>
      }
    >
      <div className="split">
        {side}
        <div className="split-main">
          <section className="life-head" aria-label={transfer.number}>
            <h2>{t('life.transfer.heading', { number: transfer.number })}</h2>
            <span className="muted">
              {t('life.transfer.to', {
                receiver: transfer.receiver,
                nature: t(`life.transfer.nature.${transfer.nature}`),
              })}
            </span>
          </section>
          <StepLine
            label={t('life.transfer.steps')}
            at={transferStep(transfer)}
            steps={[
              { key: 'draft', label: t('life.transfer.step.draft') },
              {
                key: 'review',
                label: t('life.transfer.step.review'),
                note: lacking.length > 0 ? t('life.transfer.lacking', { count: lacking.length }) : null,
              },
              { key: 'done', label: t('life.transfer.step.done'), note: signed(t, transfer) },
            ]}
          />
          {open && lacking.length > 0 && (
            <div className="notice-bar">
              <span>{t('life.transfer.lackingText', { count: lacking.length })}</span>
              <WriteButton size="small" onClick={() => setDoing('marksAll')}>
                {t('life.transfer.marksAll', { count: lacking.length })}
              </WriteButton>
            </div>
          )}
          {transfer.note !== '' && <p className="muted">{t('life.transfer.noteOf', { note: transfer.note })}</p>}
          {transfer.opinion !== '' && (
            <p className="muted">{t('life.transfer.opinionOf', { opinion: transfer.opinion })}</p>
          )}
          <Grid<Item>
            label={t('life.transfer.heading', { number: transfer.number })}
            rows={transfer.items}
            rowId={rowId}
            columns={columns}
            readOnly={!open}
            canInsert={false}
            onChange={({ edits }) =>
              setAccessMarks(new Map(edits.flatMap(({ rowId: id, text }) => (isMark(text) ? [[id, text]] : []))))
            }
            onUndo={undo}
            onRedo={redo}
            describeError={describe}
            onSelectionChange={setSelection}
            rowMark={({ accessMark }) => (open && accessMark === 'unreviewed' ? 'doubt' : null)}
            emptyText={t('life.none')}
          />
        </div>
      </div>
      {doing === 'marksAll' && <MarksDialog documentIds={lacking} onClose={stop} />}
      {doing === 'marksSelected' && <MarksDialog documentIds={selected} onClose={stop} />}
      {doing === 'complete' && <CompleteTransferDialog transfer={transfer} today={today} onClose={stop} />}
      {doing === 'giveUp' && (
        <GiveUpTransferDialog transfer={transfer} onGivenUp={() => showTab('transfer', null)} onClose={stop} />
      )}
    </LifePage>
  );
}

function signed(t: ReturnType<typeof useT>['t'], transfer: Transfer): string | null {
  if (transfer.transferredOn === null) return null;
  const names = [transfer.giverHead, transfer.giverClerk, transfer.receiverHead, transfer.receiverClerk].filter(
    (name) => name !== null,
  );
  const name = names.length === 0 ? t('life.none') : names.join(t('paper.unitSeparator'));
  return t('life.signed', { name, date: transfer.transferredOn });
}
