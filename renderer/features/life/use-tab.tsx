/** 借阅利用: what is lent out and overdue on top, the form for a new entry, all entries below. */
import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import type { Loan } from '#shared/features/loans.ts';
import { useAsked } from '../../app/api.ts';
import { runCommand, useCommand } from '../../app/commands.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Writing } from '../../app/read-only.tsx';
import { useToday } from '../../app/today.ts';
import { isoDay } from './day-text.ts';
import { LifePage } from './life-page.tsx';
import { stopUse, useLifeState } from './life-state.ts';
import { CorrectDialog, ExtendDialog, GiveBackDialog, WithdrawUseDialog } from './loan-dialogs.tsx';
import { byDueDay } from './loan-texts.ts';
import { OpenLoans } from './open-loans.tsx';
import { UseEntry } from './use-entry.tsx';
import { UseList } from './use-list.tsx';
import { PaperButton } from './paper-button.tsx';

type Doing = { do: 'back'; loans: readonly Loan[] } | { do: 'extend' | 'correct' | 'withdraw'; loan: Loan };

const LIMIT = 10_000;

export function UseTab() {
  const { t } = useT();
  const { message } = App.useApp();
  const today = isoDay(useToday());
  const entering = useLifeState((state) => state.entering);
  const open = useAsked('loans.list', { state: 'open', limit: LIMIT });
  const [chosen, setChosen] = useState<number[]>([]);
  const [doing, setDoing] = useState<Doing | null>(null);
  const loans = useMemo(() => byDueDay(open.data?.rows ?? []), [open.data]);
  const lentOut = useMemo(() => new Set(loans.map(({ document }) => document.id)), [loans]);
  const selected = loans.filter(({ id }) => chosen.includes(id));
  const stop = (): void => setDoing(null);

  useCommand(
    'life.giveBack',
    () => {
      if (selected.length > 0) setDoing({ do: 'back', loans: selected });
      else message.info(t('life.open.chooseFirst'));
    },
    loans.length > 0,
  );

  return (
    <LifePage
      scroll
      status={t('life.open.status', { open: open.data?.open ?? 0, overdue: open.data?.overdue ?? 0 })}
      hints={t('life.hints.use')}
      actions={
        <>
          <PaperButton request={{ paper: 'loanRegister' }} />
          <Writing>
            <Tooltip title="Ctrl+U">
              <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => runCommand('life.enterUse')}>
                {t('life.use.enter')}
              </Button>
            </Tooltip>
          </Writing>
        </>
      }
    >
      {open.error !== null && <ErrorView error={open.error} onRetry={() => void open.refetch()} />}
      {entering > 0 && (
        <Writing>
          <UseEntry request={entering} today={today} lentOut={lentOut} onClose={stopUse} />
        </Writing>
      )}
      {open.data !== undefined && (
        <OpenLoans
          loans={loans}
          chosen={selected.map(({ id }) => id)}
          onChoose={setChosen}
          onGiveBack={(back) => setDoing({ do: 'back', loans: back })}
          onExtend={(loan) => setDoing({ do: 'extend', loan })}
        />
      )}
      <UseList
        today={today}
        onCorrect={(loan) => setDoing({ do: 'correct', loan })}
        onWithdraw={(loan) => setDoing({ do: 'withdraw', loan })}
      />
      {doing?.do === 'back' && <GiveBackDialog loans={doing.loans} today={today} onClose={stop} />}
      {doing?.do === 'extend' && <ExtendDialog loan={doing.loan} today={today} onClose={stop} />}
      {doing?.do === 'correct' && <CorrectDialog loan={doing.loan} today={today} onClose={stop} />}
      {doing?.do === 'withdraw' && <WithdrawUseDialog loan={doing.loan} onClose={stop} />}
    </LifePage>
  );
}
