/** Every field of a document in its groups; what needs a look stands on top, with the key that mends it. */
import { Button, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { DocumentFields as Fields, type Document, type DocumentFields } from '#shared/features/documents.ts';
import { findingText } from '#shared/i18n/finding-text.ts';
import type { Messages, Translate } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import { useAsked } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Fact, SavedText } from '../../app/saved-text.tsx';
import { documentState } from './document-state.ts';
import { dateText, fieldProblem, readCatalogueDate, termText } from '#shared/features/document-texts.ts';
import { readCell } from './document-texts.ts';
import { type FindingFix, fixOf } from './finding-fix.ts';
import type { InspectorTabProps } from './inspector.tsx';
import { suggestionReason } from './suggestion-text.ts';
import { setFields } from './use-document-edits.ts';

type EnumField = 'yearReason' | 'marking' | 'accessMark' | 'disclosure' | 'medium';
type NamesField = 'addressees' | 'copiesTo' | 'annexes' | 'keywords';
type LineField =
  | 'documentNumber'
  | 'author'
  | 'documentType'
  | 'urgency'
  | 'draftKind'
  | 'indexNumber'
  | 'signedDatePrinted';
type DayField = 'receivedDate' | 'publishedDate';

const LIMITS: Readonly<Record<LineField, number>> = {
  documentNumber: 100,
  author: 200,
  documentType: 20,
  urgency: 20,
  draftKind: 20,
  indexNumber: 200,
  signedDatePrinted: 50,
};

const ENUMS = {
  yearReason: Fields.shape.yearReason.options,
  marking: Fields.shape.marking.unwrap().options,
  accessMark: Fields.shape.accessMark.options,
  disclosure: Fields.shape.disclosure.unwrap().options,
  medium: Fields.shape.medium.options,
} as const satisfies Record<EnumField, readonly string[]>;
const NULLABLE: readonly EnumField[] = ['marking', 'disclosure'];

export function InspectorFields({ document, findings, names, readOnly }: InspectorTabProps) {
  const { t } = useT();
  const showError = useShowError();
  const id = useId();
  const retention = useAsked('fonds.get', {}).data?.retention ?? [];
  const save = (fields: Partial<DocumentFields>): void => void setFields(document.id, fields).catch(showError);
  const draft = document.state === 'draft';

  const line = (field: LineField, rows = 1): ReactNode => (
    <SavedText
      label={t(`documents.field.${field}`)}
      value={document[field] ?? ''}
      rows={rows}
      readOnly={readOnly}
      check={(text) =>
        text.trim().length > LIMITS[field] ? fieldProblem(t, { rule: 'long', params: { limit: LIMITS[field] } }) : null
      }
      onSave={(text) => save({ [field]: text.trim() === '' ? null : text.trim() })}
    />
  );
  const list = (field: NamesField): ReactNode => (
    <SavedText
      label={t(`documents.field.${field}`)}
      value={document[field].join('\n')}
      rows={2}
      readOnly={readOnly}
      placeholder={t('documentScreen.inspector.onePerLine')}
      onSave={(text) =>
        save({
          [field]: text
            .split('\n')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
        })
      }
    />
  );
  const day = (field: DayField): ReactNode => (
    <SavedText
      label={t(`documents.field.${field}`)}
      value={document[field] ?? ''}
      readOnly={readOnly}
      placeholder="2021-03-01"
      check={(text) => (text.trim() === '' ? null : dayProblem(text))}
      onSave={(text) => {
        const reading = readCatalogueDate(text);
        if (reading.ok) save({ [field]: reading.fields.signedDate ?? null });
      }}
    />
  );
  const dayProblem = (text: string): string | null => {
    const reading = readCatalogueDate(text);
    if (!reading.ok) return fieldProblem(t, reading);
    const whole = z.iso.date().safeParse(reading.fields.signedDate).success;
    return whole ? null : t('documentScreen.inspector.wholeDay');
  };
  const select = (
    field: EnumField | 'term' | 'sectionId' | 'retentionRowId',
    value: string | number | null,
    options: { value: string | number; label: string }[],
    onChange: (value: string | number | null) => void,
    { clear = false, fixed = false } = {},
  ): ReactNode => (
    <div className="field">
      <label htmlFor={`${id}-${field}`}>{t(`documents.field.${field}`)}</label>
      <Select<string | number>
        id={`${id}-${field}`}
        value={value}
        allowClear={clear}
        disabled={readOnly || fixed}
        title={fixed ? t('documentScreen.inspector.fixed') : ''}
        placeholder={t('documentScreen.inspector.notSet')}
        popupMatchSelectWidth={false}
        onChange={(chosen: string | number | undefined) => onChange(chosen ?? null)}
        options={options}
      />
    </div>
  );
  const choice = (field: EnumField): ReactNode =>
    select(
      field,
      document[field],
      ENUMS[field].map((value) => ({ value, label: t(`documents.${field}.${value}` as 'documents.medium.paper') })),
      (value) => save({ [field]: value }),
      { clear: NULLABLE.includes(field) },
    );
  const terms = [...new Set(['Y', 'D30', 'D10', ...(document.term === null ? [] : [document.term])])];

  return (
    <div className="inspector-body">
      <Findings document={document} findings={findings} readOnly={readOnly} onFix={save} />
      {draft && !readOnly && <TermSuggestion document={document} onTake={save} />}
      <Group name="description">
        <SavedText
          label={t('documents.field.title')}
          value={document.title}
          rows={2}
          readOnly={readOnly}
          check={(text) =>
            text.trim().length > 500 ? fieldProblem(t, { rule: 'long', params: { limit: 500 } }) : null
          }
          onSave={(title) => save({ title: title.trim() })}
        />
        {line('author')}
        {line('documentNumber')}
        <SavedText
          label={t('documents.field.signedDate')}
          value={document.signedDate === null ? '' : dateText(document)}
          readOnly={readOnly}
          placeholder="2021-03-01"
          check={(text) => {
            const reading = readCatalogueDate(text);
            return reading.ok ? null : fieldProblem(t, reading);
          }}
          onSave={(text) => {
            const reading = readCatalogueDate(text);
            if (reading.ok) save(reading.fields);
          }}
        />
        {document.signedDate === null && line('signedDatePrinted')}
        <div className="pair">
          {select(
            'term',
            document.term,
            terms.map((value) => ({ value, label: termText(t, value) })),
            (term) => save({ term: term === null ? null : String(term) }),
            { clear: true, fixed: !draft },
          )}
          <SavedText
            label={t('documents.field.pageCount')}
            value={document.pageCount === null ? '' : String(document.pageCount)}
            readOnly={readOnly}
            check={(text) => {
              const reading = readCell('pageCount', text, []);
              return reading.ok ? null : fieldProblem(t, reading);
            }}
            onSave={(text) => {
              const reading = readCell('pageCount', text, []);
              if (reading.ok) save(reading.fields);
            }}
          />
        </div>
        <div className="pair">
          <SavedText
            label={t('documents.field.filingYear')}
            value={document.filingYear === null ? '' : String(document.filingYear)}
            readOnly={readOnly || !draft}
            check={(text) => (text === '' || yearOf(text) !== null ? null : t('shell.year.invalid'))}
            onSave={(text) => save({ filingYear: yearOf(text) })}
          />
          {choice('yearReason')}
        </div>
        {names.sections.length > 0 &&
          select(
            'sectionId',
            document.sectionId,
            names.sections.map(({ id: value, name, code }) => ({ value, label: `${name} ${code}` })),
            (sectionId) => save({ sectionId: sectionId === null ? null : Number(sectionId) }),
            { clear: true, fixed: !draft },
          )}
        <SavedText
          label={t('documents.field.remark')}
          value={document.remark}
          rows={2}
          readOnly={readOnly}
          onSave={(remark) => save({ remark })}
        />
      </Group>
      <Group name="paper">
        <div className="pair">
          {line('documentType')}
          {line('urgency')}
        </div>
        {line('indexNumber')}
        {list('addressees')}
        {list('copiesTo')}
        {list('annexes')}
        <div className="pair">
          {day('receivedDate')}
          {day('publishedDate')}
        </div>
        <div className="pair">
          {line('draftKind')}
          {choice('marking')}
        </div>
      </Group>
      <Group name="keeping">
        {select(
          'retentionRowId',
          document.retentionRowId,
          retention.map((row) => ({ value: row.id, label: `${row.number} ${row.scope}` })),
          (row) => save({ retentionRowId: row === null ? null : Number(row) }),
          { clear: true },
        )}
        <div className="pair">
          {choice('accessMark')}
          {choice('disclosure')}
        </div>
        {choice('medium')}
        {list('keywords')}
        <SavedText
          label={t('documents.field.abstract')}
          value={document.abstract}
          rows={3}
          readOnly={readOnly}
          onSave={(abstract) => save({ abstract })}
        />
        <dl className="facts">
          {document.itemNumber !== null && <Fact label={t('documents.field.itemNumber')}>{document.itemNumber}</Fact>}
          {document.filedDate !== null && <Fact label={t('documents.field.filedDate')}>{document.filedDate}</Fact>}
          {document.boxId !== null && (
            <Fact label={t('documents.field.boxId')}>{names.boxes.get(document.boxId) ?? ''}</Fact>
          )}
          {document.termEnd !== null && <Fact label={t('documents.field.termEnd')}>{document.termEnd}</Fact>}
          {document.previousCode !== null && (
            <Fact label={t('documents.field.previousCode')}>{document.previousCode}</Fact>
          )}
          {document.withdrawnReason !== null && (
            <Fact label={t('documentScreen.inspector.withdrawnReason')}>{document.withdrawnReason}</Fact>
          )}
        </dl>
        {!draft && document.state === 'filed' && !readOnly && (
          <Button size="small" onClick={() => documentState.set({ dialog: { name: 'renumber', id: document.id } })}>
            {t('menu.commands.documents.renumber')}
          </Button>
        )}
      </Group>
      {document.sourceText !== null && (
        <Group name="source">
          <dl className="facts">
            <Fact
              label={
                document.sourceLine === null
                  ? t('schedule.inspector.source')
                  : t('schedule.inspector.sourceLine', { line: document.sourceLine })
              }
            >
              <span className="source-text">{document.sourceText}</span>
            </Fact>
          </dl>
        </Group>
      )}
    </div>
  );
}

function fixText(t: Translate, { label, params }: FindingFix): string {
  const { text = '', year = '' } = params;
  switch (label) {
    case 'repaired':
      return t('documentScreen.fix.repaired', { text });
    case 'clear':
      return t('documentScreen.fix.clear', { text });
    case 'year':
      return t('documentScreen.fix.year', { year });
    case 'confirm':
      return t('documentScreen.fix.confirm');
  }
}

function yearOf(text: string): number | null {
  const year = Number(text.normalize('NFKC').trim());
  return Number.isInteger(year) && year >= 1949 && year <= 2999 ? year : null;
}

function Group({ name, children }: { name: keyof Messages['documentScreen']['group']; children: ReactNode }) {
  const { t } = useT();
  return (
    <section className="inspector-group">
      <h3>{t(`documentScreen.group.${name}`)}</h3>
      {children}
    </section>
  );
}

function Findings({
  document,
  findings,
  readOnly,
  onFix,
}: Pick<InspectorTabProps, 'document' | 'findings' | 'readOnly'> & {
  onFix: (fields: Partial<DocumentFields> & { needsReview?: false }) => void;
}) {
  const { t } = useT();
  if (findings.length === 0) return null;
  return (
    <ul className="findings" aria-label={t('documentScreen.inspector.findings')}>
      {findings.map((finding) => {
        const fix = readOnly ? null : fixOf(finding, document);
        return (
          <li
            key={`${finding.field}-${finding.rule}-${JSON.stringify(finding.params)}`}
            className={`finding finding-${finding.level}`}
          >
            <span>{findingText(t, finding)}</span>
            {fix && (
              <Button size="small" onClick={() => onFix(fix.fields)}>
                {fixText(t, fix)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** 建议期限: the row of the retention table that the title points to; a person takes it. */
function TermSuggestion({
  document,
  onTake,
}: {
  document: Document;
  onTake: (fields: Partial<DocumentFields>) => void;
}) {
  const { t } = useT();
  const { title, author, term } = document;
  const suggestion = useAsked(
    'documents.suggestTerm',
    { title, author: author ?? '' },
    { enabled: title !== '' && term === null },
  ).data?.suggestion;
  if (!suggestion || term !== null) return null;
  return (
    <div className="callout">
      <p>{suggestionReason(t, suggestion)}</p>
      <span className="actions">
        {suggestion.terms.map((code) => (
          <Button
            key={code}
            size="small"
            onClick={() => onTake({ term: code, retentionRowId: suggestion.retentionRowId })}
          >
            {t('documentScreen.fix.term', { term: termText(t, code) })}
          </Button>
        ))}
      </span>
    </div>
  );
}
