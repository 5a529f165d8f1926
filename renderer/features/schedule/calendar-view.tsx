/**
 * 年历: twelve months by units. Chips are dragged or moved with Alt+←/→ (Alt+Shift+←/→ moves the end); Enter shows the
 * row in the table. One chip is in the tab order, arrows go from chip to chip.
 */
import { App } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Organisation } from '#shared/features/organisations.ts';
import { RowStatus, type RowTime, type ScheduleRow } from '#shared/features/schedule.ts';
import { formatMonthCell } from '#shared/lib/months.ts';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly } from '../../app/read-only.tsx';
import { useToday } from '../../app/today.ts';
import { CalendarChip } from './calendar-chip.tsx';
import { CalendarLane } from './calendar-lane.tsx';
import { canShift, layoutCalendar, neighbour, shiftTime } from './calendar-layout.ts';
import { StatusChip } from './status-chip.tsx';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
/** More than these are told, not drawn. */
const MOST_UNPLACED = 60;
/** Up to here the whole year is drawn at once. */
const PLAIN_ROWS = 150;

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
  const scroller = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ id: number; by: number } | null>(null);
  const now = useToday();
  const currentMonth = now.getFullYear() === year ? now.getMonth() + 1 : null;
  const firstId = layout.lanes[0]?.levels[0]?.[0]?.row.id ?? layout.unplaced[0]?.id ?? null;
  const entry = focusedId !== null && rows.some(({ id }) => id === focusedId) ? focusedId : firstId;

  const focusChip = (id: number | null): void => {
    if (id === null) return;
    // The chip may have to be drawn first.
    flushSync(() => setFocusedId(id));
    document.querySelector<HTMLElement>(`.calendar [data-chip="${id}"]`)?.focus();
  };

  const readOnly = useReadOnly();
  const shift = (row: ScheduleRow, startBy: number, endBy: number): void => {
    if (readOnly) {
      message.info(t('auditScreen.refused'));
      return;
    }
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
    <div className="calendar-scroll" ref={scroller}>
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
          <CalendarLane
            key={lane.key}
            lane={lane}
            scroller={scroller}
            whole={rows.length <= PLAIN_ROWS}
            keep={entry}
            currentMonth={currentMonth}
            drag={drag}
            chip={({ row, goesOn }) => chip(row, goesOn)}
          />
        ))}
        {layout.unplaced.length > 0 && (
          <div role="rowgroup" className="calendar-lane calendar-unplaced" aria-label={t('schedule.calendar.unplaced')}>
            <div role="row" className="calendar-level">
              <div role="rowheader" aria-colindex={1} className="calendar-unit">
                <strong>{t('schedule.calendar.unplaced')}</strong>
                <span className="muted">{t('schedule.status.rows', { count: layout.unplaced.length })}</span>
                {layout.unplaced.length > MOST_UNPLACED && (
                  <span className="muted">
                    {t('schedule.calendar.more', { count: layout.unplaced.length - MOST_UNPLACED })}
                  </span>
                )}
              </div>
              <div role="gridcell" aria-colindex={2} aria-colspan={12} className="calendar-free">
                {layout.unplaced.slice(0, MOST_UNPLACED).map((row) => (
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
