/**
 * 年历: twelve months by units. Chips are dragged or moved with Alt+←/→ (Alt+Shift+←/→ moves the end); Enter shows the
 * row in the table. One chip is in the tab order, arrows go from chip to chip.
 */
import { App } from 'antd';
import { useMemo, useState } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import { RowStatus, type RowTime, type ScheduleRow } from '#shared/features/schedule.ts';
import { formatMonthCell } from '#shared/lib/months.ts';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { CalendarChip } from './calendar-chip.tsx';
import { canShift, layoutCalendar, neighbour, shiftTime } from './calendar-layout.ts';
import { StatusChip } from './status-chip.tsx';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

interface Props {
  year: number;
  title: string;
  rows: readonly ScheduleRow[];
  organisations: readonly Organisation[];
  onMove: (row: ScheduleRow, time: RowTime) => void;
}

export function CalendarView({ year, title, rows, organisations, onMove }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const layout = useMemo(() => layoutCalendar(rows, organisations), [rows, organisations]);
  const [focusedId, setFocusedId] = useState<number | null>(null);
  const [drag, setDrag] = useState<{ id: number; by: number } | null>(null);
  const now = useToday();
  const currentMonth = now.getFullYear() === year ? now.getMonth() + 1 : null;
  const firstId = layout.lanes[0]?.levels[0]?.[0]?.row.id ?? layout.unplaced[0]?.id ?? null;
  const entry = focusedId !== null && rows.some(({ id }) => id === focusedId) ? focusedId : firstId;

  const focusChip = (id: number | null): void => {
    if (id === null) return;
    setFocusedId(id);
    document.querySelector<HTMLElement>(`.calendar [data-chip="${id}"]`)?.focus();
  };

  const shift = (row: ScheduleRow, startBy: number, endBy: number): void => {
    const time = shiftTime(row.time, startBy, endBy);
    if (time) onMove(row, time);
    else if (!canShift(row.time)) message.info(t('schedule.calendar.fixed', { when: formatMonthCell(row.time) }));
  };
  const chip = (row: ScheduleRow, goesOn: boolean) => (
    <CalendarChip
      row={row}
      goesOn={goesOn}
      entry={row.id === entry}
      onFocus={setFocusedId}
      onArrow={(id, key) => focusChip(neighbour(layout, id, key))}
      onShift={shift}
      onDrag={setDrag}
    />
  );

  return (
    <div className="calendar-scroll">
      <div className="calendar" role="grid" aria-label={title} aria-colcount={13}>
        <div role="row" className="calendar-head">
          <div role="columnheader" aria-colindex={1}>
            {t('paper.column.unit')}
          </div>
          {MONTHS.map((month) => (
            <div
              key={month}
              role="columnheader"
              aria-colindex={month + 1}
              className={month === currentMonth ? 'calendar-month calendar-now' : 'calendar-month'}
              aria-current={month === currentMonth ? 'date' : undefined}
            >
              {t('schedule.month', { month })}
            </div>
          ))}
        </div>
        {layout.lanes.map((lane) => (
          <div
            role="rowgroup"
            className="calendar-lane"
            key={lane.key}
            aria-label={lane.name ?? t('schedule.filter.noUnit')}
          >
            <div className="calendar-ground" aria-hidden="true">
              {MONTHS.map((month) => (
                <span key={month} className={month === currentMonth ? 'calendar-now' : undefined} />
              ))}
            </div>
            {lane.levels.map((level, index) => (
              <div role="row" className="calendar-level" key={level[0]?.row.id ?? index}>
                {index === 0 ? (
                  <div
                    role="rowheader"
                    aria-colindex={1}
                    className="calendar-unit"
                    style={{ gridRow: `1 / span ${lane.levels.length}` }}
                  >
                    <strong>{lane.name ?? t('schedule.filter.noUnit')}</strong>
                    <span className="muted">{t('schedule.status.rows', { count: lane.count })}</span>
                    {lane.hidden > 0 && (
                      <span className="muted">{t('schedule.calendar.more', { count: lane.hidden })}</span>
                    )}
                  </div>
                ) : null}
                {level.map((placed) => {
                  const by = drag?.id === placed.row.id ? drag.by : 0;
                  return (
                    <div
                      key={placed.row.id}
                      role="gridcell"
                      aria-colindex={placed.start + 1}
                      aria-colspan={placed.end - placed.start + 1}
                      className={by === 0 ? 'calendar-cell' : 'calendar-cell calendar-dragged'}
                      style={{
                        gridColumn: `${placed.start + by + 1} / ${placed.end + by + 2}`,
                        gridRow: index + 1,
                      }}
                    >
                      {chip(placed.row, placed.goesOn)}
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
        ))}
        {layout.unplaced.length > 0 && (
          <div role="rowgroup" className="calendar-lane calendar-unplaced" aria-label={t('schedule.calendar.unplaced')}>
            <div role="row" className="calendar-level">
              <div role="rowheader" aria-colindex={1} className="calendar-unit">
                <strong>{t('schedule.calendar.unplaced')}</strong>
                <span className="muted">{t('schedule.status.rows', { count: layout.unplaced.length })}</span>
              </div>
              <div role="gridcell" aria-colindex={2} aria-colspan={12} className="calendar-free">
                {layout.unplaced.slice(0, 200).map((row) => (
                  <span key={row.id}>{chip(row, false)}</span>
                ))}
              </div>
            </div>
          </div>
        )}
      </div>
      <div className="calendar-legend">
        {RowStatus.options
          .filter((status) => rows.some((row) => row.status === status))
          .map((status) => (
            <StatusChip key={status} status={status} />
          ))}
      </div>
    </div>
  );
}
