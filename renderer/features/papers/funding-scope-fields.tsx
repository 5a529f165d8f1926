/** Fields of the papers of funding and of its audit in the dialog: reversed entries, kind of unit, and what a person writes into an audit's form. */
import { Input, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { PayerKind } from '#shared/features/funding-rules.ts';
import { useT } from '../../app/i18n.tsx';
import type { PaperRequest } from '../../app/ui-state.ts';
import type { PaperField } from './paper-request.ts';

type FundingField = Extract<
  PaperField,
  | 'withReversed'
  | 'payerKind'
  | 'logAction'
  | 'chosenEvidence'
  | 'project'
  | 'matter'
  | 'summary'
  | 'auditors'
  | 'opinion'
  | 'findings'
  | 'preparedBy'
  | 'reviewedBy'
  | 'preparedOn'
>;

interface FormParts {
  request: PaperRequest;
  disabled: boolean;
  /** Prefix of the fields' ids. */
  id: string;
  labelled: (field: string, label: string, control: ReactNode) => ReactNode;
  change: (part: Partial<PaperRequest>) => void;
  /** The request without some of its keys. */
  clear: (...keys: (keyof PaperRequest)[]) => PaperRequest;
  onChange: (request: PaperRequest) => void;
}

type WrittenField = 'project' | 'matter' | 'summary' | 'opinion' | 'preparedBy' | 'reviewedBy';

const LONGEST: Readonly<Record<WrittenField, number>> = {
  project: 200,
  matter: 300,
  summary: 20_000,
  opinion: 4000,
  preparedBy: 50,
  reviewedBy: 50,
};

/** Names as a person writes them in one line. */
export function namesIn(text: string): string[] {
  return text
    .split(/[、，,；;\s]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export function useFundingScopeFields(parts: FormParts): Record<FundingField, () => ReactNode> {
  const { request, disabled, id, labelled, change, clear, onChange } = parts;
  const { t } = useT();
  // Taken when the person leaves the field, not with every key: each change is a new preview.
  const line = (field: WrittenField) =>
    labelled(
      field,
      t(`fundingPapers.dialog.${field}`),
      <Input
        id={`${id}-${field}`}
        disabled={disabled}
        maxLength={LONGEST[field]}
        defaultValue={request[field] ?? ''}
        onBlur={(event) => change({ [field]: event.target.value.trim() })}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) change({ [field]: event.currentTarget.value.trim() });
        }}
      />,
    );
  const paragraph = (field: WrittenField) =>
    labelled(
      field,
      t(`fundingPapers.dialog.${field}`),
      <Input.TextArea
        id={`${id}-${field}`}
        disabled={disabled}
        maxLength={LONGEST[field]}
        autoSize={{ minRows: 2, maxRows: 6 }}
        defaultValue={request[field] ?? ''}
        onBlur={(event) => change({ [field]: event.target.value.trim() })}
      />,
    );
  const told = (key: string, text: string) => (
    <p className="muted" key={key}>
      {text}
    </p>
  );
  return {
    withReversed: () => (
      <div className="field" key="withReversed">
        <span className="label">{t('fundingPapers.dialog.withReversed')}</span>
        <Segmented<'hide' | 'show'>
          aria-label={t('fundingPapers.dialog.withReversed')}
          disabled={disabled}
          value={request.withReversed === true ? 'show' : 'hide'}
          onChange={(choice) => (choice === 'show' ? change({ withReversed: true }) : onChange(clear('withReversed')))}
          options={[
            { value: 'hide', label: t('fundingPapers.dialog.hideReversed') },
            { value: 'show', label: t('fundingPapers.dialog.showReversed') },
          ]}
        />
      </div>
    ),
    payerKind: () =>
      labelled(
        'payerKind',
        t('fundingPapers.dialog.payerKind'),
        <Select<PayerKind | ''>
          id={`${id}-payerKind`}
          disabled={disabled}
          value={request.kind ?? ''}
          onChange={(kind) => (kind === '' ? onChange(clear('kind')) : change({ kind }))}
          options={[
            { value: '', label: t('fundingPapers.dialog.allKinds') },
            ...PayerKind.options.map((kind) => ({ value: kind, label: t(`fundingCheck.payerKind.${kind}`) })),
          ]}
        />,
      ),
    logAction: () =>
      labelled(
        'logAction',
        t('fundingPapers.dialog.action'),
        <Select<string>
          id={`${id}-logAction`}
          disabled={disabled}
          value={request.action ?? ''}
          onChange={(action) => (action === '' ? onChange(clear('action')) : change({ action }))}
          options={[
            { value: '', label: t('fundingPapers.dialog.actionAll') },
            { value: 'budgets', label: t('fundingPapers.dialog.actionBudgets') },
          ]}
        />,
      ),
    chosenEvidence: () =>
      told(
        'chosenEvidence',
        t('fundingPapers.dialog.chosenEntries', {
          count: request.entryIds?.length ?? 0,
          documents: request.documentIds?.length ?? 0,
        }),
      ),
    project: () => line('project'),
    matter: () => line('matter'),
    summary: () => paragraph('summary'),
    auditors: () =>
      labelled(
        'auditors',
        t('fundingPapers.dialog.auditors'),
        <Input
          id={`${id}-auditors`}
          disabled={disabled}
          maxLength={500}
          defaultValue={(request.auditors ?? []).join(t('paper.unitSeparator'))}
          onBlur={(event) => change({ auditors: namesIn(event.target.value) })}
        />,
      ),
    opinion: () => paragraph('opinion'),
    findings: () => told('findings', t('fundingPapers.dialog.items', { count: request.items?.length ?? 0 })),
    preparedBy: () => line('preparedBy'),
    reviewedBy: () => line('reviewedBy'),
    preparedOn: () =>
      labelled(
        'preparedOn',
        t('fundingPapers.dialog.preparedOn'),
        <Input
          id={`${id}-preparedOn`}
          type="date"
          disabled={disabled}
          value={request.on ?? ''}
          onChange={(event) => event.target.value !== '' && change({ on: event.target.value })}
        />,
      ),
  };
}
