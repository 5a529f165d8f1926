/** The form of the reference codes in a span of years, with the code that it gives beside it. */
import { Checkbox, Form, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { Category } from '#shared/features/archival-terms.ts';
import type { CodeScheme, CodeSchemeFields, FondsRules } from '#shared/features/fonds.ts';
import { call } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { exampleCode } from './fonds-settings.tsx';

interface Props {
  scheme: CodeScheme | null;
  rules: FondsRules;
  onClose: () => void;
}

export function SchemeDialog({ scheme, rules, onClose }: Props) {
  const { t } = useT();
  const thisYear = useToday().getFullYear();
  const [fields, setFields] = useState<CodeSchemeFields>(
    scheme ?? { category: 'WS', yearFrom: thisYear + 1, yearTo: null, form: 'B', itemDigits: 4, hasSection: false },
  );
  const [error, setError] = useState<unknown>(null);
  const set = (change: Partial<CodeSchemeFields>): void => setFields((old) => ({ ...old, ...change }));
  const example = exampleCode(fields, rules.fonds.code, rules.sections);
  const save = async (): Promise<void> => {
    const { category, yearFrom, yearTo, form, itemDigits, hasSection } = fields;
    try {
      await call('fonds.saveScheme', {
        category,
        yearFrom,
        yearTo,
        form,
        itemDigits,
        hasSection,
        ...(scheme ? { id: scheme.id, version: scheme.version } : {}),
      });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      width={520}
      focusField={false}
      title={t(scheme ? 'fondsSettings.editScheme' : 'fondsSettings.addScheme')}
      okText={t('shell.ok')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: example === null }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t('documents.field.category')} htmlFor="scheme-category">
          <Select
            id="scheme-category"
            value={fields.category}
            onChange={(category: CodeSchemeFields['category']) => set({ category })}
            options={Category.options.map((value) => ({
              value,
              label: `${t(`documents.category.${value}`)} ${value}`,
            }))}
          />
        </Form.Item>
        <div className="pair">
          <Form.Item label={t('fondsSettings.yearFrom')} htmlFor="scheme-from">
            <InputNumber
              id="scheme-from"
              precision={0}
              min={1949}
              max={2999}
              value={fields.yearFrom}
              onChange={(yearFrom) => yearFrom !== null && set({ yearFrom })}
            />
          </Form.Item>
          <Form.Item label={t('fondsSettings.yearTo')} htmlFor="scheme-to">
            <InputNumber
              id="scheme-to"
              precision={0}
              min={1949}
              max={2999}
              placeholder={t('fondsSettings.open')}
              value={fields.yearTo}
              onChange={(yearTo) => set({ yearTo })}
            />
          </Form.Item>
        </div>
        <Form.Item label={t('fondsSettings.form')}>
          <Radio.Group
            aria-label={t('fondsSettings.form')}
            value={fields.form}
            onChange={(event) => {
              const form = event.target.value as 'A' | 'B';
              set(form === 'A' ? { form, itemDigits: 4 } : { form });
            }}
            options={(['A', 'B'] as const).map((value) => ({ value, label: t(`fondsSettings.formLong.${value}`) }))}
          />
        </Form.Item>
        <div className="pair">
          <Form.Item label={t('fondsSettings.digits')} htmlFor="scheme-digits">
            <Select
              id="scheme-digits"
              disabled={fields.form === 'A'}
              value={fields.itemDigits}
              onChange={(itemDigits: number) => set({ itemDigits })}
              options={[3, 4, 5].map((value) => ({ value, label: String(value) }))}
            />
          </Form.Item>
          <Form.Item label={t('documents.field.sectionId')}>
            <Checkbox checked={fields.hasSection} onChange={(event) => set({ hasSection: event.target.checked })}>
              {t('fondsSettings.hasSection')}
            </Checkbox>
          </Form.Item>
        </div>
      </Form>
      <p role="status">
        {example === null ? (
          <span className="field-problem">{t('fondsSettings.noExample')}</span>
        ) : (
          <>
            {t('fondsSettings.example')} <code className="example-code">{example}</code>
          </>
        )}
      </p>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
