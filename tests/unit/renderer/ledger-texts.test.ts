/** What a clerk types into the ledger and what it adds up to: nothing that can be read in two ways is taken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FundEntry, FundKind, FundSource, LARGEST_AMOUNT } from '#shared/features/funding.ts';
import { translator } from '#shared/i18n/index.ts';
import { sourceKindOf } from '#shared/lib/funding/source-kinds.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { marksOf, signedFen, sumsByKind, sumText } from '../../../renderer/features/budgets/ledger/entry-marks.ts';
import {
  EMPTY_TEXTS,
  type EntryContext,
  type EntryTexts,
  entryTexts,
  readAmount,
  readEntry,
  RETURNS,
  settledText,
} from '../../../renderer/features/budgets/ledger/entry-texts.ts';
import { needsAttention } from '../../../renderer/features/budgets/ledger/ledger-filter.ts';

const t = translator('zh-CN');
const TYPED: EntryContext = { t, year: 2021, today: '2023-12-31', shorthand: true };
const PRINTED: EntryContext = { ...TYPED, year: null, shorthand: false };
const WHOLE: EntryTexts = { ...EMPTY_TEXTS, date: '3.5', kind: '2', amount: '100', budgetYear: '2021' };

const entry: FundEntry = {
  id: 1,
  uid: 'u',
  date: '2021-03-05',
  budgetYear: 2021,
  kind: 'payment',
  source: '齐陵街道办事处',
  sourceKind: 'subdistrict',
  purpose: '',
  amountFen: 100,
  voucher: '记-1',
  basis: '',
  documentId: null,
  activityId: null,
  planRowId: null,
  remark: '',
  files: [],
  reversesId: null,
  reversedById: null,
  reversalReason: null,
  duplicateOf: null,
  closed: false,
  sourceLine: null,
  sourceText: null,
  version: 1,
};

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2023-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const amounts = fc.integer({ min: 1, max: LARGEST_AMOUNT });
const plainTexts = fc.string({ maxLength: 30 }).map((text) => text.trim());
const entries = fc.record({
  date: days,
  budgetYear: fc.option(fc.integer({ min: 1990, max: 2030 })),
  kind: fc.constantFrom(...FundKind.options),
  source: plainTexts,
  sourceKind: fc.option(fc.constantFrom(...FundSource.options)),
  purpose: plainTexts,
  amountFen: amounts,
  voucher: plainTexts,
  basis: plainTexts,
  remark: plainTexts,
});

describe('an entry as it is typed', () => {
  it('says the same when what a form shows is typed back, whatever the entry', () => {
    fc.assert(
      fc.property(entries, fc.boolean(), (fields, red) => {
        const amountFen = red && !RETURNS.includes(fields.kind) ? -fields.amountFen : fields.amountFen;
        const said = { ...entry, ...fields, amountFen };
        const { entry: read, problems } = readEntry(entryTexts(said, t), PRINTED, true);
        expect([...problems]).toEqual([]);
        const { sourceKind, ...rest } = { ...fields, amountFen };
        expect(read).toMatchObject(rest);
        // A giver that follows from the source is left to follow; the archive reads it by the same rule.
        const giver = read?.sourceKind === undefined ? sourceKindOf(fields.source, fields.kind) : read.sourceKind;
        expect(giver).toBe(sourceKind);
      }),
    );
  });

  it('reads every amount exactly, in yuan and in 万元', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        expect(readAmount(moneyText(fen))).toEqual({ ok: true, value: fen });
        const digits = String(fen).padStart(7, '0');
        expect(readAmount(`${digits.slice(0, -6)}.${digits.slice(-6)}万元`)).toEqual({ ok: true, value: fen });
      }),
    );
  });

  it('reads 3.5 as a day of the year in view, and shows it whole when the field is left', () => {
    expect(readEntry(WHOLE, TYPED, true).entry).toMatchObject({
      date: '2021-03-05',
      kind: 'payment',
      amountFen: 10_000,
    });
    expect(settledText('date', '12月31日', TYPED)).toBe('2021-12-31');
    expect(settledText('date', '2.30', TYPED)).toBe('2.30');
    expect(readEntry({ ...WHOLE, date: '2.30' }, TYPED, true).problems.get('date')?.rule).toBe('date');
    expect(readEntry({ ...WHOLE, date: '2021.3' }, TYPED, true).problems.get('date')?.rule).toBe('date');
  });

  it('reads none of a clerk’s short forms from a paper', () => {
    const { entry: none, problems } = readEntry(WHOLE, PRINTED, true);
    expect(none).toBeNull();
    expect([...problems.keys()]).toEqual(['date', 'kind']);
  });

  it('takes the first words of a kind only where they begin no other', () => {
    expect(settledText('kind', '捐', TYPED)).toBe('捐赠');
    expect(settledText('kind', '支出', TYPED)).toBe('支出');
    expect(settledText('kind', '支', TYPED)).toBe('支');
    expect(readEntry({ ...WHOLE, kind: '支' }, TYPED, true).problems.get('kind')?.rule).toBe('kind');
  });

  it('names what is wrong, and takes nothing while anything is', () => {
    const wrong: readonly (readonly [Partial<EntryTexts>, string])[] = [
      [{ date: '' }, 'dateEmpty'],
      [{ date: '2024-01-01' }, 'dateFuture'],
      [{ kind: '' }, 'kindEmpty'],
      [{ amount: '' }, 'amountEmpty'],
      [{ amount: '12,34' }, 'amountForm'],
      [{ amount: '1.005' }, 'amountFraction'],
      [{ amount: '0.00' }, 'amountZero'],
      [{ amount: '10000000000.01' }, 'amountTooLarge'],
      [{ amount: '-5', kind: '拨款收回' }, 'returnSign'],
      [{ giver: '某人' }, 'giver'],
      [{ budgetYear: '21' }, 'budgetYear'],
      [{ voucher: '记'.repeat(61) }, 'tooLong'],
    ];
    for (const [texts, rule] of wrong) {
      const { entry: none, problems } = readEntry({ ...WHOLE, ...texts }, TYPED, true);
      expect(none).toBeNull();
      expect([...problems.values()].map((problem) => problem.rule)).toEqual([rule]);
    }
    expect(readEntry({ ...WHOLE, amount: '-5' }, TYPED, true).entry?.amountFen).toBe(-500);
    expect(readEntry({ ...WHOLE, budgetYear: '' }, TYPED, true).entry?.budgetYear).toBeNull();
  });
});

describe('the foot of the ledger', () => {
  it('adds what counts, whatever the size: no reversed pair, no duplicate; returns lower', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom(...FundKind.options),
            amountFen: amounts,
            reversedById: fc.option(fc.constant(9)),
            reversesId: fc.option(fc.constant(9)),
            duplicateOf: fc.option(fc.constant(9)),
          }),
        ),
        (list) => {
          const rows = list.map((fields) => ({ ...entry, ...fields }));
          const counted = rows.filter(
            (one) => one.reversedById === null && one.reversesId === null && one.duplicateOf === null,
          );
          const sums = sumsByKind(rows);
          expect(sums.reduce((count, one) => count + one.entries, 0)).toBe(counted.length);
          const all = counted.reduce((sum, one) => sum + BigInt(signedFen(one)), 0n);
          expect(sums.reduce((sum, { fen }) => sum + fen, 0n)).toBe(all);
          for (const { kind, fen } of sums) expect(fen < 0n).toBe(RETURNS.includes(kind));
        },
      ),
    );
  });

  it('writes sums beyond a safe integer in full', () => {
    expect(sumText(123_456_789_012_345_678_901n)).toBe('1,234,567,890,123,456,789.01');
    expect(sumText(-5n)).toBe('-0.05');
  });

  it('marks what needs a look', () => {
    const proof = {
      kind: 'voucher' as const,
      documentId: 1,
      name: 'a',
      sha256: null,
      size: null,
      format: null,
      pageCount: null,
    };
    expect(marksOf(entry)).toEqual(['noVoucher']);
    expect(marksOf({ ...entry, files: [proof] })).toEqual([]);
    expect(marksOf({ ...entry, kind: 'approval', documentId: 3 })).toEqual([]);
    expect(marksOf({ ...entry, budgetYear: 2020, duplicateOf: 2 })).toEqual(['duplicate', 'otherYear', 'noVoucher']);
    expect(marksOf({ ...entry, budgetYear: null })).toEqual(['noYear', 'noVoucher']);
    expect(marksOf({ ...entry, reversedById: 4, budgetYear: null })).toEqual(['reversed']);
    expect(needsAttention({ ...entry, files: [proof] }, 'noVoucher')).toBe(false);
    expect(needsAttention(entry, 'noVoucher')).toBe(true);
    expect(needsAttention({ ...entry, reversesId: 4 }, 'noVoucher')).toBe(false);
  });
});
