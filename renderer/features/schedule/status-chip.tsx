/** A status as colour, sign and word: never as colour alone. */
import type { RowStatus } from '#shared/features/schedule.ts';
import { useT } from '../../app/i18n.tsx';

const SIGNS: Readonly<Record<RowStatus, string>> = {
  not_started: '○',
  in_progress: '◐',
  done: '✓',
  partly_done: '◑',
  postponed: '⏵',
  cancelled: '×',
};

export function StatusChip({ status, reason = '' }: { status: RowStatus; reason?: string }) {
  const { t } = useT();
  return (
    <span className={`chip chip-${status}`} title={reason === '' ? undefined : reason}>
      <span aria-hidden="true">{SIGNS[status]}</span> {t(`paper.status.${status}`)}
    </span>
  );
}
