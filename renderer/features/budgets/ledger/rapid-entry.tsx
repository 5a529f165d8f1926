/**
 * 连续登记台账: one entry after the other by keyboard alone. Enter goes to the next field, Ctrl+Enter enters and begins the
 * next; pinned fields stay. Esc closes the form and keeps what was typed.
 */
import { CloseOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useState } from 'react';
import type { FundEntry } from '#shared/features/funding.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { useCommand } from '../../../app/commands.ts';
import { errorText } from '../../../app/error-text.ts';
import { useT } from '../../../app/i18n.tsx';
import { typed } from '../../../app/keyboard.ts';
import { useStore } from '../../../app/store.ts';
import { EMPTY_DRAFT, entryDraft, nextTexts, PINNABLE } from './entry-draft.ts';
import { EntryFields } from './entry-fields.tsx';
import { useEntryContext } from './use-entry-context.ts';
import { EntryNotes } from './entry-notes-list.tsx';
import { entryNotes, useTwins } from './entry-notes.ts';
import { ENTRY_FIELDS, type EntryField, kindText, readEntry } from './entry-texts.ts';
import { knownTexts } from './known-texts.ts';
import { ledgerState } from './ledger-state.ts';
import { enterEntry } from './use-entry-edits.ts';

interface Props {
  archive: string | null;
  year: number;
  rows: readonly FundEntry[];
}

function focusGrid(): void {
  document.querySelector<HTMLElement>('.ledger-main .grid-editor')?.focus();
}

export function RapidEntry({ archive, year, rows }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const id = useId();
  const stored = useStore(entryDraft, (state) => state);
  const draft = stored.archive === archive ? stored : EMPTY_DRAFT;
  const { texts, pinned } = draft;
  const context = useEntryContext(year);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [entered, setEntered] = useState(0);
  const [busy, setBusy] = useState(false);
  const { fields, problems } = useMemo(() => readEntry(texts, context, asked), [asked, context, texts]);
  const twins = useTwins(fields);
  const known = useMemo(() => knownTexts(rows), [rows]);

  const focus = useCallback(
    (field: EntryField): void => {
      const input = document.getElementById(`${id}-${field}`);
      input?.focus();
      if (input instanceof HTMLInputElement) input.select();
    },
    [id],
  );
  useEffect(() => {
    const now = entryDraft.get();
    const begun = now.archive === archive ? now : { ...EMPTY_DRAFT, archive };
    // Another year in view is another budget year; what a person typed for this one stays.
    const prefilled =
      begun.year === year ? begun : { ...begun, year, texts: { ...begun.texts, budgetYear: `${year}` } };
    entryDraft.set(prefilled);
    focus('date');
  }, [archive, focus, year]);
  useCommand('documents.create', () => focus('date'));
  useCommand('budgets.enter', () => focus('date'));

  const set = (field: EntryField, text: string): void => {
    setFailure(null);
    entryDraft.set({ archive, texts: { ...entryDraft.get().texts, [field]: text } });
  };
  const pin = (field: EntryField): void => {
    const next = new Set(pinned);
    if (!next.delete(field)) next.add(field);
    entryDraft.set({ archive, pinned: next });
  };
  const close = (): void => {
    ledgerState.set({ entering: false });
    setTimeout(focusGrid, 0);
  };
  const step = (from: EntryField, by: 1 | -1): void => {
    const target = ENTRY_FIELDS[ENTRY_FIELDS.indexOf(from) + by];
    if (target) focus(target);
    else if (by === 1) document.getElementById(`${id}-save`)?.focus();
  };

  const save = async (): Promise<void> => {
    if (busy) return;
    setAsked(true);
    const reading = readEntry(entryDraft.get().texts, context, true);
    const { entry } = reading;
    if (entry === null) {
      const unread = ENTRY_FIELDS.find((field) => reading.problems.has(field));
      if (unread) focus(unread);
      return;
    }
    setBusy(true);
    try {
      const made = await enterEntry(entry);
      entryDraft.set({ archive, texts: nextTexts(entryDraft.get()) });
      ledgerState.set({ show: { rowId: made } });
      setEntered((count) => count + 1);
      setAsked(false);
      setFailure(null);
      message.success({
        key: 'ledger-entered',
        content: t('ledgerScreen.entry.entered', {
          date: entry.date,
          kind: kindText(t, entry.kind),
          amount: moneyText(entry.amountFen),
        }),
      });
    } catch (error) {
      setFailure(errorText(t, error));
    } finally {
      setBusy(false);
      // The grid takes the focus on its way to the new row.
      setTimeout(() => focus('date'), 0);
    }
  };

  const onKeyDown = typed((event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.ctrlKey) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const onFieldKey = (field: EntryField) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey && event.code === 'KeyP' && PINNABLE.includes(field)) {
      event.preventDefault();
      pin(field);
      return;
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    step(field, event.shiftKey ? -1 : 1);
  };
  const notes = [
    ...(twins.length > 0 ? [t('ledgerScreen.entry.twin', { ids: twins.join(', ') })] : []),
    ...entryNotes(t, fields, year),
  ];

  return (
    <section className="rapid ledger-entry" aria-label={t('ledgerScreen.entry.title')} onKeyDown={onKeyDown}>
      <div className="rapid-head">
        <h2>{t('ledgerScreen.entry.title')}</h2>
        <span className="spring" />
        <span className="muted rapid-hints">{t('ledgerScreen.entry.hints')}</span>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('ledgerScreen.entry.close')}
          title="Esc"
          onClick={close}
        />
      </div>
      <EntryFields
        id={id}
        texts={texts}
        context={context}
        problems={problems}
        known={known}
        onChange={set}
        pins={{ pinnable: PINNABLE, pinned, onPin: pin }}
        onFieldKey={onFieldKey}
      />
      <div className="rapid-foot">
        {failure !== null && (
          <span className="field-problem" role="alert">
            {failure}
          </span>
        )}
        <EntryNotes notes={notes} />
        <span className="spring" />
        {entered > 0 && <span className="muted">{t('ledgerScreen.entry.count', { count: entered })}</span>}
        <Button id={`${id}-save`} type="primary" loading={busy} onClick={() => void save()}>
          {t('ledgerScreen.entry.save')}
          <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </section>
  );
}
