/** Goes to where a found record lives and shows it there. */
import type { SearchHit } from '#shared/features/search.ts';
import { ui } from '../../app/ui-state.ts';
import { showActivity } from '../activities/activity-state.ts';
import { showFundEntry } from '../budgets/budget-state.ts';
import { showDocument } from '../documents/document-state.ts';
import { showPerson } from '../participants/person-state.ts';

export function openRecord(hit: Pick<SearchHit, 'kind' | 'id' | 'year'>): void {
  switch (hit.kind) {
    case 'document':
      showDocument(hit.id);
      break;
    case 'person':
      showPerson(hit.id);
      break;
    case 'activity':
      showActivity(hit.id, hit.year);
      break;
    case 'fund_entry':
      showFundEntry(hit.id, hit.year);
      break;
    case 'schedule_row':
      ui.set({ screen: 'schedule', view: 'table', ...(hit.year === null ? {} : { year: hit.year }), showRow: hit.id });
      break;
    case 'organisation':
      ui.set({ screen: 'organisations' });
      break;
    default:
    // A kind that has no screen is read where it was found.
  }
}
