/**
 * What a person can do with activities, each as one command with a name for the undo step. Activities are looked up when an
 * edit runs, so that quick edits one after the other never meet an old version.
 */
import { AppError } from '#shared/errors.ts';
import type {
  Activity,
  ActivityChange,
  ActivityFields,
  ActivityFile,
  EvidenceKind,
} from '#shared/features/activities.ts';
import type { GridChange, GridStep } from '#ui/grid/types.ts';
import { call } from '../../app/api.ts';
import type { EvidenceSource } from '../objects/evidence.ts';
import { type Choices, isCellField, readField, readingProblem } from './activity-texts.ts';
import { activitiesById, changing, editActivities } from './use-activity-rows.ts';

type SetFields = Extract<ActivityChange, { do: 'set' }>['fields'];

function setChange({ id, version }: Activity, fields: SetFields): ActivityChange {
  return { do: 'set', id, version, fields };
}

/** Fields of the cells of one row. Throws where a cell cannot be read; the grid has checked each of them before. */
function fieldsOf(texts: Record<string, string>, choices: Choices, activity: Activity | null): Partial<ActivityFields> {
  let fields: Partial<ActivityFields> = {};
  for (const [key, text] of Object.entries(texts)) {
    if (!isCellField(key)) continue;
    const reading = readField(key, text, choices, activity);
    if (!reading.ok) throw new Error(readingProblem(choices.t, reading) ?? reading.rule);
    fields = { ...fields, ...reading.fields };
  }
  return fields;
}

/** Cells that were typed, pasted, filled or cleared, and rows typed at the end. */
export async function changeCells({ edits, insert }: GridChange, step: GridStep, choices: Choices): Promise<void> {
  const texts = new Map<number, Record<string, string>>();
  for (const { rowId, columnKey, text } of edits) texts.set(rowId, { ...texts.get(rowId), [columnKey]: text });
  const activities = await activitiesById([...texts.keys()]);
  const changes = activities.flatMap((activity): ActivityChange[] => {
    const fields = fieldsOf(texts.get(activity.id) ?? {}, choices, activity);
    return Object.keys(fields).length === 0 ? [] : [setChange(activity, fields)];
  });
  const added = (insert?.texts ?? []).map((row): ActivityChange => {
    return { do: 'insert', fields: fieldsOf(row, choices, null) };
  });
  if (changes.length + added.length === 0) return;
  await editActivities(
    added.length > 0
      ? { code: 'activityInsert', params: { count: added.length } }
      : { code: 'activityType', params: { count: step.cells } },
    [...changes, ...added],
  );
}

/** Changes fields of one activity. */
export async function setFields(id: number, fields: SetFields): Promise<void> {
  const activities = await activitiesById([id]);
  await editActivities(
    { code: 'activityEdit', params: { count: 1 } },
    activities.map((activity) => setChange(activity, fields)),
  );
}

export async function enterActivity(fields: Partial<ActivityFields>): Promise<number> {
  const { ids } = await editActivities({ code: 'activityInsert', params: { count: 1 } }, [{ do: 'insert', fields }]);
  const [id] = ids;
  if (id === undefined) throw new Error('an activity that was entered is answered');
  return id;
}

export async function withdrawActivities(ids: readonly number[], reason: string): Promise<void> {
  const activities = await activitiesById(ids);
  await editActivities(
    { code: 'activityWithdraw', params: { count: ids.length } },
    activities.map(({ id, version }) => ({ do: 'withdraw', id, version, reason })),
  );
}

export async function restoreActivities(ids: readonly number[]): Promise<void> {
  const activities = await activitiesById(ids);
  await editActivities(
    { code: 'activityRestore', params: { count: ids.length } },
    activities.map(({ id, version }) => ({ do: 'restore', id, version })),
  );
}

/** Takes a file in as evidence. */
export async function attachEvidence(id: number, kind: EvidenceKind, source: EvidenceSource): Promise<void> {
  await changing(async () => {
    const [activity] = await activitiesById([id]);
    if (!activity) throw new AppError('record/not_found', { id });
    await call('activities.attach', { id, version: activity.version, kind, ...source });
  });
}

/** Puts the evidence in this order, under these names and kinds; files left out are taken off, with the reason. */
export async function arrangeEvidence(
  id: number,
  change: (files: readonly ActivityFile[]) => ActivityFile[],
  reason = '',
): Promise<void> {
  await changing(async () => {
    const [activity] = await activitiesById([id]);
    if (!activity) throw new AppError('record/not_found', { id });
    await call('activities.arrangeFiles', { id, version: activity.version, files: change(activity.files), reason });
  });
}
