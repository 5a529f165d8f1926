/** A rule of funding: new, or changed with a reason. A locked year refuses what would change its verdict. */
import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FundSource } from '#shared/features/funding.ts';
import { type FundRule, RuleShape } from '#shared/features/funding-rules.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { call } from '../../../app/api.ts';
import { useT } from '../../../app/i18n.tsx';
import { ActionDialog } from '../../life/action-dialog.tsx';
import { Field } from '../../life/field.tsx';
import { fenOfText, MoneyField } from '../money-field.tsx';
import { PaperField } from '../paper-field.tsx';
import { perMilleOf, percentOf } from './rate-text.ts';

export function RuleDialog({ rule, onClose }: { rule: FundRule | null; onClose: () => void }) {
  const { t } = useT();
  const [shape, setShape] = useState<RuleShape>(rule?.shape ?? 'floor');
  const [name, setName] = useState(rule?.name ?? '');
  const [payer, setPayer] = useState(rule?.payer ?? '');
  const [basis, setBasis] = useState(rule?.basis ?? '');
  const [money, setMoney] = useState(rule?.shape === 'floor' ? moneyText(rule.rate) : '');
  const [percent, setPercent] = useState(rule && rule.shape !== 'floor' ? percentOf(rule.rate) : '');
  const [upper, setUpper] = useState(typeof rule?.upperRate === 'number' ? percentOf(rule.upperRate) : '');
  const [fromYear, setFromYear] = useState<number | null>(rule?.fromYear ?? null);
  const [toYear, setToYear] = useState<number | null>(rule?.toYear ?? null);
  const [counted, setCounted] = useState<FundSource[]>(rule?.countedSources ?? ['subdistrict']);
  const [paper, setPaper] = useState(rule?.paper ?? '');
  const [paragraph, setParagraph] = useState(rule?.paragraph ?? '');
  const [documentId, setDocumentId] = useState<number | null>(rule?.documentId ?? null);
  const [reason, setReason] = useState('');
  const rate = shape === 'floor' ? (fenOfText(money) ?? null) : perMilleOf(percent);
  const upperRate = shape === 'band' ? perMilleOf(upper) : null;
  const ready =
    [name, payer, basis, reason].every((text) => text.trim() !== '') &&
    rate !== null &&
    rate > 0 &&
    (shape !== 'band' || upperRate !== null) &&
    counted.length > 0;
  const unreadable = (text: string): string | null =>
    text !== '' && perMilleOf(text) === null ? t('budgetScreen.rules.percentUnreadable', { text }) : null;
  const line = (id: string, label: string, value: string, set: (text: string) => void, required = false) => (
    <Field id={id} label={label} required={required}>
      <Input
        id={id}
        maxLength={id === 'rule-paper' ? 300 : 100}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </Field>
  );
  return (
    <ActionDialog
      width={720}
      title={t(rule === null ? 'budgetScreen.rules.newTitle' : 'budgetScreen.rules.changeTitle')}
      text={t('budgetScreen.rules.text')}
      okText={t('budgetScreen.rules.save')}
      ready={ready}
      run={async () =>
        void (await call('budgets.saveRule', {
          ...(rule === null ? {} : { id: rule.id, version: rule.version }),
          fields: {
            shape,
            name: name.trim(),
            payer: payer.trim(),
            basis: basis.trim(),
            rate: rate ?? 0,
            upperRate,
            fromYear,
            toYear,
            countedSources: counted,
            paper,
            paragraph,
            documentId,
          },
          reason: reason.trim(),
        }))
      }
      onClose={onClose}
    >
      <div className="pair">
        {line('rule-name', t('budgetScreen.rules.name'), name, setName, true)}
        <Field id="rule-shape" label={t('budgetScreen.rules.shape')}>
          <Select<RuleShape>
            id="rule-shape"
            value={shape}
            onChange={setShape}
            options={RuleShape.options.map((value) => ({ value, label: t(`fundingCheck.shape.${value}`) }))}
          />
        </Field>
      </div>
      <div className="pair">
        {line('rule-payer', t('budgetScreen.rules.payer'), payer, setPayer, true)}
        {line('rule-basis', t('budgetScreen.rules.basis'), basis, setBasis, true)}
      </div>
      <div className="rule-numbers">
        {shape === 'floor' ? (
          <MoneyField
            id="rule-rate"
            label={t('budgetScreen.rules.rateMoney')}
            value={money}
            onChange={setMoney}
            required
          />
        ) : (
          <Field id="rule-percent" label={t('budgetScreen.rules.ratePercent')} required problem={unreadable(percent)}>
            <Input
              id="rule-percent"
              className="digits"
              value={percent}
              maxLength={8}
              onChange={(event) => setPercent(event.target.value)}
            />
          </Field>
        )}
        {shape === 'band' && (
          <Field id="rule-upper" label={t('budgetScreen.rules.upper')} required problem={unreadable(upper)}>
            <Input
              id="rule-upper"
              className="digits"
              value={upper}
              maxLength={8}
              onChange={(event) => setUpper(event.target.value)}
            />
          </Field>
        )}
        <Field id="rule-from" label={t('budgetScreen.rules.fromYear')} hint={t('budgetScreen.rules.openHint')}>
          <InputNumber<number>
            id="rule-from"
            min={1900}
            max={2999}
            precision={0}
            controls={false}
            value={fromYear}
            onChange={setFromYear}
          />
        </Field>
        <Field id="rule-to" label={t('budgetScreen.rules.toYear')} hint={t('budgetScreen.rules.openHint')}>
          <InputNumber<number>
            id="rule-to"
            min={1900}
            max={2999}
            precision={0}
            controls={false}
            value={toYear}
            onChange={setToYear}
          />
        </Field>
      </div>
      {shape === 'floor' && (
        <div className="field">
          <span className="label">{t('budgetScreen.rules.counted')}</span>
          <Checkbox.Group<FundSource>
            value={counted}
            onChange={setCounted}
            options={FundSource.options.map((value) => ({ value, label: t(`fundingCheck.source.${value}`) }))}
          />
        </div>
      )}
      <div className="pair">
        {line('rule-paper', t('budgetScreen.rules.paper'), paper, setPaper)}
        <PaperField id="rule-document" value={documentId} onChange={setDocumentId} />
      </div>
      <Field id="rule-paragraph" label={t('budgetScreen.rules.paragraph')}>
        <Input.TextArea
          id="rule-paragraph"
          rows={2}
          maxLength={2000}
          value={paragraph}
          onChange={(event) => setParagraph(event.target.value)}
        />
      </Field>
      {line('rule-reason', t('life.reason'), reason, setReason, true)}
    </ActionDialog>
  );
}
