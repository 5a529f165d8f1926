/** Numbers of a year for the 年报: what stood, came and left by the days that the register holds. */
import type { ScopeOf } from '#shared/features/papers.ts';
import { isTermCode, compareTerms } from '#shared/lib/archives/retention.ts';
import { countUse } from '#shared/lib/archives/use-counts.ts';
import { z } from '#shared/lib/zod.ts';
import type { TableReport } from '#shared/report/model.ts';
import { all } from '../db/sql.ts';
import { type YearlyStock, yearlyReport } from '../reports/yearly-report.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

const Filed = z.object({
  term: z.string().refine(isTermCode),
  pages: z.int(),
  electronic: z.int(),
  filed_date: z.string().nullable(),
  state: z.enum(['filed', 'transferred', 'destroyed']),
  left_on: z.string().nullable(),
});

const Shelf = z.object({ term: z.string(), mm: z.int() });

const Use = z.object({
  borrower: z.string(),
  borrower_unit: z.string().nullable(),
  lent_on: z.string(),
  kind: z.enum(['read', 'lend', 'copy', 'excerpt']),
  copied_pages: z.int().nullable(),
});

const NOTHING: YearlyStock = {
  opening: 0,
  received: 0,
  transferred: 0,
  destroyed: 0,
  closing: 0,
  closingPages: 0,
  closingElectronic: 0,
};

export function yearly(source: PaperSource, { paper, year }: ScopeOf<'yearlyReport'>): TableReport {
  const { db, base, fonds } = source;
  const first = `${year}-01-01`;
  const last = `${year}-12-31`;
  const rows = all(
    db,
    Filed,
    `SELECT d.term, coalesce(d.page_count, 0) AS pages, d.filed_date, d.state,
       EXISTS (SELECT 1 FROM document_file f WHERE f.document_id = d.id) AS electronic,
       CASE d.state
         WHEN 'destroyed' THEN (SELECT min(p.destroyed_on) FROM disposal_item i JOIN disposal p ON p.id = i.disposal_id
           WHERE i.document_id = d.id AND i.excluded_reason IS NULL AND p.state = 'done' AND p.withdrawn = 0)
         WHEN 'transferred' THEN (SELECT min(p.transferred_on) FROM transfer_item i JOIN transfer p ON p.id = i.transfer_id
           WHERE i.document_id = d.id AND p.state = 'done' AND p.withdrawn = 0)
       END AS left_on
     FROM document d WHERE d.withdrawn = 0 AND d.state <> 'draft'`,
  );
  const dated = rows.filter(
    ({ state, filed_date: filed, left_on: left }) => filed !== null && (state === 'filed' || left !== null),
  );
  const stocks = new Map<(typeof rows)[number]['term'], YearlyStock>();
  for (const row of dated) {
    const filedOn = row.filed_date ?? '';
    if (filedOn > last) continue;
    // What left before it was filed by the register's own days has never been in stock.
    const leftOn = row.left_on !== null && row.left_on < filedOn ? filedOn : row.left_on;
    if (leftOn !== null && leftOn < first) continue;
    const stock = { ...(stocks.get(row.term) ?? NOTHING) };
    stock[filedOn < first ? 'opening' : 'received'] += 1;
    if (leftOn !== null && leftOn <= last) stock[row.state === 'destroyed' ? 'destroyed' : 'transferred'] += 1;
    else {
      stock.closing += 1;
      stock.closingPages += row.pages;
      stock.closingElectronic += row.electronic;
    }
    stocks.set(row.term, stock);
  }
  const use = countUse(
    all(
      db,
      Use,
      `SELECT borrower, borrower_unit, lent_on, kind, copied_pages FROM loan
       WHERE withdrawn = 0 AND lent_on BETWEEN ? AND ?`,
      first,
      last,
    ).map(({ borrower, borrower_unit: borrowerUnit, lent_on: lentOn, kind, copied_pages: copiedPages }) => ({
      borrower,
      borrowerUnit,
      lentOn,
      kind,
      copiedPages,
    })),
  );
  // Where the boxes stand is known of today alone.
  const shelf =
    source.today < first || source.today > last
      ? null
      : all(
          db,
          Shelf,
          `SELECT b.term, sum(b.spine_mm) AS mm FROM box b WHERE b.withdrawn = 0 AND EXISTS (
             SELECT 1 FROM document d WHERE d.box_id = b.id AND d.state = 'filed' AND d.withdrawn = 0)
           GROUP BY b.term`,
        );
  if (stocks.size === 0 && use.items === 0) throw nothingToPrint(source, paper, { year });
  return yearlyReport({
    ...base,
    fonds,
    year,
    terms: [...stocks].sort(([a], [b]) => compareTerms(a, b)).map(([term, stock]) => ({ term, stock })),
    shelf: shelf && new Map(shelf.map(({ term, mm }) => [term, mm])),
    use,
    countedTo: source.today < last ? source.today : null,
    undated: rows.length - dated.length,
  });
}
