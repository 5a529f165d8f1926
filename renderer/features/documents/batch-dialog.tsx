/** 批量修改: one field of all chosen documents, as one step. Filed documents keep what their numbers are made of. */
import { App, Form, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DocumentFields as Fields, type DocumentFields } from '#shared/features/documents.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import type { Names } from './document-columns.tsx';
import { type FieldReading, fieldProblem } from '#shared/features/document-texts.ts';
import { CELL_FIELDS, type CellField, isFixed, readCell } from './document-texts.ts';
import { setForAll } from './use-document-edits.ts';
import { documentsById } from './use-document-rows.ts';

const CHOICES = ['accessMark', 'disclosure', 'medium'] as const;
type ChoiceField = (typeof CHOICES)[number];
const OPTIONS: Record<ChoiceField, readonly string[]> = {
  accessMark: Fields.shape.accessMark.options,
  disclosure: Fields.shape.disclosure.unwrap().options,
  medium: Fields.shape.medium.options,
};
/** The title is each document's own; it is no field to set for many. */
const TEXTS = CELL_FIELDS.filter((field) => field !== 'title');

type BatchField = Exclude<CellField, 'title'> | ChoiceField;

function isChoice(field: BatchField): field is ChoiceField {
  return (CHOICES as readonly string[]).includes(field);
}

export function BatchDialog({ ids, names, onClose }: { ids: readonly number[]; names: Names; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const [field, setField] = useState<BatchField>('term');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const documents = useQuery({ queryKey: ['documents', 'chosen', ids], queryFn: () => documentsById(ids), gcTime: 0 });
  const fixed = (documents.data ?? []).filter((document) => isFixed(document, field));
  const free = ids.filter((id) => !fixed.some((document) => document.id === id));
  const reading: FieldReading = isChoice(field)
    ? { ok: true, fields: { [field]: text === '' ? null : text } as Partial<DocumentFields> }
    : readCell(field, text, names.sections);
  const chosen = !isChoice(field) || text !== '';

  const apply = async (): Promise<void> => {
    if (!reading.ok || free.length === 0) return;
    setBusy(true);
    setError(null);
    try {
      const empty = text.trim() === '' && field === 'remark' ? { remark: '' } : reading.fields;
      await setForAll(free, empty);
      message.success(t('documentScreen.batch.done', { count: free.length }));
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={480}
      focusField={false}
      title={t('documentScreen.batch.title', { count: ids.length })}
      okText={t(fixed.length > 0 ? 'documentScreen.batch.rest' : 'documentScreen.batch.do', { count: free.length })}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: !reading.ok || !chosen || free.length === 0 || !documents.data, loading: busy }}
      onOk={() => void apply()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t('documentScreen.batch.field')} htmlFor="batch-field">
          <Select<BatchField>
            id="batch-field"
            autoFocus
            value={field}
            onChange={(next) => {
              setField(next);
              setText('');
            }}
            options={[...TEXTS.filter((one) => one !== 'sectionId' || names.sections.length > 0), ...CHOICES].map(
              (value) => ({ value, label: t(`documents.field.${value}`) }),
            )}
          />
        </Form.Item>
        <Form.Item
          label={t('documentScreen.batch.value')}
          htmlFor="batch-value"
          validateStatus={reading.ok ? '' : 'error'}
          help={
            reading.ok
              ? chosen && text.trim() === ''
                ? t('documentScreen.batch.empty')
                : undefined
              : fieldProblem(t, reading)
          }
        >
          {isChoice(field) ? (
            <Select
              id="batch-value"
              value={text === '' ? null : text}
              onChange={(value: string) => setText(value)}
              options={OPTIONS[field].map((value) => ({
                value,
                label: t(`documents.${field}.${value}` as 'documents.medium.paper'),
              }))}
            />
          ) : (
            <Input
              id="batch-value"
              value={text}
              autoComplete="off"
              onChange={(event) => setText(event.target.value)}
              onKeyDown={typed((event) => {
                if (event.key === 'Enter') void apply();
              })}
            />
          )}
        </Form.Item>
      </Form>
      {fixed.length > 0 && <p className="field-note">{t('documentScreen.batch.fixed', { count: fixed.length })}</p>}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
