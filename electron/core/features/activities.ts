/** Activities. */
import { categories, saveCategory, withdrawCategory } from '../activities/categories.ts';
import { arrangeEvidence, attachEvidence } from '../activities/files.ts';
import { activitySeen, listActivities } from '../activities/list.ts';
import { proofsOf } from '../activities/proofs.ts';
import { changeActivity } from '../activities/store.ts';
import { behind, statistics } from '../counting/statistics.ts';
import type { HandlersOf } from '../dispatch.ts';

export const activities: HandlersOf<'activities'> = {
  list: (context, input) => listActivities(context, input),
  get: (context, { id }) => activitySeen(context, id),

  edit(context, { step, changes }) {
    const ids = changes.map((change) => changeActivity(context, change));
    const [withdrawal] = changes.filter((change) => change.do === 'withdraw');
    context.describe({ label: step, ...(withdrawal?.do === 'withdraw' ? { reason: withdrawal.reason } : {}) });
    return { ids, event: context.eventNumber };
  },

  attach: (context, input) => attachEvidence(context, input),
  arrangeFiles: (context, input) => arrangeEvidence(context, input),
  proofs: (context, { year }) => proofsOf(context, year),
  categories: ({ db }) => categories(db),
  saveCategory: (context, input) => saveCategory(context, input),
  withdrawCategory: (context, input) => withdrawCategory(context, input),
  statistics: (context, input) => statistics(context, input),
  behind: ({ db }, input) => behind(db, input),
};
