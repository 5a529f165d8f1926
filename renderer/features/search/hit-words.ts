/** Words for what a hit says of itself: kind, state and term. */
import { termText } from '#shared/features/document-texts.ts';
import type { SearchHit } from '#shared/features/search.ts';
import { ActivityState } from '#shared/features/activities.ts';
import { FundKind } from '#shared/features/funding.ts';
import { DocumentState } from '#shared/features/documents.ts';
import { RowStatus } from '#shared/features/schedule.ts';
import type { Translate } from '#shared/i18n/index.ts';

const KINDS = ['document', 'schedule_row', 'organisation', 'person', 'activity', 'fund_entry'] as const;

export function kindText(t: Translate, kind: string): string {
  const known = KINDS.find((name) => name === kind);
  return known ? t(`search.kinds.${known}`) : kind;
}

/** States of different kinds have names of their own; where two share one (a row and an activity cancelled) it means the same. */
export function stateText(t: Translate, state: string): string {
  const ofDocument = DocumentState.safeParse(state);
  if (ofDocument.success) return t(`documents.state.${ofDocument.data}`);
  const ofRow = RowStatus.safeParse(state);
  if (ofRow.success) return t(`paper.status.${ofRow.data}`);
  const ofActivity = ActivityState.safeParse(state);
  if (ofActivity.success) return t(`activities.state.${ofActivity.data}`);
  const ofMoney = FundKind.safeParse(state);
  if (ofMoney.success) return t(`fundingCheck.kind.${ofMoney.data}`);
  return state === 'listed' ? t('search.listed') : state;
}

/** Year, unit, term and state on one line, as far as they are known. */
export function factsText(t: Translate, hit: SearchHit): string {
  return [
    hit.date ?? (hit.year === null ? null : t('shell.year.option', { year: hit.year })),
    hit.unit,
    hit.term === null ? null : termText(t, hit.term),
    stateText(t, hit.state),
  ]
    .filter((text) => text !== null && text !== '')
    .join(' · ');
}
