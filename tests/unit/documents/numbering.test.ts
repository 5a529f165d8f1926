import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, DocumentFields } from '#shared/features/documents.ts';
import { clock, testArchive as archiveOf, type TestArchive } from '#tests/support/test-archive.ts';

/** Two years after the papers, so that none of them is dated later than today. */
const testArchive = (): Promise<TestArchive> => archiveOf(undefined, { now: clock(Date.UTC(2023, 4, 8, 8)) });

const COMPLETE: Partial<DocumentFields> = {
  title: '关于开展社区教育活动的通知',
  author: '某街道社区教育中心',
  signedDate: '2021-03-01',
  term: 'D30',
  pageCount: 2,
};

async function withCode(archive: TestArchive, code = 'Q005'): Promise<void> {
  const { fonds } = await archive.call('fonds.get', {});
  await archive.call('fonds.update', { id: fonds.id, version: fonds.version, code });
}

async function create(archive: TestArchive, fields: Partial<DocumentFields> = {}, file = true): Promise<Document> {
  return (await archive.call('documents.create', { fields: { ...COMPLETE, ...fields }, file })).document;
}

async function everything(archive: TestArchive): Promise<Document[]> {
  const there = await archive.call('documents.list', { limit: 50_000 });
  const gone = await archive.call('documents.list', { filter: { withdrawn: true }, limit: 50_000 });
  return [...there.rows, ...gone.rows];
}

describe('the number of a filed document', () => {
  it('is the next of its class, in the form of its year', async () => {
    const archive = await testArchive();
    await withCode(archive);
    expect((await create(archive)).referenceCode).toBe('Q005-WS·2021-D30-0001');
    expect((await create(archive)).referenceCode).toBe('Q005-WS·2021-D30-0002');
    expect((await create(archive, { term: 'Y' })).referenceCode).toBe('Q005-WS·2021-Y-0001');
    expect((await create(archive, { signedDate: '2022-05-06' })).referenceCode).toBe('Q005-WS·2022·D30-0001');
  });

  it('carries the section where the rule of the year has that level', async () => {
    const archive = await testArchive();
    await withCode(archive);
    const { schemes } = await archive.call('fonds.get', {});
    const [first] = schemes;
    if (!first) throw new Error('an archive begins with schemes');
    await archive.call('fonds.saveScheme', { ...first, hasSection: true });
    const { id } = await archive.call('fonds.saveSection', { code: 'BGS', name: '办公室' });
    await expect(create(archive)).rejects.toMatchObject({ code: 'documents/not_ready' });
    expect((await create(archive, { sectionId: id })).referenceCode).toBe('Q005-WS·2021-D30-BGS-0001');
    await expect(
      archive.call('fonds.saveSection', { id, version: 1, code: 'XZ', name: '办公室' }),
    ).rejects.toMatchObject({
      code: 'fonds/section_fixed',
    });
    await expect(archive.call('fonds.saveScheme', { ...first, version: 2, form: 'B' })).rejects.toMatchObject({
      code: 'fonds/scheme_fixed',
    });
  });

  it('waits for the fonds code, keeps its 件号, and gets its code when the fonds has one', async () => {
    const archive = await testArchive();
    const filed = await create(archive);
    expect([filed.itemNumber, filed.referenceCode]).toEqual([1, null]);
    await withCode(archive);
    expect((await archive.call('documents.get', { id: filed.id })).document.referenceCode).toBe(
      'Q005-WS·2021-D30-0001',
    );
    const { fonds } = await archive.call('fonds.get', {});
    await expect(
      archive.call('fonds.update', { id: fonds.id, version: fonds.version, code: 'Z109' }),
    ).rejects.toMatchObject({ code: 'fonds/code_fixed' });
  });

  it('is not given while something the catalogue needs is missing, and says all that is', async () => {
    const archive = await testArchive();
    await expect(create(archive, { author: null, pageCount: null })).rejects.toMatchObject({
      code: 'documents/not_ready',
      params: { fields: 'author,pageCount' },
    });
    await expect(create(archive, { author: 'None' })).rejects.toMatchObject({ code: 'documents/not_ready' });
    expect((await archive.call('documents.list', {})).total).toBe(0);
  });

  it('comes back to the document whose filing was undone, and to no other', async () => {
    const archive = await testArchive();
    await withCode(archive);
    const first = await create(archive, {}, false);
    await archive.call('documents.file', { ids: [first.id] });
    await archive.call('history.undo', {});
    expect((await archive.call('documents.get', { id: first.id })).document).toMatchObject({
      state: 'draft',
      itemNumber: null,
    });
    expect((await create(archive)).itemNumber).toBe(2);
    expect((await archive.call('documents.numbering', {})).series[0]?.gaps).toMatchObject([
      { from: 1, to: 1, reason: 'unfiled', documentId: first.id },
    ]);
    expect((await archive.call('documents.file', { ids: [first.id] })).filed[0]).toMatchObject({ itemNumber: 1 });
  });

  it('stays void when a document moves to another class; the old code is kept', async () => {
    const archive = await testArchive();
    await withCode(archive);
    const document = await create(archive);
    await expect(
      archive.call('documents.edit', {
        step: { code: 'documentEdit', params: { count: 1 } },
        changes: [{ do: 'set', id: document.id, version: document.version, fields: { term: 'Y' } }],
      }),
    ).rejects.toMatchObject({ code: 'documents/number_fixed' });
    const moved = await archive.call('documents.renumber', {
      id: document.id,
      version: document.version,
      term: 'Y',
      reason: '鉴定为永久',
    });
    expect(moved.document).toMatchObject({
      referenceCode: 'Q005-WS·2021-Y-0001',
      previousCode: 'Q005-WS·2021-D30-0001',
    });
    expect((await create(archive)).itemNumber).toBe(2);
  });

  it('is unique, stable and every gap has its reason, whatever was filed, withdrawn, undone and filed late', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('create' as const),
        year: fc.constantFrom(2020, 2021, 2022),
        term: fc.constantFrom('Y', 'D30'),
      }),
      fc.record({ do: fc.constantFrom('withdraw' as const, 'file' as const, 'renumber' as const), pick: fc.nat(40) }),
      fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const archive = await testArchive();
        await withCode(archive);
        const seen = new Map<string, number>();
        for (const one of steps) {
          const all = await everything(archive);
          if (one.do === 'create') {
            await create(archive, { signedDate: `${one.year}-05-01`, term: one.term }, one.year !== 2022);
          } else if (!('pick' in one)) {
            await archive.runtime.call(`history.${one.do}`, {});
          } else {
            const document = all[one.pick % Math.max(1, all.length)];
            if (!document) continue;
            const { id, version } = document;
            if (one.do === 'file') await archive.runtime.call('documents.file', { ids: [id] });
            if (one.do === 'renumber') {
              await archive.runtime.call('documents.renumber', { id, version, filingYear: 2019, reason: '年度有误' });
            }
            if (one.do === 'withdraw') {
              await archive.runtime.call('documents.edit', {
                step: { code: 'documentWithdraw', params: { count: 1 } },
                changes: [{ do: 'withdraw', id, version, reason: '重复' }],
              });
            }
          }
          for (const document of await everything(archive)) {
            if (document.referenceCode === null) continue;
            // Whoever had a code once is the only one that ever has it.
            expect(seen.get(document.referenceCode) ?? document.id).toBe(document.id);
            seen.set(document.referenceCode, document.id);
            expect(document.referenceCode).not.toMatch(/null|undefined|nan|none/iu);
          }
          for (const series of (await archive.call('documents.numbering', {})).series) {
            expect(series.gaps.filter(({ reason }) => reason === 'unknown')).toEqual([]);
            const missing = series.gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
            expect(series.count + missing).toBe(series.last);
          }
        }
        expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
      }),
      { numRuns: 12 },
    );
  });
});
