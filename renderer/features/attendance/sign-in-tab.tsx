/**
 * The sign-in list of one activity with the line in which a paper sheet is entered. 人次 and 人 come from the one counting
 * of the archive; nothing is counted here.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Activity } from '#shared/features/activities.ts';
import type { GridSelection } from '#ui/grid/types.ts';
import { call, useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { WriteButton, Writing } from '../../app/read-only.tsx';
import { PaperButton } from '../life/paper-button.tsx';
import { ReasonDialog } from '../life/reason-dialog.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { dayOf, nextNumber } from './entry-draft.ts';
import { EntryLine } from './entry-line.tsx';
import { queuedNumbers } from './line-queue.ts';
import { SignInList } from './sign-in-list.tsx';
import './attendance.css';
import { useLineQueue } from './use-line-queue.ts';

type Asking = { what: 'withdraw'; ids: number[] } | { what: 'consent'; personId: number } | { what: 'copy' };

export function SignInTab({ activityId }: { activityId: number }) {
  const activity = useAsked('activities.get', { id: activityId });
  if (activity.error) return <ErrorView error={activity.error} onRetry={() => void activity.refetch()} />;
  return activity.data ? <SignIn key={activityId} activity={activity.data} /> : null;
}

const NO_ROWS: never[] = [];

function SignIn({ activity }: { activity: Activity }) {
  const { t } = useT();
  const { id: activityId, dateStart, dateEnd } = activity;
  const list = useAsked('attendance.list', { activityId });
  const rows = list.data ?? NO_ROWS;
  const units = useAsked('organisations.list', {}).data;
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const queue = useLineQueue(activityId, () => undefined);
  const severalDays = dateEnd !== null && dateEnd !== dateStart;
  const days = useMemo(() => new Set(rows.map(({ date }) => date)), [rows]);
  const showsDate = severalDays || days.size > 1 || dateStart === null;
  const number = useMemo(
    () => nextNumber([...rows.map((row) => row.number), ...queuedNumbers(queue.lines)]),
    [queue.lines, rows],
  );
  const villages = useMemo(() => {
    const used = rows.toReversed().flatMap(({ village }) => (village === null ? [] : [village]));
    const listed = (units ?? []).filter(({ kind }) => kind === 'village').map(({ fullName }) => fullName);
    return [...new Set([...used, ...listed])];
  }, [rows, units]);
  const inList = useMemo(() => new Set(rows.map(({ personId }) => personId)), [rows]);
  // The line that came last is seen; the focus stays where the next name is typed.
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = frame.current?.querySelector('.grid-scroller');
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  }, [rows.length]);

  const withdraw = async (ids: readonly number[], reason: string): Promise<void> => {
    const chosen = rows.filter(({ id }) => ids.includes(id));
    await call('attendance.edit', {
      step: { code: 'attendanceWithdraw', params: { count: chosen.length } },
      changes: chosen.map(({ id, version }) => ({ do: 'withdraw', id, version, reason })),
    });
  };

  return (
    <div className="sign-in" ref={frame}>
      <div className="sign-in-head">
        <strong className="sign-in-counts" role="status">
          {t('signIn.counts', activity)}
        </strong>
        {activity.minorsWithoutConsent > 0 && (
          <span className="chip chip-postponed">{t('signIn.minors', { count: activity.minorsWithoutConsent })}</span>
        )}
        <span className="spring" />
        {dateStart !== null && (
          <WriteButton onClick={() => setAsking({ what: 'copy' })}>{t('signIn.copy')}</WriteButton>
        )}
        <PaperButton request={{ paper: 'signInSheet', activityId }} />
      </div>
      {list.error !== null && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      <SignInList
        rows={rows}
        showsDate={showsDate}
        selection={selection}
        onSelect={setSelection}
        onWithdraw={(ids) => setAsking({ what: 'withdraw', ids })}
        onConsent={askConsent}
      />
      <Writing>
        <EntryLine
          activityId={activityId}
          activityUid={activity.uid}
          firstDay={dateStart}
          asksDate={severalDays || dateStart === null}
          number={number}
          villages={villages}
          inList={inList}
          queue={queue.lines}
          onAdd={queue.add}
          onTakeBack={queue.takeBack}
        />
      </Writing>
      {asking?.what === 'withdraw' && (
        <ReasonDialog
          title={t('signIn.withdrawTitle', { count: asking.ids.length })}
          text={t('signIn.withdrawText')}
          okText={t('signIn.withdraw')}
          run={(reason) => withdraw(asking.ids, reason)}
          onClose={close}
        />
      )}
      {asking?.what === 'consent' && <ConsentDialog personId={asking.personId} onClose={close} />}
      {asking?.what === 'copy' && (
        <CopyDialog activityId={activityId} date={dayOf(dateStart ?? '') ?? ''} onClose={close} />
      )}
    </div>
  );

  function close(): void {
    setAsking(null);
  }

  function askConsent(personId: number): void {
    setAsking({ what: 'consent', personId });
  }
}
