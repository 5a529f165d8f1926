/**
 * 连续登记: one document after the other by keyboard alone. Enter goes to the next field, Ctrl+Enter enters the document
 * and begins the next; pinned fields stay. Esc closes the form and keeps what was typed.
 */
import { CloseOutlined, PushpinFilled, PushpinOutlined } from '@ant-design/icons';
import { App, Button, Input, type InputRef, Switch } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { AppError } from '#shared/errors.ts';
import { findingText } from '#shared/i18n/finding-text.ts';
import type { DocumentFields, DocumentFinding } from '#shared/features/documents.ts';
import type { DocumentTemplate } from '#shared/features/templates.ts';
import { call, useAsked, whileEditing } from '../../app/api.ts';
import { useCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { useStore } from '../../app/store.ts';
import { SuggestInput, type Suggestion } from '../../app/suggest-input.tsx';
import { useSettled } from '../../app/use-settled.ts';
import { documentState } from './document-state.ts';
import { fieldProblem, type SectionName, termText } from '#shared/features/document-texts.ts';
import { folderFields } from './folder.ts';
import {
  EMPTY_DRAFT,
  EMPTY_TEXTS,
  isUntouched,
  keepRapidDraft,
  nextTexts,
  PINNABLE,
  RAPID_FIELDS,
  type RapidField,
  type RapidTexts,
  rapidDraft,
  rapidTemplate,
  readDraft,
} from './rapid-draft.ts';
import { TemplatePicker } from './template-picker.tsx';
import { suggestionReason } from './suggestion-text.ts';
import { showEdit } from './use-document-rows.ts';

interface Props {
  archive: string;
  sections: readonly SectionName[];
  authors: readonly string[];
}

/** What the open folder says about a document that is about to be entered in it. */
function textsOfFolder(sections: readonly SectionName[], termOf: (term: string) => string): Partial<RapidTexts> {
  const { filingYear, term, sectionId } = folderFields(documentState.get().folder);
  const section = sections.find(({ id }) => id === sectionId);
  return {
    ...(filingYear ? { filingYear: String(filingYear) } : {}),
    ...(term ? { term: termOf(term) } : {}),
    ...(section ? { sectionId: section.name } : {}),
  };
}

function isPinnable(field: RapidField): boolean {
  return (PINNABLE as readonly string[]).includes(field);
}

keepRapidDraft(window.localStorage);

function focusGrid(): void {
  document.querySelector<HTMLElement>('.documents-main .grid-editor')?.focus();
}

export function RapidEntry({ archive, sections, authors }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const id = useId();
  const stored = useStore(rapidDraft, (state) => state);
  const draft = stored.archive === archive ? stored : EMPTY_DRAFT;
  const inputs = useRef(new Map<RapidField, InputRef>());
  const saveButton = useRef<HTMLButtonElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [entered, setEntered] = useState(0);
  const [busy, setBusy] = useState(false);

  const shownFields = useMemo(
    () => RAPID_FIELDS.filter((field) => field !== 'sectionId' || sections.length > 0),
    [sections],
  );
  const { fields, problems } = useMemo(() => {
    const read = readDraft(draft.texts, sections);
    return { ...read, fields: { ...draft.template?.rest, ...read.fields } };
  }, [draft.texts, draft.template, sections]);
  const settled = useSettled(fields, 250);
  const worthChecking = !isUntouched(draft);
  const findings = useAsked('documents.check', { fields: settled }, { enabled: worthChecking }).data?.findings ?? [];
  const suggestion = useAsked(
    'documents.suggestTerm',
    { title: settled.title ?? '', author: settled.author ?? '' },
    { enabled: (settled.title ?? '') !== '' },
  ).data?.suggestion;
  const year = fields.filingYear ?? (fields.signedDate ? Number(fields.signedDate.slice(0, 4)) : null);
  const { term } = fields;
  const next = useAsked(
    'documents.nextNumber',
    { filingYear: year ?? 0, term: term ?? '', sectionId: fields.sectionId ?? null },
    { enabled: year !== null && typeof term === 'string' },
  ).data?.next;

  const hasTemplates = (useAsked('templates.list', {}).data ?? []).length > 0;

  const focus = useCallback((field: RapidField): void => inputs.current.get(field)?.focus({ cursor: 'all' }), []);
  useEffect(() => {
    const { texts, archive: owner } = rapidDraft.get();
    const begun = owner === archive ? texts : EMPTY_TEXTS;
    if (Object.values(begun).every((text) => text === '')) {
      rapidDraft.set({
        ...(owner === archive ? {} : EMPTY_DRAFT),
        archive,
        texts: { ...EMPTY_TEXTS, ...textsOfFolder(sections, (code) => termText(t, code)) },
      });
    }
    focus('title');
    // Only when the form opens: later changes of words or sections must not overwrite what was typed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useCommand('documents.create', () => focus('title'));

  const set = (field: RapidField, text: string): void => {
    setProblem(null);
    rapidDraft.set({ archive, texts: { ...draft.texts, [field]: text } });
  };
  const pin = (field: RapidField): void => {
    const pinned = new Set(draft.pinned);
    if (!pinned.delete(field)) pinned.add(field);
    rapidDraft.set({ archive, pinned });
  };
  const chooseTemplate = (chosen: DocumentTemplate | null): void => {
    const template = chosen && rapidTemplate(chosen, t, { sections, retention: [] });
    setProblem(null);
    rapidDraft.set({ archive, template, texts: { ...draft.texts, ...template?.texts } });
    focus('title');
  };
  const close = (): void => {
    documentState.set({ entering: false });
    setTimeout(focusGrid, 0);
  };
  const step = (from: RapidField, by: 1 | -1): void => {
    const place = shownFields.indexOf(from) + by;
    const target = shownFields[place];
    if (target) focus(target);
    else if (by === 1) saveButton.current?.focus();
  };

  const save = async (): Promise<void> => {
    const [unread] = problems.keys();
    if (unread) {
      focus(unread);
      return;
    }
    if ((fields.title ?? '') === '') {
      setProblem(t('documentScreen.rapid.needsTitle'));
      focus('title');
      return;
    }
    setBusy(true);
    try {
      const { document } = await whileEditing('documents', async () => {
        const output = await call('documents.create', { fields, file: draft.file });
        showEdit({ documents: [output.document], withdrawn: [] });
        return output;
      });
      rapidDraft.set({ archive, texts: nextTexts(rapidDraft.get()) });
      setEntered((count) => count + 1);
      setProblem(null);
      message.success(
        document.state === 'filed'
          ? t('documentScreen.rapid.filed', { code: document.referenceCode ?? String(document.itemNumber) })
          : t('documentScreen.rapid.entered', { title: document.title }),
      );
      focus('title');
    } catch (error) {
      setProblem(errorText(t, error));
      const lacking = error instanceof AppError ? String(error.params['fields'] ?? '').split(',') : [];
      const first = shownFields.find((field) => lacking.includes(field));
      if (first) focus(first);
    } finally {
      setBusy(false);
    }
  };

  const onKeyDown = typed((event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.ctrlKey) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const onFieldKey = (field: RapidField) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey && event.code === 'KeyP' && isPinnable(field)) {
      event.preventDefault();
      pin(field);
      return;
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    step(field, event.shiftKey ? -1 : 1);
  };

  const termChoices = useMemo((): Suggestion[] => {
    const suggested = suggestion?.terms ?? [];
    const others = ['Y', 'D30', 'D10'].filter((code) => !suggested.includes(code));
    return [
      ...suggested.map((code) => ({ text: termText(t, code), hint: t('documentScreen.rapid.suggested') })),
      ...others.map((code) => ({ text: termText(t, code) })),
    ];
  }, [suggestion, t]);
  const choices: Partial<Record<RapidField, { list: readonly Suggestion[]; eager: boolean }>> = {
    author: { list: authors.map((text) => ({ text })), eager: false },
    term: { list: termChoices, eager: true },
    sectionId: { list: sections.map(({ name, code }) => ({ text: name, hint: code })), eager: true },
  };

  return (
    <section className="rapid" aria-label={t('documentScreen.rapid.title')} onKeyDown={onKeyDown}>
      <div className="rapid-head">
        <h2>{t('documentScreen.rapid.title')}</h2>
        <span className="rapid-next">{nextText()}</span>
        {hasTemplates && (
          <TemplatePicker
            id={`${id}-template`}
            value={draft.template?.id ?? null}
            noneLabel={t('documentScreen.rapid.noTemplate')}
            onChoose={chooseTemplate}
          />
        )}
        <span className="spring" />
        <span className="muted rapid-hints">{t('documentScreen.rapid.hints')}</span>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('documentScreen.rapid.close')}
          title="Esc"
          onClick={close}
        />
      </div>
      <div className="rapid-fields">
        {shownFields.map((field) => {
          const refused = problems.get(field);
          const notes = refused ? [] : findings.filter((finding) => concerns(finding, field, draft.texts, draft.file));
          const noteId = `${id}-${field}-note`;
          const has = refused !== undefined || notes.length > 0;
          const common = {
            id: `${id}-${field}`,
            value: draft.texts[field],
            'aria-describedby': has ? noteId : undefined,
          };
          const choice = choices[field];
          const pinned = draft.pinned.has(field);
          return (
            <div key={field} className={`field rapid-${field}`}>
              <span className="rapid-label">
                <label htmlFor={common.id}>{t(`documents.field.${field}`)}</label>
                {isPinnable(field) && (
                  <button
                    type="button"
                    className="pin"
                    tabIndex={-1}
                    aria-pressed={pinned}
                    aria-label={t('documentScreen.rapid.pin', { field: t(`documents.field.${field}`) })}
                    title={t(pinned ? 'documentScreen.rapid.pinned' : 'documentScreen.rapid.pinHint')}
                    onClick={() => pin(field)}
                  >
                    {pinned ? <PushpinFilled /> : <PushpinOutlined />}
                  </button>
                )}
              </span>
              {choice ? (
                <SuggestInput
                  id={common.id}
                  value={common.value}
                  suggestions={choice.list}
                  eager={choice.eager}
                  invalid={refused !== undefined}
                  describedBy={common['aria-describedby']}
                  inputRef={(input) => keep(field, input)}
                  onChange={(text) => set(field, text)}
                  onKeyDown={onFieldKey(field)}
                />
              ) : (
                <Input
                  {...common}
                  ref={(input) => keep(field, input)}
                  autoComplete="off"
                  status={refused ? 'error' : ''}
                  placeholder={placeholder(field)}
                  onChange={(event) => set(field, event.target.value)}
                  onKeyDown={typed(onFieldKey(field))}
                />
              )}
              {has && (
                <span id={noteId} className="rapid-notes">
                  {refused && <span className="field-problem">{fieldProblem(t, refused)}</span>}
                  {notes.map((finding) => (
                    <span key={finding.rule} className={finding.level === 'error' ? 'field-problem' : 'field-note'}>
                      {findingText(t, finding)}
                      {typeof finding.params['repaired'] === 'string' && (
                        <button
                          type="button"
                          className="text-link"
                          onClick={() => {
                            set(field, String(finding.params['repaired']));
                            focus(field);
                          }}
                        >
                          {t('documentScreen.fix.repaired', { text: finding.params['repaired'] })}
                        </button>
                      )}
                    </span>
                  ))}
                </span>
              )}
            </div>
          );
        })}
      </div>
      {suggestion && (
        <p className="rapid-suggestion" role="status">
          {t('documentScreen.rapid.suggestion', {
            terms: suggestion.terms.map((code) => termText(t, code)).join(t('paper.unitSeparator')),
            reason: suggestionReason(t, suggestion),
          })}
        </p>
      )}
      <div className="rapid-foot">
        <label className="rapid-switch">
          <Switch
            size="small"
            checked={draft.file}
            aria-label={t('documentScreen.rapid.file')}
            onChange={(file) => rapidDraft.set({ archive, file })}
          />
          {t('documentScreen.rapid.file')}
        </label>
        {problem !== null && (
          <span className="field-problem" role="alert">
            {problem}
          </span>
        )}
        <span className="spring" />
        {entered > 0 && <span className="muted">{t('documentScreen.rapid.count', { count: entered })}</span>}
        <Button ref={saveButton} type="primary" loading={busy} onClick={() => void save()}>
          {t('documentScreen.rapid.save')}
          <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </section>
  );

  function keep(field: RapidField, input: InputRef | null): void {
    if (input) inputs.current.set(field, input);
    else inputs.current.delete(field);
  }

  function placeholder(field: RapidField): string | undefined {
    if (field === 'signedDate') return t('documentScreen.rapid.datePlaceholder');
    return field === 'filingYear' ? t('documentScreen.rapid.yearPlaceholder') : undefined;
  }

  function nextText(): string {
    if (year === null || !term) return t('documentScreen.rapid.nextUnknown');
    if (next === undefined) return '';
    if (next === null) return t('documentScreen.rapid.nextNeedsSection', { year });
    return t('documentScreen.rapid.next', {
      code: next.referenceCode ?? t('documentScreen.noCode', { number: next.itemNumber }),
    });
  }
}

/** What lacks is told only where the document is to be filed; the rest as soon as there is something to tell of. */
function concerns(finding: DocumentFinding, field: RapidField, texts: RapidTexts, file: boolean): boolean {
  const own: keyof DocumentFields = field;
  if (finding.field !== own) return false;
  if (finding.rule === 'missing') return file && texts.title !== '' && texts[field] === '' && field !== 'filingYear';
  return true;
}
