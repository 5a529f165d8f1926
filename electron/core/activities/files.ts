/** Evidence of an activity. */
import type { Output, ParsedInput } from '#shared/contract.ts';
import type { WriteContext } from '../context.ts';
import { activityEntity } from '../entities/activity.ts';
import { arranged, withTaken } from '../objects/evidence.ts';
import { takeIn } from '../objects/take-in.ts';
import { currentRecord } from '../records.ts';
import { activitySeen } from './list.ts';

/** @throws AppError record/not_found, record/conflict */
export function attachEvidence(
  context: WriteContext,
  input: ParsedInput<'activities.attach'>,
): Output<'activities.attach'> {
  const { changes } = context;
  const before = currentRecord(context.db, activityEntity, input);
  const taken = takeIn(context);
  const files = withTaken(before.files, input.kind, taken);
  if (files !== null) changes.update(activityEntity, before, { ...before, files, version: before.version + 1 });
  const changed = !changes.isEmpty;
  if (changed) {
    context.describe({ label: { code: 'activityAttach', params: { title: before.title, name: taken.name } } });
  }
  return {
    activity: activitySeen(context, before.id),
    duplicate: files === null,
    doubts: taken.doubts,
    event: changed ? context.eventNumber : context.eventNumber - 1,
  };
}

/** @throws AppError record/not_found, objects/unknown, documents/detach_reason */
export function arrangeEvidence(
  context: WriteContext,
  input: ParsedInput<'activities.arrangeFiles'>,
): Output<'activities.arrangeFiles'> {
  const { db, changes } = context;
  const before = currentRecord(db, activityEntity, input);
  const files = arranged(db, before.files, input.files, input.reason);
  changes.update(activityEntity, before, { ...before, files, version: before.version + 1 });
  context.describe({
    label: { code: 'activityFiles', params: { title: before.title } },
    ...(input.reason === '' ? {} : { reason: input.reason }),
  });
  return { activity: activitySeen(context, before.id), event: context.eventNumber };
}
