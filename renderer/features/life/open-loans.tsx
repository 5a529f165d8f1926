/** What is lent out, in the order in which it is to come back; overdue ones first, in red and in words. */
import { ClockCircleFilled } from '@ant-design/icons';
import { Button, Table, Tooltip } from 'antd';
import type { Key } from 'react';
import type { Loan } from '#shared/features/loans.ts';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly, Writing } from '../../app/read-only.tsx';
import { documentText, userText } from './loan-texts.ts';

interface Props {
  loans: readonly Loan[];
  chosen: readonly number[];
  onChoose: (ids: number[]) => void;
  onGiveBack: (loans: readonly Loan[]) => void;
  onExtend: (loan: Loan) => void;
}

export function OpenLoans({ loans, chosen, onChoose, onGiveBack, onExtend }: Props) {
  const { t } = useT();
  const readOnly = useReadOnly();
  const overdue = loans.filter(({ overdueDays }) => overdueDays > 0).length;
  const selected = loans.filter(({ id }) => chosen.includes(id));
  return (
    <section className="panel open-loans" aria-labelledby="open-loans-title">
      <div className="panel-head">
        <h2 id="open-loans-title">
          {t('life.open.title', { count: loans.length })}
          {overdue > 0 && <span className="overdue"> {t('life.open.overdue', { count: overdue })}</span>}
        </h2>
        <Writing>
          <Tooltip title="F8">
            <Button disabled={selected.length === 0} onClick={() => onGiveBack(selected)}>
              {selected.length === 0
                ? t('life.open.giveBackNone')
                : t('life.open.giveBack', { count: selected.length })}{' '}
              <kbd>F8</kbd>
            </Button>
          </Tooltip>
        </Writing>
      </div>
      {loans.length === 0 ? (
        <p className="muted">{t('life.open.none')}</p>
      ) : (
        <div className="open-loans-rows">
          <Table<Loan>
            size="small"
            rowKey="id"
            dataSource={loans}
            pagination={false}
            {...(readOnly
              ? {}
              : {
                  rowSelection: {
                    selectedRowKeys: [...chosen],
                    onChange: (keys: Key[]) => onChoose(keys.map(Number)),
                    getCheckboxProps: (loan: Loan) => ({ 'aria-label': documentText(loan) }),
                    getTitleCheckboxProps: () => ({ 'aria-label': t('life.open.all') }),
                  },
                })}
            columns={[
              {
                title: t('documents.field.title'),
                key: 'title',
                minWidth: 160,
                render: (_, { document }) => (
                  <>
                    {document.title}
                    <span className="muted digits loan-code">{document.referenceCode ?? t('life.noCode')}</span>
                  </>
                ),
              },
              { title: t('life.use.borrower'), key: 'user', minWidth: 110, render: (_, loan) => userText(t, loan) },
              { title: t('life.use.lentOn'), dataIndex: 'lentOn', width: 104, className: 'digits' },
              { title: t('life.use.dueOn'), dataIndex: 'dueOn', width: 104, className: 'digits' },
              {
                title: t('life.open.state'),
                key: 'state',
                width: 124,
                render: (_, { overdueDays }) =>
                  overdueDays > 0 ? (
                    <span className="overdue">
                      <ClockCircleFilled aria-hidden /> {t('life.open.overdueDays', { days: overdueDays })}
                    </span>
                  ) : (
                    t('life.open.inTime')
                  ),
              },
              {
                title: t('shell.organisations.actions'),
                hidden: readOnly,
                key: 'actions',
                width: 140,
                render: (_, loan) => (
                  <span className="actions">
                    <Button
                      size="small"
                      aria-label={t('life.open.giveBackOne', { name: documentText(loan) })}
                      onClick={() => onGiveBack([loan])}
                    >
                      {t('life.back.do')}
                    </Button>
                    <Button
                      size="small"
                      aria-label={t('life.open.extendOne', { name: documentText(loan) })}
                      onClick={() => onExtend(loan)}
                    >
                      {t('life.extend.do')}
                    </Button>
                  </span>
                ),
              },
            ]}
          />
        </div>
      )}
    </section>
  );
}
