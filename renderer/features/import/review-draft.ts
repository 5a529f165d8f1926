/**
 * The rows under review, before anything of them is in the archive: what every kind of record shares. Pure: every
 * function answers a new draft. Invariant: a row keeps the source line it came from, and nothing that the reader
 * rejected becomes a row without a person's word.
 */
import { AppError } from '#shared/errors.ts';
import type { ReadWarning } from '#shared/features/reading.ts';
import type { GridChange } from '#ui/grid/types.ts';

/** What each row under review has besides its record's own fields. */
export interface ReviewRow {
  id: number;
  needsReview: boolean;
  sourceLine: number | null;
  sourceEndLine: number | null;
  sourceText: string | null;
  /** A person changed or confirmed it. */
  seen: boolean;
}

/** Put in by hand: it came from no line, and nobody needs to look at it. */
export const OF_NO_LINE: Omit<ReviewRow, 'id'> = {
  needsReview: false,
  sourceLine: null,
  sourceEndLine: null,
  sourceText: null,
  seen: false,
};

/** A line that the reader could not take, with the reason in words. */
export interface RejectedLine {
  line: number;
  text: string;
  reason: string;
}

/** What a reader was not sure of. */
export interface Doubts {
  warnings: readonly ReadWarning[];
  rejected: readonly RejectedLine[];
}

export type RejectedState = 'open' | 'taken' | 'skipped';

export interface Draft<Row extends ReviewRow> {
  rows: readonly Row[];
  /** A row in which nothing is set yet. */
  empty: Omit<Row, 'id'>;
  nextId: number;
  /** One for each rejected line of the reading. */
  rejected: readonly RejectedState[];
  /** Warnings that a person has read and dismissed, by index. */
  dismissed: ReadonlySet<number>;
}

/** A draft of what was read; row ids are 1, 2, 3 … in the reading's order. */
export function newDraft<Row extends ReviewRow>(
  rows: readonly Partial<Row>[],
  empty: Omit<Row, 'id'>,
  { rejected }: Doubts,
): Draft<Row> {
  return {
    rows: rows.map((row, index) => ({ ...empty, ...row, id: index + 1 }) as Row),
    empty,
    nextId: rows.length + 1,
    rejected: rejected.map(() => 'open'),
    dismissed: new Set(),
  };
}

export function setRows<Row extends ReviewRow>(
  draft: Draft<Row>,
  changes: ReadonlyMap<number, Partial<NoInfer<Row>>>,
): Draft<Row> {
  return {
    ...draft,
    rows: draft.rows.map((row) => {
      const change = changes.get(row.id);
      return change ? { ...row, ...change, seen: true } : row;
    }),
  };
}

/**
 * The draft with a change of the grid in it. Throws record/not_found where a row is gone, and what `edit` throws.
 * @param edit what a text in that column makes of a row
 * @param insert what the texts of a new row make of it; otherwise each text that is not empty is an edit
 */
export function withChange<Row extends ReviewRow>(
  draft: Draft<Row>,
  change: GridChange,
  edit: (row: Row, column: string, text: string) => Partial<NoInfer<Row>>,
  insert: (texts: Readonly<Record<string, string>>) => Partial<NoInfer<Row>> = (texts) => {
    let made: Partial<Row> = {};
    for (const [column, text] of Object.entries(texts)) {
      if (text !== '') made = { ...made, ...edit({ ...draft.empty, id: 0, ...made } as Row, column, text) };
    }
    return made;
  },
): Draft<Row> {
  const rows = new Map(draft.rows.map((row) => [row.id, row]));
  const changes = new Map<number, Partial<Row>>();
  for (const { rowId, columnKey, text } of change.edits) {
    const row = rows.get(rowId);
    if (!row) throw new AppError('record/not_found', { id: rowId });
    const now = changes.get(rowId);
    changes.set(rowId, { ...now, ...edit({ ...row, ...now }, columnKey, text) });
  }
  const next = setRows(draft, changes);
  return change.insert ? insertRows<Row>(next, change.insert.afterRowId, change.insert.texts.map(insert)).draft : next;
}

/** A person says that a doubtful row is right as it is. */
export function confirmRow<Row extends ReviewRow>(draft: Draft<Row>, id: number): Draft<Row> {
  return {
    ...draft,
    rows: draft.rows.map((row) => (row.id === id ? { ...row, needsReview: false, seen: true } : row)),
  };
}

/** Puts new rows behind a row (null = first) and answers the draft and the first new id. */
export function insertRows<Row extends ReviewRow>(
  draft: Draft<Row>,
  after: number | null,
  rows: readonly Partial<NoInfer<Row>>[],
): { draft: Draft<Row>; firstId: number } {
  const place = after === null ? 0 : draft.rows.findIndex(({ id }) => id === after) + 1;
  const added = rows.map((row, index) => ({ ...draft.empty, seen: true, ...row, id: draft.nextId + index }) as Row);
  return {
    draft: {
      ...draft,
      rows: [...draft.rows.slice(0, place), ...added, ...draft.rows.slice(place)],
      nextId: draft.nextId + rows.length,
    },
    firstId: draft.nextId,
  };
}

export function removeRows<Row extends ReviewRow>(draft: Draft<Row>, ids: readonly number[]): Draft<Row> {
  return { ...draft, rows: draft.rows.filter(({ id }) => !ids.includes(id)) };
}

export function moveRows<Row extends ReviewRow>(
  draft: Draft<Row>,
  ids: readonly number[],
  after: number | null,
): Draft<Row> {
  const moved = draft.rows.filter(({ id }) => ids.includes(id));
  const rest = draft.rows.filter(({ id }) => !ids.includes(id));
  const place = after === null ? 0 : rest.findIndex(({ id }) => id === after) + 1;
  return { ...draft, rows: [...rest.slice(0, place), ...moved, ...rest.slice(place)] };
}

/**
 * Takes a rejected line in as a row, where it stands in the source, marked for review.
 * @param fields what of the line becomes which field
 */
export function takeRejected<Row extends ReviewRow>(
  draft: Draft<Row>,
  doubts: Doubts,
  index: number,
  fields: (text: string) => Partial<NoInfer<Row>>,
): { draft: Draft<Row>; id: number } {
  const line = doubts.rejected[index];
  if (!line || draft.rejected[index] !== 'open') return { draft, id: -1 };
  const before = draft.rows.filter(({ sourceLine }) => sourceLine !== null && sourceLine < line.line).at(-1);
  const place: Partial<ReviewRow> = {
    needsReview: true,
    seen: false,
    sourceLine: line.line,
    sourceEndLine: line.line,
    sourceText: line.text,
  };
  const inserted = insertRows<Row>(draft, before?.id ?? null, [{ ...fields(line.text.trim()), ...place }]);
  return { draft: withRejected(inserted.draft, index, 'taken'), id: inserted.firstId };
}

export function withRejected<Row extends ReviewRow>(
  draft: Draft<Row>,
  index: number,
  state: RejectedState,
): Draft<Row> {
  return { ...draft, rejected: draft.rejected.map((old, at) => (at === index ? state : old)) };
}

export function dismiss<Row extends ReviewRow>(draft: Draft<Row>, warning: number): Draft<Row> {
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
export function problemsOf<Row extends ReviewRow>(doubts: Doubts, draft: Draft<Row>): Problem[] {
  const rows = new Map(draft.rows.map((row) => [row.id, row]));
  const warned = new Set<number>();
  const fromWarnings = doubts.warnings.map((warning, index): Problem => {
    // A rejected line and the warning about it are one problem.
    const rejected =
      warning.row === null && warning.line !== null
        ? doubts.rejected.findIndex(({ line }) => line === warning.line)
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
  const fromRejected = doubts.rejected.flatMap((line, index): Problem[] =>
    warned.has(index)
      ? []
      : [
          {
            key: `r${index}`,
            severity: 'error',
            message: null,
            line: line.line,
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

/** Problems of a kind that nobody has dealt with. */
export function openProblems(problems: readonly Problem[], severity: Problem['severity']): number {
  return problems.filter((problem) => problem.severity === severity && !problem.solved).length;
}

/** Rows with an error that nobody has dealt with. */
export function errorRows(problems: readonly Problem[]): ReadonlySet<number | null> {
  return new Set(problems.flatMap(({ rowId, severity, solved }) => (severity === 'error' && !solved ? [rowId] : [])));
}
