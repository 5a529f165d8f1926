/** Undo, redo and the log (修改日志). Undo never erases: it is a command of its own with its own event. */
import { z } from '../lib/zod.ts';
import { command, query } from '../procedure.ts';
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

export const history = {
  state: query('What undo and redo would do now.', z.object({}), HistoryState),
  undo: command('Undo the last step that is not undone.', z.object({}), Applied, {
    touches: ['schedule', 'plans', 'organisations', 'search', 'history'],
  }),
  redo: command('Redo the step that was undone last.', z.object({}), Applied, {
    touches: ['schedule', 'plans', 'organisations', 'search', 'history'],
  }),
  list: query(
    'Log entries, newest first.',
    z.object({ before: z.int().optional(), limit: z.int().min(1).max(1000).default(100) }),
    z.array(LogEntry),
  ),
} as const;
