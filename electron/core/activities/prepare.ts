/**
 * The categories that an archive begins with. A new archive gets them with its first event; one that was made before there
 * were activities gets them when it is opened for writing, in one event that cannot be undone.
 */
import { TRAINING_CATEGORIES } from '#shared/lib/people/training-categories.ts';
import { z } from '#shared/lib/zod.ts';
import { appendEvent, head } from '../audit/event.ts';
import { Changes } from '../changes.ts';
import { uuidv7 } from '../context.ts';
import { value, type WriteDb } from '../db/sql.ts';
import { activityCategoryEntity } from '../entities/activity.ts';

/** Writes the categories; the caller logs the images. */
export function writeCategories(changes: Changes, newUid: () => string): void {
  TRAINING_CATEGORIES.forEach((name, index) => {
    changes.insert(activityCategoryEntity, {
      id: index + 1,
      uid: newUid(),
      name,
      parent_id: null,
      position: index,
      origin: 'plan',
      withdrawn: 0,
      withdrawn_reason: null,
      version: 1,
    });
  });
}

/** Makes up for an archive that has no categories yet. */
export function prepareCategories(db: WriteDb, event: { at: string; actor: string; appVersion: string }): void {
  if (value(db, z.int(), 'SELECT count(*) FROM activity_category') > 0) return;
  db.transaction(() => {
    const changes = new Changes(db);
    writeCategories(changes, () => uuidv7(Date.parse(event.at)));
    appendEvent(db, head(db), {
      ...event,
      role: 'administrator',
      action: 'activities.prepare',
      label: { code: 'prepareCategories', params: { count: TRAINING_CATEGORIES.length } },
      reason: null,
      ...changes.images(),
    });
  }).immediate();
}
