/** What an activity, or a row of the plan, must have to be believed: 方案, 签到, 照片, 小结, 经费. */
import type { ChecklistItem } from '#shared/features/activities.ts';
import type { Translate } from '#shared/i18n/index.ts';

export const CHECKED = ['plan', 'sign_in', 'photo', 'summary', 'money'] as const;

/** What the checklist is made from. */
export interface Evidence {
  files: readonly { kind: string; name: string }[];
  /** Rows of the sign-in sheet that are signed. */
  signedRows: number;
  summary: string;
  moneyNeeded: boolean;
}

/** The checklist of one activity, or of all the activities of a plan row together. */
export function checklistOf(evidence: Evidence, t: Translate): ChecklistItem[] {
  return CHECKED.map((kind) => {
    const there = evidence.files.filter((file) => file.kind === kind).map(({ name }) => name);
    if (kind === 'sign_in' && evidence.signedRows > 0) {
      there.push(t('activities.signInRows', { count: evidence.signedRows }));
    }
    if (kind === 'summary' && evidence.summary.trim() !== '') there.push(t('activities.evidence.summary'));
    const needed = kind !== 'money' || evidence.moneyNeeded;
    return { kind, state: there.length > 0 ? 'present' : needed ? 'missing' : 'not_needed', evidence: there };
  });
}
