import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Appraisal, AppraisalItem } from '#shared/features/appraisals.ts';
import type { Disposal } from '#shared/features/disposals.ts';
import type { DocumentBrief } from '#shared/features/document-brief.ts';
import type { Label } from '#shared/features/stocktakes.ts';
import type { Transfer } from '#shared/features/transfers.ts';
import { decisionsOf, progressOf } from '../../../renderer/features/life/appraisal-edits.ts';
import { isoDay, readDay } from '../../../renderer/features/life/day-text.ts';
import { countsOf, stepOf, waitingForList } from '../../../renderer/features/life/disposal-rows.ts';
import { meant, type FoundDocument } from '../../../renderer/features/life/find-documents.ts';
import { namesOf, nextNumber } from '../../../renderer/features/life/names.ts';
import { inOrder, readPeriod } from '../../../renderer/features/life/period.ts';
import { NOWHERE, scanLabel, type Standing } from '../../../renderer/features/life/scan.ts';
import { transferStep, unreviewed, yearsOf } from '../../../renderer/features/life/transfer-rows.ts';
import {
  dueOf,
  emptyDraft,
  entryOf,
  lackOfDraft,
  nextDraft,
  type UseDraft,
} from '../../../renderer/features/life/use-draft.ts';

const document = (id: number, more: Partial<DocumentBrief> = {}): DocumentBrief => ({
  id,
  referenceCode: `Q005-WS·2011-D10-000${id}`,
  title: `文件${id}`,
  author: null,
  documentNumber: null,
  signedDate: '2011-03-01',
  filingYear: 2011,
  term: 'D10',
  pageCount: 2,
  state: 'filed',
  ...more,
});

describe('an entry of use', () => {
  const draft = (more: Partial<UseDraft> = {}): UseDraft => ({
    ...emptyDraft('2023-05-08'),
    borrower: '甲',
    ...more,
  });

  it.each([
    [draft(), 0, 'documents'],
    [draft({ borrower: ' ' }), 1, 'borrower'],
    [draft({ lentOn: '5月8日' }), 1, 'lentOn'],
    [draft({ kind: 'lend' }), 1, 'approver'],
    [draft({ outside: true }), 1, 'approver'],
    [draft({ kind: 'lend', approver: '乙', dueOn: '2023-05-07' }), 1, 'dueOn'],
    [draft({ kind: 'lend', approver: '乙', dueOn: '' }), 1, 'dueOn'],
    [draft({ kind: 'copy', copiedPages: '三' }), 1, 'copiedPages'],
    [draft({ kind: 'lend', approver: '乙' }), 1, null],
    [draft({ kind: 'copy' }), 1, null],
    [draft(), 2, null],
  ])('lacks what keeps it from being saved: %#', (one, documents, lack) => {
    expect(lackOfDraft(one, documents)).toBe(lack);
  });

  it('comes back after ten working days unless another day is agreed', () => {
    expect(dueOf(draft({ kind: 'lend' }))).toBe('2023-05-22');
    expect(dueOf(draft({ kind: 'lend', lentOn: '20230512' }))).toBe('2023-05-26');
    expect(dueOf(draft({ kind: 'lend', dueOn: '2023-06-01' }))).toBe('2023-06-01');
    expect(dueOf(draft({ kind: 'read', dueOn: '2023-06-01' }))).toBe('');
  });

  it('hands over only what belongs to its kind, and empty pages as unknown', () => {
    expect(entryOf(draft({ kind: 'read', dueOn: '2023-06-01', copiedPages: '3' }), [1]).fields).toMatchObject({
      dueOn: null,
      copiedPages: null,
    });
    expect(entryOf(draft({ kind: 'copy', copiedPages: '0' }), [1]).fields.copiedPages).toBe(0);
    expect(entryOf(draft({ kind: 'copy' }), [1]).fields.copiedPages).toBeNull();
    expect(entryOf(draft({ lentOn: '2023年5月8日' }), [1]).fields.lentOn).toBe('2023-05-08');
  });

  it('leaves nothing of the person to the next one', () => {
    const next = nextDraft(draft({ kind: 'lend', approver: '乙', contact: '1', purpose: '查', remark: '注' }));
    expect(next).toEqual({ ...emptyDraft('2023-05-08'), kind: 'lend', approver: '乙' });
  });

  it('means the very code that was scanned, else the only document found', () => {
    const found = [document(1), document(2)] as FoundDocument[];
    expect(meant('Ｑ００５－WS•2011-D10-0002', found)?.id).toBe(2);
    expect(meant('文件', found)).toBeNull();
    expect(meant('文件', found.slice(0, 1))?.id).toBe(1);
    expect(meant('文件', [])).toBeNull();
  });
});

describe('opinions of an appraisal', () => {
  const item = (id: number, more: Partial<AppraisalItem> = {}): AppraisalItem => ({
    document: document(id),
    oldEnd: '2021-12-31',
    decision: null,
    newEnd: null,
    reason: '',
    appraiser: null,
    ...more,
  });
  const edit = (rowId: number, columnKey: string, text: string) => ({ rowId, columnKey, text });

  it('keep what a row has and change what was typed', () => {
    const items = [item(1, { decision: 'keep', newEnd: 'permanent', reason: '查考' }), item(2)];
    expect(
      decisionsOf(items, [
        edit(1, 'appraiser', ' 甲 '),
        edit(2, 'decision', 'keep'),
        edit(2, 'newEnd', '30年'),
        edit(2, 'reason', '权益'),
      ]),
    ).toEqual([
      { documentId: 1, decision: 'keep', newEnd: 'permanent', reason: '查考', appraiser: '甲' },
      { documentId: 2, decision: 'keep', newEnd: '2041-12-31', reason: '权益', appraiser: null },
    ]);
    expect(decisionsOf(items, [edit(1, 'decision', 'destroy')])[0]).toMatchObject({
      decision: 'destroy',
      newEnd: null,
    });
    expect(decisionsOf(items, [edit(1, 'decision', '')])[0]?.decision).toBeNull();
    expect(() => decisionsOf(items, [edit(2, 'newEnd', '以后')])).toThrow(/end_unreadable/u);
    expect(() => decisionsOf(items, [edit(9, 'reason', 'x')])).toThrow(/not_found/u);
  });

  it('add up', () => {
    expect(
      progressOf({
        items: [
          item(1),
          item(2, { decision: 'keep', reason: '查考' }),
          item(3, { decision: 'keep', reason: '查考', newEnd: 'permanent' }),
          item(4, { decision: 'destroy' }),
          item(5, { decision: 'destroy', reason: '办结' }),
        ],
      }),
    ).toEqual({ total: 5, undecided: 1, incomplete: 2, keep: 2, destroy: 2 });
  });
});

describe('lists of destruction', () => {
  const appraisal = {
    state: 'closed',
    items: [1, 2, 3].map((id) => ({
      document: document(id, id === 3 ? { state: 'destroyed' } : {}),
      decision: 'destroy',
    })),
  } as unknown as Appraisal;
  const list = (items: object[], state = 'draft'): Disposal => ({ state, items }) as unknown as Disposal;

  it('wait for what no list holds, what was not approved included', () => {
    expect(waitingForList(appraisal, [])).toBe(2);
    expect(waitingForList({ ...appraisal, state: 'open' }, [])).toBe(0);
    expect(waitingForList(appraisal, [list([{ document: document(1), excludedReason: null }])])).toBe(1);
    expect(waitingForList(appraisal, [list([{ document: document(1), excludedReason: '再用' }])])).toBe(2);
  });

  it('count what goes; pages are unknown where one is', () => {
    const items = [
      { document: document(1), excludedReason: null },
      { document: document(2), excludedReason: '再用' },
    ];
    expect(countsOf(list(items))).toEqual({ listed: 1, excluded: 1, pages: 2 });
    expect(
      countsOf(list([...items, { document: document(4, { pageCount: null }), excludedReason: null }])).pages,
    ).toBeNull();
    expect(['draft', 'approved', 'done'].map((state) => stepOf(list([], state)))).toEqual([1, 2, 3]);
  });
});

describe('a hand-over', () => {
  const transfer = (marks: string[], state = 'draft'): Transfer =>
    ({
      state,
      items: marks.map((accessMark, index) => ({ document: document(index + 1), accessMark })),
    }) as unknown as Transfer;

  it('waits for every opinion', () => {
    expect(unreviewed(transfer(['open', 'unreviewed', 'controlled']))).toEqual([2]);
    expect(transferStep(transfer(['unreviewed']))).toBe(1);
    expect(transferStep(transfer(['open']))).toBe(2);
    expect(transferStep(transfer(['open'], 'done'))).toBe(3);
    expect(yearsOf(transfer(['open']))).toEqual({ from: 2011, to: 2011 });
    expect(yearsOf(transfer([]))).toBeNull();
  });
});

describe('reading labels', () => {
  const label = (kind: Label['kind'], id: number | null, name: string): Label => ({ kind, id, name, title: null });

  it('goes to shelves and boxes and enters the rest where the person stands', () => {
    const first = scanLabel(NOWHERE, '1层', label('place', 3, '档案室 / 1层'));
    expect(first).toEqual({ standing: { place: { id: 3, name: '档案室 / 1层' }, box: null }, entry: null, note: null });
    const box = scanLabel(first.standing, '2011-1', label('box', 7, '2011-1'));
    expect(box.entry).toEqual({ placeId: 3, boxId: null, text: '2011-1' });
    expect(box.standing.box).toEqual({ id: 7, name: '2011-1' });
    const paper = scanLabel(box.standing, 'Q005', label('document', 1, 'Q005'));
    expect(paper).toEqual({
      standing: box.standing,
      entry: { placeId: null, boxId: 7, text: 'Q005' },
      note: null,
    });
    expect(scanLabel(box.standing, '2层', label('place', 4, '2层')).standing.box).toBeNull();
    expect(scanLabel(NOWHERE, '2011-1', label('box', 7, '2011-1'))).toMatchObject({ entry: null, note: 'unplaced' });
    expect(scanLabel(NOWHERE, 'x', label('unknown', null, 'x'))).toMatchObject({ entry: null, note: 'nowhere' });
  });

  it('never enters anything without a shelf or box, nor two at once', () => {
    const named = fc.option(fc.record({ id: fc.integer({ min: 1, max: 9 }), name: fc.string() }));
    const labels = fc.oneof(
      fc.constant(label('unknown', null, 'x')),
      fc.constantFrom<Label['kind'][]>('place', 'box', 'document').map((kind) => label(kind, 1, 'x')),
    );
    fc.assert(
      fc.property(fc.record({ place: named, box: named }), labels, (standing: Standing, read) => {
        const { entry, note } = scanLabel(standing, 'x', read);
        const places = [entry?.placeId ?? null, entry?.boxId ?? null].filter((id) => id !== null);
        const told = read.kind === 'place' || note !== null;
        expect(places).toHaveLength(told ? 0 : 1);
      }),
    );
  });
});

describe('fields of the forms', () => {
  it('read whole days only', () => {
    expect(['20230508', '2023-5-8', '2023年5月8日', '2023-05', '5-8', '[20230508]', ''].map(readDay)).toEqual([
      '2023-05-08',
      '2023-05-08',
      '2023-05-08',
      null,
      null,
      null,
      null,
    ]);
    expect(isoDay(new Date(2023, 4, 8, 23))).toBe('2023-05-08');
  });

  it('read a period with either end open, and none that ends before it begins', () => {
    expect(readPeriod({ from: '', to: '' })).toEqual({ from: null, to: null });
    expect(readPeriod({ from: '20210301', to: '' })).toEqual({ from: '2021-03-01', to: null });
    expect(readPeriod({ from: '去年', to: '' })).toBeNull();
    const day = fc.date({ min: new Date(1950, 0, 1), max: new Date(2100, 0, 1), noInvalidDate: true }).map(isoDay);
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(readPeriod({ from, to })).toEqual(from <= to ? { from, to } : null);
        expect(inOrder({ from, to })).toBe(from <= to);
      }),
    );
  });

  it('part names and go on with numbers', () => {
    expect(namesOf('甲、乙，丙 甲；')).toEqual(['甲', '乙', '丙']);
    expect(nextNumber('2023', [])).toBe('2023-1');
    expect(nextNumber('2023', ['2023-1', '2023-9', '2022-30', '2023-移10'])).toBe('2023-10');
  });
});
