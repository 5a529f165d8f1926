/** Goes to where a found record lives and shows it there. */
import type { SearchHit } from '#shared/features/search.ts';
import { ui } from '../../app/ui-state.ts';
import { showDocument } from '../documents/document-state.ts';

export function openRecord(hit: Pick<SearchHit, 'kind' | 'id' | 'year'>): void {
  switch (hit.kind) {
    case 'document':
      showDocument(hit.id);
      break;
    case 'schedule_row':
      ui.set({ screen: 'schedule', view: 'table', ...(hit.year === null ? {} : { year: hit.year }), showRow: hit.id });
      break;
    default:
      ui.set({ screen: 'organisations' });
  }
}
