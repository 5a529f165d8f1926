/** What an enterprise or school reports of a year: entered, or put right with a reason. */
import { Input } from 'antd';
import { useState } from 'react';
import type { PayerKind, TrainingBase } from '#shared/features/funding-rules.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { call, useAsked } from '../../../app/api.ts';
import { useT } from '../../../app/i18n.tsx';
import { ActionDialog } from '../../life/action-dialog.tsx';
import { Field } from '../../life/field.tsx';
import { NameField } from '../../life/name-field.tsx';
import { fenOfText, MoneyField } from '../money-field.tsx';
import { PaperField } from '../paper-field.tsx';

interface Props {
  year: number;
  kind: PayerKind;
  /** The report to be put right; null = a new one. */
  base: TrainingBase | null;
  onClose: () => void;
}

const textOf = (fen: number | null | undefined): string => (typeof fen === 'number' ? moneyText(fen) : '');

export function BaseDialog({ year, kind, base, onClose }: Props) {
  const { t } = useT();
  const units = useAsked('organisations.list', {}).data ?? [];
  const [unit, setUnit] = useState(base?.unit ?? '');
  const [baseText, setBaseText] = useState(textOf(base?.baseFen));
  const [spentText, setSpentText] = useState(textOf(base?.spentFen));
  const [basisNote, setBasisNote] = useState(base?.basisNote ?? '');
  const [remark, setRemark] = useState(base?.remark ?? '');
  const [documentId, setDocumentId] = useState<number | null>(base?.documentId ?? null);
  const [reason, setReason] = useState('');
  const baseFen = fenOfText(baseText);
  const spentFen = fenOfText(spentText);
  const named = unit.trim();
  const sum = t(`budgetScreen.units.baseOf.${kind}`);
  return (
    <ActionDialog
      title={t(base === null ? 'budgetScreen.units.newTitle' : 'budgetScreen.units.correctTitle', {
        year,
        kind: t(`fundingCheck.payerKind.${kind}`),
      })}
      text={t('budgetScreen.units.text')}
      okText={t(base === null ? 'budgetScreen.units.record' : 'budgetScreen.correct')}
      ready={named !== '' && baseFen !== undefined && spentFen !== undefined && (base === null || reason.trim() !== '')}
      run={async () => {
        const fields = {
          year,
          unit: named,
          kind,
          baseFen: baseFen ?? null,
          spentFen: spentFen ?? null,
          basisNote,
          remark,
          documentId,
        };
        if (base === null) await call('budgets.recordBase', fields);
        else await call('budgets.correctBase', { id: base.id, version: base.version, fields, reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <NameField
        id="base-unit"
        label={t('budgetScreen.units.unit')}
        value={unit}
        onChange={setUnit}
        maxLength={100}
        names={units.filter((one) => one.kind === kind).map(({ fullName }) => fullName)}
        required
      />
      <div className="pair">
        <MoneyField id="base-sum" label={sum} value={baseText} onChange={setBaseText} />
        <MoneyField id="base-spent" label={t('budgetScreen.units.spent')} value={spentText} onChange={setSpentText} />
      </div>
      <Field id="base-note" label={t('budgetScreen.units.basisNote')} hint={t(`budgetScreen.units.basisHint.${kind}`)}>
        <Input
          id="base-note"
          maxLength={200}
          value={basisNote}
          onChange={(event) => setBasisNote(event.target.value)}
        />
      </Field>
      <PaperField id="base-document" value={documentId} onChange={setDocumentId} />
      <Field id="base-remark" label={t('budgetScreen.remark')}>
        <Input id="base-remark" maxLength={2000} value={remark} onChange={(event) => setRemark(event.target.value)} />
      </Field>
      {base !== null && (
        <Field id="base-reason" label={t('life.reason')} required>
          <Input id="base-reason" maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
    </ActionDialog>
  );
}
