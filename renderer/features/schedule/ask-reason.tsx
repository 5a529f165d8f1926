/** Asks why a plan was not kept (部分完成, 延期, 取消). Resolves with the reason, or null when the person gave up. */
import { Dialog } from '../../app/dialog.tsx';
import { Input } from 'antd';
import { useState } from 'react';
import type { RowStatus } from '#shared/features/schedule.ts';
import { createStore, useStore } from '../../app/store.ts';
import { useT } from '../../app/i18n.tsx';

interface Question {
  status: RowStatus;
  rows: number;
  before: string;
  answer: (reason: string | null) => void;
}

const asking = createStore<{ question: Question | null }>({ question: null });

export function askReason(status: RowStatus, rows: number, before: string): Promise<string | null> {
  asking.get().question?.answer(null);
  return new Promise((resolve) => {
    asking.set({
      question: {
        status,
        rows,
        before,
        answer: (reason) => {
          asking.set({ question: null });
          resolve(reason);
        },
      },
    });
  });
}

export function ReasonDialog() {
  const question = useStore(asking, (state) => state.question);
  return question ? <Ask question={question} /> : null;
}

function Ask({ question }: { question: Question }) {
  const { t } = useT();
  const [reason, setReason] = useState(question.before);
  const status = t(`paper.status.${question.status}`);
  return (
    <Dialog
      width={460}
      title={t('schedule.reason.title', { status })}
      okText={t('shell.ok')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => question.answer(reason.trim())}
      onCancel={() => question.answer(null)}
    >
      <label htmlFor="status-reason">{t('schedule.reason.text', { status, count: question.rows })}</label>
      <Input.TextArea
        id="status-reason"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
