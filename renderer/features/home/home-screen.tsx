/** 工作台: where the year stands, what is due now, and what still has to be put right. Every number leads to its rows. */
import { ImportOutlined } from '@ant-design/icons';
import { Button, Progress, Spin } from 'antd';
import type { ReactNode } from 'react';
import type { ScheduleRow } from '#shared/features/schedule.ts';
import { useAsked } from '../../app/api.ts';
import { useYear, useYears } from '../../app/archive-state.ts';
import { runCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly, WriteButton, Writing } from '../../app/read-only.tsx';
import { Page } from '../../app/page.tsx';
import { useToday } from '../../app/today.ts';
import { ui } from '../../app/ui-state.ts';
import { openInTable } from '../schedule/calendar-chip.tsx';
import { EmptyYear } from '../schedule/empty-year.tsx';
import { countRows, NO_FILTER, type RowFilter } from '../schedule/row-filter.ts';
import { monthText, unitsText } from '../schedule/row-texts.ts';
import { scheduleState } from '../schedule/schedule-state.ts';
import { StatusChip } from '../schedule/status-chip.tsx';
import { unknownUnitsOf } from '../schedule/unit-gaps.ts';
import { usePlanRows } from '../schedule/use-plan-rows.ts';
import { DocumentLines } from './document-lines.tsx';
import { dueRows } from './due-rows.ts';
import { LifeLines } from './life-lines.tsx';
import { MoneyLines } from './money-lines.tsx';
import { PeopleLines } from './people-lines.tsx';

const SHOWN = 12;

function showRows(filter: Partial<RowFilter>): void {
  scheduleState.set({ filter: { ...NO_FILTER, ...filter } });
  ui.set({ screen: 'schedule', view: 'table', filterBar: true });
}

function Card({
  title,
  value,
  unit,
  children,
}: {
  title: string;
  value: ReactNode;
  unit: string;
  children?: ReactNode;
}) {
  return (
    <section className="card">
      <h2>{title}</h2>
      <p className="card-value">
        <strong>{value}</strong> <span>{unit}</span>
      </p>
      {children}
    </section>
  );
}

export function HomeScreen() {
  const { t } = useT();
  const readOnly = useReadOnly();
  const year = useYear();
  const years = useYears();
  const today = useToday();
  const plan = usePlanRows(year);
  const organisations = useAsked('organisations.list', {}).data;
  if (years.data === undefined || (year !== null && plan.data === undefined && plan.error === null)) {
    return (
      <Page title={t('shell.home.title')}>
        <Spin className="centre" />
      </Page>
    );
  }
  if (year === null || !years.data.some((one) => one.year === year && one.planned)) {
    const shown = year ?? today.getFullYear();
    return (
      <Page title={t('shell.home.title')} scroll>
        <DocumentLines year={shown} />
        <LifeLines />
        <PeopleLines />
        <MoneyLines year={shown} />
        <div className="empty-year">
          <p>{year === null ? t('shell.home.noPlan') : t('shell.home.noPlanYear', { year })}</p>
          <Writing>
            <p className="muted">{t('shell.home.noPlanText')}</p>
          </Writing>
          <div className="actions">
            <WriteButton type="primary" onClick={() => runCommand('plan.create')}>
              {t('shell.year.add')}
            </WriteButton>
            <WriteButton onClick={() => runCommand('plan.import')}>{t('schedule.empty.import')}</WriteButton>
          </div>
        </div>
      </Page>
    );
  }

  const rows = plan.data?.rows ?? [];
  const counts = countRows(rows, monthText);
  const unknown = [...unknownUnitsOf(rows, organisations).keys()];
  const done = counts.statuses.get('done') ?? 0;
  const due = dueRows(rows, year, today);
  const listed: readonly ScheduleRow[] = due ? [...due.overdue, ...due.thisMonth] : rows;
  const names = unknown.slice(0, 3).join(t('paper.unitSeparator'));

  const todo: { key: string; text: string; action: string; run: () => void }[] = [];
  if (counts.needReview > 0) {
    todo.push({
      key: 'review',
      text: t('shell.home.todoReview', { count: counts.needReview }),
      action: t('shell.home.todoReviewDo'),
      run: () => showRows({ review: true }),
    });
  }
  if (unknown.length > 0) {
    todo.push({
      key: 'units',
      text: t('shell.home.todoUnits', { count: unknown.length, names }),
      action: t('shell.home.todoUnitsDo'),
      run: () => ui.set({ screen: 'schedule', view: 'table' }),
    });
  }
  if (counts.withoutMonth > 0) {
    todo.push({
      key: 'months',
      text: t('shell.home.todoMonths', { count: counts.withoutMonth }),
      action: t('shell.home.todoMonthsDo'),
      run: () => showRows({ month: 0 }),
    });
  }
  if (counts.withoutUnit > 0) {
    todo.push({
      key: 'noUnit',
      text: t('shell.home.todoNoUnit', { count: counts.withoutUnit }),
      action: t('shell.home.todoNoUnitDo'),
      run: () => showRows({ unit: 'none' }),
    });
  }

  return (
    <Page
      title={t('shell.home.title')}
      scroll
      status={plan.data?.title}
      actions={
        <WriteButton icon={<ImportOutlined />} onClick={() => runCommand('plan.import')}>
          {t('schedule.import.button')}
        </WriteButton>
      }
    >
      {rows.length === 0 ? (
        <>
          <DocumentLines year={year} />
          <LifeLines />
          <PeopleLines />
          <MoneyLines year={year} />
          <EmptyYear year={year} />
        </>
      ) : (
        <>
          <div className="cards">
            <Card title={t('shell.home.planTitle')} value={done} unit={t('shell.home.ofRows', { total: rows.length })}>
              <Progress
                percent={Math.round((done / rows.length) * 100)}
                showInfo={false}
                aria-label={t('shell.home.planTitle')}
              />
            </Card>
            {due ? (
              <Card
                title={t('shell.home.monthTitle', { month: due.month })}
                value={due.thisMonth.length}
                unit={t('shell.home.rowsUnit')}
              >
                <p className={due.overdue.length > 0 ? 'card-bad' : 'muted'}>
                  {due.overdue.length > 0
                    ? t('shell.home.overdue', { count: due.overdue.length })
                    : t('shell.home.noOverdue')}
                </p>
              </Card>
            ) : (
              <Card title={t('schedule.monthGroups')} value={counts.monthGroups} unit={t('schedule.groups')}>
                <p className="muted">{t('shell.home.otherYear', { year })}</p>
              </Card>
            )}
            <Card title={t('shell.home.reviewTitle')} value={counts.needReview} unit={t('shell.home.rowsUnit')}>
              <p className="muted">{counts.needReview > 0 ? t('shell.home.reviewText') : t('shell.home.reviewNone')}</p>
            </Card>
            <Card title={t('shell.home.unitsTitle')} value={organisations?.length ?? 0} unit={t('schedule.unitsCount')}>
              <p className="muted">{t('shell.home.unitsText')}</p>
            </Card>
          </div>
          <DocumentLines year={year} />
          <LifeLines />
          <PeopleLines />
          <MoneyLines year={year} />
          <section className="panel">
            <div className="panel-head">
              <h2>{due ? t('shell.home.tableTitle') : t('shell.home.upcomingTitle', { year })}</h2>
              <Button type="link" onClick={() => runCommand('go.schedule')}>
                {t('shell.home.allRows')}
              </Button>
            </div>
            {listed.length === 0 ? (
              <p className="muted">{t('shell.home.tableEmpty')}</p>
            ) : (
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{t('paper.column.month')}</th>
                    <th scope="col">{t('paper.column.activity')}</th>
                    <th scope="col">{t('paper.column.unit')}</th>
                    <th scope="col">{t('schedule.column.status')}</th>
                  </tr>
                </thead>
                <tbody>
                  {listed.slice(0, SHOWN).map((row) => (
                    <tr key={row.id}>
                      <td>{monthText(row)}</td>
                      <td>
                        <button type="button" className="text-link" onClick={() => openInTable(row.id)}>
                          {row.activity}
                        </button>
                      </td>
                      <td>{unitsText(row.units)}</td>
                      <td>
                        <StatusChip status={row.status} reason={row.statusReason} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          <section className="panel">
            <h2>{t('shell.home.todoTitle')}</h2>
            {todo.length === 0 ? (
              <p className="muted">{t('shell.home.todoNone')}</p>
            ) : (
              <ul className="todo">
                {todo.map((item) => (
                  <li key={item.key}>
                    {item.text}{' '}
                    <button type="button" className="text-link" onClick={item.run}>
                      {readOnly ? t('documentScreen.home.show') : item.action}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </Page>
  );
}
