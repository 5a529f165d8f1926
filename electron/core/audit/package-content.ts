/** What an evidence package of a year is made of, read at one moment of the archive. */
import type { Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { FundEntry } from '#shared/features/funding.ts';
import type { ReadContext } from '../context.ts';
import { archiveEntity } from '../entities/archive.ts';
import { fundingCheck } from '../funding/check.ts';
import { listEntries } from '../funding/entries.ts';
import { populationFigures } from '../funding/population.ts';
import { rulesOf } from '../funding/rules.ts';
import { checkUnits } from '../funding/units.ts';
import { head, type EventHead } from './event.ts';

type Reading = Pick<ReadContext, 'db' | 'locale' | 'now'>;

export interface PackageContent {
  uid: string;
  unitName: string;
  year: number;
  head: EventHead;
  check: Output<'budgets.check'>;
  units: Output<'budgets.checkUnits'>;
  rules: Output<'budgets.rules'>;
  population: Output<'budgets.population'>;
  /** Dated in the year or of its budget, reversed ones too; by date and number. */
  entries: FundEntry[];
}

const PAGE = 50_000;
const ATTEMPTS = 5;

function entriesOf(context: Reading, year: number): FundEntry[] {
  const entries: FundEntry[] = [];
  for (;;) {
    const filter = { year, withReversed: true };
    const { rows, total } = listEntries(context, { filter, descending: false, offset: entries.length, limit: PAGE });
    entries.push(...rows);
    if (entries.length >= total || rows.length === 0) return entries;
  }
}

function read(context: Reading, year: number): PackageContent {
  const archive = archiveEntity.read(context.db, 1);
  if (!archive) throw new AppError('archive/damaged', { detail: 'archive' });
  return {
    uid: archive.uid,
    unitName: archive.unit_name,
    year,
    head: head(context.db),
    check: fundingCheck(context, year),
    units: checkUnits(context, { year }),
    rules: rulesOf(context.db, year),
    population: populationFigures(context.db),
    entries: entriesOf(context, year),
  };
}

/** Reads again where another connection wrote in between: every change moves the head of the log. @throws AppError audit/busy */
export function packageContent(context: Reading, year: number): PackageContent {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const content = read(context, year);
    if (head(context.db).hash === content.head.hash) return content;
  }
  throw new AppError('audit/busy');
}
