/** Entries that count: neither withdrawn, nor taken back, nor taking one back. As the partial indexes of the ledger are cut. */
export const STANDING = 'withdrawn = 0 AND reverses_id IS NULL AND reversed_by_id IS NULL';

/** Of entries with the same kind, voucher, date and amount the first in this order counts; it does not depend on who was entered first. */
export const FIRST_OF_TWINS = `CASE source_kind WHEN 'subdistrict' THEN 0 WHEN 'higher' THEN 1 WHEN 'society' THEN 2
  WHEN 'learner' THEN 3 ELSE 4 END, budget_year IS NULL, budget_year, id`;

/** Conditions of the partial indexes of migration 9, word for word: SQLite takes an index only where the query says the same. */
export const BARE = "evidence = 0 AND kind IN ('approval', 'payment', 'payment_return', 'expense')";
/** From 10,000 yuan on a sum in whole thousands is called round. */
export const ROUND = "kind = 'expense' AND amount >= 1000000 AND amount % 100000 = 0";
/** Words outside the purpose of education money (domain C6): a hint to look, nothing more. */
export const PURPOSE_WORDS = ['慰问', '招待', '燃油', '补发工资', '接待', '礼品', '购车'] as const;
export const WORDS = `kind = 'expense' AND (${PURPOSE_WORDS.map((word) => `instr(purpose, '${word}') > 0`).join(' OR ')})`;
