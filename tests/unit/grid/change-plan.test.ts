import { describe, expect, it } from 'vitest';
import {
  emptyBelow,
  fillTarget,
  type PlanContext,
  planFill,
  planHandleFill,
  planPaste,
  plannedCells,
} from '#ui/grid/change-plan.ts';

const cells = [
  ['1月', '甲', 'x'],
  ['2月', '乙', 'y'],
  ['3月', '丙', 'z'],
];

function context(changes: Partial<PlanContext> = {}): PlanContext {
  return {
    rows: 3,
    columns: 3,
    canInsert: true,
    shown: (row, column) => cells[row]?.[column] ?? '',
    judge: (_row, column, text) =>
      column === 0 && text === '13月' ? { ok: false, reason: '没有13月' } : { ok: true, text },
    ...changes,
  };
}

const one = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });
const written = (plan: { edits: { row: number; column: number; text: string }[] }): string[] =>
  plan.edits.map((cell) => `${cell.row},${cell.column}=${cell.text}`);

describe('paste', () => {
  it('writes one value into the whole range, leaving cells that show it already', () => {
    expect(written(planPaste([['甲']], { top: 0, bottom: 2, left: 1, right: 1 }, context()))).toEqual([
      '1,1=甲',
      '2,1=甲',
    ]);
  });

  it('tiles a range that is a multiple of the block', () => {
    const plan = planPaste([['p'], ['q']], { top: 0, bottom: 1, left: 1, right: 2 }, context());
    expect(written(plan)).toEqual(['0,1=p', '0,2=p', '1,1=q', '1,2=q']);
  });

  it('goes beyond the last row by adding rows, and says what has no place', () => {
    const plan = planPaste(
      [
        ['4月', '丁'],
        ['5月', '戊'],
        ['', ''],
      ],
      one(2, 1),
      context(),
    );
    expect(written(plan)).toEqual(['2,1=4月', '2,2=丁']);
    expect(plan.inserts.map((texts) => [...texts.values()].map((cell) => cell.text))).toEqual([['5月', '戊'], []]);
    expect(plannedCells(plan)).toBe(4);
    const full = planPaste(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      one(2, 2),
      context({ canInsert: false }),
    );
    expect([full.droppedColumns, full.droppedRows, written(full)]).toEqual([1, 1, ['2,2=a']]);
  });

  it('lists the cells that cannot take their text, new rows included', () => {
    const plan = planPaste(
      [
        ['13月', '子'],
        ['13月', '丑'],
      ],
      one(2, 0),
      context(),
    );
    expect(plan.problems.map((problem) => [problem.row, problem.column, problem.reason])).toEqual([
      [2, 0, '没有13月'],
      [3, 0, '没有13月'],
    ]);
    expect(written(plan)).toEqual(['2,1=子']);
  });
});

describe('fill', () => {
  it('copies the first row down, or the row above into a single one', () => {
    expect(written(planFill({ top: 0, bottom: 2, left: 1, right: 2 }, 'down', context()) ?? { edits: [] })).toEqual([
      '1,1=甲',
      '1,2=x',
      '2,1=甲',
      '2,2=x',
    ]);
    expect(written(planFill(one(1, 1), 'down', context()) ?? { edits: [] })).toEqual(['1,1=甲']);
    expect(planFill(one(0, 1), 'down', context())).toBeNull();
    expect(written(planFill(one(1, 1), 'right', context()) ?? { edits: [] })).toEqual(['1,1=2月']);
  });

  it('by the handle grows along one axis and repeats the block, upwards too', () => {
    expect(fillTarget(one(1, 1), 2, 1)).toEqual({ top: 1, bottom: 2, left: 1, right: 1 });
    expect(fillTarget(one(1, 1), 1, 0)).toEqual({ top: 1, bottom: 1, left: 0, right: 1 });
    const source = { top: 1, bottom: 2, left: 1, right: 1 };
    expect(written(planHandleFill(source, { ...source, top: 0 }, context()))).toEqual(['0,1=丙']);
  });

  it('by a double click goes down to the first row that holds something', () => {
    const empty = new Set(['1,1', '2,1', '1,2']);
    const shown = (row: number, column: number): string =>
      empty.has(`${row},${column}`) ? '' : (cells[row]?.[column] ?? '');
    expect(emptyBelow(one(0, 1), { rows: 3, shown })).toEqual({ ...one(0, 1), bottom: 2 });
    expect(emptyBelow({ ...one(0, 1), right: 2 }, { rows: 3, shown })).toMatchObject({ bottom: 1 });
    expect(emptyBelow(one(0, 0), { rows: 3, shown })).toEqual(one(0, 0));
  });
});
