/** 达标 · 不达标 · 无法判定 as a chip: word and colour, never the colour alone. */
import type { Verdict } from '#shared/features/funding-check.ts';
import { useT } from '../../../app/i18n.tsx';

const CHIPS: Record<Verdict, string> = {
  PASS: 'chip chip-done',
  FAIL: 'chip chip-fail',
  NO_BASIS: 'chip chip-postponed',
};

export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const { t } = useT();
  return <span className={CHIPS[verdict]}>{t(`fundingCheck.verdict.${verdict}`)}</span>;
}
