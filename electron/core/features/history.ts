/** Undo, redo and the log. */
import { StepLabel } from '#shared/features/schedule.ts';
import { z } from '#shared/lib/zod.ts';
import type { HandlersOf } from '../dispatch.ts';
import type { WriteContext } from '../context.ts';
import { all } from '../db/sql.ts';
import { recordEvents } from '../record-history.ts';
import { applyStep, historyState } from '../undo.ts';

const Entry = z.object({
  sequence: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  label: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : StepLabel.parse(JSON.parse(text)))),
  reason: z.string().nullable(),
  records: z.int(),
  hash: z.string(),
});

function apply(context: WriteContext, direction: 'undo' | 'redo') {
  const applied = applyStep(context.db, context.changes, direction);
  context.describe({
    label: { code: direction, params: { step: applied.label.code, event: applied.event } },
    undoable: false,
  });
  return { label: applied.label, event: context.eventNumber, year: applied.year, state: historyState(context.db) };
}

export const history: HandlersOf<'history'> = {
  state: ({ db }) => historyState(db),
  undo: (context) => apply(context, 'undo'),
  redo: (context) => apply(context, 'redo'),
  list: ({ db }, { before, limit }) =>
    all(
      db,
      Entry,
      `SELECT sequence, at, actor, action, label, reason, json_array_length(after) AS records, hash
       FROM event WHERE sequence < ? ORDER BY sequence DESC LIMIT ?`,
      before ?? Number.MAX_SAFE_INTEGER,
      limit,
    ),
  ofRecord: ({ db }, { entity, key, limit }) => recordEvents(db, entity, key, limit),
};
