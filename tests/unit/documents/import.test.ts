/** Taking a catalogue in: what is printed stands, defaults fill what is not, twins stay out unless a person says so. */
import { describe, expect, it } from 'vitest';
import type { Call } from '#shared/client.ts';
import { acceptedDocuments } from '#shared/features/document-import.ts';
import { testArchive } from '#tests/support/test-archive.ts';

const LIST = [
  '件号\t责任者\t文号\t题名\t日期\t页数\t备注\t年度\t保管期限',
  '1\t某中心\t\t甲通知\t20210301\t2\t\t2020\t永久',
  '2\t某中心\t\t乙通知\t20210302\t3\t\t\t',
  '3\t某中心\t\t丙签到表\t2021061?\t4\t\t\t',
].join('\n');

async function read(call: Call) {
  return call('documents.read', { text: LIST, withLines: true });
}

describe('a catalogue taken in', () => {
  it('keeps the printed year and term, and fills in what is not printed', async () => {
    const { call } = await testArchive();
    const reading = await read(call);
    const fields = acceptedDocuments(reading, { year: 2019, term: 'D10', sections: [] }, reading.source.lines).map(
      ({ fields: { title, filingYear, term, signedDate } }) => [title, filingYear, term, signedDate],
    );
    expect(fields).toEqual([
      ['甲通知', 2020, 'Y', '2021-03-01'],
      ['乙通知', 2019, 'D10', '2021-03-02'],
      ['丙签到表', 2019, 'D10', null],
    ]);
    const plain = acceptedDocuments(reading, { sections: [] }, reading.source.lines).map(
      ({ fields: { filingYear } }) => filingYear,
    );
    expect(plain).toEqual([2020, 2021, null]);
  });

  it('names what the archive has, leaves it out, and takes it where a person ticked it', async () => {
    const { call } = await testArchive();
    const reading = await read(call);
    const documents = acceptedDocuments(reading, { sections: [] }, reading.source.lines);
    await call('documents.accept', { documents: documents.slice(0, 2) });
    const twins = await call('documents.twins', { documents: documents.map(({ fields }) => ({ ...fields })) });
    expect(twins.map(({ index, title }) => [index, title])).toEqual([
      [0, '甲通知'],
      [1, '乙通知'],
    ]);
    const ticked = documents.map((document, index) => ({ ...document, evenIfThere: index === 1 }));
    const accepted = await call('documents.accept', { documents: ticked });
    expect(accepted).toMatchObject({ added: 2, duplicates: [{ index: 0 }] });
    expect((await call('documents.list', {})).rows.map(({ title }) => title).toSorted()).toEqual(
      ['甲通知', '乙通知', '乙通知', '丙签到表'].toSorted(),
    );
    await call('history.undo', {});
    expect((await call('documents.list', {})).total).toBe(2);
  });
});
