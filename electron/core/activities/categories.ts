/** The tree of categories of training. */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { ActivityCategory } from '#shared/features/activities.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, value, type ReadDb } from '../db/sql.ts';
import { activityCategoryEntity, ActivityCategoryImage } from '../entities/activity.ts';
import { nextId } from '../entities/entity.ts';
import { currentRecord, withdrawRecord } from '../records.ts';

const COLUMNS = Object.keys(ActivityCategoryImage.shape).join(', ');

function categoryOf({ id, name, parent_id, position, origin, version }: ActivityCategoryImage): ActivityCategory {
  return { id, name, parentId: parent_id, position, origin, version };
}

/** By their order among those above the same one. */
export function categories(db: ReadDb): ActivityCategory[] {
  return all(
    db,
    ActivityCategoryImage,
    `SELECT ${COLUMNS} FROM activity_category WHERE withdrawn = 0 ORDER BY position, id`,
  ).map(categoryOf);
}

/** @throws AppError activities/category_loop, activities/category_taken, record/not_found, record/conflict */
export function saveCategory(
  context: WriteContext,
  { id, version, name, parentId, position }: ParsedInput<'activities.saveCategory'>,
): Output<'activities.saveCategory'> {
  const { db, changes } = context;
  const before = id === undefined ? null : currentRecord(db, activityCategoryEntity, { id, version });
  let above = parentId === null ? null : currentRecord(db, activityCategoryEntity, { id: parentId });
  while (above) {
    if (above.id === before?.id) throw new AppError('activities/category_loop', { name });
    above = above.parent_id === null ? null : activityCategoryEntity.read(db, above.parent_id);
  }
  const twins = value(
    db,
    z.int(),
    'SELECT count(*) FROM activity_category WHERE name = ? AND parent_id IS ? AND withdrawn = 0 AND id IS NOT ?',
    name,
    parentId,
    before?.id ?? null,
  );
  if (twins > 0) throw new AppError('activities/category_taken', { name });
  const image: ActivityCategoryImage = {
    ...(before ?? {
      id: nextId(db, 'activity_category'),
      uid: context.newUid(),
      origin: 'own' as const,
      withdrawn: 0,
      withdrawn_reason: null,
    }),
    name,
    parent_id: parentId,
    position,
    version: (before?.version ?? 0) + 1,
  };
  if (before) changes.update(activityCategoryEntity, before, image);
  else changes.insert(activityCategoryEntity, image);
  context.describe({ label: { code: 'categorySave', params: { name } } });
  return { category: categoryOf(image), event: context.eventNumber };
}

/** @throws AppError activities/category_used, record/not_found, record/conflict */
export function withdrawCategory(
  context: WriteContext,
  { id, version, reason }: ParsedInput<'activities.withdrawCategory'>,
): Output<'activities.withdrawCategory'> {
  const { db } = context;
  const before = currentRecord(db, activityCategoryEntity, { id, version });
  const below = value(db, z.int(), 'SELECT count(*) FROM activity_category WHERE parent_id = ? AND withdrawn = 0', id);
  if (below > 0) throw new AppError('activities/category_used', { name: before.name });
  withdrawRecord(context, activityCategoryEntity, before, reason);
  context.describe({ label: { code: 'categoryWithdraw', params: { name: before.name } }, reason });
  return { id, event: context.eventNumber };
}
