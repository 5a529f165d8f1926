/** 归档范围和保管期限表: each row with its basis; proposals are marked until the unit has settled them. */
import { App, Form, Input, Select, Table } from 'antd';
import { useState } from 'react';
import type { RetentionRow } from '#shared/features/fonds.ts';
import { call } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly, WriteButton } from '../../app/read-only.tsx';
import { readField, termText } from '#shared/features/document-texts.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const PAGE = 20;

export function RetentionTable({ rows }: { rows: readonly RetentionRow[] }) {
  const { t } = useT();
  const readOnly = useReadOnly();
  const [editing, setEditing] = useState<RetentionRow | 'new' | null>(null);
  const [withdrawing, setWithdrawing] = useState<RetentionRow | null>(null);
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const shown = rows.filter(({ number, scope }) => `${number} ${scope}`.includes(wanted));
  const proposals = rows.filter(({ basis }) => basis === 'proposal').length;
  return (
    <>
      <div className="panel-head">
        <h2>{t('fondsSettings.retention')}</h2>
        <span className="actions">
          <Input.Search
            allowClear
            size="small"
            className="unit-search"
            aria-label={t('fondsSettings.findRow')}
            placeholder={t('fondsSettings.findRow')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <WriteButton size="small" onClick={() => setEditing('new')}>
            {t('fondsSettings.addRow')}
          </WriteButton>
        </span>
      </div>
      <p className="muted">{t('fondsSettings.retentionText', { count: rows.length, proposals })}</p>
      <Table<RetentionRow>
        size="small"
        rowKey="id"
        dataSource={shown}
        pagination={shown.length > PAGE ? { pageSize: PAGE, size: 'small', showSizeChanger: false } : false}
        locale={{ emptyText: t('fondsSettings.noRow') }}
        columns={[
          { title: t('fondsSettings.number'), dataIndex: 'number', width: 76 },
          { title: t('documents.field.retentionRowId'), dataIndex: 'scope' },
          {
            title: t('documents.field.term'),
            key: 'terms',
            width: 104,
            render: (_, { terms }) => terms.map((term) => termText(t, term)).join(' / '),
          },
          {
            title: t('fondsSettings.basis'),
            key: 'basis',
            width: 150,
            render: (_, { basis }) => (
              <span className={basis === 'proposal' ? 'chip chip-postponed' : ''}>{t(`documents.basis.${basis}`)}</span>
            ),
          },
          {
            title: t('shell.organisations.actions'),
            hidden: readOnly,
            key: 'actions',
            width: 150,
            render: (_, row) => (
              <span className="actions">
                <WriteButton size="small" onClick={() => setEditing(row)}>
                  {t('shell.organisations.edit')}
                </WriteButton>
                <WriteButton size="small" onClick={() => setWithdrawing(row)}>
                  {t('fondsSettings.retire')}
                </WriteButton>
              </span>
            ),
          },
        ]}
      />
      {editing && <RowDialog row={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {withdrawing && (
        <ReasonDialog
          title={t('fondsSettings.retireTitle', { name: withdrawing.number })}
          text={t('fondsSettings.retireRowText')}
          okText={t('fondsSettings.retire')}
          onDo={async (reason) => {
            await call('fonds.withdrawRetentionRow', { id: withdrawing.id, version: withdrawing.version, reason });
          }}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </>
  );
}

/** Terms as they are typed: 永久、30年; null where one cannot be read. */
function readTerms(text: string): string[] | null {
  const terms: string[] = [];
  for (const part of text.split(/[、，,/\s]+/u)) {
    if (part === '') continue;
    const reading = readField('term', part, { sections: [], retention: [] }, []);
    if (!reading.ok || typeof reading.fields.term !== 'string') return null;
    terms.push(reading.fields.term);
  }
  return terms.length === 0 || terms.length > 5 ? null : [...new Set(terms)];
}

function RowDialog({ row, onClose }: { row: RetentionRow | null; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const [number, setNumber] = useState(row?.number ?? '');
  const [scope, setScope] = useState(row?.scope ?? '');
  const [termsText, setTerms] = useState((row?.terms ?? []).map((term) => termText(t, term)).join('、'));
  const [words, setWords] = useState((row?.words ?? []).join('\n'));
  const [origin, setOrigin] = useState<RetentionRow['origin']>(row?.origin ?? 'any');
  const [error, setError] = useState<unknown>(null);
  const terms = readTerms(termsText);
  const save = async (): Promise<void> => {
    if (!terms) return;
    try {
      await call('fonds.saveRetentionRow', {
        number: number.trim(),
        scope: scope.trim(),
        terms,
        category: row?.category ?? 'WS',
        origin,
        words: words
          .split('\n')
          .map((word) => word.trim())
          .filter((word) => word !== ''),
        ...(row ? { id: row.id, version: row.version } : {}),
      });
      message.success(t('fondsSettings.rowSaved', { number: number.trim() }));
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      width={560}
      title={t(row ? 'fondsSettings.editRow' : 'fondsSettings.addRow')}
      okText={t('shell.ok')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: number.trim() === '' || scope.trim() === '' || terms === null }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {row && (
        <p className="muted">
          {t('fondsSettings.basis')}：{t(`documents.basis.${row.basis}`)}。{t('fondsSettings.becomesOwn')}
        </p>
      )}
      <Form layout="vertical">
        <div className="pair">
          <Form.Item label={t('fondsSettings.number')} htmlFor="row-number">
            <Input id="row-number" maxLength={20} value={number} onChange={(event) => setNumber(event.target.value)} />
          </Form.Item>
          <Form.Item
            label={t('documents.field.term')}
            htmlFor="row-terms"
            validateStatus={termsText === '' || terms ? '' : 'error'}
            help={t('fondsSettings.termsHint')}
          >
            <Input id="row-terms" value={termsText} onChange={(event) => setTerms(event.target.value)} />
          </Form.Item>
        </div>
        <Form.Item label={t('documents.field.retentionRowId')} htmlFor="row-scope">
          <Input.TextArea
            id="row-scope"
            rows={2}
            maxLength={500}
            value={scope}
            onChange={(event) => setScope(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('fondsSettings.origin')} htmlFor="row-origin">
          <Select<RetentionRow['origin']>
            id="row-origin"
            value={origin}
            onChange={setOrigin}
            options={(['own', 'received', 'any'] as const).map((value) => ({
              value,
              label: t(`fondsSettings.origins.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t('fondsSettings.words')} htmlFor="row-words" help={t('fondsSettings.wordsHint')}>
          <Input.TextArea id="row-words" rows={4} value={words} onChange={(event) => setWords(event.target.value)} />
        </Form.Item>
      </Form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
