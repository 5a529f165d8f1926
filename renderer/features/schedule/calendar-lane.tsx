/**
 * One unit's lane of the year view. In a full year only the levels near the view are in the document; the room of the
 * others is kept, so that scrolling tells the truth. Invariant: the level of the chip `keep` is always there.
 */
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useT } from '../../app/i18n.tsx';
import type { Lane, Placed } from './calendar-layout.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
/** Kept ready above and below the view, in CSS pixels. */
const SPARE = 60;

interface Props {
  lane: Lane;
  scroller: RefObject<HTMLElement | null>;
  /** All levels are shown: the plan is short. */
  whole: boolean;
  /** The chip in the tab order. */
  keep: number | null;
  currentMonth: number | null;
  drag: { id: number; by: number } | null;
  chip: (placed: Placed) => ReactNode;
}

/** Levels near the view, from and to (exclusive). */
function useNearLevels(
  lane: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  levels: number,
  whole: boolean,
): readonly [from: number, to: number] {
  const [near, setNear] = useState<readonly [number, number]>([0, 0]);
  // After the frame that shows the lanes, so that a full year does not hold the page up with both at once.
  useEffect(() => {
    const view = scroller.current;
    if (whole || !view) return;
    const look = (): void => {
      const box = lane.current?.getBoundingClientRect();
      if (!box) return;
      const { top, bottom } = view.getBoundingClientRect();
      const height = box.height / levels;
      const from = Math.max(0, Math.min(levels, Math.floor((top - SPARE - box.top) / height)));
      const to = Math.max(from, Math.min(levels, Math.ceil((bottom + SPARE - box.top) / height)));
      setNear((old) => (old[0] === from && old[1] === to ? old : [from, to]));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(view);
    view.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('scroll', look);
    };
  }, [lane, levels, scroller, whole]);
  return whole ? [0, levels] : near;
}

export function CalendarLane({ lane, scroller, whole, keep, currentMonth, drag, chip }: Props) {
  const { t } = useT();
  const element = useRef<HTMLDivElement>(null);
  const [from, to] = useNearLevels(element, scroller, lane.levels.length, whole);
  const name = lane.name ?? t('schedule.filter.noUnit');
  const shown = (level: readonly Placed[], index: number): boolean =>
    (index >= from && index < to) || level.some(({ row }) => row.id === keep);
  return (
    <div role="rowgroup" className="calendar-lane" aria-label={name} ref={element}>
      <div className="calendar-ground" aria-hidden="true">
        {MONTHS.map((month) => (
          <span key={month} className={month === currentMonth ? 'calendar-now' : undefined} />
        ))}
      </div>
      {lane.levels.map((level, index) => {
        const chips = shown(level, index) ? level : [];
        if (index > 0 && chips.length === 0) return null;
        return (
          <div role="row" className="calendar-level" key={level[0]?.row.id ?? index}>
            {index === 0 ? (
              <div
                role="rowheader"
                aria-colindex={1}
                className="calendar-unit"
                style={{ gridRow: `1 / span ${lane.levels.length}` }}
              >
                <strong>{name}</strong>
                <span className="muted">{t('schedule.status.rows', { count: lane.count })}</span>
                {lane.hidden > 0 && (
                  <span className="muted">{t('schedule.calendar.more', { count: lane.hidden })}</span>
                )}
              </div>
            ) : null}
            {chips.map((placed) => {
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
                  {chip(placed)}
                </div>
              );
            })}
          </div>
        );
      })}
    </div>
  );
}
