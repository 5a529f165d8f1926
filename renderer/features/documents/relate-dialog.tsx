/** Adds a relation by picking: a row of a plan by its words, or another document. */
import { Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { RelationKind } from '#shared/features/documents.ts';
import { useAsked } from '../../app/api.ts';
import { useYear, useYears } from '../../app/archive-state.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useSettled } from '../../app/use-settled.ts';
import { monthText } from '../schedule/row-texts.ts';
import { setFields } from './use-document-edits.ts';

const SHOWN = 20;
type Kind = (typeof RelationKind.options)[number];

export function RelateDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useT();
  const [kind, setKind] = useState<Kind>('plan_row');
  const [chosenYear, setYear] = useState<number | null>(null);
  const current = useYear();
  const years = (useYears().data ?? []).filter(({ planned }) => planned);
  const year = chosenYear ?? (years.some((one) => one.year === current) ? current : (years[0]?.year ?? null));
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim());
  const [target, setTarget] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const document = useAsked('documents.get', { id }).data?.document;
  const plan = kind === 'plan_row';
  const rows = useAsked('schedule.list', { year: year ?? 0, limit: 1000 }, { enabled: plan && year !== null });
  const found = useAsked(
    'documents.list',
    { filter: wanted === '' ? {} : { text: wanted }, limit: SHOWN },
    { enabled: !plan },
  );
  const choices: { id: number; name: string }[] = plan
    ? (rows.data?.rows ?? [])
        .filter(({ activity }) => activity.includes(wanted))
        .slice(0, SHOWN)
        .map((row) => ({ id: row.id, name: `${monthText(row)} ${row.activity}`.trim() }))
    : (found.data?.rows ?? [])
        .filter((one) => one.id !== id)
        .map((one) => ({ id: one.id, name: `${one.referenceCode ?? ''} ${one.title}`.trim() }));

  const add = async (): Promise<void> => {
    if (!document || target === null) return;
    setBusy(true);
    setError(null);
    try {
      const known = document.relations.some((one) => one.kind === kind && one.targetId === target);
      if (!known) await setFields(id, { relations: [...document.relations, { kind, targetId: target }] });
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={560}
      focusField={false}
      title={t('documentScreen.relations.add')}
      okText={t('documentScreen.relations.do')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: target === null || document === undefined, loading: busy }}
      onOk={() => void add()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <div className="pair">
          <Form.Item label={t('documentScreen.relations.kind')} htmlFor="relate-kind">
            <Select<Kind>
              id="relate-kind"
              autoFocus
              value={kind}
              onChange={(next) => {
                setKind(next);
                setTarget(null);
              }}
              options={RelationKind.options.map((value) => ({ value, label: t(`documents.relation.${value}`) }))}
            />
          </Form.Item>
          {plan && (
            <Form.Item label={t('shell.year.label')} htmlFor="relate-year">
              <Select
                id="relate-year"
                value={year}
                placeholder={t('shell.year.none')}
                onChange={(next: number) => {
                  setYear(next);
                  setTarget(null);
                }}
                options={years.map((one) => ({ value: one.year, label: t('shell.year.option', { year: one.year }) }))}
              />
            </Form.Item>
          )}
        </div>
        <Form.Item label={t('documentScreen.relations.find')} htmlFor="relate-text">
          <Input id="relate-text" allowClear value={text} onChange={(event) => setText(event.target.value)} />
        </Form.Item>
      </Form>
      {choices.length === 0 ? (
        <p className="muted">{t('documentScreen.relations.nothing')}</p>
      ) : (
        <Radio.Group
          className="relation-choice"
          aria-label={t('documentScreen.relations.add')}
          value={target}
          onChange={(event) => setTarget(event.target.value as number)}
          options={choices.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
