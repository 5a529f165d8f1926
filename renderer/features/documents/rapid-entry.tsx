/**
 * 连续登记: what the archive says of a document – its next number, its term, what lacks – stands beside what is typed. It is
 * entered as a draft or filed at once; a template fills in what recurs.
 */
import { Switch } from 'antd';
import { useCallback, useEffect, useMemo } from 'react';
import type { Input } from '#shared/contract.ts';
import type { DocumentFields, DocumentFinding } from '#shared/features/documents.ts';
import { fieldProblem, type SectionName, termText } from '#shared/features/document-texts.ts';
import type { DocumentTemplate } from '#shared/features/templates.ts';
import { call, useAsked, whileEditing } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import type { FieldView } from '../../app/register/entry-fields.tsx';
import { RapidForm } from '../../app/register/rapid-form.tsx';
import { useRapidEntry } from '../../app/register/use-rapid-entry.ts';
import { useStore } from '../../app/store.ts';
import type { Suggestion } from '../../app/suggest-input.tsx';
import { useSettled } from '../../app/use-settled.ts';
import { documentState } from './document-state.ts';
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
import { RapidNext } from './rapid-next.tsx';
import { RapidNotes } from './rapid-notes.tsx';
import { suggestionReason } from './suggestion-text.ts';
import { TemplatePicker } from './template-picker.tsx';
import { showEdit } from './use-document-rows.ts';

type NewFields = Input<'documents.create'>['fields'];

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

keepRapidDraft(window.localStorage);

export function RapidEntry({ archive, sections, authors }: Props) {
  const { t } = useT();
  const stored = useStore(rapidDraft, (state) => state);
  const draft = stored.archive === archive ? stored : EMPTY_DRAFT;
  const { template, file } = draft;
  const entry = useRapidEntry({
    archive,
    draft: rapidDraft,
    empty: EMPTY_DRAFT,
    pinnable: PINNABLE,
    first: 'title',
    read: useCallback(
      (texts: RapidTexts, asked: boolean) => {
        const read = readDraft(texts, sections);
        const fields: NewFields = { ...template?.rest, ...read.fields };
        const problems = new Map([...read.problems].map(([field, problem]) => [field, fieldProblem(t, problem)]));
        const lacks = (fields.title ?? '') === '';
        if (lacks && asked && !problems.has('title')) problems.set('title', t('documentScreen.rapid.needsTitle'));
        return {
          shown: RAPID_FIELDS.filter((field) => field !== 'sectionId' || sections.length > 0),
          problems,
          value: lacks || problems.size > 0 ? null : fields,
          fields,
        };
      },
      [sections, t, template],
    ),
    next: () => nextTexts(rapidDraft.get()),
    enter: async (fields: NewFields) => {
      const { document } = await whileEditing('documents', async () => {
        const output = await call('documents.create', { fields, file });
        showEdit({ documents: [output.document], withdrawn: [] });
        return output;
      });
      return document.state === 'filed'
        ? t('documentScreen.rapid.filed', { code: document.referenceCode ?? String(document.itemNumber) })
        : t('documentScreen.rapid.entered', { title: document.title });
    },
    leave: () => documentState.set({ entering: false }),
    list: '.documents-main',
  });
  useEffect(() => {
    if (Object.values(rapidDraft.get().texts).every((text) => text === '')) {
      rapidDraft.set({ texts: { ...EMPTY_TEXTS, ...textsOfFolder(sections, (code) => termText(t, code)) } });
    }
    // Only when the form opens: later changes of words or sections must not overwrite what was typed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  const { fields } = entry.reading;
  const settled = useSettled(fields, 250);
  const worthChecking = !isUntouched(draft);
  const findings = useAsked('documents.check', { fields: settled }, { enabled: worthChecking }).data?.findings ?? [];
  const suggestion = useAsked(
    'documents.suggestTerm',
    { title: settled.title ?? '', author: settled.author ?? '' },
    { enabled: (settled.title ?? '') !== '' },
  ).data?.suggestion;
  const hasTemplates = (useAsked('templates.list', {}).data ?? []).length > 0;
  const chooseTemplate = (chosen: DocumentTemplate | null): void => {
    const taken = chosen && rapidTemplate(chosen, t, { sections, retention: [] });
    rapidDraft.set({ template: taken, texts: { ...draft.texts, ...taken?.texts } });
    entry.focus('title');
  };

  const terms = useMemo((): Suggestion[] => {
    const suggested = suggestion?.terms ?? [];
    const others = ['Y', 'D30', 'D10'].filter((code) => !suggested.includes(code));
    return [
      ...suggested.map((code) => ({ text: termText(t, code), hint: t('documentScreen.rapid.suggested') })),
      ...others.map((code) => ({ text: termText(t, code) })),
    ];
  }, [suggestion, t]);
  const choices: Partial<Record<RapidField, FieldView['choices']>> = {
    author: { list: authors.map((text) => ({ text })), eager: false },
    term: { list: terms, eager: true },
    sectionId: { list: sections.map(({ name, code }) => ({ text: name, hint: code })), eager: true },
  };
  const placeholders: Partial<Record<RapidField, string>> = {
    signedDate: t('documentScreen.rapid.datePlaceholder'),
    filingYear: t('documentScreen.rapid.yearPlaceholder'),
  };
  const view = (field: RapidField): FieldView => {
    const list = choices[field];
    const notes = findings.filter((finding) => concerns(finding, field, draft.texts, file));
    const mend = (text: string): void => {
      entry.set(field, text);
      entry.focus(field);
    };
    return {
      label: t(`documents.field.${field}`),
      span: spanOf(field, sections.length > 0),
      placeholder: placeholders[field],
      ...(list ? { choices: list } : {}),
      ...(notes.length > 0 ? { note: <RapidNotes findings={notes} onMend={mend} /> } : {}),
    };
  };
  return (
    <RapidForm
      entry={entry}
      className="document-entry"
      title={t('documentScreen.rapid.title')}
      view={view}
      counted={t('documentScreen.rapid.count', { count: entry.entered })}
      head={
        <>
          <RapidNext fields={fields} />
          {hasTemplates && (
            <TemplatePicker
              id={`${entry.id}-template`}
              value={template?.id ?? null}
              noneLabel={t('documentScreen.rapid.noTemplate')}
              onChoose={chooseTemplate}
            />
          )}
        </>
      }
      below={
        suggestion && (
          <p className="rapid-suggestion" role="status">
            {t('documentScreen.rapid.suggestion', {
              terms: suggestion.terms.map((code) => termText(t, code)).join(t('paper.unitSeparator')),
              reason: suggestionReason(t, suggestion),
            })}
          </p>
        )
      }
      foot={
        <label className="rapid-switch">
          <Switch
            size="small"
            checked={file}
            aria-label={t('documentScreen.rapid.file')}
            onChange={(checked) => rapidDraft.set({ file: checked })}
          />
          {t('documentScreen.rapid.file')}
        </label>
      }
    />
  );
}

/** Columns of twelve. */
function spanOf(field: RapidField, withSections: boolean): number {
  if (field === 'title') return 12;
  if (field === 'author' || field === 'documentNumber' || field === 'signedDate') return 4;
  if (field === 'remark') return withSections ? 4 : 6;
  return 2;
}

/** What lacks is told only where the document is to be filed; the rest as soon as there is something to tell of. */
function concerns(finding: DocumentFinding, field: RapidField, texts: RapidTexts, file: boolean): boolean {
  const own: keyof DocumentFields = field;
  if (finding.field !== own) return false;
  if (finding.rule === 'missing') return file && texts.title !== '' && texts[field] === '' && field !== 'filingYear';
  return true;
}
