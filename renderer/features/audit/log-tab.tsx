/** 修改日志 as auditors read it: the head of the chain to be written down, filters, and each event field by field. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, Table } from 'antd';
import { useMemo } from 'react';
import type { AuditEvent } from '#shared/features/audit.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { call, useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { stepText, useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { DayField } from '../life/day-field.tsx';
import { isoDay } from '../life/day-text.ts';
import { auditState, type LogChoice, useAuditState, WHOLE_LOG } from './audit-state.ts';
import { Checksum } from './checksum.tsx';
import { EventRecords } from './event-records.tsx';
import { logFilter } from './log-filter.ts';

const PAGE = 100;
/** The newest events, in which the names to choose from are looked for. */
const NAMED = 1000;

const KINDS = Object.keys(zhCN.auditScreen.log.kinds) as (keyof typeof zhCN.auditScreen.log.kinds)[];

function choose(change: Partial<LogChoice>): void {
  auditState.set({ choice: { ...auditState.get().choice, ...change } });
}

export function useAuditLog() {
  const choice = useAuditState((state) => state.choice);
  const filter = useMemo(() => logFilter(choice), [choice]);
  return useInfiniteQuery({
    queryKey: ['audit', 'log', filter],
    enabled: filter !== null,
    initialPageParam: 0,
    queryFn: ({ pageParam }) => call('audit.log', { filter: filter ?? {}, offset: pageParam, limit: PAGE }),
    getNextPageParam: (page, _all, offset) =>
      page.events.length < PAGE || offset + PAGE >= page.total ? undefined : offset + PAGE,
  });
}

export function LogTab({ log }: { log: ReturnType<typeof useAuditLog> }) {
  const { t, locale } = useT();
  const events = useMemo(() => log.data?.pages.flatMap((page) => page.events) ?? [], [log.data]);
  const total = log.data?.pages.at(-1)?.total ?? 0;
  const rest = total - events.length;
  return (
    <>
      <ChainHead />
      <Filters />
      {log.error !== null && <ErrorView error={log.error} onRetry={() => void log.refetch()} />}
      <Table<AuditEvent>
        size="small"
        rowKey="sequence"
        tableLayout="fixed"
        loading={log.isLoading}
        dataSource={events}
        pagination={false}
        locale={{ emptyText: t('auditScreen.log.none') }}
        expandable={{
          expandRowByClick: true,
          rowExpandable: ({ recordCount }) => recordCount > 0,
          expandedRowRender: (event) => <EventRecords event={event} />,
        }}
        columns={[
          {
            title: t('auditScreen.log.sequence'),
            dataIndex: 'sequence',
            width: 64,
            align: 'right',
            className: 'digits',
          },
          {
            title: t('auditScreen.log.at'),
            dataIndex: 'at',
            width: 158,
            className: 'digits',
            render: (at: string) => new Date(at).toLocaleString(locale, { hour12: false }),
          },
          {
            title: t('auditScreen.log.what'),
            key: 'what',
            className: 'break',
            render: (_, event) => (
              <>
                {event.label ? stepText(t, event.label) : event.action}
                {event.reason !== null && event.reason !== '' && (
                  <span className="muted"> {t('schedule.log.reason', { reason: event.reason })}</span>
                )}
              </>
            ),
          },
          {
            title: t('auditScreen.log.records'),
            dataIndex: 'recordCount',
            width: 76,
            align: 'right',
            className: 'digits',
          },
          {
            title: t('auditScreen.log.who'),
            key: 'who',
            width: 132,
            className: 'break',
            render: (_, { actor, role }) => (
              <span className="audit-who">
                {actor}
                {role === 'auditor' && <span className="chip chip-audit">{t('auditScreen.roles.auditor')}</span>}
              </span>
            ),
          },
          {
            title: t('auditScreen.log.hash'),
            dataIndex: 'hash',
            width: 116,
            render: (hash: string) => <code title={hash}>{hash.slice(0, 12)}</code>,
          },
        ]}
      />
      {log.hasNextPage && (
        <div className="more">
          <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t('auditScreen.log.more', { count: Math.min(rest, PAGE) })}
          </Button>
        </div>
      )}
    </>
  );
}

/** The newest event's number, time and checksum: written down on paper it proves later that nothing before it was changed. */
function ChainHead() {
  const { t, locale } = useT();
  const head = useAsked('history.list', { limit: 1 }).data?.[0];
  if (!head) return null;
  const time = new Date(head.at).toLocaleString(locale, { hour12: false });
  return (
    <section className="panel audit-head" aria-labelledby="audit-head">
      <div>
        <h2 id="audit-head">{t('auditScreen.log.head')}</h2>
        <strong className="digits">{t('auditScreen.log.headAt', { sequence: head.sequence, time })}</strong>
      </div>
      <Checksum value={head.hash} label={t('auditScreen.log.hash')} />
      <p className="muted">{t('auditScreen.log.headHint', { sequence: head.sequence })}</p>
    </section>
  );
}

function Filters() {
  const { t } = useT();
  const today = isoDay(useToday());
  const choice = useAuditState((state) => state.choice);
  const named = useAsked('history.list', { limit: NAMED }).data;
  const actors = useMemo(() => [...new Set((named ?? []).map(({ actor }) => actor))].toSorted(), [named]);
  const filtered = Object.values(choice).some((value) => value !== '');
  return (
    <div className="filter-bar audit-filters" role="search" aria-label={t('auditScreen.tab.log')}>
      <DayField
        id="audit-from"
        label={t('auditScreen.log.from')}
        value={choice.from}
        today={today}
        onChange={(from) => choose({ from })}
      />
      <DayField
        id="audit-to"
        label={t('auditScreen.log.to')}
        value={choice.to}
        today={today}
        onChange={(to) => choose({ to })}
      />
      <Select<string>
        aria-label={t('auditScreen.log.kind')}
        value={choice.action}
        popupMatchSelectWidth={false}
        onChange={(action) => choose({ action })}
        options={[
          { value: '', label: t('auditScreen.log.allKinds') },
          ...KINDS.map((value) => ({ value, label: t(`auditScreen.log.kinds.${value}`) })),
        ]}
      />
      <Select<string>
        aria-label={t('auditScreen.log.actor')}
        value={choice.actor}
        showSearch
        optionFilterProp="label"
        popupMatchSelectWidth={false}
        onChange={(actor) => choose({ actor })}
        options={[
          { value: '', label: t('auditScreen.log.allActors') },
          ...actors.map((value) => ({ value, label: value })),
        ]}
      />
      {filtered && (
        <Button type="link" size="small" onClick={() => auditState.set({ choice: WHOLE_LOG })}>
          {t('auditScreen.log.clear')}
        </Button>
      )}
    </div>
  );
}

/** For the status bar. */
export function LogStatus({ log }: { log: ReturnType<typeof useAuditLog> }) {
  const { t } = useT();
  const all = useAsked('history.list', { limit: 1 }).data?.[0]?.sequence ?? 0;
  const total = log.data?.pages.at(-1)?.total ?? 0;
  return [t('auditScreen.log.count', { total, all }), t('auditScreen.log.hints')].join(' · ');
}
