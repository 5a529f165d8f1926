/** 内容: what the entry says of money, which stays as it is; what stands out, on top; and its links, which may be set. */
import { Select } from 'antd';
import { useId } from 'react';
import { amountInWords } from '#shared/lib/funding/amount-in-words.ts';
import { useAsked } from '../../../app/api.ts';
import { runCommand } from '../../../app/commands.ts';
import { useShowError } from '../../../app/error-view.tsx';
import { useT } from '../../../app/i18n.tsx';
import { useReadOnly, WriteButton } from '../../../app/read-only.tsx';
import { Fact, SavedText } from '../../../app/saved-text.tsx';
import { showActivity } from '../../activities/activity-state.ts';
import { useChoices } from '../../activities/use-choices.ts';
import { showDocument } from '../../documents/document-state.ts';
import { DocumentSelect } from '../../objects/document-select.tsx';
import { amountText, marksOf, stands } from './entry-marks.ts';
import { giverText } from './entry-texts.ts';
import type { InspectorTabProps } from './inspector.tsx';
import { MarkChips } from './ledger-columns.tsx';
import { showEntry } from './ledger-state.ts';
import { annotateEntry, type EntryLinks } from './use-entry-edits.ts';
import { mayChange } from './use-ledger-commands.ts';

const LONGEST = { basis: 300, remark: 2000 } as const;

export function InspectorData({ entry, year }: InspectorTabProps) {
  const { t } = useT();
  const words = amountInWords(Math.abs(entry.amountFen));
  const changeable = mayChange(entry);
  return (
    <div className="inspector-body">
      <Findings entry={entry} year={year} />
      <p className={stands(entry) ? 'ledger-figure digits' : 'ledger-figure digits ledger-struck'}>
        {amountText(entry)}
      </p>
      {words !== null && <p className="muted ledger-words">{words}</p>}
      <dl className="facts ledger-facts">
        <Fact label={t('ledgerScreen.field.date')}>{entry.date}</Fact>
        <Fact label={t('ledgerScreen.field.budgetYear')}>{entry.budgetYear ?? t('ledgerScreen.mark.noYear')}</Fact>
        <Fact label={t('ledgerScreen.field.voucher')}>{entry.voucher || t('activityScreen.notSet')}</Fact>
        <Fact label={t('ledgerScreen.field.giver')}>{giverText(t, entry.sourceKind)}</Fact>
        <Fact label={t('ledgerScreen.field.source')}>{entry.source || t('activityScreen.notSet')}</Fact>
        <Fact label={t('ledgerScreen.field.purpose')}>{entry.purpose || t('activityScreen.notSet')}</Fact>
        <EnteredBy id={entry.id} />
      </dl>
      {entry.sourceText !== null && (
        <dl className="facts">
          <Fact label={t('ledgerScreen.inspector.imported', { line: entry.sourceLine ?? 0 })}>
            <span className="source-text">{entry.sourceText}</span>
          </Fact>
        </dl>
      )}
      <span className="actions">
        <WriteButton size="small" disabled={!changeable} onClick={() => runCommand('budgets.correct')}>
          {t('ledgerScreen.inspector.correct')}
        </WriteButton>
        <WriteButton size="small" danger disabled={!changeable} onClick={() => runCommand('budgets.reverse')}>
          {t('ledgerScreen.inspector.reverse')}
        </WriteButton>
      </span>
      <Links entry={entry} year={year} />
    </div>
  );
}

function Findings({ entry }: InspectorTabProps) {
  const { t } = useT();
  const { reversedById, reversesId, duplicateOf } = entry;
  // The reason stands in the entry that takes the other back.
  const reversal = useAsked('budgets.entry', { id: reversedById ?? 0 }, { enabled: reversedById !== null }).data;
  const reason = entry.reversalReason ?? reversal?.reversalReason ?? '';
  const marks = marksOf(entry);
  const partner = reversedById ?? reversesId ?? duplicateOf;
  const lines = [
    ...(reversedById === null ? [] : [t('ledgerScreen.inspector.reversedBy', { id: reversedById, reason })]),
    ...(reversesId === null ? [] : [t('ledgerScreen.inspector.reverses', { id: reversesId, reason })]),
    ...(duplicateOf === null ? [] : [t('ledgerScreen.inspector.duplicateOf', { id: duplicateOf })]),
    ...(entry.closed ? [t('ledgerScreen.inspector.locked')] : []),
    ...(entry.sourceKind === null && stands(entry) ? [t('ledgerScreen.inspector.unclear')] : []),
  ];
  return (
    <>
      {marks.length > 0 && <MarkChips marks={marks} />}
      {lines.length > 0 && (
        <ul className="findings">
          {lines.map((line) => (
            <li key={line} className="finding">
              {line}
            </li>
          ))}
          {partner !== null && (
            <li>
              <button
                type="button"
                className="text-link"
                onClick={() => showEntry(partner, reversedById !== null || reversesId !== null)}
              >
                {t('ledgerScreen.inspector.toPartner', { id: partner })}
              </button>
            </li>
          )}
        </ul>
      )}
    </>
  );
}

/** By the oldest event of the log that knows the entry. */
function EnteredBy({ id }: { id: number }) {
  const { t, locale } = useT();
  const first = useAsked('history.ofRecord', { entity: 'fund_entry', key: id, limit: 200 }).data?.at(-1);
  if (!first) return null;
  const at = new Date(first.at).toLocaleString(locale, { hour12: false });
  return (
    <Fact label={t('ledgerScreen.inspector.enteredBy')}>
      {t('ledgerScreen.inspector.enteredAt', { actor: first.actor, at })}
    </Fact>
  );
}

function Links({ entry, year }: InspectorTabProps) {
  const { t } = useT();
  const id = useId();
  const showError = useShowError();
  const { documentId, activityId, planRowId } = entry;
  const shownOnly = useReadOnly();
  const closed = entry.closed || shownOnly;
  const document = useAsked('documents.get', { id: documentId ?? 0 }, { enabled: documentId !== null }).data?.document;
  const linked = useAsked('activities.get', { id: activityId ?? 0 }, { enabled: activityId !== null }).data;
  const activities = useAsked('activities.list', { filter: { year }, limit: 50_000 }).data?.rows ?? [];
  const { planRows } = useChoices(year);
  const save = (fields: EntryLinks): void => void annotateEntry(entry.id, fields).catch(showError);
  const line = (field: 'basis' | 'remark', rows: number) => (
    <SavedText
      label={t(`ledgerScreen.field.${field}`)}
      value={entry[field]}
      rows={rows}
      readOnly={closed}
      check={(text) =>
        text.trim().length > LONGEST[field] ? t('ledgerScreen.problem.tooLong', { most: LONGEST[field] }) : null
      }
      onSave={(text) => save({ [field]: text.trim() })}
    />
  );
  const listed = activities.map((one) => ({ value: one.id, label: `${one.dateStart ?? ''} ${one.title}`.trim() }));
  const rows = planRows.map((row) => ({ value: row.id, label: row.label }));
  return (
    <section className="inspector-group">
      <h3>{t('ledgerScreen.inspector.links')}</h3>
      {line('basis', 1)}
      <div className="field">
        <label htmlFor={`${id}-document`}>{t('ledgerScreen.inspector.document')}</label>
        <DocumentSelect
          id={`${id}-document`}
          allowClear
          disabled={closed}
          value={
            documentId === null
              ? null
              : { id: documentId, title: document?.title ?? t('ledgerScreen.inspector.otherDocument') }
          }
          onChange={(chosen) => save({ documentId: chosen?.id ?? null })}
        />
        {documentId !== null && (
          <button type="button" className="text-link" onClick={() => showDocument(documentId)}>
            {t('ledgerScreen.inspector.toDocument')}
          </button>
        )}
      </div>
      <div className="field">
        <label htmlFor={`${id}-activity`}>{t('ledgerScreen.inspector.activity')}</label>
        <Select<number | null>
          id={`${id}-activity`}
          value={activityId}
          allowClear
          showSearch
          optionFilterProp="label"
          disabled={closed}
          popupMatchSelectWidth={false}
          placeholder={t('activityScreen.notSet')}
          onChange={(chosen: number | null | undefined) => save({ activityId: chosen ?? null })}
          options={withChosen(listed, activityId, linked?.title ?? t('ledgerScreen.inspector.otherActivity'))}
        />
        {activityId !== null && (
          <button type="button" className="text-link" onClick={() => showActivity(activityId)}>
            {t('ledgerScreen.inspector.toActivity')}
          </button>
        )}
      </div>
      <div className="field">
        <label htmlFor={`${id}-row`}>{t('ledgerScreen.inspector.planRow')}</label>
        <Select<number | null>
          id={`${id}-row`}
          value={planRowId}
          allowClear
          showSearch
          optionFilterProp="label"
          disabled={closed}
          popupMatchSelectWidth={false}
          placeholder={t('activityScreen.notSet')}
          onChange={(chosen: number | null | undefined) => save({ planRowId: chosen ?? null })}
          options={withChosen(rows, planRowId, t('activityScreen.otherPlanRow'))}
        />
      </div>
      {line('remark', 2)}
    </section>
  );
}

/** What is set but not in the list of the year keeps its words. */
function withChosen(
  options: readonly { value: number; label: string }[],
  value: number | null,
  label: string,
): { value: number; label: string }[] {
  return value === null || options.some((one) => one.value === value) ? [...options] : [...options, { value, label }];
}
