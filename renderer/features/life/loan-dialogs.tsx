/** What is done with entries of use: given back, extended, corrected, withdrawn. */
import { App, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { Loan } from '#shared/features/loans.ts';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { DayField } from './day-field.tsx';
import { readDay } from './day-text.ts';
import { Field } from './field.tsx';
import { documentText, userText } from './loan-texts.ts';
import { NameField } from './name-field.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

interface Props {
  loan: Loan;
  onClose: () => void;
}

function Named({ loans }: { loans: readonly Loan[] }) {
  const { t } = useT();
  return (
    <ul className="named-list">
      {loans.map((loan) => (
        <li key={loan.id}>
          <span className="digits">{documentText(loan)}</span>
          <span className="muted"> {userText(t, loan)}</span>
        </li>
      ))}
    </ul>
  );
}

export function GiveBackDialog({
  loans,
  today,
  onClose,
}: {
  loans: readonly Loan[];
  today: string;
  onClose: () => void;
}) {
  const { t } = useT();
  const { message } = App.useApp();
  const [returnCheck, setReturnCheck] = useState('');
  const [returnedOn, setReturnedOn] = useState(today);
  const day = readDay(returnedOn);
  return (
    <ActionDialog
      title={t('life.back.title', { count: loans.length })}
      text={t('life.back.text')}
      okText={t('life.back.do')}
      ready={day !== null}
      run={async () => {
        await call('loans.giveBack', { ids: loans.map(({ id }) => id), returnedOn: day ?? returnedOn, returnCheck });
        message.success(t('life.back.done', { count: loans.length }));
      }}
      onClose={onClose}
    >
      <Field id="back-check" label={t('life.back.check')} hint={t('life.back.checkHint')}>
        <Input
          id="back-check"
          maxLength={500}
          value={returnCheck}
          onChange={(event) => setReturnCheck(event.target.value)}
        />
      </Field>
      <DayField
        id="back-day"
        label={t('life.back.day')}
        value={returnedOn}
        today={today}
        required
        onChange={setReturnedOn}
      />
      <Named loans={loans} />
    </ActionDialog>
  );
}

export function ExtendDialog({ loan, today, onClose }: Props & { today: string }) {
  const { t } = useT();
  const { message } = App.useApp();
  const approvers = useAsked('loans.people', {}).data?.approvers;
  const [dueOn, setDueOn] = useState('');
  const [approver, setApprover] = useState('');
  const [reason, setReason] = useState('');
  const day = readDay(dueOn);
  return (
    <ActionDialog
      title={t('life.extend.title', { name: documentText(loan) })}
      text={t('life.extend.text', { name: userText(t, loan), date: loan.dueOn ?? '' })}
      okText={t('life.extend.do')}
      ready={day !== null && approver.trim() !== '' && reason.trim() !== ''}
      run={async () => {
        await call('loans.extend', { id: loan.id, version: loan.version, dueOn: day ?? dueOn, approver, reason });
        message.success(t('life.extend.done', { date: day ?? dueOn }));
      }}
      onClose={onClose}
    >
      <DayField id="extend-day" label={t('life.extend.day')} value={dueOn} today={today} required onChange={setDueOn} />
      <NameField
        id="extend-approver"
        label={t('life.use.approver')}
        value={approver}
        names={approvers}
        required
        onChange={setApprover}
      />
      <Field id="extend-reason" label={t('life.reason')} required>
        <Input id="extend-reason" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ActionDialog>
  );
}

/** Who, when and what for; kind, document and days of coming back have actions of their own. */
export function CorrectDialog({ loan, today, onClose }: Props & { today: string }) {
  const { t } = useT();
  const { message } = App.useApp();
  const people = useAsked('loans.people', {}).data;
  const [fields, setFields] = useState({
    borrower: loan.borrower,
    borrowerUnit: loan.borrowerUnit ?? '',
    contact: loan.contact ?? '',
    outside: loan.outside,
    approver: loan.approver ?? '',
    lentOn: loan.lentOn,
    purpose: loan.purpose,
    handledBy: loan.handledBy ?? '',
    effect: loan.effect,
    remark: loan.remark,
  });
  const [pages, setPages] = useState(loan.copiedPages === null ? '' : String(loan.copiedPages));
  const set = (change: Partial<typeof fields>): void => setFields((before) => ({ ...before, ...change }));
  const day = readDay(fields.lentOn);
  const count = pages.trim();
  const text = (key: 'borrowerUnit' | 'contact' | 'purpose' | 'remark', label: string, maxLength: number) => (
    <Field id={`correct-${key}`} label={label}>
      <Input
        id={`correct-${key}`}
        maxLength={maxLength}
        value={fields[key]}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </Field>
  );
  return (
    <ActionDialog
      width={680}
      title={t('life.correct.title', { name: documentText(loan) })}
      text={t('life.correct.text')}
      okText={t('shell.ok')}
      ready={fields.borrower.trim() !== '' && day !== null && /^\d{0,6}$/u.test(count)}
      run={async () => {
        await call('loans.update', {
          id: loan.id,
          version: loan.version,
          fields: { ...fields, lentOn: day ?? fields.lentOn, copiedPages: count === '' ? null : Number(count) },
        });
        message.success(t('life.correct.done'));
      }}
      onClose={onClose}
    >
      <div className="pair">
        <Field id="correct-borrower" label={t('life.use.borrower')} required>
          <Input
            id="correct-borrower"
            maxLength={50}
            value={fields.borrower}
            onChange={(event) => set({ borrower: event.target.value })}
          />
        </Field>
        {text('borrowerUnit', t('life.use.unit'), 100)}
        {text('contact', t('life.use.contact'), 50)}
        <div className="field use-outside">
          <Checkbox checked={fields.outside} onChange={(event) => set({ outside: event.target.checked })}>
            {t('life.use.outside')}
          </Checkbox>
        </div>
        <NameField
          id="correct-approver"
          label={t('life.use.approver')}
          value={fields.approver}
          names={people?.approvers}
          onChange={(approver) => set({ approver })}
        />
        <DayField
          id="correct-day"
          label={t('life.use.lentOn')}
          value={fields.lentOn}
          today={today}
          required
          onChange={(lentOn) => set({ lentOn })}
        />
        {text('purpose', t('life.use.purpose'), 500)}
        <NameField
          id="correct-handler"
          label={t('life.use.handledBy')}
          value={fields.handledBy}
          names={people?.handlers}
          onChange={(handledBy) => set({ handledBy })}
        />
        {loan.kind === 'copy' && (
          <Field id="correct-pages" label={t('life.use.copiedPages')}>
            <Input
              id="correct-pages"
              maxLength={6}
              inputMode="numeric"
              value={pages}
              onChange={(event) => setPages(event.target.value)}
            />
          </Field>
        )}
        {text('remark', t('life.use.remark'), 2000)}
      </div>
      <Field id="correct-effect" label={t('life.use.effect')} hint={t('life.use.effectHint')}>
        <Input.TextArea
          id="correct-effect"
          rows={2}
          maxLength={2000}
          value={fields.effect}
          onChange={(event) => set({ effect: event.target.value })}
        />
      </Field>
    </ActionDialog>
  );
}

export function WithdrawUseDialog({ loan, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  return (
    <ReasonDialog
      title={t('life.withdrawUse.title', { name: userText(t, loan) })}
      text={t('life.withdrawUse.text', { name: documentText(loan) })}
      okText={t('life.withdrawUse.do')}
      run={async (reason) => {
        await call('loans.withdraw', { id: loan.id, version: loan.version, reason });
        message.success(t('life.withdrawUse.done'));
      }}
      onClose={onClose}
    />
  );
}
