/** Ends of an appraisal: closed with its report, or given up. */
import { App, Input } from 'antd';
import { useState } from 'react';
import type { Appraisal } from '#shared/features/appraisals.ts';
import { call } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from './action-dialog.tsx';
import type { AppraisalProgress } from './appraisal-edits.ts';
import { DayField } from './day-field.tsx';
import { readDay } from './day-text.ts';
import { Field } from './field.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

interface CloseProps {
  appraisal: Appraisal;
  progress: AppraisalProgress;
  today: string;
  onClose: () => void;
}

export function CloseAppraisalDialog({ appraisal, progress, today, onClose }: CloseProps) {
  const { t } = useT();
  const { message } = App.useApp();
  const [report, setReport] = useState('');
  const [closedOn, setClosedOn] = useState(today);
  const day = readDay(closedOn);
  const lacking =
    progress.undecided > 0
      ? t('life.appraisal.undecided', { count: progress.undecided })
      : progress.incomplete > 0
        ? t('life.appraisal.incomplete', { count: progress.incomplete })
        : null;
  return (
    <ActionDialog
      title={t('life.appraisal.closeTitle', { name: appraisal.name })}
      text={t('life.appraisal.closeText', { keep: progress.keep, destroy: progress.destroy })}
      okText={t('life.appraisal.closeDo')}
      ready={lacking === null && report.trim() !== '' && day !== null}
      run={async () => {
        await call('appraisals.close', {
          id: appraisal.id,
          version: appraisal.version,
          report,
          closedOn: day ?? closedOn,
        });
        message.success(t('life.appraisal.closed', { name: appraisal.name }));
      }}
      onClose={onClose}
    >
      {lacking !== null && <p className="callout">{lacking}</p>}
      <Field id="appraisal-report" label={t('life.appraisal.report')} hint={t('life.appraisal.reportHint')} required>
        <Input.TextArea
          id="appraisal-report"
          rows={6}
          maxLength={20_000}
          value={report}
          onChange={(event) => setReport(event.target.value)}
        />
      </Field>
      <DayField
        id="appraisal-closed"
        label={t('life.appraisal.closedDay')}
        value={closedOn}
        today={today}
        required
        onChange={setClosedOn}
      />
    </ActionDialog>
  );
}

interface GiveUpProps {
  appraisal: Appraisal;
  onGivenUp: () => void;
  onClose: () => void;
}

export function GiveUpAppraisalDialog({ appraisal, onGivenUp, onClose }: GiveUpProps) {
  const { t } = useT();
  return (
    <ReasonDialog
      title={t('life.appraisal.giveUpTitle', { name: appraisal.name })}
      text={t('life.appraisal.giveUpText')}
      okText={t('life.appraisal.giveUp')}
      run={async (reason) => {
        await call('appraisals.withdraw', { id: appraisal.id, version: appraisal.version, reason });
        onGivenUp();
      }}
      onClose={onClose}
    />
  );
}
