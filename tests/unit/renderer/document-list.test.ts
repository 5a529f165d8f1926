import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editedLines, linesOf, mergedOrder } from '../../../renderer/features/documents/document-lines.ts';
import {
  countOf,
  folderFields,
  folderFilter,
  folderTree,
  visibleNodes,
} from '../../../renderer/features/documents/folder.ts';
import { newFields } from '../../../renderer/features/documents/new-fields.ts';
import { document } from './documents.ts';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });

describe('lines of the list', () => {
  it('stay in their order when the list changes behind them, and hold just what is in it', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const merged = mergedOrder(linesOf(before, []), after).map(({ id }) => id);
        expect(merged.length).toBe(after.length);
        expect(new Set(merged)).toEqual(new Set(after));
        const kept = before.filter((id) => after.includes(id));
        expect(merged.filter((id) => kept.includes(id))).toEqual(kept);
      }),
    );
  });

  it('take a new one in behind its neighbour', () => {
    expect(mergedOrder(linesOf([3, 1, 2], []), [9, 1, 5, 2, 3]).map(({ id }) => id)).toEqual([9, 3, 1, 5, 2]);
  });

  it('show an edit in place, new documents at the end, withdrawn ones no more', () => {
    const lines = linesOf([1, 2, 3], [document(1), document(2)]);
    const edited = editedLines(lines, {
      documents: [document(2, { title: '改过' }), document(8)],
      withdrawn: [1],
    });
    expect(edited.map(({ id, document: one }) => [id, one?.title ?? null])).toEqual([
      [2, '改过'],
      [3, null],
      [8, '文件8'],
    ]);
  });
});

describe('folders', () => {
  const nodes = [
    { year: 2020, term: 'D10', sectionId: null, state: 'filed' as const, count: 3 },
    { year: 2021, term: 'D10', sectionId: 2, state: 'filed' as const, count: 4 },
    { year: 2021, term: 'Y', sectionId: 1, state: 'filed' as const, count: 1 },
    { year: 2021, term: 'Y', sectionId: 1, state: 'draft' as const, count: 2 },
    { year: null, term: null, sectionId: null, state: 'draft' as const, count: 5 },
  ];

  it('go from the newest year down, those without one first, 永久 before 定期', () => {
    const tree = folderTree(nodes, false);
    expect(tree.map(({ key, count }) => [key, count])).toEqual([
      ['class/-', 5],
      ['class/2021', 7],
      ['class/2020', 3],
    ]);
    expect(tree[1]?.children.map(({ key, count }) => [key, count])).toEqual([
      ['class/2021/Y', 3],
      ['class/2021/D10', 4],
    ]);
    expect(visibleNodes(tree, new Set(['class/2021'])).map(({ level }) => level)).toEqual([1, 1, 2, 2, 1]);
    expect(folderTree(nodes, true)[1]?.children[0]?.children.map(({ key }) => key)).toEqual(['class/2021/Y/1']);
    expect([countOf(nodes, { state: 'draft' }), countOf(nodes, { state: 'filed', year: 2021 })]).toEqual([7, 5]);
  });

  it('ask for what they hold, and give it to what is entered in them', () => {
    const folder = { kind: 'class', year: 2021, term: 'D30' } as const;
    expect(folderFilter(folder, ' 通知 ')).toEqual({ year: 2021, term: 'D30', text: '通知' });
    expect(folderFilter({ kind: 'withdrawn' })).toEqual({ withdrawn: true });
    expect(folderFields(folder)).toEqual({ filingYear: 2021, term: 'D30' });
    expect(newFields({ title: '甲' }, folderFields(folder))).toEqual({ title: '甲', filingYear: 2021, term: 'D30' });
    // The date of signing gives the year (DA/T 22-2015, 5.2), and what is typed goes before the folder.
    expect(newFields({ signedDate: '2022-01-05', term: 'Y' }, folderFields(folder))).toEqual({
      signedDate: '2022-01-05',
      term: 'Y',
    });
  });
});
