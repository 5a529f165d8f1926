/** 修改日志: every change, newest first, as the hash-chained log holds it. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useMemo } from 'react';
import type { LogEntry } from '#shared/features/history.ts';
import { call } from '../../app/api.ts';
import { runCommand } from '../../app/commands.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { stepText, useT } from '../../app/i18n.tsx';
import { Page } from '../../app/page.tsx';

const PAGE = 100;

export function HistoryScreen() {
  const { t, locale } = useT();
  const log = useInfiniteQuery({
    queryKey: ['history', 'log'],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) =>
      call('history.list', { limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) }),
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.sequence),
  });
  const entries = useMemo(() => log.data?.pages.flat() ?? [], [log.data]);
  const newest = entries[0]?.sequence ?? 0;
  return (
    <Page
      title={t('schedule.log.title')}
      status={t('schedule.log.status', { count: newest })}
      hints={t('schedule.log.hints')}
      scroll
      actions={<Button onClick={() => runCommand('archive.verify')}>{t('shell.settings.verify')}</Button>}
    >
      {log.error !== null && <ErrorView error={log.error} onRetry={() => void log.refetch()} />}
      <Table<LogEntry>
        size="small"
        rowKey="sequence"
        loading={log.isPending}
        dataSource={entries}
        pagination={false}
        columns={[
          { title: t('schedule.log.sequence'), dataIndex: 'sequence', width: 80, align: 'right', className: 'digits' },
          {
            title: t('schedule.log.at'),
            dataIndex: 'at',
            width: 180,
            className: 'digits',
            render: (at: string) => new Date(at).toLocaleString(locale, { hour12: false }),
          },
          {
            title: t('schedule.log.what'),
            key: 'label',
            render: (_, entry) => (
              <>
                {entry.label ? stepText(t, entry.label) : entry.action}
                {entry.reason !== null && entry.reason !== '' && (
                  <span className="muted"> {t('schedule.log.reason', { reason: entry.reason })}</span>
                )}
              </>
            ),
          },
          { title: t('schedule.log.records'), dataIndex: 'records', width: 100, align: 'right', className: 'digits' },
          { title: t('schedule.log.actor'), dataIndex: 'actor', width: 120 },
          {
            title: t('schedule.log.hash'),
            dataIndex: 'hash',
            width: 130,
            render: (hash: string) => <code title={hash}>{hash.slice(0, 12)}</code>,
          },
        ]}
      />
      {log.hasNextPage && (
        <div className="more">
          <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t('schedule.log.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
