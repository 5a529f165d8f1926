/** 登记利用: documents, who uses them and how, on one form that the keyboard alone can fill; Ctrl+Enter saves. */
import { App, AutoComplete, Button, Checkbox, Input, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { call, useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { DayField } from './day-field.tsx';
import { DocumentFinder } from './document-finder.tsx';
import { Field } from './field.tsx';
import type { FoundDocument } from './find-documents.ts';
import { NameField } from './name-field.tsx';
import { userText } from './loan-texts.ts';
import {
  dueOf,
  emptyDraft,
  entryOf,
  lackOfDraft,
  LOAN_DAYS,
  needsApprover,
  nextDraft,
  USE_KINDS,
  type UseDraft,
  type UseKind,
  type UseLack,
} from './use-draft.ts';

interface Props {
  /** Each new number brings the focus back to the first field. */
  request: number;
  today: string;
  lentOut: ReadonlySet<number>;
  onClose: () => void;
}

const PEOPLE_SHOWN = 8;

function focusOn(field: UseLack): void {
  document.getElementById(`use-${field}`)?.focus();
}

export function UseEntry({ request, today, lentOut, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const people = useAsked('loans.people', {}).data;
  const [documents, setDocuments] = useState<FoundDocument[]>([]);
  const [draft, setDraft] = useState<UseDraft>(() => emptyDraft(today));
  const [lack, setLack] = useState<UseLack | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = (change: Partial<UseDraft>): void => {
    setLack(null);
    setDraft((before) => ({ ...before, ...change }));
  };
  /** Entries saved so far: each gets a field of its own for the person, whose list of names is shut. */
  const [saved, setSaved] = useState(0);
  useEffect(() => focusOn('documents'), [request]);

  const problem = (field: UseLack): string | null => (lack === field ? t(`life.use.lack.${field}`) : null);
  const save = async (): Promise<void> => {
    const lacking = lackOfDraft(draft, documents.length);
    setLack(lacking);
    if (lacking !== null) {
      focusOn(lacking);
      return;
    }
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await call(
        'loans.enter',
        entryOf(
          draft,
          documents.map(({ id }) => id),
        ),
      );
      message.success(t('life.use.entered', { name: draft.borrower.trim(), count: documents.length }));
      setDraft(nextDraft(draft));
      setDocuments([]);
      setSaved((before) => before + 1);
      focusOn('documents');
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  const wanted = draft.borrower.trim();
  const known = (people?.borrowers ?? [])
    .filter(({ borrower, borrowerUnit }) => borrower.includes(wanted) || (borrowerUnit ?? '').includes(wanted))
    .slice(0, PEOPLE_SHOWN);
  return (
    <section
      className="panel use-entry"
      aria-label={t('life.use.enter')}
      onKeyDown={typed((event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        } else if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      })}
    >
      <DocumentFinder
        chosen={documents}
        lentOut={lentOut}
        problem={problem('documents')}
        onChange={(chosen) => {
          setLack(null);
          setDocuments(chosen);
        }}
      />
      <div className="use-fields">
        <div className="field">
          <span className="label" id="use-kind-label">
            {t('life.use.kind')}
          </span>
          {/* Radios of the system's own kind: one stop of Tab, arrows choose. */}
          <Radio.Group
            aria-labelledby="use-kind-label"
            optionType="button"
            value={draft.kind}
            onChange={(event) => set({ kind: event.target.value as UseKind })}
            options={USE_KINDS.map((value) => ({ value, label: t(`life.use.kinds.${value}`) }))}
          />
        </div>
        <Field id="use-borrower" label={t('life.use.borrower')} required problem={problem('borrower')}>
          <AutoComplete
            key={saved}
            id="use-borrower"
            className="name-input"
            value={draft.borrower}
            defaultActiveFirstOption={false}
            options={known.map((person) => ({ value: userText(t, person) }))}
            onChange={(text: string) => set({ borrower: text.slice(0, 50) })}
            onSelect={(text: string) => {
              const person = known.find((one) => userText(t, one) === text);
              if (!person) return;
              // All that is known of the person is shown in the form, where it can be changed.
              set({
                borrower: person.borrower,
                borrowerUnit: person.borrowerUnit ?? '',
                contact: person.contact ?? '',
                outside: person.outside,
              });
            }}
          />
        </Field>
        <Field id="use-unit" label={t('life.use.unit')}>
          <Input
            id="use-unit"
            maxLength={100}
            value={draft.borrowerUnit}
            onChange={(event) => set({ borrowerUnit: event.target.value })}
          />
        </Field>
        <Field id="use-contact" label={t('life.use.contact')}>
          <Input
            id="use-contact"
            maxLength={50}
            value={draft.contact}
            onChange={(event) => set({ contact: event.target.value })}
          />
        </Field>
        <div className="field use-outside">
          <Checkbox checked={draft.outside} onChange={(event) => set({ outside: event.target.checked })}>
            {t('life.use.outside')}
          </Checkbox>
        </div>
        <NameField
          id="use-approver"
          label={t('life.use.approver')}
          value={draft.approver}
          names={people?.approvers}
          required={needsApprover(draft)}
          problem={problem('approver')}
          onChange={(approver) => set({ approver })}
        />
        <DayField
          id="use-lentOn"
          label={t('life.use.lentOn')}
          value={draft.lentOn}
          today={today}
          required
          onChange={(lentOn) => set({ lentOn })}
        />
        {draft.kind === 'lend' && (
          <DayField
            id="use-dueOn"
            label={t('life.use.dueOn')}
            value={dueOf(draft)}
            today={today}
            required
            hint={t('life.use.dueHint', { days: LOAN_DAYS })}
            onChange={(dueOn) => set({ dueOn })}
          />
        )}
        {draft.kind === 'copy' && (
          <Field id="use-copiedPages" label={t('life.use.copiedPages')} problem={problem('copiedPages')}>
            <Input
              id="use-copiedPages"
              className="day-input digits"
              inputMode="numeric"
              maxLength={6}
              value={draft.copiedPages}
              onChange={(event) => set({ copiedPages: event.target.value })}
            />
          </Field>
        )}
        <Field id="use-purpose" label={t('life.use.purpose')}>
          <Input
            id="use-purpose"
            maxLength={500}
            value={draft.purpose}
            onChange={(event) => set({ purpose: event.target.value })}
          />
        </Field>
        <NameField
          id="use-handler"
          label={t('life.use.handledBy')}
          value={draft.handledBy}
          names={people?.handlers}
          onChange={(handledBy) => set({ handledBy })}
        />
        <Field id="use-remark" label={t('life.use.remark')}>
          <Input
            id="use-remark"
            maxLength={2000}
            value={draft.remark}
            onChange={(event) => set({ remark: event.target.value })}
          />
        </Field>
      </div>
      {lack === 'dueOn' && <p className="field-problem">{t('life.use.lack.dueOn')}</p>}
      {lack === 'lentOn' && <p className="field-problem">{t('life.use.lack.lentOn')}</p>}
      {error !== null && <ErrorView error={error} />}
      <div className="actions">
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {t('life.use.save')} <kbd>Ctrl+Enter</kbd>
        </Button>
        <Button onClick={onClose}>{t('life.use.close')}</Button>
        <span className="muted">{t('life.use.readFirst')}</span>
      </div>
    </section>
  );
}
