/** A status as colour, sign and word: never as colour alone. */
import type { RowStatus } from '#shared/features/schedule.ts';
import { useT } from '../../app/i18n.tsx';

/** What lies inside the circle of a status, drawn in a box of 12 × 12. */
const SIGNS: Readonly<Record<RowStatus, string>> = {
  not_started: '',
  in_progress: 'M6 6V1A5 5 0 0 1 6 11Z',
  done: 'M3.4 6.2 5.3 8.1 8.7 4.4',
  partly_done: 'M6 6V1A5 5 0 1 1 1 6Z',
  postponed: 'M6 3V6.2H8.6',
  cancelled: 'M4.2 4.2 7.8 7.8M7.8 4.2 4.2 7.8',
};
const FILLED: readonly RowStatus[] = ['in_progress', 'partly_done'];

export function StatusSign({ status }: { status: RowStatus }) {
  return (
    <svg
      viewBox="0 0 12 12"
      width="11"
      height="11"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
    >
      <circle cx="6" cy="6" r="5" />
      <path d={SIGNS[status]} fill={FILLED.includes(status) ? 'currentColor' : 'none'} />
    </svg>
  );
}

export function StatusChip({ status, reason = '' }: { status: RowStatus; reason?: string }) {
  const { t } = useT();
  return (
    <span className={`chip chip-${status}`} title={reason === '' ? undefined : reason}>
      <StatusSign status={status} />
      {t(`paper.status.${status}`)}
    </span>
  );
}
