/**
 * 连续登记: one person after the other by keyboard alone. Enter goes to the next field, Ctrl+Enter enters the person and
 * begins the next; pinned fields stay. Esc closes the form and keeps what was typed. Whoever is in the register already
 * under that name is shown while it is typed.
 */
import { CloseOutlined, PushpinFilled, PushpinOutlined } from '@ant-design/icons';
import { App, Button, Input, type InputRef } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { PersonRoleName } from '#shared/features/participants.ts';
import { useCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { useStore } from '../../app/store.ts';
import { SuggestInput } from '../../app/suggest-input.tsx';
import {
  EMPTY_DRAFT,
  EMPTY_TEXTS,
  type EntryField,
  entryDraft,
  type EntryTexts,
  nextTexts,
  PINNABLE,
  readEntry,
} from './entry-draft.ts';
import { KnownPersons } from './known-persons.tsx';
import { personState } from './person-state.ts';
import { roleText, sexText, textProblem } from './person-texts.ts';
import { fieldsOfList } from './use-person-edits.ts';
import { editPersons } from './use-person-rows.ts';

interface Props {
  archive: string;
  villages: readonly string[];
  /** ISO day. */
  today: string;
}

function focusGrid(): void {
  document.querySelector<HTMLElement>('.people-main .grid-editor')?.focus();
}

export function PersonEntry({ archive, villages, today }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const id = useId();
  const stored = useStore(entryDraft, (state) => state);
  const draft = stored.archive === archive ? stored : EMPTY_DRAFT;
  const { texts } = draft;
  const inputs = useRef(new Map<EntryField, InputRef>());
  const saveButton = useRef<HTMLButtonElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [entered, setEntered] = useState(0);
  const [busy, setBusy] = useState(false);
  const { fields, problems, minority, shown } = useMemo(() => readEntry(texts, { t, today }), [t, texts, today]);

  const focus = useCallback((field: EntryField): void => inputs.current.get(field)?.focus({ cursor: 'all' }), []);
  useEffect(() => {
    const { texts: begun, archive: owner } = entryDraft.get();
    if (owner !== archive || Object.values(begun).every((text) => text === '')) {
      const role = fieldsOfList().roles?.[0]?.role;
      entryDraft.set({
        ...(owner === archive ? {} : EMPTY_DRAFT),
        archive,
        texts: { ...EMPTY_TEXTS, roles: role === undefined ? '' : roleText(t, role) },
      });
    }
    focus('name');
    // Only when the form opens: a later change of words must not overwrite what was typed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useCommand('documents.create', () => focus('name'));
  useCommand('participants.create', () => focus('name'));

  const set = (field: EntryField, text: string): void => {
    setProblem(null);
    entryDraft.set({ archive, texts: { ...texts, [field]: text } satisfies EntryTexts });
  };
  const pin = (field: EntryField): void => {
    const pinned = new Set(draft.pinned);
    if (!pinned.delete(field)) pinned.add(field);
    entryDraft.set({ archive, pinned });
  };
  const close = (): void => {
    personState.set({ entering: false });
    setTimeout(focusGrid, 0);
  };
  const step = (from: EntryField, by: 1 | -1): void => {
    const target = shown[shown.indexOf(from) + by];
    if (target) focus(target);
    else if (by === 1) saveButton.current?.focus();
  };

  const save = async (): Promise<void> => {
    const [unread] = problems.keys();
    if (unread) {
      focus(unread);
      return;
    }
    const { name } = fields;
    if (name === undefined) {
      setProblem(t('participantScreen.entry.needsName'));
      focus('name');
      return;
    }
    setBusy(true);
    try {
      await editPersons({ code: 'personInsert', params: { count: 1 } }, [
        { do: 'insert', fields: { ...fields, name, roles: rolesOf() } },
      ]);
      entryDraft.set({ archive, texts: nextTexts(entryDraft.get()) });
      setEntered((count) => count + 1);
      setProblem(null);
      message.success({ key: 'person-entered', content: t('participantScreen.entry.entered', { name }) });
      focus('name');
    } catch (error) {
      setProblem(errorText(t, error));
    } finally {
      setBusy(false);
    }
  };

  /** The roles as typed; the one of the open list has that list's unit. */
  function rolesOf() {
    const [ofList] = fieldsOfList().roles ?? [];
    return (fields.roles ?? []).map((role) => (ofList && ofList.role === role.role ? ofList : role));
  }

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

  const choices = useMemo((): Partial<Record<EntryField, { list: readonly { text: string }[]; eager: boolean }>> => {
    return {
      sex: { list: (['female', 'male'] as const).map((sex) => ({ text: sexText(t, sex) })), eager: true },
      village: { list: villages.map((text) => ({ text })), eager: false },
      roles: { list: PersonRoleName.options.map((role) => ({ text: roleText(t, role) })), eager: true },
    };
  }, [t, villages]);

  return (
    <section className="rapid person-entry" aria-label={t('participantScreen.entry.title')} onKeyDown={onKeyDown}>
      <div className="rapid-head">
        <h2>{t('participantScreen.entry.title')}</h2>
        <span className="spring" />
        <span className="muted rapid-hints">{t('participantScreen.entry.hints')}</span>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('participantScreen.entry.close')}
          title="Esc"
          onClick={close}
        />
      </div>
      <div className="person-fields">
        {shown.map((field) => {
          const refused = problems.get(field);
          const noteId = `${id}-${field}-note`;
          const common = { id: `${id}-${field}`, value: texts[field] };
          const describedBy = refused ? noteId : undefined;
          const choice = choices[field];
          const pinned = draft.pinned.has(field);
          const label = t(`participants.field.${field}`);
          return (
            <div key={field} className={`field person-${field}`}>
              <span className="rapid-label">
                <label htmlFor={common.id}>{label}</label>
                {PINNABLE.includes(field) && (
                  <button
                    type="button"
                    className="pin"
                    tabIndex={-1}
                    aria-pressed={pinned}
                    aria-label={t('documentScreen.rapid.pin', { field: label })}
                    title={t(pinned ? 'participantScreen.entry.pinned' : 'participantScreen.entry.pinHint')}
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
                  inputRef={(input) => keep(field, input)}
                  onChange={(text) => set(field, text)}
                  onKeyDown={onFieldKey(field)}
                />
              ) : (
                <Input
                  {...common}
                  ref={(input) => keep(field, input)}
                  autoComplete="off"
                  aria-describedby={describedBy}
                  status={refused ? 'error' : ''}
                  placeholder={placeholder(field)}
                  onChange={(event) => set(field, event.target.value)}
                  onKeyDown={typed(onFieldKey(field))}
                />
              )}
              {refused && (
                <span id={noteId} className="field-problem">
                  {textProblem(t, refused)}
                </span>
              )}
            </div>
          );
        })}
      </div>
      <KnownPersons name={fields.name ?? ''} />
      <div className="rapid-foot">
        {minority !== 'no' && fields.consentOn === undefined && (
          <span className="field-note">{t(`participantScreen.entry.minority.${minority}`)}</span>
        )}
        {problem !== null && (
          <span className="field-problem" role="alert">
            {problem}
          </span>
        )}
        <span className="spring" />
        {entered > 0 && <span className="muted">{t('participantScreen.entry.count', { count: entered })}</span>}
        <Button ref={saveButton} type="primary" loading={busy} onClick={() => void save()}>
          {t('participantScreen.entry.save')}
          <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </section>
  );

  function keep(field: EntryField, input: InputRef | null): void {
    if (input) inputs.current.set(field, input);
    else inputs.current.delete(field);
  }

  function placeholder(field: EntryField): string | undefined {
    if (field === 'birthDate') return t('participantScreen.entry.birthPlaceholder');
    return field === 'consentOn' ? '20240301' : undefined;
  }
}
