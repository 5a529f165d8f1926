/** Records of every state that the screen of use and appraisal shows. Names are examples. */
import type { Page } from 'playwright-core';
import { call } from '#tests/support/bridge.ts';

/** Documents of 2010, one lent out and overdue, an open appraisal, a list, a hand-over and a stock-take with labels. */
export async function fillLife(page: Page): Promise<void> {
  const ids: number[] = [];
  for (const [title, term] of [
    ['培训班通知', 'D10'],
    ['培训班总结', 'D10'],
    ['学员名册', 'D10'],
    ['机构设置批复', 'Y'],
    ['年度工作总结', 'D30'],
  ] as const) {
    const fields = { title, author: '某街道社区教育中心', signedDate: '2010-03-01', term, pageCount: 2 };
    ids.push((await call(page, 'documents.create', { file: true, fields })).document.id);
  }
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = ids;
  const person = { borrower: '王老师（示例）', approver: '主任（示例）', lentOn: '2023-04-03' };
  await call(page, 'loans.enter', {
    documentIds: [fifth],
    fields: { ...person, kind: 'lend', dueOn: '2023-04-17' },
  });
  await call(page, 'loans.enter', { documentIds: [first], fields: { ...person, kind: 'copy' } });
  const begun = { leader: '组长（示例）', startedOn: '2023-05-01' };
  const { appraisal } = await call(page, 'appraisals.open', { ...begun, name: '鉴定一', documentIds: [first] });
  const decided = await call(page, 'appraisals.decide', {
    id: appraisal.id,
    version: appraisal.version,
    decisions: [{ documentId: first, decision: 'destroy', reason: '事项已办结' }],
  });
  await call(page, 'appraisals.close', {
    id: appraisal.id,
    version: decided.appraisal.version,
    report: '逐件审查',
    closedOn: '2023-05-02',
  });
  await call(page, 'disposals.draft', { number: '2023-1', appraisalId: appraisal.id });
  await call(page, 'appraisals.open', { ...begun, name: '鉴定二', documentIds: [second] });
  await call(page, 'transfers.draft', { number: '2023-1', receiver: '某区档案馆（示例）', documentIds: [fourth] });
  const shelf = await call(page, 'boxes.savePlace', { parentId: null, kind: 'shelf', name: '1层' });
  const { box } = await call(page, 'boxes.create', { year: 2010, term: 'D10', fields: { placeId: shelf.id } });
  await call(page, 'boxes.fill', { boxId: box.id, documentIds: [third] });
  const { stocktake } = await call(page, 'stocktakes.open', {
    name: '盘点',
    countedBy: '甲（示例）',
    startedOn: '2023-05-08',
  });
  await call(page, 'stocktakes.record', {
    id: stocktake.id,
    version: stocktake.version,
    entries: [
      { placeId: shelf.id, text: `2010-${box.number}` },
      { boxId: box.id, text: '认不出的标签' },
    ],
  });
}
