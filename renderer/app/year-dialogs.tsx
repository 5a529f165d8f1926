/** Begin a year, and copy last year's plan into it. */
import { Dialog } from './dialog.tsx';
import { App, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Year } from '#shared/features/schedule.ts';
import { call } from './api.ts';
import { useYear, useYears } from './archive-state.ts';
import { useShowError } from './error-view.tsx';
import { useT } from './i18n.tsx';
import { useToday } from './today.ts';
import { ui, useUi } from './ui-state.ts';

function close(): void {
  ui.set({ dialog: null });
}

function CreateYear() {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const today = useToday();
  const years = useYears().data ?? [];
  const current = useYear();
  const newest = years.find(({ planned }) => planned)?.year;
  // The year in view may have activities or money and no plan yet: it is the one that is meant.
  const bare = years.some((one) => one.year === current && !one.planned);
  const [year, setYear] = useState<number | null>(
    bare ? current : newest === undefined ? today.getFullYear() : newest + 1,
  );
  const [busy, setBusy] = useState(false);
  const valid = Year.safeParse(year).success;

  const create = async (): Promise<void> => {
    if (year === null) return;
    setBusy(true);
    try {
      await call('plans.create', { year });
      ui.set({ year, screen: 'schedule', view: 'table', dialog: null });
      message.success(t('shell.year.added', { year }));
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('shell.year.addTitle')}
      okText={t('shell.year.add')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: !valid, loading: busy }}
      onOk={() => void create()}
      onCancel={close}
      width={420}
    >
      <p className="muted">{t('shell.year.addText')}</p>
      <Form layout="vertical" onFinish={() => valid && void create()}>
        <Form.Item
          label={t('shell.year.label')}
          htmlFor="new-year"
          validateStatus={valid ? '' : 'error'}
          help={valid ? undefined : t('shell.year.invalid')}
        >
          <InputNumber id="new-year" value={year} onChange={setYear} precision={0} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

function CopyYear() {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const years = useYears().data ?? [];
  const today = useToday();
  const current = useYear();
  const filled = years.filter(({ rows }) => rows > 0);
  // An empty year asks for the plan before it; a filled one is the plan that the next year begins with.
  const currentIsEmpty = current !== null && !filled.some(({ year }) => year === current);
  const [from, setFrom] = useState<number | null>(
    (currentIsEmpty ? filled.find(({ year }) => year < current)?.year : current) ?? filled[0]?.year ?? null,
  );
  const [to, setTo] = useState<number | null>(currentIsEmpty ? current : (filled[0]?.year ?? today.getFullYear()) + 1);
  const [busy, setBusy] = useState(false);
  const valid = from !== null && Year.safeParse(to).success && to !== from;

  const copy = async (): Promise<void> => {
    if (from === null || to === null) return;
    setBusy(true);
    try {
      const { added } = await call('plans.copyYear', { from, to });
      ui.set({ year: to, screen: 'schedule', view: 'table', dialog: null });
      message.success(t('shell.year.copied', { from, year: to, count: added }));
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('shell.year.copyTitle')}
      okText={t('shell.year.copy')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: !valid, loading: busy }}
      onOk={() => void copy()}
      onCancel={close}
      width={460}
    >
      <p className="muted">{t('shell.year.copyText')}</p>
      <Form layout="vertical">
        <div className="pair">
          <Form.Item label={t('shell.year.from')} htmlFor="copy-from">
            <Select
              id="copy-from"
              value={from}
              onChange={setFrom}
              options={filled.map(({ year }) => ({ value: year, label: t('shell.year.option', { year }) }))}
            />
          </Form.Item>
          <Form.Item
            label={t('shell.year.to')}
            htmlFor="copy-to"
            validateStatus={valid ? '' : 'error'}
            help={valid ? undefined : t('shell.year.invalid')}
          >
            <InputNumber id="copy-to" value={to} onChange={setTo} precision={0} />
          </Form.Item>
        </div>
      </Form>
    </Dialog>
  );
}

export function YearDialogs() {
  const dialog = useUi((state) => state.dialog);
  if (dialog === 'createYear') return <CreateYear />;
  if (dialog === 'copyYear') return <CopyYear />;
  return null;
}
