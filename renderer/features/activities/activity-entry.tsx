/**
 * 连续登记活动: one activity after the other by keyboard alone. Enter goes to the next field, Ctrl+Enter enters the activity
 * and begins the next; pinned fields stay. Esc closes the form and keeps what was typed.
 */
import { CloseOutlined, PushpinFilled, PushpinOutlined } from '@ant-design/icons';
import { App, Button, Input } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { Audience } from '#shared/features/activities.ts';
import type { Organisation } from '#shared/features/organisations.ts';
import { useCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { useStore } from '../../app/store.ts';
import { SuggestInput, type Suggestion } from '../../app/suggest-input.tsx';
import { activityState, useActivityState } from './activity-state.ts';
import { type Choices, readingProblem } from './activity-texts.ts';
import {
  EMPTY_DRAFT,
  ENTRY_FIELDS,
  type EntryField,
  entryDraft,
  nextTexts,
  PINNABLE,
  readEntry,
} from './entry-draft.ts';
import { enterActivity } from './use-activity-edits.ts';

interface Props {
  archive: string;
  choices: Choices;
  units: readonly Organisation[];
  year: number | null;
}

function focusGrid(): void {
  document.querySelector<HTMLElement>('.activities-main .grid-editor')?.focus();
}

export function ActivityEntry({ archive, choices, units, year }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const id = useId();
  const stored = useStore(entryDraft, (state) => state);
  const draft = stored.archive === archive ? stored : EMPTY_DRAFT;
  const { texts } = draft;
  const planRow = useActivityState((state) => state.entering?.planRow ?? null);
  const [problem, setProblem] = useState<string | null>(null);
  const [entered, setEntered] = useState(0);
  const [busy, setBusy] = useState(false);
  const { fields, problems } = useMemo(() => readEntry(texts, choices), [choices, texts]);

  const focus = useCallback(
    (field: EntryField): void => {
      const input = document.getElementById(`${id}-${field}`);
      input?.focus();
      if (input instanceof HTMLInputElement) input.select();
    },
    [id],
  );
  useEffect(() => {
    if (entryDraft.get().archive !== archive) entryDraft.set({ ...EMPTY_DRAFT, archive });
    focus('title');
  }, [archive, focus]);
  const wanted = planRow === null ? undefined : choices.planRows.find((row) => row.id === planRow)?.label;
  useEffect(() => {
    if (wanted === undefined) return;
    const { texts: begun } = entryDraft.get();
    entryDraft.set({ archive, texts: { ...begun, planRowId: wanted } });
    // Once: afterwards the field is the person's.
    activityState.set({ entering: { planRow: null } });
  }, [archive, wanted]);
  useCommand('documents.create', () => focus('title'));
  useCommand('activities.create', () => focus('title'));

  const set = (field: EntryField, text: string): void => {
    setProblem(null);
    entryDraft.set({ archive, texts: { ...entryDraft.get().texts, [field]: text } });
  };
  const pin = (field: EntryField): void => {
    const pinned = new Set(draft.pinned);
    if (!pinned.delete(field)) pinned.add(field);
    entryDraft.set({ archive, pinned });
  };
  const close = (): void => {
    activityState.set({ entering: null });
    setTimeout(focusGrid, 0);
  };
  const step = (from: EntryField, by: 1 | -1): void => {
    const target = ENTRY_FIELDS[ENTRY_FIELDS.indexOf(from) + by];
    if (target) focus(target);
    else if (by === 1) document.getElementById(`${id}-save`)?.focus();
  };

  const save = async (): Promise<void> => {
    if (busy) return;
    const [unread] = problems.keys();
    if (unread) {
      focus(unread);
      return;
    }
    const { title } = fields;
    if (title === undefined) {
      setProblem(t('activityScreen.entry.needsTitle'));
      focus('title');
      return;
    }
    setBusy(true);
    try {
      const entry = await enterActivity(fields);
      entryDraft.set({ archive, texts: nextTexts(entryDraft.get()) });
      activityState.set({ show: { rowId: entry } });
      setEntered((count) => count + 1);
      setProblem(null);
      message.success({ key: 'activity-entered', content: t('activityScreen.entry.entered', { title }) });
    } catch (error) {
      setProblem(errorText(t, error));
    } finally {
      setBusy(false);
      // The grid takes the focus on its way to the new row.
      setTimeout(() => focus('title'), 0);
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

  const lists = useMemo((): Partial<Record<EntryField, { list: readonly Suggestion[]; eager: boolean }>> => {
    const texts = (list: Choices['categories']) => list.map(({ label }) => ({ text: label }));
    return {
      hosts: { list: units.map(({ fullName }) => ({ text: fullName })), eager: false },
      categoryId: { list: texts(choices.categories), eager: true },
      audience: { list: Audience.options.map((one) => ({ text: t(`activities.audience.${one}`) })), eager: true },
      planRowId: { list: texts(choices.planRows), eager: true },
    };
  }, [choices, t, units]);

  const placeholders: Partial<Record<EntryField, string>> = {
    date: year === null ? t('activityScreen.dateHint') : t('activityScreen.dateHint').replaceAll('2021', String(year)),
    headCount: t('activityScreen.headCountHint'),
  };

  return (
    <section className="rapid activity-entry" aria-label={t('activityScreen.entry.title')} onKeyDown={onKeyDown}>
      <div className="rapid-head">
        <h2>{t('activityScreen.entry.title')}</h2>
        <span className="spring" />
        <span className="muted rapid-hints">{t('activityScreen.entry.hints')}</span>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('activityScreen.entry.close')}
          title="Esc"
          onClick={close}
        />
      </div>
      <div className="activity-fields">
        {ENTRY_FIELDS.map((field) => {
          const refused = problems.get(field);
          const noteId = `${id}-${field}-note`;
          const common = { id: `${id}-${field}`, value: texts[field] };
          const describedBy = refused ? noteId : undefined;
          const choice = lists[field];
          const pinned = draft.pinned.has(field);
          const label = t(`activityScreen.field.${field}`);
          return (
            <div key={field} className={`field activity-${field}`}>
              <span className="rapid-label">
                <label htmlFor={common.id}>{label}</label>
                {PINNABLE.includes(field) && (
                  <button
                    type="button"
                    className="pin"
                    tabIndex={-1}
                    aria-pressed={pinned}
                    aria-label={t('documentScreen.rapid.pin', { field: label })}
                    title="Alt+P"
                    onClick={() => pin(field)}
                  >
                    {pinned ? <PushpinFilled /> : <PushpinOutlined />}
                  </button>
                )}
              </span>
              {choice ? (
                <SuggestInput
                  {...common}
                  suggestions={choice.list}
                  eager={choice.eager}
                  invalid={refused !== undefined}
                  describedBy={describedBy}
                  onChange={(text) => set(field, text)}
                  onKeyDown={onFieldKey(field)}
                />
              ) : (
                <Input
                  {...common}
                  autoComplete="off"
                  aria-describedby={describedBy}
                  status={refused ? 'error' : ''}
                  placeholder={placeholders[field]}
                  onChange={(event) => set(field, event.target.value)}
                  onKeyDown={typed(onFieldKey(field))}
                />
              )}
              {refused && (
                <span id={noteId} className="field-problem">
                  {readingProblem(t, refused)}
                </span>
              )}
            </div>
          );
        })}
      </div>
      <div className="rapid-foot">
        {problem !== null && (
          <span className="field-problem" role="alert">
            {problem}
          </span>
        )}
        <span className="spring" />
        {entered > 0 && <span className="muted">{t('activityScreen.entry.count', { count: entered })}</span>}
        <Button id={`${id}-save`} type="primary" loading={busy} onClick={() => void save()}>
          {t('activityScreen.entry.save')}
          <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </section>
  );
}
