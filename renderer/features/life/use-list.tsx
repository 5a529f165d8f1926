/** All entries of use of a span of days, with the figures of the yearly statistics. */
import { QuestionCircleOutlined } from '@ant-design/icons';
import { Segmented, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import type { Loan } from '#shared/features/loans.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { DayField } from './day-field.tsx';
import { readDay } from './day-text.ts';
import { documentColumns } from './document-columns.ts';
import { loanState, userText } from './loan-texts.ts';
import { ReadGrid } from './read-grid.tsx';

type Span = 'year' | 'lastYear' | 'all' | 'own';
const SPANS: readonly Span[] = ['year', 'lastYear', 'all', 'own'];
const LIMIT = 5000;

interface Props {
  today: string;
  onCorrect: (loan: Loan) => void;
  onWithdraw: (loan: Loan) => void;
}

const rowId = (loan: Loan): number => loan.id;
const mark = (loan: Loan): 'error' | null => (loan.overdueDays > 0 ? 'error' : null);

export function UseList({ today, onCorrect, onWithdraw }: Props) {
  const { t } = useT();
  const [span, setSpan] = useState<Span>('year');
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today);
  const [activeId, setActiveId] = useState<number | null>(null);
  const year = Number(today.slice(0, 4));
  const days = {
    year: { from: `${year}-01-01`, to: `${year}-12-31` },
    lastYear: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
    all: {},
    own: { from: readDay(from) ?? '', to: readDay(to) ?? '' },
  }[span];
  const readable = span !== 'own' || (readDay(from) !== null && readDay(to) !== null);
  const list = useAsked('loans.list', { ...days, limit: LIMIT }, { enabled: readable });
  const columns = useMemo(
    (): GridColumn<Loan>[] => [
      {
        key: 'day',
        heading: t('life.use.lentOn'),
        width: 104,
        minWidth: 96,
        align: 'center',
        editable: false,
        text: (row) => row.lentOn,
      },
      {
        key: 'user',
        heading: t('life.use.borrower'),
        width: 170,
        minWidth: 110,
        editable: false,
        text: (row) => userText(t, row),
      },
      ...documentColumns<Loan>(t, ({ document }) => document, ['code', 'title']),
      {
        key: 'kind',
        heading: t('life.use.kind'),
        width: 88,
        minWidth: 88,
        align: 'center',
        editable: false,
        text: (row) => t(`life.use.kinds.${row.kind}`),
      },
      {
        key: 'purpose',
        heading: t('life.use.purpose'),
        width: 120,
        minWidth: 90,
        editable: false,
        text: (row) => row.purpose,
      },
      {
        key: 'approver',
        heading: t('life.use.approver'),
        width: 90,
        minWidth: 80,
        editable: false,
        text: (row) => row.approver ?? '',
      },
      {
        key: 'state',
        heading: t('life.open.state'),
        width: 150,
        minWidth: 110,
        editable: false,
        text: (row) => {
          const state = loanState(row);
          return state === 'none'
            ? ''
            : t(`life.use.states.${state}`, { date: row.returnedOn ?? row.dueOn ?? '', days: row.overdueDays });
        },
      },
      {
        key: 'pages',
        heading: t('life.use.copiedPages'),
        width: 92,
        minWidth: 92,
        align: 'right',
        editable: false,
        text: (row) => String(row.copiedPages ?? ''),
      },
      { key: 'check', heading: t('life.back.check'), width: 120, editable: false, text: (row) => row.returnCheck },
      { key: 'remark', heading: t('life.use.remark'), width: 110, editable: false, text: (row) => row.remark },
    ],
    [t],
  );
  const rows = list.data?.rows ?? [];
  const active = rows.find(({ id }) => id === activeId) ?? null;
  const counts = list.data?.counts;
  return (
    <section className="panel use-list" aria-labelledby="use-list-title">
      <div className="panel-head use-list-head">
        <h2 id="use-list-title">{t('life.list.title')}</h2>
        <Segmented<Span>
          aria-label={t('life.list.span')}
          value={span}
          onChange={setSpan}
          options={SPANS.map((value) => ({ value, label: t(`life.list.spans.${value}`) }))}
        />
        {span === 'own' && (
          <div className="use-span">
            <DayField id="use-from" label={t('life.list.from')} value={from} today={today} onChange={setFrom} />
            <DayField id="use-to" label={t('life.list.to')} value={to} today={today} onChange={setTo} />
          </div>
        )}
        {counts && (
          <span className="use-counts">
            {t('life.list.counts', { visits: counts.visits, items: counts.items, pages: counts.copiedPages })}
            {counts.copiesWithoutPages > 0 && (
              <span className="use-doubt"> {t('life.list.withoutPages', { count: counts.copiesWithoutPages })}</span>
            )}
            <Tooltip title={t('life.list.rule')} trigger={['hover', 'focus']}>
              <button type="button" className="text-link" aria-label={t('life.list.ruleLabel')}>
                <QuestionCircleOutlined aria-hidden />
              </button>
            </Tooltip>
          </span>
        )}
        <span className="spring" />
        <span className="actions">
          <WriteButton size="small" disabled={!active} onClick={() => active && onCorrect(active)}>
            {t('life.correct.do')}
          </WriteButton>
          <WriteButton size="small" disabled={!active} onClick={() => active && onWithdraw(active)}>
            {t('life.withdrawUse.do')}
          </WriteButton>
        </span>
      </div>
      {list.error !== null && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && list.data.total > rows.length && (
        <p className="field-note">{t('life.list.cut', { count: rows.length, total: list.data.total })}</p>
      )}
      <ReadGrid<Loan>
        label={t('life.list.title')}
        rows={rows}
        rowId={rowId}
        columns={columns}
        emptyText={readable ? t('life.list.none') : t('life.list.unreadable')}
        rowMark={mark}
        onSelectionChange={({ activeRowId }) => setActiveId(activeRowId)}
      />
    </section>
  );
}
