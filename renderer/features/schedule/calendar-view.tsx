/**
 * 年历: twelve months by units. Chips are dragged or moved with Alt+←/→ (Alt+Shift+←/→ moves the end); Enter shows the
 * row in the table. One chip is in the tab order, arrows go from chip to chip.
 */
import { App } from 'antd';
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import { RowStatus, type RowTime, type ScheduleRow } from '#shared/features/schedule.ts';
import { formatMonthCell } from '#shared/lib/months.ts';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { useToday } from '../../app/today.ts';
import { ui } from '../../app/ui-state.ts';
import { canShift, type CalendarLayout, layoutCalendar, type Placed, shiftTime } from './calendar-layout.ts';
import { monthText } from './row-texts.ts';
import { StatusChip, StatusSign } from './status-chip.tsx';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
/** Chips of a lane that are drawn; the rest is counted and reached by the table. */
const LEVELS_SHOWN = 40;

interface Props {
  year: number;
  title: string;
  rows: readonly ScheduleRow[];
  organisations: readonly Organisation[];
  onMove: (row: ScheduleRow, time: RowTime) => void;
}

export function openInTable(rowId: number): void {
  ui.set({ screen: 'schedule', view: 'table', showRow: rowId });
}

/** The chip next to one, in the direction of an arrow key; lanes from top to bottom, months from left to right. */
export function neighbour(layout: CalendarLayout, id: number, key: string): number | null {
  const levels = layout.lanes.flatMap((lane) => lane.levels);
  const all = [...levels, layout.unplaced.map((row) => ({ row, start: 1, end: 12, goesOn: false }))];
  const level = all.findIndex((chips) => chips.some(({ row }) => row.id === id));
  const chips = all[level];
  const index = chips?.findIndex(({ row }) => row.id === id) ?? -1;
  const here = chips?.[index];
  if (!chips || !here) return null;
  if (key === 'ArrowLeft') return chips[index - 1]?.row.id ?? null;
  if (key === 'ArrowRight') return chips[index + 1]?.row.id ?? null;
  const step = key === 'ArrowUp' ? -1 : 1;
  for (let next = level + step; next >= 0 && next < all.length; next += step) {
    const best = [...(all[next] ?? [])].sort(
      (a, b) => Math.abs(a.start - here.start) - Math.abs(b.start - here.start),
    )[0];
    if (best) return best.row.id;
  }
  return null;
}

export function CalendarView({ year, title, rows, organisations, onMove }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const layout = useMemo(() => layoutCalendar(rows, organisations), [rows, organisations]);
  const [focusedId, setFocusedId] = useState<number | null>(null);
  const [drag, setDrag] = useState<{ id: number; by: number } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const now = useToday();
  const currentMonth = now.getFullYear() === year ? now.getMonth() + 1 : null;
  const firstId = layout.lanes[0]?.levels[0]?.[0]?.row.id ?? layout.unplaced[0]?.id ?? null;
  const entry = focusedId !== null && rows.some(({ id }) => id === focusedId) ? focusedId : firstId;

  const focusChip = (id: number | null): void => {
    if (id === null) return;
    setFocusedId(id);
    root.current?.querySelector<HTMLElement>(`[data-chip="${id}"]`)?.focus();
  };

  const move = (row: ScheduleRow, startBy: number, endBy: number): void => {
    const time = shiftTime(row.time, startBy, endBy);
    if (time) onMove(row, time);
    else if (!canShift(row.time)) message.info(t('schedule.calendar.fixed', { when: formatMonthCell(row.time) }));
  };

  const onKeyDown = (row: ScheduleRow) =>
    typed((event: KeyboardEvent<HTMLElement>) => {
      const arrow = event.key.startsWith('Arrow');
      const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
      if (arrow && event.altKey && step !== 0) move(row, event.shiftKey ? 0 : step, step);
      else if (arrow && !event.altKey) focusChip(neighbour(layout, row.id, event.key));
      else if (event.key === 'Enter' || event.key === 'F2') openInTable(row.id);
      else return;
      event.preventDefault();
    });

  const startDrag = (row: ScheduleRow, event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    setFocusedId(row.id);
    if (!canShift(row.time)) return;
    const chip = event.currentTarget;
    const column = root.current?.querySelector<HTMLElement>('.calendar-month');
    const width = column?.getBoundingClientRect().width ?? 1;
    const from = event.clientX;
    let by = 0;
    chip.setPointerCapture(event.pointerId);
    const follow = (moved: globalThis.PointerEvent): void => {
      const wanted = Math.round((moved.clientX - from) / width);
      if (wanted !== by && (wanted === 0 || shiftTime(row.time, wanted, wanted))) {
        by = wanted;
        setDrag({ id: row.id, by });
      }
    };
    const end = (over: globalThis.PointerEvent): void => {
      chip.removeEventListener('pointermove', follow);
      chip.removeEventListener('pointerup', end);
      chip.removeEventListener('pointercancel', end);
      setDrag(null);
      if (over.type === 'pointerup' && by !== 0) move(row, by, by);
    };
    chip.addEventListener('pointermove', follow);
    chip.addEventListener('pointerup', end);
    chip.addEventListener('pointercancel', end);
  };

  const chip = ({ row, goesOn }: Pick<Placed, 'row' | 'goesOn'>, when: string) => (
    <button
      type="button"
      data-chip={row.id}
      tabIndex={row.id === entry ? 0 : -1}
      className={`calendar-chip chip-${row.status}`}
      title={`${when} ${row.activity}`}
      aria-label={t('schedule.calendar.chip', {
        activity: row.activity,
        when: when === '' ? t('schedule.filter.noMonth') : when,
        status: t(`paper.status.${row.status}`),
      })}
      onFocus={() => setFocusedId(row.id)}
      onKeyDown={onKeyDown(row)}
      onPointerDown={(event) => startDrag(row, event)}
      onDoubleClick={() => openInTable(row.id)}
    >
      <span>
        {row.status !== 'not_started' && <StatusSign status={row.status} />} {row.activity}
      </span>
      {goesOn && <span aria-hidden="true"> →</span>}
    </button>
  );

  return (
    <div className="calendar-scroll">
      <div className="calendar" role="grid" aria-label={title} aria-colcount={13} ref={root}>
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
            {lane.levels.slice(0, LEVELS_SHOWN).map((level, index) => (
              <div role="row" className="calendar-level" key={level[0]?.row.id ?? index}>
                {index === 0 ? (
                  <div
                    role="rowheader"
                    aria-colindex={1}
                    className="calendar-unit"
                    style={{ gridRow: `1 / span ${Math.min(lane.levels.length, LEVELS_SHOWN)}` }}
                  >
                    <strong>{lane.name ?? t('schedule.filter.noUnit')}</strong>
                    <span className="muted">{t('schedule.status.rows', { count: lane.count })}</span>
                    {lane.levels.length > LEVELS_SHOWN && (
                      <span className="muted">
                        {t('schedule.calendar.more', {
                          count: lane.levels.slice(LEVELS_SHOWN).reduce((sum, chips) => sum + chips.length, 0),
                        })}
                      </span>
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
                      {chip(placed, monthText(placed.row))}
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
                  <span key={row.id}>{chip({ row, goesOn: false }, monthText(row))}</span>
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
