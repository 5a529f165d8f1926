/**
 * The rows under review, before anything of them is in the archive. Pure: every function answers a new draft. Invariant:
 * a row keeps the source line it came from, and nothing that the reader rejected becomes a row without a person's word.
 */
import { acceptedRows } from '#shared/features/schedule-import.ts';
import type { ReadWarning, ScheduleReading } from '#shared/features/reading.ts';
import { NO_TIME, type AcceptedRow, type ScheduleFields } from '#shared/features/schedule.ts';

export interface DraftRow extends ScheduleFields {
  id: number;
  needsReview: boolean;
  sourceLine: number | null;
  sourceEndLine: number | null;
  sourceText: string | null;
  /** A person changed or confirmed it. */
  seen: boolean;
}

export type RejectedState = 'open' | 'taken' | 'skipped';

export interface Draft {
  rows: readonly DraftRow[];
  nextId: number;
  /** One for each rejected line of the reading. */
  rejected: readonly RejectedState[];
  /** Warnings that a person has read and dismissed, by index. */
  dismissed: ReadonlySet<number>;
}

const EMPTY_ROW: Omit<DraftRow, 'id'> = {
  time: NO_TIME,
  activity: '',
  units: [],
  status: 'not_started',
  statusReason: '',
  doneOn: null,
  remark: '',
  needsReview: false,
  sourceLine: null,
  sourceEndLine: null,
  sourceText: null,
  seen: false,
};

/** A draft of a reading; row ids are 1, 2, 3 … in the reading's order. */
export function draftOf(reading: ScheduleReading): Draft {
  const rows = acceptedRows(reading).map((row, index): DraftRow => {
    const { time, activity, units, status, statusReason, doneOn, remark } = row;
    return {
      ...EMPTY_ROW,
      id: index + 1,
      ...(time ? { time } : {}),
      activity: activity ?? '',
      units: units ?? [],
      status: status ?? 'not_started',
      statusReason: statusReason ?? '',
      doneOn: doneOn ?? null,
      remark: remark ?? '',
      needsReview: row.needsReview ?? false,
      sourceLine: row.sourceLine ?? null,
      sourceEndLine: reading.sources[index]?.end_line ?? row.sourceLine ?? null,
      sourceText: row.sourceText ?? null,
    };
  });
  return {
    rows,
    nextId: rows.length + 1,
    rejected: reading.rejected.map(() => 'open'),
    dismissed: new Set(),
  };
}

export function setRows(draft: Draft, changes: ReadonlyMap<number, Partial<DraftRow>>): Draft {
  return {
    ...draft,
    rows: draft.rows.map((row) => {
      const change = changes.get(row.id);
      return change ? { ...row, ...change, seen: true } : row;
    }),
  };
}

/** Puts new rows behind a row (null = first) and answers the draft and the first new id. */
export function insertRows(
  draft: Draft,
  after: number | null,
  rows: readonly Partial<DraftRow>[],
): { draft: Draft; firstId: number } {
  const place = after === null ? 0 : draft.rows.findIndex(({ id }) => id === after) + 1;
  const added = rows.map((row, index): DraftRow => ({ ...EMPTY_ROW, seen: true, ...row, id: draft.nextId + index }));
  return {
    draft: {
      ...draft,
      rows: [...draft.rows.slice(0, place), ...added, ...draft.rows.slice(place)],
      nextId: draft.nextId + rows.length,
    },
    firstId: draft.nextId,
  };
}

export function removeRows(draft: Draft, ids: readonly number[]): Draft {
  return { ...draft, rows: draft.rows.filter(({ id }) => !ids.includes(id)) };
}

export function moveRows(draft: Draft, ids: readonly number[], after: number | null): Draft {
  const moved = draft.rows.filter(({ id }) => ids.includes(id));
  const rest = draft.rows.filter(({ id }) => !ids.includes(id));
  const place = after === null ? 0 : rest.findIndex(({ id }) => id === after) + 1;
  return { ...draft, rows: [...rest.slice(0, place), ...moved, ...rest.slice(place)] };
}

/** Takes a rejected line in as a row, where it stands in the source, marked for review. */
export function takeRejected(draft: Draft, reading: ScheduleReading, index: number): { draft: Draft; id: number } {
  const line = reading.rejected[index];
  if (!line || draft.rejected[index] !== 'open') return { draft, id: -1 };
  const before = draft.rows.filter(({ sourceLine }) => sourceLine !== null && sourceLine < line.source_line).at(-1);
  const inserted = insertRows(draft, before?.id ?? null, [
    {
      activity: line.text.trim(),
      needsReview: true,
      seen: false,
      sourceLine: line.source_line,
      sourceEndLine: line.source_line,
      sourceText: line.text,
    },
  ]);
  return { draft: withRejected(inserted.draft, index, 'taken'), id: inserted.firstId };
}

export function withRejected(draft: Draft, index: number, state: RejectedState): Draft {
  return { ...draft, rejected: draft.rejected.map((old, at) => (at === index ? state : old)) };
}

export function dismiss(draft: Draft, warning: number): Draft {
  return { ...draft, dismissed: new Set(draft.dismissed).add(warning) };
}

export interface Problem {
  key: string;
  severity: ReadWarning['severity'];
  /** The reader's sentence; null for a rejected line, whose text and reason are shown instead. */
  message: string | null;
  line: number | null;
  /** Row that it concerns, if it is still there. */
  rowId: number | null;
  warning: number | null;
  rejected: number | null;
  solved: boolean;
}

const RANK: Readonly<Record<Problem['severity'], number>> = { error: 0, doubt: 1, note: 2 };

/** What a person has to look at: errors and rejected lines, then doubts, then notes; in each the source's order. */
export function problemsOf(reading: ScheduleReading, draft: Draft): Problem[] {
  const rows = new Map(draft.rows.map((row) => [row.id, row]));
  const warned = new Set<number>();
  const fromWarnings = reading.warnings.map((warning, index): Problem => {
    // A rejected line and the warning about it are one problem.
    const rejected =
      warning.row === null && warning.line !== null
        ? reading.rejected.findIndex(({ source_line }) => source_line === warning.line)
        : -1;
    if (rejected >= 0) warned.add(rejected);
    const row = warning.row === null ? undefined : rows.get(warning.row + 1);
    const rowSolved = warning.row !== null && (row === undefined || (row.seen && !row.needsReview));
    return {
      key: `w${index}`,
      severity: rejected >= 0 ? 'error' : warning.severity,
      message: warning.message,
      line: warning.line,
      rowId: row?.id ?? null,
      warning: index,
      rejected: rejected >= 0 ? rejected : null,
      solved: rejected >= 0 ? draft.rejected[rejected] !== 'open' : rowSolved || draft.dismissed.has(index),
    };
  });
  const fromRejected = reading.rejected.flatMap((line, index): Problem[] =>
    warned.has(index)
      ? []
      : [
          {
            key: `r${index}`,
            severity: 'error',
            message: null,
            line: line.source_line,
            rowId: null,
            warning: null,
            rejected: index,
            solved: draft.rejected[index] !== 'open',
          },
        ],
  );
  return [...fromWarnings, ...fromRejected].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || (a.line ?? 0) - (b.line ?? 0),
  );
}

export interface Readiness {
  /** Errors and rejected lines that nobody has dealt with. */
  openErrors: number;
  openDoubts: number;
  emptyActivities: number;
  rows: number;
}

export function readiness(draft: Draft, problems: readonly Problem[]): Readiness {
  const open = (severity: Problem['severity']): number =>
    problems.filter((problem) => problem.severity === severity && !problem.solved).length;
  return {
    openErrors: open('error'),
    openDoubts: open('doubt'),
    emptyActivities: draft.rows.filter(({ activity }) => activity.trim() === '').length,
    rows: draft.rows.length,
  };
}

/** The rows as `schedule.accept` takes them. */
export function toAccept(draft: Draft): AcceptedRow[] {
  return draft.rows.map(({ id: _id, seen: _seen, sourceEndLine: _end, ...row }) => row);
}
