/** What the screen asks of the register beside the documents themselves. */
import { describe, expect, it } from 'vitest';
import type { Document, DocumentFields } from '#shared/features/documents.ts';
import { findingText } from '#shared/i18n/finding-text.ts';
import { translator } from '#shared/i18n/index.ts';
import { clock, testArchive as archiveOf, type TestArchive } from '#tests/support/test-archive.ts';

const testArchive = (): Promise<TestArchive> => archiveOf(undefined, { now: clock(Date.UTC(2023, 4, 8, 8)) });

const COMPLETE: Partial<DocumentFields> = {
  title: '关于开展社区教育活动的通知',
  author: '某街道社区教育中心',
  signedDate: '2021-03-01',
  term: 'D30',
  pageCount: 2,
};

async function create(archive: TestArchive, fields: Partial<DocumentFields> = {}, file = false): Promise<Document> {
  return (await archive.call('documents.create', { fields: { ...COMPLETE, ...fields }, file })).document;
}

describe('the register', () => {
  it('says the number that the next document of a class then gets', async () => {
    const archive = await testArchive();
    const { fonds, schemes } = await archive.call('fonds.get', {});
    const next = async (term: string, sectionId: number | null = null) =>
      (await archive.call('documents.nextNumber', { filingYear: 2021, term, sectionId })).next;
    expect(await next('D30')).toEqual({ itemNumber: 1, referenceCode: null });
    await archive.call('fonds.update', { id: fonds.id, version: fonds.version, code: 'Q005' });
    for (const term of ['D30', 'D30', 'Y']) {
      const promised = await next(term);
      const filed = await create(archive, { term, title: `${term}` }, true);
      expect([filed.itemNumber, filed.referenceCode]).toEqual([promised?.itemNumber, promised?.referenceCode]);
    }
    const later = { ...schemes[1], hasSection: true };
    if (later.id === undefined || !later.category) throw new Error('an archive begins with schemes');
    await archive.call('fonds.saveScheme', {
      category: later.category,
      yearFrom: 2022,
      yearTo: null,
      form: 'B',
      itemDigits: 4,
      hasSection: true,
      id: later.id,
      version: 1,
    });
    const of2022 = await archive.call('documents.nextNumber', { filingYear: 2022, term: 'Y' });
    expect(of2022.next).toBeNull();
  });

  it('answers the order of a list as ids, and finds plain words in it', async () => {
    const archive = await testArchive();
    for (const [index, title] of ['丙通知', '甲总结', '乙通知'].entries()) {
      await create(archive, { title, remark: index === 1 ? '附通知' : '', pageCount: 5 - index });
    }
    for (const sort of ['title', 'pageCount', 'entered'] as const) {
      const { rows } = await archive.call('documents.list', { sort, descending: true });
      const { ids } = await archive.call('documents.ids', { sort, descending: true });
      expect(ids).toEqual(rows.map(({ id }) => id));
    }
    const found = async (text: string) => (await archive.call('documents.list', { filter: { text } })).total;
    expect([await found('通知'), await found('总结'), await found('50%'), await found('某街道')]).toEqual([3, 1, 0, 3]);
  });

  it('tells who signs most', async () => {
    const archive = await testArchive();
    for (const author of ['甲校', '乙校', '乙校', null]) await create(archive, { author });
    expect(await archive.call('documents.authors', {})).toEqual([
      { author: '乙校', count: 2 },
      { author: '甲校', count: 1 },
    ]);
  });

  it('checks a document before it is entered as it does afterwards', async () => {
    const archive = await testArchive();
    await create(archive, { documentNumber: '某办〔2021〕1号' });
    const fields = { ...COMPLETE, documentNumber: '某办[2021]第1号', pageCount: null, author: '某街道社区教育中心' };
    const before = (await archive.call('documents.check', { fields })).findings;
    expect(before.map(({ rule }) => rule)).toEqual(['missing', 'document_number_repaired', 'same_number']);
    const entered = await archive.call('documents.create', { fields });
    expect(entered.findings.map(({ rule }) => rule).sort()).toEqual(before.map(({ rule }) => rule).sort());
    expect(before.map((finding) => findingText(translator('zh-CN'), finding))).toEqual(
      before.map(({ message }) => message),
    );
    const { unready } = await archive.call('documents.unready', { ids: [1, entered.document.id] });
    expect(unready.map(({ id, findings }) => [id, findings.map(({ field }) => field)])).toEqual([
      [entered.document.id, ['pageCount']],
    ]);
  });

  it('names what a document is related to, both ways', async () => {
    const archive = await testArchive();
    await archive.call('schedule.edit', {
      year: 2021,
      step: { code: 'insert', params: {} },
      changes: [{ do: 'insert', after: null, fields: { activity: '植树活动' } }],
    });
    const [row] = (await archive.call('schedule.list', { year: 2021 })).rows;
    const letter = await create(archive, { title: '关于经费的请示' });
    const reply = await create(archive, {
      title: '关于经费的批复',
      relations: [
        { kind: 'reply_to', targetId: letter.id },
        { kind: 'plan_row', targetId: row?.id ?? 0 },
      ],
    });
    expect(await archive.call('documents.relations', { id: reply.id })).toMatchObject([
      { kind: 'reply_to', direction: 'to', name: '关于经费的请示', year: null, withdrawn: false },
      { kind: 'plan_row', direction: 'to', name: '植树活动', year: 2021 },
    ]);
    expect(await archive.call('documents.relations', { id: letter.id })).toMatchObject([
      { kind: 'reply_to', direction: 'from', targetId: reply.id, name: '关于经费的批复' },
    ]);
  });

  it('tells the history of one record: what each event changed in it', async () => {
    const archive = await testArchive();
    const other = await create(archive, { title: '另一件' });
    const one = await create(archive, { pageCount: null });
    const set = (id: number, version: number, fields: Partial<DocumentFields>) =>
      archive.call('documents.edit', {
        step: { code: 'documentType', params: { count: 1 } },
        changes: [{ do: 'set', id, version, fields }],
      });
    await set(one.id, 1, { pageCount: 6 });
    await set(other.id, 1, { pageCount: 9 });
    await archive.call('history.undo', {});
    await archive.call('documents.edit', {
      step: { code: 'documentWithdraw', params: { count: 1 } },
      changes: [{ do: 'withdraw', id: one.id, version: 2, reason: '重复' }],
    });
    const events = await archive.call('history.ofRecord', { entity: 'document', key: one.id });
    expect(events.map(({ label, changes }) => [label?.code, changes])).toMatchObject([
      [
        'documentWithdraw',
        [
          { field: 'withdrawn', before: '0', after: '1' },
          { field: 'withdrawnReason', before: 'null', after: '"重复"' },
        ],
      ],
      ['documentType', [{ field: 'pageCount', before: 'null', after: '6' }]],
      ['documentCreate', expect.arrayContaining([{ field: 'title', before: null, after: `"${COMPLETE.title}"` }])],
    ]);
    expect(await archive.call('history.ofRecord', { entity: 'nothing', key: 1 })).toEqual([]);
    expect(await archive.call('history.ofRecord', { entity: 'document', key: 99 })).toEqual([]);
  });
});

describe('boxes', () => {
  it('begin with their documents in one step, all or none', async () => {
    const archive = await testArchive();
    const filed = [await create(archive, {}, true), await create(archive, { title: '另一件' }, true)];
    const draft = await create(archive, { title: '草稿' });
    const box = { year: 2021, term: 'D30', documentIds: filed.map(({ id }) => id) };
    await expect(
      archive.call('boxes.create', { ...box, documentIds: [...box.documentIds, draft.id] }),
    ).rejects.toMatchObject({ code: 'boxes/not_filed' });
    expect(await archive.call('boxes.list', {})).toEqual([]);
    expect((await archive.call('boxes.create', box)).box).toMatchObject({
      count: 2,
      pages: 4,
      firstItem: 1,
      lastItem: 2,
    });
    await archive.call('history.undo', {});
    expect(await archive.call('boxes.list', {})).toEqual([]);
    expect((await archive.call('documents.get', { id: box.documentIds[0] ?? 0 })).document.boxId).toBeNull();
  });

  it('change together in one step', async () => {
    const archive = await testArchive();
    const { box: one } = await archive.call('boxes.create', { year: 2021, term: 'Y' });
    const { box: two } = await archive.call('boxes.create', { year: 2021, term: 'D30' });
    const { id: placeId } = await archive.call('boxes.savePlace', { parentId: null, kind: 'room', name: '档案室' });
    await archive.call('boxes.updateSeveral', {
      boxes: [one, two].map(({ id, version }) => ({ id, version, fields: { placeId, spineWidth: 50 } })),
    });
    const places = async () => (await archive.call('boxes.list', {})).map(({ placePath }) => placePath);
    expect(await places()).toEqual(['档案室', '档案室']);
    await archive.call('history.undo', {});
    expect(await places()).toEqual([null, null]);
    await expect(
      archive.call('boxes.updateSeveral', {
        boxes: [
          { id: one.id, version: 3, fields: { spineWidth: 20 } },
          { id: two.id, version: 1, fields: { spineWidth: 20 } },
        ],
      }),
    ).rejects.toMatchObject({ code: 'record/conflict' });
    expect((await archive.call('boxes.list', {})).map(({ spineWidth }) => spineWidth)).toEqual([30, 30]);
  });
});
