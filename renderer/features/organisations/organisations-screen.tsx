/** 单位名录: full and short names, by which printed names are linked; nothing is deleted, only withdrawn with a reason. */
import { Dialog } from '../../app/dialog.tsx';
import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Table } from 'antd';
import { useState } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import { call, useAsked } from '../../app/api.ts';
import { ErrorView, useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Page } from '../../app/page.tsx';
import { ui } from '../../app/ui-state.ts';
import { NO_FILTER } from '../schedule/row-filter.ts';
import { scheduleState } from '../schedule/schedule-state.ts';

export function OrganisationsScreen() {
  const { t } = useT();
  const list = useAsked('organisations.list', {});
  const [query, setQuery] = useState('');
  const [editing, setEditing] = useState<Organisation | 'new' | null>(null);
  const [withdrawing, setWithdrawing] = useState<Organisation | null>(null);
  const all = list.data ?? [];
  const wanted = query.trim();
  const shown = all.filter(({ fullName, shortNames }) =>
    [fullName, ...shortNames].some((name) => name.includes(wanted)),
  );

  const showRows = (unit: Organisation): void => {
    scheduleState.set({ filter: { ...NO_FILTER, unit: `id:${unit.id}` } });
    ui.set({ screen: 'schedule', view: 'table', filterBar: true });
  };

  return (
    <Page
      title={t('shell.organisations.title')}
      status={t('shell.organisations.count', { count: all.length })}
      scroll
      actions={
        <>
          {all.length > 0 && (
            <Input.Search
              allowClear
              className="unit-search"
              aria-label={t('shell.organisations.search')}
              placeholder={t('shell.organisations.search')}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
          )}
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            {t('shell.organisations.add')}
          </Button>
        </>
      }
    >
      {list.error !== null && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && all.length === 0 ? (
        <div className="empty-year">
          <p>{t('shell.organisations.empty')}</p>
          <p className="muted">{t('shell.organisations.emptyText')}</p>
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('shell.organisations.add')}
          </Button>
        </div>
      ) : (
        <Table<Organisation>
          size="small"
          rowKey="id"
          loading={list.isPending}
          dataSource={shown}
          pagination={false}
          locale={{ emptyText: t('shell.organisations.noMatch', { text: query }) }}
          columns={[
            { title: t('shell.organisations.fullName'), dataIndex: 'fullName' },
            {
              title: t('shell.organisations.shortNames'),
              key: 'shortNames',
              render: (_, { shortNames }) =>
                shortNames.length === 0 ? (
                  <span className="muted">{t('shell.organisations.noShortNames')}</span>
                ) : (
                  shortNames.join(t('paper.unitSeparator'))
                ),
            },
            {
              title: t('shell.organisations.mentions'),
              key: 'mentions',
              width: 120,
              align: 'right',
              className: 'digits',
              render: (_, unit) => (
                <Button type="link" size="small" disabled={unit.mentions === 0} onClick={() => showRows(unit)}>
                  {t('shell.organisations.mentionsCount', { count: unit.mentions })}
                </Button>
              ),
            },
            {
              title: t('shell.organisations.actions'),
              key: 'actions',
              width: 190,
              render: (_, unit) => (
                <span className="actions">
                  <Button size="small" onClick={() => setEditing(unit)}>
                    {t('shell.organisations.edit')}
                  </Button>
                  <Button size="small" onClick={() => setWithdrawing(unit)}>
                    {t('shell.organisations.withdraw')}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      {editing && <UnitForm unit={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {withdrawing && <Withdraw unit={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Page>
  );
}

function UnitForm({ unit, onClose }: { unit: Organisation | null; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const [fullName, setFullName] = useState(unit?.fullName ?? '');
  const [shortText, setShortText] = useState(unit?.shortNames.join('\n') ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const save = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const shortNames = [
      ...new Set(
        shortText
          .split(/[\n、，,；;]/u)
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      ),
    ];
    try {
      const name = fullName.trim();
      const { linkedRows } = unit
        ? await call('organisations.update', { id: unit.id, version: unit.version, fullName: name, shortNames })
        : await call('organisations.create', { fullName: name, shortNames });
      message.success(
        t(unit ? 'shell.organisations.changed' : 'shell.organisations.added', { name, count: linkedRows }),
      );
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={520}
      title={t(unit ? 'shell.organisations.editTitle' : 'shell.organisations.addTitle')}
      okText={t('shell.ok')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: fullName.trim() === '', loading: busy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t('shell.organisations.fullName')} htmlFor="unit-full" required>
          <Input
            id="unit-full"
            maxLength={100}
            value={fullName}
            onChange={(event) => setFullName(event.target.value)}
          />
        </Form.Item>
        <Form.Item
          label={t('shell.organisations.shortNames')}
          htmlFor="unit-short"
          help={t('shell.organisations.shortNamesHint')}
        >
          <Input.TextArea
            id="unit-short"
            rows={4}
            value={shortText}
            onChange={(event) => setShortText(event.target.value)}
          />
        </Form.Item>
      </Form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}

function Withdraw({ unit, onClose }: { unit: Organisation; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const [reason, setReason] = useState('');
  const withdraw = async (): Promise<void> => {
    try {
      await call('organisations.withdraw', { id: unit.id, version: unit.version, reason: reason.trim() });
      message.success(t('shell.organisations.withdrawn', { name: unit.fullName }));
      onClose();
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Dialog
      width={480}
      title={t('shell.organisations.withdrawTitle', { name: unit.fullName })}
      okText={t('shell.organisations.withdraw')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: reason.trim() === '', danger: true }}
      onOk={() => void withdraw()}
      onCancel={onClose}
    >
      <p className="muted">{t('shell.organisations.withdrawText')}</p>
      <label htmlFor="withdraw-reason">{t('shell.organisations.reason')}</label>
      <Input.TextArea
        id="withdraw-reason"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
