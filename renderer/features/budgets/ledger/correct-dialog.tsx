/** 更正: the entry as it should be, and why; the wrong one is reversed in the same step. */
import { App, Checkbox, Input } from 'antd';
import { useId, useMemo, useState } from 'react';
import type { FundEntry } from '#shared/features/funding.ts';
import { Dialog } from '../../../app/dialog.tsx';
import { ErrorView } from '../../../app/error-view.tsx';
import { useT } from '../../../app/i18n.tsx';
import { EntryFields } from '../../../app/register/entry-fields.tsx';
import { useEntryContext } from './use-entry-context.ts';
import { EntryNotes } from './entry-notes-list.tsx';
import { entryNotes, useTwins } from './entry-notes.ts';
import { ENTRY_FIELDS, entryTexts, problemTexts, readEntry } from './entry-texts.ts';
import { knownTexts } from './known-texts.ts';
import { ledgerState } from './ledger-state.ts';
import { correctEntry } from './use-entry-edits.ts';
import { useFieldViews } from './use-field-views.tsx';

interface Props {
  entry: FundEntry;
  rows: readonly FundEntry[];
  year: number;
  onClose: () => void;
}

export function CorrectDialog({ entry, rows, year, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const id = useId();
  const before = useMemo(() => entryTexts(entry, t), [entry, t]);
  const [texts, setTexts] = useState(before);
  const [reason, setReason] = useState('');
  const proofs = entry.files.length + (entry.documentId === null ? 0 : 1);
  // What proved the wrong entry proves the right one, unless it belongs to another.
  const [keepEvidence, setKeepEvidence] = useState(true);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const context = useEntryContext(year);
  const reading = readEntry(texts, context, true);
  const known = useMemo(() => knownTexts(rows), [rows]);
  const view = useFieldViews({ texts, context, known });
  const twins = useTwins(reading.fields, entry.id);
  const same = ENTRY_FIELDS.every((field) => texts[field].trim() === before[field].trim());
  const blocker = same
    ? t('ledgerScreen.correct.same')
    : reason.trim() === ''
      ? t('ledgerScreen.correct.needReason')
      : null;

  const correct = async (): Promise<void> => {
    if (reading.entry === null || blocker !== null) return;
    setBusy(true);
    setError(null);
    try {
      const { documentId, activityId, planRowId } = entry;
      const newId = await correctEntry(
        entry.id,
        { documentId: keepEvidence ? documentId : null, activityId, planRowId, ...reading.entry },
        { reason: reason.trim(), keepEvidence },
      );
      ledgerState.set({ show: { rowId: newId } });
      message.success(t('ledgerScreen.correct.done', { id: entry.id, newId }));
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  const notes = [
    ...(twins.length > 0 ? [t('ledgerScreen.entry.twin', { ids: twins.join(', ') })] : []),
    ...entryNotes(t, reading.fields, year),
  ];
  return (
    <Dialog
      width={900}
      title={t('ledgerScreen.correct.title', { id: entry.id })}
      okText={t('ledgerScreen.correct.ok')}
      cancelText={t('shell.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: reading.entry === null || blocker !== null, title: blocker ?? '' }}
      onOk={() => void correct()}
      onCancel={onClose}
    >
      <p className="muted">{t('ledgerScreen.correct.text')}</p>
      <EntryFields
        id={id}
        fields={ENTRY_FIELDS}
        texts={texts}
        problems={problemTexts(t, reading.problems)}
        view={view}
        onChange={(field, text) => setTexts((now) => ({ ...now, [field]: text }))}
      />
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('ledgerScreen.correct.reason')}</label>
        <Input.TextArea
          id={`${id}-reason`}
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      {proofs > 0 && (
        <Checkbox checked={keepEvidence} onChange={(event) => setKeepEvidence(event.target.checked)}>
          {t('ledgerScreen.correct.keepEvidence', { count: proofs })}
        </Checkbox>
      )}
      <EntryNotes notes={notes} />
      {blocker !== null && <p className="muted">{blocker}</p>}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
