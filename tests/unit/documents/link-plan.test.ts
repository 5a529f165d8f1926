/** Several documents are linked with a year's plan in one step: all or none, and nothing twice. */
import { expect, it } from 'vitest';
import type { Document } from '#shared/features/documents.ts';
import { testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const NO_DAY = {
  yearOffset: 0,
  endNextYear: false,
  deadlineMonth: null,
  part: null,
  day: null,
  week: null,
  dateStart: null,
  dateEnd: null,
};

async function archiveWithPlan(): Promise<{ archive: TestArchive; documents: Document[] }> {
  const archive = await testArchive();
  const rows = [3, 5, 9].map((month) => ({
    time: { ...NO_DAY, monthStart: month, monthEnd: month },
    activity: `${month}月的活动（示例）`,
    units: [],
    status: 'not_started' as const,
  }));
  await archive.call('schedule.accept', { year: 2021, mode: 'replace', rows });
  const documents: Document[] = [];
  for (const title of ['关于印发工作计划的通知', '[工作配档表]'])
    documents.push((await archive.call('documents.create', { fields: { title } })).document);
  return { archive, documents };
}

const planRows = (document: Document | undefined): number =>
  (document?.relations ?? []).filter(({ kind }) => kind === 'plan_row').length;

it('links each document with every row, in one step of undo', async () => {
  const { archive, documents } = await archiveWithPlan();
  const first = await archive.call('documents.linkPlan', { documents, year: 2021 });
  expect(first.linked).toBe(6);
  expect(first.documents.map(planRows)).toEqual([3, 3]);
  // The log tells rows of the plan, however many documents were linked with each of them.
  expect((await archive.call('history.list', { limit: 1 }))[0]).toMatchObject({
    label: { code: 'documentLinkPlan', params: { year: 2021, count: 3 } },
  });
  const again = await archive.call('documents.linkPlan', { documents: first.documents, year: 2021 });
  expect(again.linked).toBe(0);
  await archive.call('history.undo', {});
  const { rows } = await archive.call('documents.list', {});
  expect(rows.map(planRows)).toEqual([0, 0]);
  expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true });
});

it('links none where one of them has changed meanwhile', async () => {
  const { archive, documents } = await archiveWithPlan();
  const [one, other] = documents;
  const old = [one, { ...other, version: 99 }].map((document) => ({
    id: document?.id ?? 0,
    version: document?.version ?? 0,
  }));
  await expect(archive.call('documents.linkPlan', { documents: old, year: 2021 })).rejects.toMatchObject({
    code: 'record/conflict',
  });
  const { rows } = await archive.call('documents.list', {});
  expect(rows.map(planRows)).toEqual([0, 0]);
});
