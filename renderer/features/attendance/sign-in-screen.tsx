/** 签到登记: the activities on the left, the sign-in list of the open one, and the line for entering it. */
import { Input } from 'antd';
import { runCommand } from '../../app/commands.ts';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords, WriteButton } from '../../app/read-only.tsx';
import { Page } from '../../app/page.tsx';
import { useSettled } from '../../app/use-settled.ts';
import { SideList } from '../life/side-list.tsx';
import { CreateActivityDialog } from './create-activity-dialog.tsx';
import { openSignIn, signInState, useSignInState } from './sign-in-state.ts';
import { SignInTab } from './sign-in-tab.tsx';
import './attendance.css';
import '../life/life.css';

export function SignInScreen() {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const opened = useSignInState((state) => state.activityId);
  const text = useSignInState((state) => state.text);
  const dialog = useSignInState((state) => state.dialog);
  const settled = useSettled(text.trim());
  const filter = settled === '' ? {} : { text: settled };
  const list = useAsked('activities.list', { filter, descending: true, limit: 200 });
  const activities = list.data?.rows ?? [];
  const one = useAsked('activities.get', { id: opened ?? 0 }, { enabled: opened !== null });
  const activity = opened === null ? undefined : one.data;
  const day = (date: string | null): string => date ?? t('signIn.noDate');
  return (
    <Page
      title={t('signIn.title')}
      note={
        activity && (
          <span className="muted ellipsis">
            {activity.title} · {day(activity.dateStart)}
          </span>
        )
      }
      status={activity && t('signIn.status', { title: activity.title, count: activity.registered })}
      hints={activity && t('signIn.hints')}
      actions={
        <>
          <WriteButton onClick={() => runCommand('attendance.import')}>{t('signIn.import')}</WriteButton>
          <WriteButton type={activity ? 'default' : 'primary'} onClick={() => signInState.set({ dialog: 'create' })}>
            {t('signIn.create')}
          </WriteButton>
        </>
      }
    >
      <div className="split">
        <div className="sign-in-side">
          <Input.Search
            aria-label={t('signIn.find')}
            placeholder={t('signIn.findHint')}
            allowClear
            value={text}
            onChange={(event) => signInState.set({ text: event.target.value })}
          />
          {list.error !== null && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
          <SideList
            label={t('signIn.activities')}
            opened={opened}
            onOpen={openSignIn}
            entries={activities.map(({ id, title, dateStart, personTimes, registered }) => ({
              id,
              name: title,
              note: `${day(dateStart)} · ${personTimes}/${registered}`,
            }))}
          />
        </div>
        <div className="split-main">
          {activity && opened !== null ? (
            <SignInTab activityId={opened} />
          ) : (
            <p className="muted sign-in-empty">
              {activities.length > 0
                ? t('signIn.choose')
                : settled === ''
                  ? emptyWords(t('signIn.none'))
                  : t('signIn.noneFound')}
            </p>
          )}
        </div>
      </div>
      {dialog === 'create' && <CreateActivityDialog onClose={() => signInState.set({ dialog: null })} />}
    </Page>
  );
}
