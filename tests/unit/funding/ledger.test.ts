/** The ledger over a real archive: what is entered stays, what is locked holds, and who gave what is never guessed. */
import { describe, expect, it } from 'vitest';
import type { NewFundEntry } from '#shared/features/funding.ts';
import { proposeBasis } from '#shared/lib/funding/basis.ts';
import { voucherKey } from '#shared/lib/funding/voucher-key.ts';
import type { Population } from '#shared/features/population.ts';
import { clock, testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const entry: NewFundEntry = {
  date: '2021-04-12',
  kind: 'payment',
  amountFen: 3_000_000,
  budgetYear: 2021,
  source: '齐陵街道办事处',
  voucher: '记-8',
  purpose: '社区教育专项',
};

const open = (): Promise<TestArchive> => testArchive(undefined, { now: clock(Date.UTC(2023, 5, 1, 8)) });

async function refusal(archive: TestArchive, name: string, input: object): Promise<unknown> {
  const { reply } = await archive.runtime.call(name, input);
  return reply.ok ? 'ok' : reply.error.code;
}

const population = { place: '某街道', kind: '常住', value: 28_563, referenceDate: '2020-11-01', source: '七普' };

describe('entries', () => {
  it('are written once: what changes beside the money is told apart from what it says', async () => {
    const archive = await open();
    await archive.call('budgets.enter', { entries: [entry] });
    const seen = await archive.call('budgets.entry', { id: 1 });
    expect(seen).toMatchObject({ ...entry, sourceKind: 'subdistrict', files: [], reversedById: null });
    await archive.call('budgets.annotate', {
      id: 1,
      version: 1,
      fields: { remark: '第一季度', basis: '齐街发〔2021〕8号' },
    });
    expect(await archive.call('budgets.entry', { id: 1 })).toMatchObject({
      remark: '第一季度',
      basis: '齐街发〔2021〕8号',
      version: 2,
    });
    expect(await refusal(archive, 'budgets.annotate', { id: 1, version: 2, fields: { amountFen: 1 } })).toBe('ok');
    expect((await archive.call('budgets.entry', { id: 1 })).amountFen).toBe(3_000_000);
    expect(await refusal(archive, 'budgets.annotate', { id: 1, version: 1, fields: { remark: 'x' } })).toBe(
      'record/conflict',
    );
  });

  it('are corrected by a linked reversal and a new entry, once', async () => {
    const archive = await open();
    await archive.call('budgets.enter', { entries: [entry] });
    const { reversalId, id } = await archive.call('budgets.correct', {
      id: 1,
      version: 1,
      reason: '金额抄错',
      entry: { ...entry, amountFen: 3_100_000 },
    });
    expect([reversalId, id]).toEqual([2, 3]);
    expect(await archive.call('budgets.entry', { id: 2 })).toMatchObject({
      reversesId: 1,
      amountFen: -3_000_000,
      reversalReason: '金额抄错',
    });
    const net = await archive.call('budgets.entries', { filter: {} });
    expect(net.rows.map((row) => row.id)).toEqual([3]);
    expect(net.sums).toEqual({ payment: '3100000' });
    expect(await refusal(archive, 'budgets.reverse', { id: 1, version: 2, reason: '再来' })).toBe('budgets/reversed');
    expect(await refusal(archive, 'budgets.reverse', { id: 2, version: 1, reason: '再来' })).toBe(
      'budgets/is_reversal',
    );
    await archive.call('history.undo', {});
    expect((await archive.call('budgets.entries', { filter: {} })).rows.map((row) => row.id)).toEqual([1]);
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('keep their evidence when corrected: the right entry names the same files, nothing is copied or lost', async () => {
    const archive = await open();
    const { document } = await archive.call('documents.create', { fields: { title: '示例批复' } });
    const bare = { ...entry, documentId: document.id };
    await archive.call('budgets.enter', { entries: [bare, bare, { ...bare, voucher: '记-9' }] });
    for (const [id, version] of [
      [1, 1],
      [3, 1],
    ] as const) {
      const bytes = new TextEncoder().encode(`示例回单 ${id}`);
      await archive.call('budgets.attach', { id, version, kind: 'bank', name: '回单.txt', bytes });
    }
    const { files } = await archive.call('budgets.entry', { id: 1 });
    const held = await archive.call('objects.check', {});
    const right = { ...entry, amountFen: 3_100_000 };
    const asked = { version: 2, reason: '金额抄错', entry: right };
    const kept = await archive.call('budgets.correct', { id: 1, ...asked });
    // Both sides show it: the one that was taken back and the right one.
    for (const id of [1, kept.id]) {
      expect(await archive.call('budgets.entry', { id })).toMatchObject({ files, documentId: document.id });
    }
    expect((await archive.call('objects.check', {})).objects).toBe(held.objects);
    const left = await archive.call('budgets.correct', { id: 3, ...asked, keepEvidence: false });
    expect(await archive.call('budgets.entry', { id: left.id })).toMatchObject({ files: [], documentId: null });
    const { flags } = await archive.call('budgets.check', { year: 2021 });
    const bareIds = flags.filter(({ code }) => code === 'evidence_missing').flatMap(({ entryIds }) => entryIds);
    expect(bareIds).toEqual([left.id]);
    for (let step = 0; step < 2; step += 1) await archive.call('history.undo', {});
    expect(await archive.call('budgets.entry', { id: 1 })).toMatchObject({ files, reversedById: null });
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('are refused with a day to come, a minus before a return, nothing, or more than can be right', async () => {
    const archive = await open();
    const enter = (change: object): Promise<unknown> =>
      refusal(archive, 'budgets.enter', { entries: [{ ...entry, ...change }] });
    expect(await enter({ date: '2099-01-01' })).toBe('budgets/date_future');
    expect(await enter({ kind: 'payment_return', amountFen: -1 })).toBe('budgets/return_sign');
    expect(await enter({ amountFen: 0 })).toBe('input/invalid');
    expect(await enter({ amountFen: 0.5 })).toBe('input/invalid');
    expect(await enter({ amountFen: 10 ** 12 + 1 })).toBe('input/invalid');
    expect(await enter({ date: '2021-02-30' })).toBe('input/invalid');
    expect(await enter({ activityId: 77 })).toBe('record/not_found');
    expect((await archive.call('budgets.entries', { filter: {} })).total).toBe(0);
  });

  it('are found by the search, by purpose, voucher and amount', async () => {
    const archive = await open();
    await archive.call('budgets.enter', { entries: [entry] });
    for (const text of ['社区教育专项', '记-8', '30,000.00', '30000.00']) {
      const { hits } = await archive.call('search.find', { text });
      expect([text, hits.map(({ kind, id }) => [kind, id])]).toEqual([text, [['fund_entry', 1]]]);
    }
  });
});

describe('a locked year', () => {
  it('keeps entries, basis, rule and reports, also against undo, until it is opened with a reason', async () => {
    const archive = await open();
    const { population: figure } = await archive.call('budgets.recordPopulation', population);
    await archive.call('budgets.recordBase', {
      year: 2021,
      unit: '甲学校（示例）',
      kind: 'school',
      baseFen: 100,
      spentFen: 5,
    });
    await archive.call('budgets.fixBasis', { year: 2021, populationId: figure.id });
    await archive.call('budgets.enter', { entries: [entry, { ...entry, date: '2022-01-10', voucher: '记-1' }] });
    await archive.call('budgets.closeYear', { year: 2021, reason: '决算已批复' });
    const before = await archive.call('budgets.check', { year: 2021 });
    expect(before.closed).toBe(true);
    const [floor] = await archive.call('budgets.rules', { year: 2021 });
    if (!floor) throw new Error('no rule');
    const { id, version, origin: _origin, ...fields } = floor;
    const refused: [string, object, string][] = [
      ['budgets.enter', { entries: [entry] }, 'budgets/year_closed'],
      ['budgets.enter', { entries: [{ ...entry, date: '2022-02-01', voucher: '' }] }, 'budgets/year_closed'],
      ['budgets.reverse', { id: 1, version: 1, reason: 'x' }, 'budgets/year_closed'],
      ['budgets.annotate', { id: 2, version: 1, fields: { remark: 'x' } }, 'budgets/year_closed'],
      ['budgets.fixBasis', { year: 2021, populationId: figure.id }, 'budgets/year_closed'],
      ['budgets.withdrawPopulation', { id: figure.id, version: 1, reason: 'x' }, 'budgets/basis_in_use'],
      ['budgets.withdrawBase', { id: 1, version: 1, reason: 'x' }, 'budgets/year_closed'],
      ['budgets.saveRule', { id, version, fields: { ...fields, rate: 100 }, reason: 'x' }, 'budgets/rule_closed'],
      ['budgets.saveRule', { fields: { ...fields, rate: 100, fromYear: 2021 }, reason: 'x' }, 'budgets/rule_closed'],
      ['budgets.withdrawRule', { id, version, reason: 'x' }, 'budgets/rule_closed'],
      ['budgets.closeYear', { year: 2021 }, 'budgets/year_closed_already'],
      ['history.undo', {}, 'budgets/year_closed'],
    ];
    for (const [name, input, code] of refused)
      expect([name, await refusal(archive, name, input)]).toEqual([name, code]);
    expect(await archive.call('budgets.check', { year: 2021 })).toEqual(before);
    // Later years go on, and so does the rule for them.
    await archive.call('budgets.enter', {
      entries: [{ ...entry, date: '2022-03-01', budgetYear: 2022, voucher: '记-3' }],
    });
    await archive.call('budgets.saveRule', {
      fields: { ...fields, rate: 250, fromYear: 2022 },
      reason: '区里提高标准',
    });
    expect((await archive.call('budgets.check', { year: 2022 })).rule?.rate).toBe(250);
    expect(await refusal(archive, 'budgets.reopenYear', { year: 2021, reason: '' })).toBe('input/invalid');
    await archive.call('budgets.reopenYear', { year: 2021, reason: '补记一笔' });
    expect(await refusal(archive, 'budgets.annotate', { id: 2, version: 1, fields: { remark: 'x' } })).toBe('ok');
    expect((await archive.call('history.list', {})).map(({ action }) => action)).toContain('budgets.reopenYear');
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });
});

it('a year that is locked on a proposed basis, or on none, keeps its verdict whatever is recorded later', async () => {
  const archive = await open();
  await archive.call('budgets.closeYear', { year: 2020, reason: '没有人口数' });
  await archive.call('budgets.recordPopulation', population);
  await archive.call('budgets.enter', { entries: [{ ...entry, amountFen: 5_712_600 }] });
  await archive.call('budgets.closeYear', { year: 2021, reason: '决算已批复' });
  const verdicts = async (): Promise<unknown[]> =>
    Promise.all(
      [2020, 2021].map(async (year) => {
        const { views, basis } = await archive.call('budgets.check', { year });
        return [views.paid.verdict, basis?.population.value ?? null, basis?.fixed ?? null];
      }),
    );
  const before = [
    ['NO_BASIS', null, null],
    ['PASS', 28_563, true],
  ];
  expect(await verdicts()).toEqual(before);
  const later = { ...population, value: 28_910, referenceDate: '2019-12-31', source: '年度推算' };
  await archive.call('budgets.recordPopulation', later);
  await archive.call('budgets.recordPopulation', { ...later, value: 29_000, referenceDate: '2020-12-31' });
  expect(await verdicts()).toEqual(before);
});

describe('what the ledger proves', () => {
  it('stands in the checklists of the activity and of the row of the plan', async () => {
    const archive = await open();
    await archive.call('plans.create', { year: 2021 });
    const { rows } = await archive.call('schedule.edit', {
      year: 2021,
      step: { code: 'insert', params: { count: 1 } },
      changes: [{ do: 'insert', after: null, fields: { activity: '剪纸培训' } }],
    });
    const planRowId = rows[0]?.id ?? 0;
    const { ids } = await archive.call('activities.edit', {
      step: { code: 'activityInsert', params: { count: 1 } },
      changes: [{ do: 'insert', fields: { title: '剪纸（示例）', dateStart: '2021-06-12', planRowId } }],
    });
    const activityId = ids[0] ?? 0;
    const money = async (): Promise<unknown[]> => {
      const activity = await archive.call('activities.get', { id: activityId });
      const [proof] = await archive.call('activities.proofs', { year: 2021 });
      return [activity, proof].map((one) => {
        const item = one?.checklist.find(({ kind }) => kind === 'money');
        return [item?.state, item?.evidence];
      });
    };
    expect(await money()).toEqual([
      ['not_needed', []],
      ['not_needed', []],
    ]);
    await archive.call('budgets.enter', { entries: [{ ...entry, kind: 'expense', activityId, voucher: '记-40' }] });
    expect(await money()).toEqual([
      ['missing', []],
      ['missing', []],
    ]);
    await archive.call('documents.create', { fields: { title: '讲师费发票（示例）', signedDate: '2021-06-12' } });
    await archive.call('budgets.annotate', { id: 1, version: 1, fields: { documentId: 1 } });
    expect(await money()).toEqual([
      ['present', ['台账凭证 记-40']],
      ['present', ['台账凭证 记-40']],
    ]);
    await archive.call('budgets.reverse', { id: 1, version: 2, reason: '记错' });
    expect(await money()).toEqual([
      ['not_needed', []],
      ['not_needed', []],
    ]);
  });
});

describe('what is taken in', () => {
  const source = { name: '台账.csv', sha256: '0'.repeat(64) };

  it('is entered with lines that repeat each other, and adds nothing a second time', async () => {
    const archive = await open();
    const entries = [
      entry,
      { ...entry, voucher: '记-12' },
      { ...entry, voucher: '记字第012号' },
      { ...entry, voucher: '' },
    ];
    const figures = [{ ...population }];
    const first = await archive.call('budgets.accept', { source, entries, population: figures });
    expect(first).toMatchObject({ added: 4, populationAdded: 1, duplicates: [] });
    const again = await archive.call('budgets.accept', { source, entries, population: figures });
    expect(again).toMatchObject({ added: 0, populationAdded: 0, event: null });
    expect(again.duplicates.map(({ entryId }) => entryId)).toEqual([1, 2, 3, 4]);
    expect((await archive.call('budgets.check', { year: 2021 })).flags.map(({ code }) => code)).toContain('duplicate');
    const future = { source, entries: [{ ...entry, date: '2099-01-01', sourceLine: 7 }] };
    const { reply } = await archive.runtime.call('budgets.accept', future);
    expect(reply).toMatchObject({ ok: false, error: { code: 'budgets/line_future', params: { line: 7 } } });
    await archive.call('history.undo', {});
    expect((await archive.call('budgets.entries', { filter: {} })).total).toBe(0);
    expect(await archive.call('budgets.population', {})).toEqual([]);
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true });
  });
});

describe('rules of reading', () => {
  it.each([
    ['记字第012号', '记12'],
    ['记-12', '记12'],
    ['记 12', '记12'],
    ['２０２１-0003', '2021-3'],
    ['202-13', '202-13'],
    ['2021-3', '2021-3'],
    ['', ''],
    ['银付〔2021〕7号', '银付2021-7'],
  ])('the voucher %s is known as %s', (printed, key) => expect(voucherKey(printed)).toBe(key));

  const figure = (id: number, change: Partial<Population>): Population => ({
    id,
    place: '齐陵街道',
    placeId: null,
    kind: 'resident',
    value: 28_563,
    referenceDate: '2020-11-01',
    source: '七普',
    documentId: null,
    note: '',
    version: 1,
    ...change,
  });
  const propose = (...figures: Population[]): [number | null, string | null] => {
    const { basis, finding } = proposeBasis(figures, 2021, '齐陵街道社区教育中心');
    return [basis?.id ?? null, finding];
  };

  it('proposes the latest official figure of the whole that was known when the budget was made', () => {
    expect(propose(figure(1, {}))).toEqual([1, null]);
    expect(
      propose(figure(1, { place: '街道合计', source: '街道统计站' }), figure(2, { place: '淄水社区', value: 4388 })),
    ).toEqual([1, null]);
    expect(
      propose(figure(1, {}), figure(2, { referenceDate: '2020-12-31', source: '年度推算', value: 28_600 })),
    ).toEqual([2, null]);
    expect(propose(figure(1, {}), figure(2, { referenceDate: '2021-12-31', value: 28_910 }))).toEqual([1, null]);
    expect(propose(figure(1, { place: '其余31村合计' }), figure(2, { place: '淄水社区' }))).toEqual([
      null,
      'place_unclear',
    ]);
    expect(propose(figure(1, { kind: 'registered' }))).toEqual([null, 'none']);
    expect(propose(figure(1, {}), figure(2, { value: 28_564 }))).toEqual([null, 'ambiguous']);
    expect(propose(figure(1, {}), figure(2, { value: 28_564, source: '街道统计站' }))).toEqual([1, null]);
    expect(propose(figure(1, { referenceDate: '2023-12-31' }))).toEqual([null, 'later']);
    expect(propose(figure(1, { source: '村报表' }))).toEqual([null, 'supporting_only']);
    expect(propose(figure(1, { place: '稷下街道' }), figure(2, {}))).toEqual([2, null]);
  });
});
