/**
 * Undo and redo over the log, without limit and across restarts. A step is the event of a command; undoing it writes the
 * images it had before as a new command with an event of its own, so the log keeps both. A record that did not exist
 * before is withdrawn, not erased.
 */
import { z } from '#shared/lib/zod.ts';
import { AppError } from '#shared/errors.ts';
import { StepLabel } from '#shared/features/schedule.ts';
import type { HistoryState } from '#shared/features/history.ts';
import type { Changes } from './changes.ts';
import { one, run, type ReadDb, type WriteDb } from './db/sql.ts';
import { completeImage, entities, entityNamed } from './entities/index.ts';
import type { Image } from './entities/entity.ts';
import { canonicalJson, type Canonical } from './audit/canonical.ts';

const CanonicalValue: z.ZodType<Canonical> = z.lazy(() =>
  z.union([z.string(), z.int(), z.boolean(), z.null(), z.array(CanonicalValue), z.record(z.string(), CanonicalValue)]),
);
const ImageSchema = z.record(z.string(), CanonicalValue);
const Images = z.array(z.object({ entity: z.string(), key: z.int(), image: ImageSchema.nullable() }));

const Step = z.object({
  event: z.int(),
  label: z.string().transform((text) => StepLabel.parse(JSON.parse(text))),
  before: z.string(),
  after: z.string(),
});

type Direction = 'undo' | 'redo';

const NEXT: Record<Direction, string> = {
  undo: `SELECT s.event, e.label, e.before, e.after FROM undo_step s JOIN event e ON e.sequence = s.event
         WHERE s.state = 'done' ORDER BY s.event DESC LIMIT 1`,
  redo: `SELECT s.event, e.label, e.before, e.after FROM undo_step s JOIN event e ON e.sequence = s.event
         WHERE s.state = 'undone' ORDER BY s.event ASC LIMIT 1`,
};

/** A new step: what had been undone before it can no longer be redone. */
export function pushUndoStep(db: WriteDb, event: number): void {
  run(db, 'any', "UPDATE undo_step SET state = 'superseded' WHERE state = 'undone'");
  run(db, 1, "INSERT INTO undo_step (event, state) VALUES (?, 'done')", event);
}

const LabelOnly = z.object({ label: Step.shape.label });

/** What undo and redo would do now. */
export function historyState(db: ReadDb): HistoryState {
  const next = (state: string, order: string): StepLabel | null =>
    one(
      db,
      LabelOnly,
      `SELECT e.label FROM undo_step s JOIN event e ON e.sequence = s.event WHERE s.state = ? ORDER BY s.event ${order} LIMIT 1`,
      state,
    )?.label ?? null;
  return { undo: next('done', 'DESC'), redo: next('undone', 'ASC') };
}

function withoutVersion(image: Image): string {
  const { version: _version, ...rest } = image;
  return canonicalJson(rest);
}

/** Applies the next step in the given direction. Throws history/nothing_to_undo, …_redo, history/changed_since. */
export function applyStep(
  db: WriteDb,
  changes: Changes,
  direction: Direction,
): { event: number; label: StepLabel; year: number | null } {
  const step = one(db, Step, NEXT[direction]);
  if (!step) throw new AppError(direction === 'undo' ? 'history/nothing_to_undo' : 'history/nothing_to_redo');
  const images = (text: string): z.infer<typeof Images> =>
    Images.parse(JSON.parse(text)).map(({ entity, key, image }) => ({
      entity,
      key,
      image: image === null ? null : completeImage(entity, image),
    }));
  const [from, to] = direction === 'undo' ? [step.after, step.before] : [step.before, step.after];
  const expected = new Map(images(from).map((record) => [`${record.entity}/${record.key}`, record.image]));
  const targets = images(to);
  // Records of kinds that others refer to are written first.
  const rank = new Map(entities.map(({ name }, index) => [name, index]));
  targets.sort((a, b) => (rank.get(a.entity) ?? 0) - (rank.get(b.entity) ?? 0));
  let year: number | null = null;
  for (const { entity: name, key, image } of targets) {
    const entity = entityNamed(name);
    const current = entity.read(db, key);
    const should = expected.get(`${name}/${key}`) ?? null;
    // On redo of a creation the record is there, withdrawn by the undo.
    const shouldImage = should ?? (image === null ? null : entity.withdrawn(image));
    if (current === null || shouldImage === null || withoutVersion(current) !== withoutVersion(shouldImage)) {
      throw new AppError('history/changed_since', { label: step.label.code });
    }
    const version = z.int().parse(current['version']) + 1;
    changes.restore(name, key, current, { ...(image ?? entity.withdrawn(current)), version });
    if (name === 'schedule_row' || name === 'plan') year = z.int().parse(current['year']);
  }
  run(db, 1, 'UPDATE undo_step SET state = ? WHERE event = ?', direction === 'undo' ? 'undone' : 'done', step.event);
  return { event: step.event, label: step.label, year };
}
