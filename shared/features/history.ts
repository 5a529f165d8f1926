/** Undo, redo and the log (修改日志). Undo never erases: it is a command of its own with its own event. */
import { z } from '../lib/zod.ts';
import { command, FAMILIES, query } from '../procedure.ts';
import { StepLabel } from './schedule.ts';

export const HistoryState = z.object({ undo: StepLabel.nullable(), redo: StepLabel.nullable() });
export type HistoryState = z.infer<typeof HistoryState>;

const Applied = z.object({
  label: StepLabel,
  event: z.int(),
  /** Year of the rows that changed, to show them; null = none. */
  year: z.int().nullable(),
  state: HistoryState,
});

export const LogEntry = z.object({
  sequence: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  label: StepLabel.nullable(),
  reason: z.string().nullable(),
  /** Records that it changed. */
  records: z.int(),
  hash: z.string(),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** What one event did to one record. */
export const RecordEvent = LogEntry.pick({
  sequence: true,
  at: true,
  actor: true,
  action: true,
  label: true,
  reason: true,
}).extend({
  /** Fields with another value than before, as JSON texts; null before the record was there. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type RecordEvent = z.infer<typeof RecordEvent>;

export const history = {
  state: query('What undo and redo would do now.', z.object({}), HistoryState),
  undo: command('Undo the last step that is not undone.', z.object({}), Applied, {
    touches: FAMILIES,
  }),
  redo: command('Redo the step that was undone last.', z.object({}), Applied, {
    touches: FAMILIES,
  }),
  list: query(
    'Log entries, newest first.',
    z.object({ before: z.int().optional(), limit: z.int().min(1).max(1000).default(100) }),
    z.array(LogEntry),
  ),
  ofRecord: query(
    'The events that changed one record, newest first, with what they changed in it.',
    z.object({
      entity: z.string().max(40),
      key: z.int(),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.array(RecordEvent),
    { traced: true },
  ),
} as const;
