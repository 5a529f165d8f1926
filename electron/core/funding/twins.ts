/**
 * Vouchers keyed twice: entries of one kind with the same voucher, date and amount are one payment (domain C3). The first of them counts, the
 * others are left out of every figure with a flag.
 */
import { z } from '#shared/lib/zod.ts';
import { all, numbers, one, type ReadDb } from '../db/sql.ts';
import type { FundEntryImage } from '../entities/funding.ts';
import { FIRST_OF_TWINS, STANDING } from './standing.ts';

const Group = z.object({
  entry_year: z.int(),
  voucher_key: z.string(),
  entry_date: z.string(),
  kind: z.string(),
  amount: z.int(),
});

const SAME = `entry_year = ? AND voucher_key = ? AND voucher_key <> '' AND entry_date = ? AND kind = ? AND amount = ? AND ${STANDING}`;

/** Standing entries of some years that say the same as another one and do not count. A twin has the same date, so the same year. */
export function repeatedEntries(db: ReadDb, years: readonly number[]): number[] {
  const groups = years.flatMap((year) =>
    all(
      db,
      Group,
      `SELECT entry_year, voucher_key, entry_date, kind, amount FROM fund_entry INDEXED BY fund_entry_voucher
       WHERE entry_year = ? AND voucher_key <> '' AND ${STANDING}
       GROUP BY voucher_key, entry_date, kind, amount HAVING count(*) > 1`,
      year,
    ),
  );
  return groups.flatMap(({ entry_year: year, voucher_key: key, entry_date: date, kind, amount }) =>
    numbers(
      db,
      `SELECT id FROM fund_entry WHERE ${SAME} ORDER BY ${FIRST_OF_TWINS}`,
      year,
      key,
      date,
      kind,
      amount,
    ).slice(1),
  );
}

/** The entry that counts in place of this one; null where this one counts or does not stand. */
export function countsInstead(db: ReadDb, image: FundEntryImage): number | null {
  if (image.voucher_key === '' || image.reverses_id !== null || image.reversed_by_id !== null) return null;
  const first = one(
    db,
    z.object({ id: z.int() }),
    `SELECT id FROM fund_entry WHERE ${SAME} ORDER BY ${FIRST_OF_TWINS} LIMIT 1`,
    Number(image.entry_date.slice(0, 4)),
    image.voucher_key,
    image.entry_date,
    image.kind,
    image.amount,
  );
  return first === undefined || first.id === image.id ? null : first.id;
}

/** Standing entries that say the same as one not entered yet, oldest first: by its voucher, or else by everything it says. */
export function entriesLike(
  db: ReadDb,
  entry: Pick<FundEntryImage, 'voucher_key' | 'entry_date' | 'amount' | 'kind' | 'source' | 'purpose' | 'budget_year'>,
): number[] {
  const { voucher_key: key, entry_date: date, amount, kind } = entry;
  if (key !== '') {
    const year = Number(date.slice(0, 4));
    return numbers(db, `SELECT id FROM fund_entry WHERE ${SAME} ORDER BY id`, year, key, date, kind, amount);
  }
  return numbers(
    db,
    `SELECT id FROM fund_entry WHERE voucher_key = '' AND entry_date = ? AND amount = ? AND kind = ? AND source = ?
       AND purpose = ? AND budget_year IS ? AND ${STANDING} ORDER BY id`,
    date,
    amount,
    kind,
    entry.source,
    entry.purpose,
    entry.budget_year,
  );
}
