import { describe, expect, it } from 'vitest';
import type { ReadWarning, ScheduleReading } from '#shared/features/reading.ts';
import { emptyActivities, planDoubts, planDraft, rowsToAccept } from '../../../renderer/features/import/plan-draft.ts';
import {
  dismiss,
  insertRows,
  moveRows,
  openProblems,
  problemsOf,
  removeRows,
  setRows,
  takeRejected,
  withChange,
  withRejected,
} from '../../../renderer/features/import/review-draft.ts';

function warning(severity: ReadWarning['severity'], line: number | null, row: number | null): ReadWarning {
  return { code: 'x', severity, line, row, params: {}, message: `${severity} ${line}` };
}

const reading: ScheduleReading = {
  layout: 'table',
  title: '2021年工作配档表',
  year: 2021,
  columns_as_printed: [],
  columns: [],
  row_count: 2,
  rows: [
    { month_start: 1, month_end: 2, activity: '甲', units: ['中心校'] },
    { month_start: 3, month_end: 3, activity: '乙', units: [] },
  ],
  sources: [
    { line: 4, end_line: 6, text: '1-2月 甲 中心校' },
    { line: 8, end_line: 8, text: '3月 乙' },
  ],
  first: null,
  last: null,
  months_covered: [],
  months_missing: [],
  unit_counts: {},
  rows_per_month: {},
  rejected: [{ line: 3, source_line: 7, text: '13月 丙', reason: '13月' }],
  skipped: [],
  document: {
    title: null,
    issuer: null,
    signed_by: null,
    signed_date: null,
    published_date: null,
    index_no: null,
    doc_no: null,
    attachment: null,
    addressees: [],
  },
  stations: [],
  funding_rules: [],
  key_tasks: null,
  guarantees: null,
  warnings: [warning('note', 2, null), warning('error', 7, null), warning('doubt', 8, 1), warning('doubt', 1, null)],
};

const doubts = planDoubts(reading);
const asActivity = (activity: string) => ({ activity });

describe('the draft of a reading', () => {
  it('hands over what was read, doubtful rows marked', () => {
    expect(rowsToAccept(planDraft(reading))).toMatchObject([
      { activity: '甲', needsReview: false, sourceLine: 4, time: { monthStart: 1, monthEnd: 2 } },
      { activity: '乙', needsReview: true, sourceLine: 8 },
    ]);
  });

  it('names each rejected line once, errors first, in the order of the source', () => {
    expect(problemsOf(doubts, planDraft(reading)).map(({ severity, line }) => [severity, line])).toEqual([
      ['error', 7],
      ['doubt', 1],
      ['doubt', 8],
      ['note', 2],
    ]);
  });

  it('is not ready while an error is open, and is after each way to deal with it', () => {
    const draft = planDraft(reading);
    const openErrors = (state: typeof draft): number => openProblems(problemsOf(doubts, state), 'error');
    expect(openErrors(draft)).toBe(1);
    expect(openErrors(withRejected(draft, 0, 'skipped'))).toBe(0);
    const taken = takeRejected(draft, doubts, 0, asActivity);
    expect(openErrors(taken.draft)).toBe(0);
    // Taken between the lines around it, still marked for a person.
    expect(taken.draft.rows.map(({ activity, needsReview }) => [activity, needsReview])).toEqual([
      ['甲', false],
      ['13月 丙', true],
      ['乙', true],
    ]);
    expect(takeRejected(taken.draft, doubts, 0, asActivity).draft).toBe(taken.draft);
  });

  it('solves a doubt by a change, a confirmation, a removal or a dismissal, and by nothing else', () => {
    const draft = planDraft(reading);
    const solved = (state: typeof draft, line: number): boolean | undefined =>
      problemsOf(doubts, state).find((problem) => problem.line === line)?.solved;
    expect(solved(draft, 8)).toBe(false);
    expect(solved(setRows(draft, new Map([[2, { needsReview: false }]])), 8)).toBe(true);
    expect(solved(setRows(draft, new Map([[2, { needsReview: true }]])), 8)).toBe(false);
    expect(solved(removeRows(draft, [2]), 8)).toBe(true);
    expect(solved(setRows(draft, new Map([[1, { activity: '丁' }]])), 8)).toBe(false);
    expect(solved(dismiss(draft, 3), 1)).toBe(true);
  });

  it('inserts and moves rows where asked', () => {
    const { draft, firstId } = insertRows(planDraft(reading), 1, [{ activity: '新' }]);
    expect([firstId, draft.rows.map(({ activity }) => activity)]).toEqual([3, ['甲', '新', '乙']]);
    expect(moveRows(draft, [2], null).rows.map(({ activity }) => activity)).toEqual(['乙', '甲', '新']);
    expect(emptyActivities(insertRows(draft, null, [{}]).draft)).toBe(1);
  });

  it('takes a change of the grid: each text once, on what the ones before it made, new rows where they were put', () => {
    const draft = planDraft(reading);
    const change = {
      edits: [
        { rowId: 1, columnKey: 'activity', text: '丁' },
        { rowId: 1, columnKey: 'remark', text: '戊' },
      ],
      insert: { afterRowId: 1, texts: [{ activity: '己', remark: '' }] },
    };
    const next = withChange(draft, change, (row, column, text) => ({
      [column]: `${text}（${row.activity}）`,
      needsReview: false,
    }));
    expect(next.rows.map(({ activity, remark }) => [activity, remark])).toEqual([
      ['丁（甲）', '戊（丁（甲））'],
      ['己（）', ''],
      ['乙', ''],
    ]);
    expect(next.rows.map(({ seen, sourceLine }) => [seen, sourceLine])).toEqual([
      [true, 4],
      [true, null],
      [false, 8],
    ]);
    const gone = { edits: [{ rowId: 9, columnKey: 'activity', text: '丁' }], insert: null };
    expect(() => withChange(draft, gone, () => ({}))).toThrow('record/not_found');
    expect(() =>
      withChange(draft, change, () => {
        throw new Error('unreadable');
      }),
    ).toThrow('unreadable');
    expect(draft.rows.map(({ activity }) => activity)).toEqual(['甲', '乙']);
  });
});
