/** 改编档号: a filed document goes to another class and gets a new number; the old one stays void, with the reason. */
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import type { Names } from './document-columns.tsx';
import { termText } from '#shared/features/document-texts.ts';

interface Change {
  filingYear?: number | undefined;
  term?: string | undefined;
  sectionId?: number | null | undefined;
}

export function RenumberDialog({ id, names, onClose }: { id: number; names: Names; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const document = useAsked('documents.get', { id }).data?.document;
  const [change, setChange] = useState<Change>({});
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const year = change.filingYear ?? document?.filingYear ?? null;
  const term = change.term ?? document?.term ?? null;
  const sectionId = change.sectionId === undefined ? (document?.sectionId ?? null) : change.sectionId;
  const moved =
    document !== undefined &&
    (year !== document.filingYear || term !== document.term || sectionId !== document.sectionId);
  const valid = year !== null && year >= 1949 && year <= 2999;
  const next = useAsked(
    'documents.nextNumber',
    { category: document?.category ?? 'WS', filingYear: year ?? 0, term: term ?? '', sectionId },
    { enabled: moved && valid && term !== null },
  ).data?.next;

  const renumber = async (): Promise<void> => {
    if (!document || !valid || term === null) return;
    setBusy(true);
    setError(null);
    try {
      const output = await call('documents.renumber', {
        id,
        version: document.version,
        filingYear: year,
        term,
        sectionId,
        reason: reason.trim(),
      });
      const codeOf = (one: typeof document): string =>
        one.referenceCode ?? t('documentScreen.noCode', { number: one.itemNumber ?? '' });
      message.success(t('documentScreen.renumber.done', { from: codeOf(document), to: codeOf(output.document) }), 6);
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={520}
      title={t('documentScreen.renumber.title')}
      okText={t('documentScreen.renumber.do')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: !moved || !valid || reason.trim() === '', loading: busy }}
      onOk={() => void renumber()}
      onCancel={onClose}
    >
      {document && (
        <>
          <p>
            <strong>
              {document.referenceCode ?? t('documentScreen.noCode', { number: document.itemNumber ?? '' })}
            </strong>{' '}
            {document.title}
          </p>
          <p className="muted">{t('documentScreen.renumber.text')}</p>
          <Form layout="vertical">
            <div className="pair">
              <Form.Item label={t('documents.field.filingYear')} htmlFor="renumber-year">
                <InputNumber
                  id="renumber-year"
                  precision={0}
                  value={year}
                  onChange={(value) => setChange({ ...change, filingYear: value ?? undefined })}
                />
              </Form.Item>
              <Form.Item label={t('documents.field.term')} htmlFor="renumber-term">
                <Select
                  id="renumber-term"
                  value={term}
                  onChange={(value: string) => setChange({ ...change, term: value })}
                  options={['Y', 'D30', 'D10'].map((value) => ({ value, label: termText(t, value) }))}
                />
              </Form.Item>
            </div>
            {names.sections.length > 0 && (
              <Form.Item label={t('documents.field.sectionId')} htmlFor="renumber-section">
                <Select
                  id="renumber-section"
                  allowClear
                  value={sectionId}
                  onChange={(value: number | undefined) => setChange({ ...change, sectionId: value ?? null })}
                  options={names.sections.map(({ id: value, name, code }) => ({ value, label: `${name} ${code}` }))}
                />
              </Form.Item>
            )}
            <Form.Item label={t('documentScreen.reason')} htmlFor="renumber-reason" required>
              <Input.TextArea
                id="renumber-reason"
                rows={2}
                maxLength={2000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Form.Item>
          </Form>
          <p role="status">
            {moved && next
              ? t('documentScreen.rapid.next', {
                  code: next.referenceCode ?? t('documentScreen.noCode', { number: next.itemNumber }),
                })
              : t('documentScreen.renumber.same')}
          </p>
        </>
      )}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
