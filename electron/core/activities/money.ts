/**
 * What the ledger knows of activities and rows of the plan: that money was spent on them, and the vouchers that prove it. An entry without
 * any evidence says that money was needed, and proves nothing.
 */
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { STANDING } from '../funding/standing.ts';

export interface SpentMoney {
  needed: boolean;
  vouchers: { kind: 'money'; name: string; documentId: null }[];
}

export const NO_MONEY: SpentMoney = { needed: false, vouchers: [] };

const Row = z.object({ owner: z.int(), id: z.int(), voucher: z.string(), evidence: z.int() });

/** By activity or by row of the plan, for those of the ids that the ledger names. */
export function moneySpent(
  db: ReadDb,
  column: 'activity_id' | 'plan_row_id',
  ids: readonly number[],
  voucherName: (entry: { id: number; voucher: string }) => string,
): Map<number, SpentMoney> {
  const spent = new Map<number, SpentMoney>();
  if (ids.length === 0) return spent;
  const rows = all(
    db,
    Row,
    `SELECT ${column} AS owner, id, voucher, evidence FROM fund_entry
     WHERE ${column} IN (SELECT value FROM json_each(?)) AND kind = 'expense' AND ${STANDING} ORDER BY entry_date, id`,
    JSON.stringify(ids),
  );
  for (const { owner, evidence, ...entry } of rows) {
    const known = spent.get(owner) ?? { needed: true, vouchers: [] };
    if (evidence > 0) known.vouchers.push({ kind: 'money', name: voucherName(entry), documentId: null });
    spent.set(owner, known);
  }
  return spent;
}
