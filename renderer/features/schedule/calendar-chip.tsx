/** One row of the plan on the year view: dragged, or moved by keys; double click and Enter show it in the table. */
import type { KeyboardEvent, PointerEvent } from 'react';
import type { ScheduleRow } from '#shared/features/schedule.ts';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly } from '../../app/read-only.tsx';
import { typed } from '../../app/keyboard.ts';
import { ui } from '../../app/ui-state.ts';
import { canShift, shiftTime } from './calendar-layout.ts';
import { monthText } from './row-texts.ts';
import { StatusSign } from './status-chip.tsx';

export function openInTable(rowId: number): void {
  ui.set({ screen: 'schedule', view: 'table', showRow: rowId });
}

interface Props {
  row: ScheduleRow;
  goesOn: boolean;
  /** The one chip in the tab order. */
  entry: boolean;
  onFocus: (id: number) => void;
  /** An arrow without Alt: go to the next chip. */
  onArrow: (id: number, key: string) => void;
  onShift: (row: ScheduleRow, startBy: number, endBy: number) => void;
  /** Null = the drag is over. */
  onDrag: (drag: { id: number; by: number } | null) => void;
}

export function CalendarChip({ row, goesOn, entry, onFocus, onArrow, onShift, onDrag }: Props) {
  const { t } = useT();
  const readOnly = useReadOnly();
  const when = monthText(row);

  const onKeyDown = typed((event: KeyboardEvent<HTMLElement>) => {
    const arrow = event.key.startsWith('Arrow');
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (arrow && event.altKey && step !== 0) onShift(row, event.shiftKey ? 0 : step, step);
    else if (arrow && !event.altKey) onArrow(row.id, event.key);
    else if (event.key === 'Enter' || event.key === 'F2') openInTable(row.id);
    else return;
    event.preventDefault();
  });

  const startDrag = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || readOnly || !canShift(row.time)) return;
    const chip = event.currentTarget;
    const month = chip.closest('.calendar')?.querySelector('.calendar-month');
    const width = month?.getBoundingClientRect().width ?? 1;
    const from = event.clientX;
    let by = 0;
    chip.setPointerCapture(event.pointerId);
    const follow = (moved: globalThis.PointerEvent): void => {
      const wanted = Math.round((moved.clientX - from) / width);
      if (wanted !== by && (wanted === 0 || shiftTime(row.time, wanted, wanted))) {
        by = wanted;
        onDrag({ id: row.id, by });
      }
    };
    const end = (over: globalThis.PointerEvent): void => {
      chip.removeEventListener('pointermove', follow);
      chip.removeEventListener('pointerup', end);
      chip.removeEventListener('pointercancel', end);
      onDrag(null);
      if (over.type === 'pointerup' && by !== 0) onShift(row, by, by);
    };
    chip.addEventListener('pointermove', follow);
    chip.addEventListener('pointerup', end);
    chip.addEventListener('pointercancel', end);
  };

  return (
    <button
      type="button"
      data-chip={row.id}
      tabIndex={entry ? 0 : -1}
      className={`calendar-chip chip-${row.status}`}
      title={`${when} ${row.activity}`}
      aria-label={t('schedule.calendar.chip', {
        activity: row.activity,
        when: when === '' ? t('schedule.filter.noMonth') : when,
        status: t(`paper.status.${row.status}`),
      })}
      onFocus={() => onFocus(row.id)}
      onKeyDown={onKeyDown}
      onPointerDown={startDrag}
      onDoubleClick={() => openInTable(row.id)}
    >
      <span>
        {row.status !== 'not_started' && <StatusSign status={row.status} />} {row.activity}
      </span>
      {goesOn && <span aria-hidden="true"> →</span>}
    </button>
  );
}
