/** 取证: entries and documents of a year are ticked, the fields of the 取证单 filled in, and the paper shown. */
import { App, Button, Input, Spin, Table } from 'antd';
import { useEffect, useMemo } from 'react';
import type { Document } from '#shared/features/documents.ts';
import { type FundEntry, FundKind } from '#shared/features/funding.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { useAsked } from '../../app/api.ts';
import { useYear } from '../../app/archive-state.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { ui, useUi } from '../../app/ui-state.ts';
import { DayField } from '../life/day-field.tsx';
import { isoDay } from '../life/day-text.ts';
import { Field } from '../life/field.tsx';
import {
  addFinding,
  auditState,
  type EvidenceDraft,
  NO_EVIDENCE,
  NO_FINDINGS,
  setDraft,
  setWorking,
  useAuditState,
} from './audit-state.ts';
import { evidenceRequest, missingFields } from './evidence-paper.ts';

/** Documents of a year that are listed; more are found by the filter of the register. */
const DOCUMENTS = 500;

export function EvidenceTab() {
  const { t } = useT();
  const year = useYear();
  if (year === null) return <p className="muted">{t('auditScreen.evidence.noYear')}</p>;
  return <Evidence key={year} year={year} />;
}

function Evidence({ year }: { year: number }) {
  const { t } = useT();
  const draft = useAuditState((state) => state.drafts[year] ?? NO_EVIDENCE);
  const entries = useAsked('budgets.entries', { filter: { year, withReversed: true }, limit: 50_000 });
  const documents = useAsked('documents.list', { filter: { year, state: 'filed' }, limit: DOCUMENTS });
  const rows = entries.data?.rows;
  const listed = documents.data?.rows;
  return (
    <div className="evidence">
      <p className="muted">{t('auditScreen.evidence.text')}</p>
      <div className="evidence-parts">
        <div className="evidence-lists">
          <section className="panel" aria-labelledby="evidence-entries">
            <h2 id="evidence-entries">{t('auditScreen.evidence.entries')}</h2>
            {entries.error !== null && <ErrorView error={entries.error} onRetry={() => void entries.refetch()} />}
            {rows === undefined && entries.error === null && <Spin />}
            {rows !== undefined && (
              <Entries
                rows={rows}
                chosen={draft.entryIds}
                year={year}
                onChoose={(entryIds) => setDraft(year, { entryIds })}
              />
            )}
          </section>
          <section className="panel" aria-labelledby="evidence-documents">
            <h2 id="evidence-documents">{t('auditScreen.evidence.documents')}</h2>
            {documents.error !== null && <ErrorView error={documents.error} onRetry={() => void documents.refetch()} />}
            {listed !== undefined && (
              <Documents
                rows={listed}
                total={documents.data?.total ?? 0}
                chosen={draft.documentIds}
                year={year}
                onChoose={(documentIds) => setDraft(year, { documentIds })}
              />
            )}
          </section>
        </div>
        <Sheet year={year} draft={draft} entries={rows ?? []} />
      </div>
    </div>
  );
}

/** Rows of a page; fewer stand without pages. */
const PAGE = 50;

function pagesOf(rows: readonly unknown[]) {
  return rows.length > PAGE
    ? { defaultPageSize: PAGE, size: 'small' as const, showSizeChanger: false }
    : (false as const);
}

interface ListProps<Row> {
  rows: readonly Row[];
  chosen: readonly number[];
  year: number;
  onChoose: (ids: number[]) => void;
}

function Entries({ rows, chosen, year, onChoose }: ListProps<FundEntry>) {
  const { t } = useT();
  if (rows.length === 0) return <p className="muted">{t('auditScreen.evidence.noEntries', { year })}</p>;
  return (
    <Table<FundEntry>
      size="small"
      rowKey="id"
      dataSource={rows}
      pagination={pagesOf(rows)}
      rowSelection={{
        selectedRowKeys: [...chosen],
        onChange: (keys) => onChoose(keys.map(Number)),
        getCheckboxProps: ({ id, purpose }) => ({ 'aria-label': `${id} ${purpose}` }),
        getTitleCheckboxProps: () => ({ 'aria-label': t('auditScreen.evidence.entries') }),
      }}
      columns={[
        { title: t('auditScreen.evidence.number'), dataIndex: 'id', width: 60, align: 'right', className: 'digits' },
        { title: t('auditScreen.evidence.date'), dataIndex: 'date', width: 104, className: 'digits' },
        {
          title: t('auditScreen.evidence.kind'),
          key: 'kind',
          width: 96,
          render: (_, { kind }) => t(`fundingCheck.kind.${kind}`),
        },
        {
          title: t('auditScreen.evidence.purpose'),
          key: 'purpose',
          className: 'break',
          render: (_, entry) => <Purpose entry={entry} />,
        },
        { title: t('auditScreen.evidence.voucher'), dataIndex: 'voucher', width: 110, className: 'break' },
        {
          title: t('auditScreen.evidence.amount'),
          key: 'amount',
          width: 128,
          align: 'right',
          className: 'digits',
          render: (_, { amountFen }) => moneyText(amountFen),
        },
      ]}
    />
  );
}

function Purpose({ entry: { purpose, source, reversedById, reversesId } }: { entry: FundEntry }) {
  const { t } = useT();
  return (
    <>
      {[purpose, source].filter((part) => part !== '').join(' · ')}
      {reversedById !== null && <span className="chip chip-cancelled">{t('auditScreen.evidence.reversed')}</span>}
      {reversesId !== null && (
        <span className="chip chip-cancelled">{t('auditScreen.evidence.reversal', { number: reversesId })}</span>
      )}
    </>
  );
}

function Documents({ rows, total, chosen, year, onChoose }: ListProps<Document> & { total: number }) {
  const { t } = useT();
  if (rows.length === 0) return <p className="muted">{t('auditScreen.evidence.noDocuments', { year })}</p>;
  return (
    <>
      <Table<Document>
        size="small"
        rowKey="id"
        dataSource={rows}
        pagination={pagesOf(rows)}
        rowSelection={{
          selectedRowKeys: [...chosen],
          onChange: (keys) => onChoose(keys.map(Number)),
          getCheckboxProps: ({ title }) => ({ 'aria-label': title }),
          getTitleCheckboxProps: () => ({ 'aria-label': t('auditScreen.evidence.documents') }),
        }}
        columns={[
          {
            title: t('auditScreen.evidence.code'),
            key: 'code',
            width: 200,
            className: 'digits',
            render: (_, { referenceCode, itemNumber }) =>
              referenceCode ?? (itemNumber === null ? '' : t('documentScreen.noCode', { number: itemNumber })),
          },
          { title: t('auditScreen.evidence.documentTitle'), dataIndex: 'title', className: 'break' },
          {
            title: t('auditScreen.evidence.signedDate'),
            key: 'date',
            width: 104,
            className: 'digits',
            render: (_, { signedDate }) => signedDate ?? '',
          },
        ]}
      />
      {total > rows.length && (
        <p className="field-note">{t('auditScreen.evidence.documentsShown', { count: rows.length, total })}</p>
      )}
    </>
  );
}

/** Sum of the chosen entries by kind: kinds are no amounts of one another, so they are never added up. */
function sumsOf(entries: readonly FundEntry[], chosen: readonly number[]): [FundKind, bigint][] {
  const ids = new Set(chosen);
  return FundKind.options.flatMap((kind): [FundKind, bigint][] => {
    const ofKind = entries.filter((entry) => ids.has(entry.id) && entry.kind === kind);
    return ofKind.length === 0 ? [] : [[kind, ofKind.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)]];
  });
}

function Sheet({ year, draft, entries }: { year: number; draft: EvidenceDraft; entries: readonly FundEntry[] }) {
  const { t } = useT();
  const { message } = App.useApp();
  const today = isoDay(useToday());
  const given = useUi(({ audit }) => audit);
  const sums = useMemo(() => sumsOf(entries, draft.entryIds), [draft.entryIds, entries]);
  const missing = missingFields(draft);
  const nothing = draft.entryIds.length + draft.documentIds.length === 0;
  const request = evidenceRequest(year, draft);
  const set = (change: Partial<EvidenceDraft>): void => setDraft(year, change);
  useEffect(() => {
    // Who looks and today are known; what the person empties afterwards stays empty.
    if (draft === NO_EVIDENCE) setDraft(year, { auditors: given?.auditors ?? '', on: today });
  }, [draft, given, today, year]);
  const lacks = [
    ...(nothing ? [t('auditScreen.evidence.lackChoice')] : []),
    ...(missing.length > 0
      ? [
          t('auditScreen.evidence.lack', {
            fields: missing.map((field) => t(`auditScreen.evidence.${field}`)).join(t('paper.unitSeparator')),
          }),
        ]
      : []),
  ];
  const take = (): void => {
    const number = addFinding(year, {
      category: draft.matter.trim().slice(0, 100),
      content: draft.summary.trim().slice(0, 4000),
    });
    const { project } = auditState.get().working[year] ?? NO_FINDINGS;
    if (project === '') setWorking(year, { project: draft.project });
    message.success(t('workingPaper.taken', { number }));
  };
  const line = (field: 'project' | 'matter', most: number) => (
    <Field id={`evidence-${field}`} label={t(`auditScreen.evidence.${field}`)} required>
      <Input
        id={`evidence-${field}`}
        maxLength={most}
        value={draft[field]}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <section className="panel evidence-sheet" aria-label={t('auditScreen.tab.evidence')}>
      <p role="status" className="digits">
        <strong>
          {t('auditScreen.evidence.chosen', { entries: draft.entryIds.length, documents: draft.documentIds.length })}
        </strong>
        {sums.map(([kind, sum]) => (
          <span key={kind} className="evidence-sum">
            {t('auditScreen.evidence.sum', { kind: t(`fundingCheck.kind.${kind}`), amount: moneyText(Number(sum)) })}
          </span>
        ))}
      </p>
      {line('project', 200)}
      {line('matter', 300)}
      <Field
        id="evidence-summary"
        label={t('auditScreen.evidence.summary')}
        hint={t('auditScreen.evidence.summaryHint')}
        required
      >
        <Input.TextArea
          id="evidence-summary"
          maxLength={20_000}
          autoSize={{ minRows: 5, maxRows: 14 }}
          value={draft.summary}
          onChange={(event) => set({ summary: event.target.value })}
        />
      </Field>
      <Field
        id="evidence-auditors"
        label={t('auditScreen.evidence.auditors')}
        hint={t('auditScreen.evidence.auditorsHint')}
        required
      >
        <Input
          id="evidence-auditors"
          maxLength={300}
          value={draft.auditors}
          onChange={(event) => set({ auditors: event.target.value })}
        />
      </Field>
      <DayField
        id="evidence-on"
        label={t('auditScreen.evidence.on')}
        value={draft.on}
        today={today}
        onChange={(on) => set({ on })}
        required
      />
      {lacks.map((lack) => (
        <p key={lack} className="muted">
          {lack}
        </p>
      ))}
      <span className="actions">
        <Button type="primary" disabled={request === null} onClick={() => request && ui.set({ paper: request })}>
          {t('auditScreen.evidence.preview')}
        </Button>
        <Button disabled={draft.summary.trim() === ''} onClick={take}>
          {t('workingPaper.take')}
        </Button>
        <Button onClick={() => set({ ...NO_EVIDENCE, auditors: given?.auditors ?? '', on: today })}>
          {t('auditScreen.evidence.clear')}
        </Button>
      </span>
    </section>
  );
}
