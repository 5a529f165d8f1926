/** Month, unit, status and text, each with the number of rows behind it. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, type InputRef, Select } from 'antd';
import { useEffect, useRef } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import { RowStatus } from '#shared/features/schedule.ts';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { ui } from '../../app/ui-state.ts';
import { isFiltering, NO_FILTER, type RowCounts, type RowFilter } from './row-filter.ts';
import { scheduleState, useScheduleState } from './schedule-state.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

function set(change: Partial<RowFilter>): void {
  scheduleState.set({ filter: { ...scheduleState.get().filter, ...change } });
}

function close(): void {
  scheduleState.set({ filter: NO_FILTER });
  ui.set({ filterBar: false });
}

export function FilterBar({
  counts,
  shown,
  organisations,
}: {
  counts: RowCounts;
  shown: number;
  organisations: readonly Organisation[];
}) {
  const { t } = useT();
  const filter = useScheduleState((state) => state.filter);
  const search = useRef<InputRef>(null);
  useEffect(() => search.current?.focus(), []);
  const withCount = (label: string, count: number) => t('schedule.filter.withCount', { label, count });
  const nameOf = new Map(organisations.map(({ id, fullName }) => [`id:${id}`, fullName]));
  return (
    <div className="filter-bar" role="search" aria-label={t('schedule.filter.title')}>
      <Input
        ref={search}
        allowClear
        className="filter-text"
        aria-label={t('schedule.filter.text')}
        placeholder={t('schedule.filter.text')}
        value={filter.text}
        onChange={(event) => set({ text: event.target.value })}
        // Esc takes the words back first, and then the bar away.
        onKeyDown={typed((event) => {
          if (event.key !== 'Escape') return;
          if (filter.text === '') close();
          else set({ text: '' });
        })}
      />
      <Select
        allowClear
        aria-label={t('paper.column.month')}
        placeholder={t('schedule.filter.allMonths')}
        value={filter.month}
        onChange={(month: number | undefined) => set({ month: month ?? null })}
        popupMatchSelectWidth={false}
        options={[
          ...MONTHS.map((month) => ({
            value: month,
            label: withCount(t('schedule.month', { month }), counts.months.get(month) ?? 0),
          })),
          { value: 0, label: withCount(t('schedule.filter.noMonth'), counts.withoutMonth) },
        ]}
      />
      <Select
        allowClear
        aria-label={t('paper.column.unit')}
        placeholder={t('schedule.filter.allUnits')}
        value={filter.unit}
        onChange={(unit: string | undefined) => set({ unit: unit ?? null })}
        popupMatchSelectWidth={false}
        options={[
          ...[...counts.units].map(([key, { name, count }]) => ({
            value: key,
            label: withCount(nameOf.get(key) ?? name, count),
          })),
          { value: 'none', label: withCount(t('schedule.filter.noUnit'), counts.withoutUnit) },
        ]}
      />
      <Select
        allowClear
        aria-label={t('schedule.column.status')}
        placeholder={t('schedule.filter.allStatuses')}
        value={filter.status}
        onChange={(status: RowStatus | undefined) => set({ status: status ?? null })}
        popupMatchSelectWidth={false}
        options={RowStatus.options.map((status) => ({
          value: status,
          label: withCount(t(`paper.status.${status}`), counts.statuses.get(status) ?? 0),
        }))}
      />
      <Checkbox checked={filter.review} onChange={(event) => set({ review: event.target.checked })}>
        {withCount(t('schedule.filter.review'), counts.needReview)}
      </Checkbox>
      <span className="spring" />
      <span className="muted" role="status">
        {isFiltering(filter) ? t('schedule.filter.shown', { count: shown }) : ''}
      </span>
      {isFiltering(filter) && (
        <Button size="small" onClick={() => scheduleState.set({ filter: NO_FILTER })}>
          {t('schedule.filter.clear')}
        </Button>
      )}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('schedule.filter.close')}
        onClick={close}
      />
    </div>
  );
}
