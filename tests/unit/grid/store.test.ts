import { describe, expect, it } from 'vitest';
import { translator } from '#shared/i18n/index.ts';
import {
  allReady,
  answerQuestion,
  clearSelection,
  fill,
  insertRows,
  moveRows,
  pasteBlock,
  resumeFailed,
} from '#ui/grid/actions.ts';
import { beginComposition, cancelEditing, commitEditing, endComposition, openEditor, typed } from '#ui/grid/editing.ts';
import { at, between } from '#ui/grid/selection.ts';
import { GridStore } from '#ui/grid/store.ts';
import type { GridChange, GridColumn, GridProps, GridStep } from '#ui/grid/types.ts';

interface Line {
  id: number;
  month: string;
  task: string;
  status: string;
}

const columns: GridColumn<Line>[] = [
  {
    key: 'month',
    heading: '月份',
    width: 80,
    editable: true,
    merge: true,
    text: (row) => row.month,
    check: (text) => (text === '13' ? '没有13月' : null),
  },
  { key: 'task', heading: '工作安排', width: 200, editable: true, text: (row) => row.task },
  {
    key: 'status',
    heading: '状态',
    width: 80,
    editable: true,
    text: (row) => (row.status === 'done' ? '已完成' : '未开始'),
    options: () => [
      { value: 'open', label: '未开始' },
      { value: 'done', label: '已完成' },
    ],
  },
];

/** A table held by a caller that applies changes at once, or refuses them. */
function table(options: { refuse?: () => boolean; readOnly?: boolean; absent?: number; atEnd?: boolean } = {}) {
  let rows: Line[] = ['5月', '5月', '6月'].map((month, index) => ({
    id: index + 1,
    month,
    task: `任务${index + 1}`,
    status: 'open',
  }));
  const calls: { change: GridChange; step: GridStep }[] = [];
  const moves: [number[], number | null][] = [];
  let ids = 10;
  const show = (next: Line[]): void => {
    rows = next;
    store.receive({ ...props, rows }, translator('zh-CN'));
  };
  const props: GridProps<Line> = {
    label: '配档表',
    rows,
    rowId: (row) => row.id,
    columns,
    ...(options.readOnly ? { readOnly: true } : {}),
    ...(options.absent === undefined ? {} : { rowReady: (row: Line) => row.id !== options.absent }),
    ...(options.atEnd ? { insertAtEnd: true } : {}),
    async onChange(change, step) {
      calls.push({ change, step });
      await Promise.resolve();
      if (options.refuse?.()) throw new Error('磁盘已满');
      let next = rows.map((row) => {
        const edits = change.edits.filter((edit) => edit.rowId === row.id);
        return edits.length === 0
          ? row
          : { ...row, ...Object.fromEntries(edits.map((edit) => [edit.columnKey, edit.text])) };
      });
      if (change.insert) {
        const { afterRowId, texts } = change.insert;
        const place = next.findIndex((row) => row.id === afterRowId) + 1;
        const added = texts.map((text) => ({ id: ids++, month: '', task: '', status: 'open', ...text }));
        next = [...next.slice(0, place), ...added, ...next.slice(place)];
      }
      show(next);
    },
    onWithdraw: async () => {},
    onMove: async (moved, after) => {
      moves.push([moved, after]);
    },
    onUndo: () => {},
    onRedo: () => {},
    describeError: (error) => (error instanceof Error ? error.message : String(error)),
    emptyText: '',
  };
  const store = new GridStore(props, translator('zh-CN'));
  const type = (row: number, column: number, text: string): boolean => {
    store.select(at({ row, column }));
    typed(store, text);
    return commitEditing(store, 'down');
  };
  return { store, calls, moves, type, show, rows: () => rows };
}

describe('typing', () => {
  it('replaces the cell in one step, shows it at once and moves down', async () => {
    const { store, calls, type } = table();
    expect(type(2, 1, '新')).toBe(true);
    expect(store.shown(2, 1)).toBe('新');
    expect(store.state.selection.active).toEqual({ row: 3, column: 1 });
    await store.chain;
    expect(calls).toEqual([
      {
        change: { edits: [{ rowId: 3, columnKey: 'task', text: '新' }], insert: null },
        step: { code: 'type', cells: 1 },
      },
    ]);
    expect(store.state.overlays.size).toBe(0);
  });

  it('changes a merged cell as a whole, or only the row', async () => {
    const { store, calls, type, rows } = table();
    type(1, 0, '7月');
    await store.chain;
    expect(calls[0]?.change.edits.map((edit) => edit.rowId)).toEqual([1, 2]);
    store.select(at({ row: 0, column: 0 }));
    typed(store, '8月');
    commitEditing(store, 'down', 'row');
    await store.chain;
    expect(rows().map((row) => row.month)).toEqual(['8月', '7月', '6月']);
  });

  it('stays open with the reason when the text cannot be taken; nothing is handed over', async () => {
    const { store, calls, type } = table();
    expect(type(2, 0, '13')).toBe(false);
    expect(store.state.editing).toMatchObject({ text: '13', message: '没有13月' });
    cancelEditing(store);
    expect(type(2, 2, '无此状态')).toBe(false);
    await store.chain;
    expect(calls).toEqual([]);
  });

  it('hands over the value of a choice and shows its label', async () => {
    const { store, calls, type } = table();
    type(2, 2, '已完成');
    expect(store.shown(2, 2)).toBe('已完成');
    await store.chain;
    expect(calls[0]?.change.edits).toEqual([{ rowId: 3, columnKey: 'status', text: 'done' }]);
  });

  it('an abandoned composition leaves the cell alone', async () => {
    const { store, calls } = table();
    store.select(at({ row: 0, column: 1 }));
    beginComposition(store);
    typed(store, 'n');
    typed(store, '');
    endComposition(store, '');
    expect(store.state.editing).toBeNull();
    await store.chain;
    expect(calls).toEqual([]);
  });

  it('fast typing on the blank row makes one row and edits it', async () => {
    const { store, calls, rows } = table();
    store.select(at({ row: 3, column: 0 }));
    typed(store, '12月');
    commitEditing(store, 'right');
    typed(store, '年终总结');
    commitEditing(store, 'down');
    expect(store.shown(3, 1)).toBe('年终总结');
    await store.chain;
    expect(calls.map((call) => [call.change.edits.length, call.change.insert?.texts.length ?? 0])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(rows()[3]).toMatchObject({ month: '12月', task: '年终总结' });
    expect(store.state.drafts).toEqual([]);
  });
});

describe('a refused change', () => {
  it('comes back into the open editor', async () => {
    const { store, type } = table({ refuse: () => true });
    type(1, 1, '写不进去');
    await store.chain;
    expect(store.state.editing).toMatchObject({ place: { row: 1, column: 1 }, text: '写不进去', message: '磁盘已满' });
    expect(store.shown(1, 1)).toBe('任务2');
  });

  it('waits in its cell while another one is being typed in, with the way back', async () => {
    let refuse = true;
    const { store, type, rows } = table({ refuse: () => refuse });
    type(1, 1, '写不进去');
    typed(store, '正在录入');
    await store.chain;
    expect(store.state.editing?.text).toBe('正在录入');
    expect(store.shown(1, 1)).toBe('写不进去');
    expect(store.state.failure?.sentence).toContain('第2行');
    refuse = false;
    resumeFailed(store);
    expect(store.state.editing).toMatchObject({ text: '写不进去', message: '磁盘已满' });
    commitEditing(store, 'stay');
    await store.chain;
    expect(rows().map((row) => row.task)).toEqual(['任务1', '写不进去', '正在录入']);
  });
});

describe('paste, clear and rows', () => {
  it('takes no row from the headings of a table copied as a whole', async () => {
    const { store, calls } = table();
    store.select(at({ row: 2, column: 0 }));
    pasteBlock(store, [store.props.columns.slice(0, 2).map(({ heading }) => heading), ['7月', 'B']]);
    await store.chain;
    expect(calls[0]?.change).toEqual({
      edits: [
        { rowId: 3, columnKey: 'month', text: '7月' },
        { rowId: 3, columnKey: 'task', text: 'B' },
      ],
      insert: null,
    });
  });

  it('asks before leaving cells out, then writes the rest as one step', async () => {
    const { store, calls } = table();
    store.select(at({ row: 2, column: 0 }));
    pasteBlock(store, [
      ['13', 'A'],
      ['7月', 'B'],
    ]);
    await store.chain;
    expect(calls).toEqual([]);
    expect(store.state.question?.plan.problems).toHaveLength(1);
    answerQuestion(store, true);
    await store.chain;
    expect(calls).toHaveLength(1);
    expect(calls[0]?.change).toEqual({
      edits: [{ rowId: 3, columnKey: 'task', text: 'A' }],
      insert: { afterRowId: 3, texts: [{ month: '7月', task: 'B' }] },
    });
  });

  it('a cancelled question writes nothing', async () => {
    const { store, calls } = table();
    store.select(between({ row: 0, column: 1 }, { row: 0, column: 2 }));
    clearSelection(store, 'clear');
    expect(store.state.question).not.toBeNull();
    answerQuestion(store, false);
    await store.chain;
    expect(calls).toEqual([]);
  });

  it('the selection stays on its rows wherever they go', () => {
    const { store, show, rows } = table();
    store.select(between({ row: 1, column: 0 }, { row: 2, column: 1 }));
    const [first, second, third] = rows();
    if (!first || !second || !third) throw new Error('three rows');
    show([second, third, first]);
    expect([store.state.selection.anchor.row, store.state.selection.head.row]).toEqual([0, 1]);
    show([first]);
    expect(store.state.selection.active.row).toBeLessThan(store.size().rows);
  });

  it('an open cell follows its row and closes with it', () => {
    const { store, show, rows } = table();
    store.select(at({ row: 2, column: 1 }));
    let field = '';
    store.attach({ write: (text) => (field = text), caret: () => 0, insert: () => {} });
    openEditor(store, { mode: 'caret' });
    show([...rows()]);
    show([...rows()].reverse());
    expect(store.state.editing?.place.row).toBe(0);
    expect(field).toBe('任务3');
    show(rows().slice(1));
    expect(store.state.editing).toBeNull();
    expect(field).toBe('');
  });

  it('inserts above, moves by neighbours', async () => {
    const { store, calls, moves } = table();
    store.select(at({ row: 1, column: 1 }));
    moveRows(store, 'up');
    moveRows(store, 'down');
    insertRows(store);
    await store.chain;
    expect(moves).toEqual([
      [[2], null],
      [[2], 3],
    ]);
    expect(calls[0]?.change.insert).toEqual({ afterRowId: 1, texts: [{}] });
    expect(store.state.selection.active).toEqual({ row: 1, column: 1 });
  });

  it('read only changes nothing', async () => {
    const { store, calls, type } = table({ readOnly: true });
    type(0, 1, '不行');
    pasteBlock(store, [['x']]);
    clearSelection(store, 'clear');
    await store.chain;
    expect(calls).toEqual([]);
  });

  it('neither writes nor copies a row that is still on its way, and fills none from it', async () => {
    const { store, calls, type } = table({ absent: 2 });
    store.select(at({ row: 1, column: 1 }));
    expect(openEditor(store, { mode: 'caret' })).toBe(false);
    expect(beginComposition(store)).toBe(false);
    endComposition(store, '');
    store.select(between({ row: 1, column: 1 }, { row: 2, column: 1 }));
    fill(store, 'down');
    clearSelection(store, 'clear');
    store.select(at({ row: 2, column: 1 }));
    fill(store, 'down');
    expect(allReady(store, { top: 0, bottom: 2, left: 0, right: 2 })).toBe(false);
    expect(allReady(store, { top: 0, bottom: 0, left: 0, right: 2 })).toBe(true);
    pasteBlock(store, [['甲'], ['乙'], ['丙']]);
    await store.chain;
    expect(calls.map(({ step }) => step.code)).toEqual(['paste']);
    expect(calls[0]?.change.edits.map(({ rowId }) => rowId)).toEqual([3]);
    type(0, 1, '可以');
    await store.chain;
    expect(calls[1]?.change.edits).toMatchObject([{ rowId: 1, text: '可以' }]);
  });

  it('puts new rows at the end only, where the caller says so', async () => {
    const { store, calls } = table({ atEnd: true });
    store.select(at({ row: 1, column: 1 }));
    insertRows(store);
    pasteBlock(store, [['一'], ['二'], ['三'], ['四']]);
    await store.chain;
    expect(calls).toHaveLength(1);
    expect(calls[0]?.change.insert).toMatchObject({ afterRowId: 3, texts: [{ task: '三' }, { task: '四' }] });
  });
});
