import { describe, expect, it } from 'vitest';
import { buildExample, readExample } from '#core/example.ts';
import { clock, EXAMPLE, testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const exampleArchive = async (): Promise<TestArchive> => {
  const { unitName } = readExample(EXAMPLE);
  const archive = await testArchive(undefined, {
    now: clock(Date.UTC(2022, 2, 1, 8)),
    createIfMissing: { unitName, isExample: true },
  });
  await buildExample(archive.call, EXAMPLE);
  return archive;
};

describe('the published plan of 2021 as a document', () => {
  it('is one 件: dates apart, no 文号, the damaged 索引号 flagged, linked with its 20 plan rows', async () => {
    const archive = await exampleArchive();
    const { document, findings } = await archive.call('documents.get', { id: 1 });
    expect(document).toMatchObject({
      title: '2021年齐陵街道社区教育中心工作计划',
      author: '齐陵街道党政办公室',
      documentNumber: null,
      signedDate: '2021-03-01',
      publishedDate: '2021-09-25',
      filingYear: 2021,
      term: 'Y',
      indexNumber: '11370305004219456R/2021-None',
      state: 'draft',
    });
    expect(document.annexes.length).toBe(1);
    expect(document.relations.length).toBe(20);
    expect(findings.map(({ field, level, rule }) => [field, level, rule])).toEqual([
      ['pageCount', 'error', 'missing'],
      ['publishedDate', 'warning', 'published_late'],
      ['indexNumber', 'warning', 'index_serial_missing'],
    ]);
  });

  it('is filed once its pages are counted, and found by what the paper says', async () => {
    const archive = await exampleArchive();
    const { document } = await archive.call('documents.get', { id: 1 });
    await expect(archive.call('documents.file', { ids: [document.id] })).rejects.toMatchObject({
      code: 'documents/not_ready',
      params: { fields: 'pageCount' },
    });
    await archive.call('documents.edit', {
      step: { code: 'documentType', params: { count: 1 } },
      changes: [{ do: 'set', id: document.id, version: document.version, fields: { pageCount: 9 } }],
    });
    const { filed } = await archive.call('documents.file', { ids: [document.id] });
    expect(filed).toEqual([{ id: document.id, itemNumber: 1, referenceCode: null }]);
    for (const text of ['社区教育', 'qljd', '二〇二一', '齐凌街道', '齊陵街道']) {
      const { hits } = await archive.call('documents.search', { text });
      expect([text, hits.map(({ id }) => id)]).toEqual([text, [document.id]]);
    }
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });
});
