/**
 * One life of documents, told once and lived at three depths: in the same process, through the worker threads and from a
 * real window. It begins with an archive that holds no document and no fonds code.
 */
import { expect } from 'vitest';
import type { Call } from '#shared/client.ts';

export async function liveDocuments(call: Call): Promise<void> {
  const { fonds } = await call('fonds.get', {});
  await call('fonds.update', { id: fonds.id, version: fonds.version, code: 'Q005' });
  const complete = { author: '某街道社区教育中心', signedDate: '2021-03-01', term: 'D30', pageCount: 2 };
  const { documents } = await call('documents.edit', {
    step: { code: 'documentInsert', params: { count: 3 } },
    changes: ['甲通知', '乙总结', '丙简报'].map((title, index) => ({
      do: 'insert' as const,
      fields: { ...complete, title, ...(index === 2 ? { pageCount: null } : {}) },
    })),
  });
  const ids = documents.map(({ id }) => id);
  const { unready } = await call('documents.unready', { ids });
  expect(unready.map(({ title }) => title)).toEqual(['丙简报']);
  await expect(call('documents.file', { ids })).rejects.toMatchObject({ code: 'documents/not_ready' });

  const { next } = await call('documents.nextNumber', { filingYear: 2021, term: 'D30' });
  const { filed } = await call('documents.file', { ids: ids.slice(0, 2) });
  expect(filed.map(({ referenceCode }) => referenceCode)).toEqual(['Q005-WS·2021-D30-0001', 'Q005-WS·2021-D30-0002']);
  expect(filed[0]?.referenceCode).toBe(next?.referenceCode);
  const [first, second] = filed;
  if (!first || !second) throw new Error('two were filed');

  const { boxes } = await call('boxes.fillYear', { year: 2021 });
  expect(boxes).toMatchObject([{ number: 1, count: 2, pages: 4 }]);
  await call('boxes.fill', { boxId: null, documentIds: [first.id] });
  const { document } = await call('documents.get', { id: first.id });
  const moved = await call('documents.renumber', {
    id: first.id,
    version: document.version,
    term: 'Y',
    reason: '期限有误',
  });
  expect(moved.document).toMatchObject({ referenceCode: 'Q005-WS·2021-Y-0001', previousCode: 'Q005-WS·2021-D30-0001' });

  const { document: kept } = await call('documents.get', { id: second.id });
  await call('documents.edit', {
    step: { code: 'documentWithdraw', params: { count: 1 } },
    changes: [{ do: 'withdraw', id: kept.id, version: kept.version, reason: '重复登记' }],
  });
  const { series } = await call('documents.numbering', {});
  expect(series.flatMap(({ gaps }) => gaps.map(({ from, reason }) => [from, reason]))).toEqual([
    [1, 'renumbered'],
    [2, 'withdrawn'],
  ]);
  await call('history.undo', {});
  const events = await call('history.ofRecord', { entity: 'document', key: kept.id });
  expect(events.map(({ label }) => label?.code)).toEqual([
    'undo',
    'documentWithdraw',
    'boxFillYear',
    'documentFile',
    'documentInsert',
  ]);
  expect(await call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
}
