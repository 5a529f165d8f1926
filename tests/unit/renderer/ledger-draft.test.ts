/** Ledgers and figures of population under review, read from real bytes: what is doubtful is never taken in silence. */
import { describe, expect, it } from 'vitest';
import { type FundingReading, ReadFundingInput } from '#shared/features/funding-reading.ts';
import type { FundEntry } from '#shared/features/funding.ts';
import { translator } from '#shared/i18n/index.ts';
import { readForeignFunding } from '#core/read-foreign-funding.ts';
import {
  entriesToAccept,
  ledgerDoubts,
  ledgerDraft,
  twinsOf,
  unreadableRows,
  withTake,
  withTexts,
} from '../../../renderer/features/budgets/import/ledger-draft.ts';
import {
  figuresToAccept,
  populationDraft,
  readPopulation,
} from '../../../renderer/features/budgets/import/population-draft.ts';
import { openProblems, problemsOf, setRows } from '../../../renderer/features/import/review-draft.ts';

const t = translator('zh-CN');
const TODAY = '2023-12-31';
const HEADINGS = '凭证号,日期,预算年度,类型,来源,科目/用途,金额(元)';

function read(...lines: string[]): Promise<FundingReading> {
  const input = ReadFundingInput.parse({ name: '台账.csv', text: lines.join('\n'), withLines: true });
  return readForeignFunding(input, new AbortController().signal);
}

function row<Row>(rows: readonly Row[], index: number): Row {
  const found = rows[index];
  if (found === undefined) throw new Error(`no row ${index}`);
  return found;
}

describe('a ledger under review', () => {
  it('takes readable lines as the reader proposes them, with their line and text', async () => {
    const reading = await read(HEADINGS, '记-1,2021-03-05,2021,拨款,齐陵街道办事处,经费,57126.10');
    const draft = ledgerDraft(reading, t);
    expect(unreadableRows(draft, t, TODAY).size).toBe(0);
    const [accepted] = entriesToAccept(draft, t, TODAY);
    expect(accepted).toMatchObject({
      date: '2021-03-05',
      kind: 'payment',
      amountFen: 5_712_610,
      budgetYear: 2021,
      voucher: '记-1',
      sourceLine: 2,
    });
    expect(accepted?.sourceText).toContain('57126.10');
  });

  it('is stopped by a line that cannot be read, until it is corrected or left out', async () => {
    const reading = await read(
      HEADINGS,
      '记-1,2021-03-05,2021,拨款,齐陵街道办事处,经费,100',
      '记-2,2021-02-30,2021,支出,,教材,"12,34"',
    );
    const draft = ledgerDraft(reading, t);
    const doubts = ledgerDoubts(reading);
    expect([...unreadableRows(draft, t, TODAY)]).toEqual([2]);
    expect(openProblems(problemsOf(doubts, draft), 'error')).toBeGreaterThan(0);
    const half = setRows(draft, new Map([[2, withTexts(row(draft.rows, 1), { amount: '12.34' })]]));
    // Looked at, but its day is still none.
    expect([...unreadableRows(half, t, TODAY)]).toEqual([2]);
    const whole = setRows(half, new Map([[2, withTexts(row(half.rows, 1), { date: '2021-02-28' })]]));
    expect(unreadableRows(whole, t, TODAY).size).toBe(0);
    expect(openProblems(problemsOf(doubts, whole), 'error')).toBe(0);
    expect(entriesToAccept(whole, t, TODAY).map(({ amountFen }) => amountFen)).toEqual([10_000, 1234]);
    const without = setRows(draft, new Map([[2, withTake(false)]]));
    expect(unreadableRows(without, t, TODAY).size).toBe(0);
    expect(openProblems(problemsOf(doubts, without), 'error')).toBe(0);
    expect(entriesToAccept(without, t, TODAY)).toHaveLength(1);
  });

  it('offers no printed amount that may be in 万元', async () => {
    const headings = HEADINGS.replace('金额(元)', '金额（万元）');
    const reading = await read(
      headings,
      '记-1,2021-03-05,2021,拨款,齐陵街道办事处,经费,5.7126',
      '记-2,2021-02-30,2021,支出,,教材,1.5',
    );
    const draft = ledgerDraft(reading, t);
    expect(row(draft.rows, 0).texts.amount).toBe('57,126.00');
    expect(row(draft.rows, 1).texts.amount).toBe('');
  });

  it('meets each entry of the ledger with one line, however its voucher is written', async () => {
    const line = '记字第001号,2021-03-05,2021,拨款,齐陵街道办事处,经费,100';
    const draft = ledgerDraft(await read(HEADINGS, line, line), t);
    const [entry] = entriesToAccept(draft, t, TODAY);
    const known = { ...entry, id: 7, voucher: '记-1', reversesId: null, reversedById: null } as FundEntry;
    expect([...twinsOf(draft.rows, [known], t, TODAY)]).toEqual([[1, 7]]);
    expect(twinsOf(draft.rows, [{ ...known, reversedById: 8 }], t, TODAY).size).toBe(0);
    expect(twinsOf(draft.rows, [{ ...known, amountFen: 10_001 }], t, TODAY).size).toBe(0);
  });
});

describe('figures of population under review', () => {
  const reading = {
    kind: 'population',
    population: [
      {
        line: 2,
        place: '甲村',
        kind: 'resident',
        value: 1200,
        referenceDate: '2020-11-01',
        source: '表',
        total: false,
        exact: true,
      },
      {
        line: 3,
        place: '乙村',
        kind: 'registered',
        value: 900,
        referenceDate: null,
        source: '表',
        total: false,
        exact: true,
      },
      {
        line: 4,
        place: '合计',
        kind: 'resident',
        value: 2100,
        referenceDate: null,
        source: '表',
        total: true,
        exact: true,
      },
    ],
    warnings: [],
    skipped: [],
    source: { format: 'csv', name: null, encoding: null, sha256: '0'.repeat(64) },
  } as unknown as FundingReading;

  it('leaves a printed total out until a person takes it', () => {
    const draft = populationDraft(reading, t);
    expect(draft.rows.map(({ take }) => take)).toEqual([true, true, false]);
    expect(figuresToAccept(draft, t)).toEqual([
      { place: '甲村', kind: 'resident', value: 1200, referenceDate: '2020-11-01', source: '表' },
    ]);
  });

  it('needs place, count, kind, day and source, each told by its sentence', () => {
    const texts = { place: '', kind: '总人口', value: '1,2', referenceDate: '2020', source: '' };
    const { figure, problems } = readPopulation(texts, t);
    expect(figure).toBeNull();
    expect([...problems.keys()].toSorted()).toEqual(['kind', 'place', 'referenceDate', 'source', 'value']);
    expect(
      readPopulation({ place: '甲村', kind: '常住人口', value: '1,200', referenceDate: '20201101', source: '表' }, t)
        .figure,
    ).toMatchObject({ value: 1200, referenceDate: '2020-11-01' });
  });
});
