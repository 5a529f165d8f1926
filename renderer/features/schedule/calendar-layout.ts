/**
 * Places the rows of a year on twelve months in lanes by unit. Pure. A row stands in the lane of its first responsible
 * unit, once; rows that no month of the plan's year holds stand in a lane of their own and are never left out.
 */
import type { Organisation } from '#shared/features/organisations.ts';
import { NO_TIME, type RowTime, type ScheduleRow } from '#shared/features/schedule.ts';
import { spanOf, unitKey } from './row-filter.ts';

export interface Placed {
  row: ScheduleRow;
  /** 1–12 */
  start: number;
  end: number;
  /** The span goes on in the next year. */
  goesOn: boolean;
}

export interface Lane {
  key: string;
  /** Null = no unit. */
  name: string | null;
  count: number;
  /** Rows of chips; those of one level never overlap. At most `LEVELS`. */
  levels: Placed[][];
  /** Rows that found no place on the levels; they are counted and reached by the filter and the table. */
  hidden: number;
}

/** More rows of chips than this are no picture any more. */
const LEVELS = 20;

export interface CalendarLayout {
  lanes: Lane[];
  /** Rows on no month of this year. */
  unplaced: ScheduleRow[];
}

export function layoutCalendar(rows: readonly ScheduleRow[], organisations: readonly Organisation[]): CalendarLayout {
  const names = new Map(organisations.map(({ id, fullName }) => [`id:${id}`, fullName]));
  const lanes = new Map<string, Lane>();
  /** By level of a lane: its taken months, one bit each. */
  const taken = new Map<Lane, number[]>();
  const unplaced: ScheduleRow[] = [];
  for (const row of rows) {
    const span = spanOf(row);
    if (!span || span[1] < span[0]) {
      unplaced.push(row);
      continue;
    }
    const [start, end] = span;
    const unit = row.units.find(({ role }) => role === 'lead') ?? row.units[0];
    const key = unit ? unitKey(unit) : 'none';
    const lane = lanes.get(key) ?? {
      key,
      name: unit ? (names.get(key) ?? unit.name) : null,
      count: 0,
      levels: [],
      hidden: 0,
    };
    lanes.set(key, lane);
    lane.count += 1;
    const placed: Placed = { row, start, end, goesOn: row.time.endNextYear };
    const months = (1 << (end + 1)) - (1 << start);
    const bits = taken.get(lane) ?? [];
    taken.set(lane, bits);
    const free = bits.findIndex((filled) => (filled & months) === 0);
    const index = free < 0 ? lane.levels.length : free;
    if (index >= LEVELS) lane.hidden += 1;
    else {
      bits[index] = (bits[index] ?? 0) | months;
      (lane.levels[index] ??= []).push(placed);
    }
  }
  for (const lane of lanes.values()) {
    for (const level of lane.levels) level.sort((a, b) => a.start - b.start);
  }
  const ordered = [...lanes.values()];
  // Units in the order in which the plan names them; rows without a unit last.
  return {
    lanes: [...ordered.filter(({ key }) => key !== 'none'), ...ordered.filter(({ key }) => key === 'none')],
    unplaced,
  };
}

/**
 * The time of a row moved by months, kept inside the year; null where it cannot move (already at the edge, or dates and
 * deadlines say more than a month, which moving would silently falsify).
 */
export function shiftTime(time: RowTime, startBy: number, endBy: number): RowTime | null {
  if (!canShift(time) || time.monthStart === null || time.monthEnd === null) return null;
  const monthStart = time.monthStart + startBy;
  const monthEnd = time.monthEnd + endBy;
  if (monthStart < 1 || monthEnd > 12 || monthStart > monthEnd) return null;
  return {
    ...NO_TIME,
    week: null,
    part: monthStart === monthEnd || time.part === null ? time.part : null,
    monthStart,
    monthEnd,
  };
}

/** Only plain months can be dragged. */
export function canShift(time: RowTime): boolean {
  return (
    time.monthStart !== null &&
    time.monthEnd !== null &&
    time.yearOffset === 0 &&
    !time.endNextYear &&
    time.deadlineMonth === null &&
    time.day === null &&
    time.week === null &&
    time.dateStart === null &&
    time.dateEnd === null
  );
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
