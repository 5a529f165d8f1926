/** 方 签 照 结 费: five small marks, told apart by sign and word as well as by colour. */
import type { ChecklistItem } from '#shared/features/activities.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { useT } from '../../app/i18n.tsx';

const SIGNS: Readonly<Record<ChecklistItem['state'], string>> = { present: '✓', missing: '✗', not_needed: '–' };

/** 方案：已有 */
export function checkText(t: Translate, { kind, state }: ChecklistItem): string {
  return t('activityScreen.markText', {
    kind: t(`activities.evidence.${kind}`),
    state: t(`activities.evidenceState.${state}`),
  });
}

export function checklistText(t: Translate, checklist: readonly ChecklistItem[]): string {
  return checklist.map((item) => checkText(t, item)).join(t('paper.unitSeparator'));
}

export function ChecklistMarks({ checklist }: { checklist: readonly ChecklistItem[] }) {
  const { t } = useT();
  return (
    <span className="check-marks" role="img" aria-label={checklistText(t, checklist)}>
      {checklist.map((item) => (
        <span
          key={item.kind}
          className={`check-mark check-${item.state}`}
          title={checkText(t, item)}
          aria-hidden="true"
        >
          {t(`activityScreen.mark.${item.kind}`)}
        </span>
      ))}
    </span>
  );
}

/** The same with words, and the names of what is there. */
export function ChecklistLines({ checklist }: { checklist: readonly ChecklistItem[] }) {
  const { t } = useT();
  return (
    <ul className="check-lines">
      {checklist.map(({ kind, state, evidence }) => (
        <li key={kind} className={`check-${state}`}>
          <span aria-hidden="true">{SIGNS[state]}</span>
          <span>
            <strong>{t(`activities.evidence.${kind}`)}</strong> {t(`activities.evidenceState.${state}`)}
            {evidence.length > 0 && (
              <span className="muted check-names">{[...new Set(evidence)].join(t('paper.unitSeparator'))}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
