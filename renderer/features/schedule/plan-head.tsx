/** The head of the year's paper beside the title: numbers and dates as printed, and a form to change them. */
import { Dialog } from '../../app/dialog.tsx';
import { EditOutlined, WarningFilled } from '@ant-design/icons';
import { App, Button, Form, Input, Tooltip } from 'antd';
import { useState } from 'react';
import type { Plan, PlanFields } from '#shared/features/plans.ts';
import { isIndexNumberDamaged } from '#shared/lib/archives/index-number.ts';
import { z } from '#shared/lib/zod.ts';
import { call, useAsked } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Writing } from '../../app/read-only.tsx';

export const HEAD_FIELDS = [
  'documentTitle',
  'indexNumber',
  'documentNumber',
  'issuer',
  'signedBy',
  'signedDate',
  'publishedDate',
  'attachment',
] as const;
export type HeadField = (typeof HEAD_FIELDS)[number];

export const isDateField = (field: HeadField): boolean => field === 'signedDate' || field === 'publishedDate';

export function PlanHead({ year }: { year: number }) {
  const { t } = useT();
  const plan = useAsked('plans.get', { year }).data;
  const [open, setOpen] = useState(false);
  if (!plan) return null;
  const damaged = isIndexNumberDamaged(plan.indexNumber);
  const facts = [plan.documentNumber, plan.signedDate].filter((fact) => fact !== null && fact !== '');
  return (
    <span className="plan-head">
      {facts.length > 0 && <span className="muted">{facts.join(' · ')}</span>}
      {damaged && (
        <Tooltip title={t('schedule.head.damaged', { number: plan.indexNumber ?? '' })}>
          <WarningFilled className="warning-sign" aria-label={t('schedule.head.damagedShort')} role="img" />
        </Tooltip>
      )}
      <Writing>
        <Tooltip title={t('schedule.head.edit')}>
          <Button
            type="text"
            size="small"
            icon={<EditOutlined />}
            aria-label={t('schedule.head.edit')}
            onClick={() => setOpen(true)}
          />
        </Tooltip>
      </Writing>
      {open && <HeadForm plan={plan} onClose={() => setOpen(false)} />}
    </span>
  );
}

function HeadForm({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const [title, setTitle] = useState(plan.title);
  const [values, setValues] = useState<Record<HeadField, string>>({
    documentTitle: plan.documentTitle ?? '',
    indexNumber: plan.indexNumber ?? '',
    documentNumber: plan.documentNumber ?? '',
    issuer: plan.issuer ?? '',
    signedBy: plan.signedBy ?? '',
    signedDate: plan.signedDate ?? '',
    publishedDate: plan.publishedDate ?? '',
    attachment: plan.attachment ?? '',
  });
  const [busy, setBusy] = useState(false);
  const badDate = (field: HeadField): boolean =>
    isDateField(field) && values[field] !== '' && !z.iso.date().safeParse(values[field]).success;
  const invalid = title.trim() === '' || HEAD_FIELDS.some(badDate);

  const save = async (): Promise<void> => {
    const fields: Partial<PlanFields> = title === plan.title ? {} : { title: title.trim() };
    for (const field of HEAD_FIELDS) {
      const value = values[field].trim() === '' ? null : values[field].trim();
      if (value !== plan[field]) fields[field] = value;
    }
    if (Object.keys(fields).length === 0) return onClose();
    setBusy(true);
    try {
      await call('plans.update', { year: plan.year, version: plan.version, fields });
      message.success(t('shell.saved'));
      onClose();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={620}
      title={t('schedule.head.title')}
      okText={t('schedule.head.save')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: invalid, loading: busy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form layout="vertical" className="head-form">
        <Form.Item label={t('schedule.head.planTitle')} htmlFor="head-title" required className="wide">
          <Input id="head-title" value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </Form.Item>
        {HEAD_FIELDS.map((field) => (
          <Form.Item
            key={field}
            label={t(`schedule.head.${field}`)}
            htmlFor={`head-${field}`}
            className={field === 'documentTitle' || field === 'attachment' ? 'wide' : ''}
            validateStatus={badDate(field) ? 'error' : ''}
            help={
              badDate(field)
                ? t('schedule.inspector.dateInvalid')
                : field === 'indexNumber' && isIndexNumberDamaged(values.indexNumber)
                  ? t('schedule.head.damaged', { number: values.indexNumber })
                  : undefined
            }
          >
            <Input
              id={`head-${field}`}
              value={values[field]}
              maxLength={200}
              placeholder={isDateField(field) ? t('schedule.inspector.dateExample') : undefined}
              onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            />
          </Form.Item>
        ))}
      </Form>
    </Dialog>
  );
}
