import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { objectPath } from '#core/objects/paths.ts';
import type { Document, DocumentFields } from '#shared/features/documents.ts';
import { clock, testArchive as archiveOf, type TestArchive } from '#tests/support/test-archive.ts';

const testArchive = (): Promise<TestArchive> => archiveOf(undefined, { now: clock(Date.UTC(2023, 4, 8, 8)) });

async function filed(archive: TestArchive, fields: Partial<DocumentFields> = {}): Promise<Document> {
  const { document } = await archive.call('documents.create', {
    file: true,
    fields: {
      title: '关于举办培训班的通知',
      author: '某街道社区教育中心',
      signedDate: '2011-03-01',
      term: 'D10',
      pageCount: 2,
      ...fields,
    },
  });
  return document;
}

async function withFile(archive: TestArchive, document: Document, text: string): Promise<Document> {
  const { id, version } = document;
  const bytes = new TextEncoder().encode(text);
  return (await archive.call('documents.attach', { id, version, bytes, name: '正文.txt' })).document;
}

describe('use of documents', () => {
  it('lends with an approver and a day, once, and knows what is overdue', async () => {
    const archive = await testArchive();
    const { id } = await filed(archive);
    const fields = { kind: 'lend', borrower: '王老师（示例）', lentOn: '2023-04-03' } as const;
    await expect(archive.call('loans.enter', { documentIds: [id], fields })).rejects.toMatchObject({
      code: 'loans/approver_needed',
    });
    const approved = { ...fields, approver: '主任（示例）', dueOn: '2023-04-17' };
    const { loans } = await archive.call('loans.enter', { documentIds: [id], fields: approved });
    expect(loans[0]).toMatchObject({ overdueDays: 21, document: { id } });
    await expect(archive.call('loans.enter', { documentIds: [id], fields: approved })).rejects.toMatchObject({
      code: 'loans/lent_out',
    });
    expect(await archive.call('loans.list', { state: 'overdue' })).toMatchObject({ total: 1, open: 1, overdue: 1 });
    await archive.call('loans.giveBack', { ids: [loans[0]?.id ?? 0], returnedOn: '2023-05-08' });
    expect(await archive.call('loans.list', {})).toMatchObject({ total: 1, open: 0, overdue: 0 });
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true });
  });
});

describe('the register of use', () => {
  it('counts by the rule of the yearly statistics over all entries of a span, and remembers people', async () => {
    const archive = await testArchive();
    const ids = [(await filed(archive)).id, (await filed(archive)).id];
    const enter = (borrower: string, lentOn: string, more: object = {}) =>
      archive.call('loans.enter', { documentIds: ids, fields: { kind: 'read', borrower, lentOn, ...more } });
    await enter('王老师（示例）', '2023-04-03', { borrowerUnit: '某校（示例）' });
    await enter('王老师（示例）', '2023-04-03', { borrowerUnit: '某校（示例）', kind: 'copy', copiedPages: 4 });
    await enter('王老师（示例）', '2023-04-04', { contact: '电话（示例）', kind: 'copy' });
    await enter('李老师（示例）', '2023-04-04', { outside: true, approver: '主任（示例）', handledBy: '张（示例）' });
    await enter('王老师（示例）', '2022-12-30');
    const { counts } = await archive.call('loans.list', { from: '2023-01-01', to: '2023-12-31', limit: 1 });
    expect(counts).toEqual({ visits: 3, items: 8, copiedPages: 8, copiesWithoutPages: 2 });
    const people = await archive.call('loans.people', {});
    expect(people.borrowers).toMatchObject([
      { borrower: '王老师（示例）', borrowerUnit: null, outside: false },
      { borrower: '李老师（示例）', outside: true },
      { borrower: '王老师（示例）', borrowerUnit: '某校（示例）' },
    ]);
    expect(people).toMatchObject({ approvers: ['主任（示例）'], handlers: ['张（示例）'] });
  });
});

describe('the end of a term', () => {
  it('takes opinions piece by piece and closes only when nothing is lacking', async () => {
    const archive = await testArchive();
    const { id } = await filed(archive);
    let { appraisal } = await archive.call('appraisals.open', {
      name: '鉴定',
      leader: '组长（示例）',
      startedOn: '2023-05-01',
      documentIds: [id],
    });
    const decide = async (decision: object): Promise<void> => {
      ({ appraisal } = await archive.call('appraisals.decide', {
        id: appraisal.id,
        version: appraisal.version,
        decisions: [{ documentId: id, decision: null, ...decision }],
      }));
    };
    const close = () =>
      archive.call('appraisals.close', {
        id: appraisal.id,
        version: appraisal.version,
        report: '逐件审查',
        closedOn: '2023-05-02',
      });
    await decide({ decision: 'keep' });
    await expect(close()).rejects.toMatchObject({ code: 'appraisals/reason_needed' });
    await decide({ decision: 'keep', reason: '仍需查考' });
    await expect(close()).rejects.toMatchObject({ code: 'appraisals/end_needed' });
    await expect(decide({ decision: 'keep', newEnd: '2021-12-31' })).rejects.toMatchObject({
      code: 'appraisals/end_not_later',
    });
    await expect(decide({ decision: 'destroy', newEnd: '2041-12-31' })).rejects.toMatchObject({
      code: 'appraisals/end_of_destroyed',
    });
    await decide({ decision: 'keep', reason: '仍需查考', newEnd: 'permanent' });
    await close();
    expect((await archive.call('appraisals.due', { on: '2099-01-01' })).total).toBe(0);
  });

  it('destroys nothing without appraisal, approval and two supervisors; the entry and the list stay', async () => {
    const archive = await testArchive();
    const old = await withFile(archive, await filed(archive), '旧通知的正文');
    const kept = await withFile(archive, await filed(archive, { title: '培训班总结' }), '总结的正文');
    await filed(archive, { title: '永久的计划', term: 'Y' });
    await filed(archive, { title: '今年的通知', signedDate: '2022-03-01' });
    const due = await archive.call('appraisals.due', {});
    expect(due.rows.map(({ document, end }) => [document.id, end])).toEqual([
      [old.id, '2021-12-31'],
      [kept.id, '2021-12-31'],
    ]);
    const opened = await archive.call('appraisals.open', {
      name: '2023年到期档案鉴定',
      leader: '组长（示例）',
      startedOn: '2023-05-01',
      documentIds: [old.id, kept.id],
    });
    let { appraisal } = opened;
    expect((await archive.call('appraisals.due', {})).total).toBe(0);
    await expect(
      archive.call('appraisals.close', {
        id: appraisal.id,
        version: appraisal.version,
        report: '报告',
        closedOn: '2023-05-02',
      }),
    ).rejects.toMatchObject({ code: 'appraisals/undecided' });
    ({ appraisal } = await archive.call('appraisals.decide', {
      id: appraisal.id,
      version: appraisal.version,
      decisions: [
        { documentId: old.id, decision: 'destroy', reason: '已无查考价值' },
        { documentId: kept.id, decision: 'keep', newEnd: '2041-12-31', reason: '仍需查考' },
      ],
    }));
    ({ appraisal } = await archive.call('appraisals.close', {
      id: appraisal.id,
      version: appraisal.version,
      report: '逐件审查',
      closedOn: '2023-05-02',
    }));
    expect((await archive.call('documents.get', { id: kept.id })).document.termEnd).toBe('2041-12-31');

    let { disposal } = await archive.call('disposals.draft', { number: '2023-1', appraisalId: appraisal.id });
    expect(disposal.items.map(({ document, keptYears }) => [document.id, keptYears])).toEqual([[old.id, 11]]);
    const done = { supervisors: ['甲（示例）', '乙（示例）'], method: '化浆', destroyedOn: '2023-05-06' };
    await expect(
      archive.call('disposals.carryOut', { id: disposal.id, version: disposal.version, ...done }),
    ).rejects.toMatchObject({ code: 'disposals/not_approved' });
    ({ disposal } = await archive.call('disposals.approve', {
      id: disposal.id,
      version: disposal.version,
      approver: '主任（示例）',
      approvedOn: '2023-05-05',
    }));
    for (const [supervisors, code] of [
      [['甲（示例）', '甲（示例）'], 'disposals/same_supervisor'],
      [['甲（示例）', '主任（示例）'], 'disposals/approver_supervises'],
    ] as const) {
      await expect(
        archive.call('disposals.carryOut', {
          id: disposal.id,
          version: disposal.version,
          ...done,
          supervisors: [...supervisors],
        }),
      ).rejects.toMatchObject({ code });
    }
    await archive.call('disposals.carryOut', { id: disposal.id, version: disposal.version, ...done });
    const { document } = await archive.call('documents.get', { id: old.id });
    expect(document).toMatchObject({ state: 'destroyed', itemNumber: old.itemNumber, title: old.title });
    // The entry still says what there was; the content is gone, and only the one that nobody else holds.
    expect(document.files).toEqual(old.files);
    expect(await archive.call('disposals.removeContent', {})).toEqual({ removed: 1 });
    const stored = (file: Document): boolean => existsSync(objectPath(archive.directory, file.files[0]?.sha256 ?? ''));
    expect([stored(old), stored(kept)]).toEqual([false, true]);
    expect((await archive.call('documents.search', { text: '旧通知的正文' })).total).toBe(0);
    expect((await archive.call('objects.check', {})).findings).toEqual([]);
    await expect(
      archive.call('documents.edit', {
        step: { code: 'documentEdit', params: { count: 1 } },
        changes: [{ do: 'set', id: old.id, version: document.version, fields: { remark: 'x' } }],
      }),
    ).rejects.toMatchObject({ code: 'documents/destroyed' });
    expect((await archive.call('disposals.list', {}))[0]).toMatchObject({ state: 'done', number: '2023-1' });
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true });
  });

  it('hands over what was reviewed, ten years after it came into being', async () => {
    const archive = await testArchive();
    const document = await filed(archive, { term: 'D30' });
    await filed(archive);
    expect((await archive.call('transfers.due', {})).rows.map(({ document: { id }, due }) => [id, due])).toEqual([
      [document.id, '2021-03-01'],
    ]);
    const { transfer } = await archive.call('transfers.draft', {
      number: '2023-移1',
      receiver: '某区档案馆',
      documentIds: [document.id],
    });
    const sign = {
      giverHead: '甲（示例）',
      giverClerk: '乙（示例）',
      receiverHead: '丙（示例）',
      receiverClerk: '丁（示例）',
    };
    const complete = { id: transfer.id, version: transfer.version, transferredOn: '2023-05-07', ...sign };
    await expect(archive.call('transfers.complete', complete)).rejects.toMatchObject({
      code: 'transfers/not_reviewed',
    });
    await archive.call('documents.edit', {
      step: { code: 'documentEdit', params: { count: 1 } },
      changes: [{ do: 'set', id: document.id, version: document.version, fields: { accessMark: 'open' } }],
    });
    await archive.call('transfers.complete', complete);
    expect((await archive.call('documents.get', { id: document.id })).document.state).toBe('transferred');
    expect((await archive.call('transfers.due', {})).total).toBe(0);
  });
});

describe('a stock-take', () => {
  it('tells present, missing, misplaced, lent and unknown apart', async () => {
    const archive = await testArchive();
    const { fonds } = await archive.call('fonds.get', {});
    await archive.call('fonds.update', { id: fonds.id, version: fonds.version, code: 'Q005' });
    const room = await archive.call('boxes.savePlace', { parentId: null, kind: 'room', name: '档案室' });
    const [shelf, other] = [
      await archive.call('boxes.savePlace', { parentId: room.id, kind: 'shelf', name: '1层' }),
      await archive.call('boxes.savePlace', { parentId: room.id, kind: 'shelf', name: '2层' }),
    ];
    const documents = [await filed(archive), await filed(archive), await filed(archive), await filed(archive)];
    const make = async (): Promise<number> =>
      (await archive.call('boxes.create', { year: 2011, term: 'D10', fields: { placeId: shelf.id } })).box.id;
    const boxIds = [await make(), await make(), await make()];
    await archive.call('boxes.fill', { boxId: boxIds[0] ?? 0, documentIds: documents.map(({ id }) => id) });
    await archive.call('loans.enter', {
      documentIds: [documents[2]?.id ?? 0],
      fields: {
        kind: 'lend',
        borrower: '某人（示例）',
        approver: '主任（示例）',
        lentOn: '2023-05-01',
        dueOn: '2023-06-01',
      },
    });
    const { stocktake } = await archive.call('stocktakes.open', {
      name: '2023年盘点',
      placeId: room.id,
      countedBy: '甲（示例）',
      startedOn: '2023-05-08',
    });
    await archive.call('stocktakes.record', {
      id: stocktake.id,
      version: stocktake.version,
      entries: [
        { placeId: shelf.id, text: '2011-1' },
        { placeId: other.id, text: '2011年2号盒' },
        { placeId: other.id, text: '2010-9' },
        { boxId: boxIds[0] ?? 0, text: 'Q005-WS·2011-D10-0001' },
        { boxId: boxIds[1] ?? 0, text: 'Ｑ００５－ＷＳ•2011－D10－0002' },
      ],
    });
    const { findings, counts } = await archive.call('stocktakes.report', { id: stocktake.id });
    expect(findings.map(({ kind, name, result }) => [kind, name, result])).toEqual([
      ['box', '2011-1', 'present'],
      ['box', '2011-2', 'misplaced'],
      ['box', '2011-3', 'missing'],
      ['document', 'Q005-WS·2011-D10-0001', 'present'],
      ['document', 'Q005-WS·2011-D10-0002', 'misplaced'],
      ['document', 'Q005-WS·2011-D10-0003', 'on_loan'],
      ['document', 'Q005-WS·2011-D10-0004', 'missing'],
      ['label', '2010-9', 'unknown'],
    ]);
    expect(counts).toEqual({ present: 2, misplaced: 2, missing: 2, on_loan: 1, unknown: 1 });
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true });
  });

  it('knows labels, takes labels one after the other and takes a wrong one back', async () => {
    const archive = await testArchive();
    const { fonds } = await archive.call('fonds.get', {});
    await archive.call('fonds.update', { id: fonds.id, version: fonds.version, code: 'Q005' });
    const room = await archive.call('boxes.savePlace', { parentId: null, kind: 'room', name: '档案室' });
    const cabinets = [
      await archive.call('boxes.savePlace', { parentId: room.id, kind: 'cabinet', name: '1号柜' }),
      await archive.call('boxes.savePlace', { parentId: room.id, kind: 'cabinet', name: '2号柜' }),
    ];
    for (const { id } of cabinets) await archive.call('boxes.savePlace', { parentId: id, kind: 'shelf', name: '1层' });
    const document = await filed(archive);
    const { box } = await archive.call('boxes.create', { year: 2011, term: 'D10' });
    await archive.call('boxes.fill', { boxId: box.id, documentIds: [document.id] });
    const identify = async (text: string): Promise<unknown[]> => {
      const { kind, id, name } = await archive.call('stocktakes.identify', { text });
      return [kind, id, name];
    };
    expect(await identify('2号柜')).toEqual(['place', cabinets[1]?.id, '档案室 / 2号柜']);
    expect(await identify('档案室／1号柜／1层')).toMatchObject(['place', expect.any(Number), '档案室 / 1号柜 / 1层']);
    expect(await identify('1层')).toEqual(['unknown', null, '1层']);
    expect(await identify('２０１１-０１')).toEqual(['box', box.id, '2011-1']);
    expect(await identify('Q005-WS·2011-D10-0001')).toEqual(['document', document.id, 'Q005-WS·2011-D10-0001']);

    const { stocktake } = await archive.call('stocktakes.open', {
      name: '2023年盘点',
      countedBy: '甲（示例）',
      startedOn: '2023-05-08',
    });
    const read = async (text: string) =>
      (
        await archive.call('stocktakes.record', {
          id: stocktake.id,
          version: stocktake.version,
          entries: [{ boxId: box.id, text }],
        })
      ).entries[0];
    await read('Q005-WS·2011-D10-0001');
    const wrong = await read('Q005-WS·2011-D10-0007');
    expect(wrong).toMatchObject({ seen: '2011-1', found: { kind: 'unknown' } });
    const result = async () => (await archive.call('stocktakes.report', { id: stocktake.id })).counts;
    expect(await result()).toEqual({ present: 1, unknown: 1 });
    await archive.call('stocktakes.withdrawEntry', {
      id: wrong?.id ?? 0,
      version: wrong?.version ?? 0,
      reason: '读错标签',
    });
    expect(await result()).toEqual({ present: 1 });
    await archive.call('history.undo', {});
    await archive.call('history.undo', {});
    expect(await result()).toEqual({ present: 1 });
    await archive.call('history.undo', {});
    expect(await result()).toEqual({});
    await archive.call('history.redo', {});
    const [listed] = await archive.call('stocktakes.entries', { id: stocktake.id });
    expect(listed).toMatchObject({ text: 'Q005-WS·2011-D10-0001', found: { kind: 'document', title: document.title } });
    await archive.call('stocktakes.close', {
      id: stocktake.id,
      version: stocktake.version,
      closedOn: '2023-05-08',
      conclusion: '相符',
    });
    await expect(
      archive.call('stocktakes.withdrawEntry', { id: listed?.id ?? 0, version: listed?.version ?? 0, reason: '试' }),
    ).rejects.toMatchObject({ code: 'stocktakes/closed' });
    expect((await archive.call('stocktakes.list', {}))[0]).toMatchObject({ entryCount: 1 });
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true });
  });
});
