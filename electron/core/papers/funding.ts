/** 人均经费核查表 (R4), 经费收支明细表 (R5), 企业、学校培训经费核查表 (R7): the figures are those of the screen, read by the same functions. */
import type { ScopeOf } from '#shared/features/papers.ts';
import { maskNumbersIn } from '#shared/lib/phones.ts';
import type { TableReport } from '#shared/report/model.ts';
import { fundingCheck as checkOfYear } from '../funding/check.ts';
import { checkUnits } from '../funding/units.ts';
import { fundingCheckReport } from '../reports/funding-check.ts';
import { fundingLedgerReport } from '../reports/funding-ledger.ts';
import { unitTrainingReport } from '../reports/unit-training-check.ts';
import { auditBase, everyEntry } from './audit-base.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

export function fundingCheck(source: PaperSource, { year }: ScopeOf<'fundingCheck'>): TableReport {
  const { db, base } = source;
  return fundingCheckReport({ ...auditBase(source, year), check: checkOfYear({ db, locale: base.locale }, year) });
}

export function fundingLedger(source: PaperSource, scope: ScopeOf<'fundingLedger'>): TableReport {
  const { db, base } = source;
  const { year, withReversed } = scope;
  const entries = everyEntry(db, { year, withReversed });
  if (entries.length === 0) throw nothingToPrint(source, scope.paper, { year });
  const check = checkOfYear({ db, locale: base.locale }, year);
  const behind = (figure: 'budget' | 'paid' | 'late') => everyEntry(db, { year, figure, withReversed: false });
  return fundingLedgerReport({
    ...auditBase(source, year),
    // Numbers of persons stand in such texts, too.
    entries: entries.map((entry) => ({ ...entry, remark: maskNumbersIn(entry.remark) })),
    withReversed,
    arrival: {
      budget: behind('budget'),
      paid: behind('paid'),
      late: behind('late'),
      budgetFen: check.views.budget.countedFen,
      paidFen: check.views.paid.countedFen,
      rate: check.arrivalRate,
    },
  });
}

export function unitTrainingCheck(source: PaperSource, scope: ScopeOf<'unitTrainingCheck'>): TableReport {
  const { db, base } = source;
  const { year, kind } = scope;
  const { units } = checkUnits({ db, locale: base.locale }, { year, kind });
  if (units.length === 0) throw nothingToPrint(source, scope.paper, { year });
  return unitTrainingReport({ ...auditBase(source, year), kind: kind ?? null, units });
}
