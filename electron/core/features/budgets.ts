/** 经费与核查. */
import { FundingReading } from '#shared/features/funding-reading.ts';
import type { HandlersOf } from '../dispatch.ts';
import { acceptFunding, importFunding } from '../funding/accept.ts';
import { fundingCheck } from '../funding/check.ts';
import { compareYears } from '../funding/compare.ts';
import { entrySeen, listEntries } from '../funding/entries.ts';
import { arrangeVouchers, attachVoucher } from '../funding/files.ts';
import { populationOfPlace, recordPopulation, withdrawPopulation } from '../funding/population.ts';
import { rulesOf, saveRule, withdrawRule } from '../funding/rules.ts';
import { annotate, correctEntry, enterEntries, reverseEntry } from '../funding/store.ts';
import { basesOf, checkUnits, correctBase, recordBase, withdrawBase } from '../funding/units.ts';
import { closeYear, fixBasis, reopenYear, yearsOf } from '../funding/years.ts';
import { readForeignCases } from '../read-foreign-cases.ts';
import { readForeignFunding } from '../read-foreign-funding.ts';

export const budgets: HandlersOf<'budgets'> = {
  entries: (context, input) => listEntries(context, input),
  entry: ({ db }, { id }) => entrySeen(db, id),
  enter: (context, input) => enterEntries(context, input),
  annotate: (context, input) => annotate(context, input),
  reverse: (context, input) => reverseEntry(context, input),
  correct: (context, input) => correctEntry(context, input),
  attach: (context, input) => attachVoucher(context, input),
  arrangeFiles: (context, input) => arrangeVouchers(context, input),
  read: ({ signal }, input) => readForeignFunding(input, signal),
  accept: (context, input) => acceptFunding(context, input),
  import: (context, input) => importFunding(context, input, FundingReading.parse(context.prepared)),
  rules: ({ db }, { year }) => rulesOf(db, year),
  saveRule: (context, input) => saveRule(context, input),
  withdrawRule: (context, input) => withdrawRule(context, input),
  population: ({ db }, input) => populationOfPlace(db, input),
  recordPopulation: (context, input) => recordPopulation(context, input),
  withdrawPopulation: (context, input) => withdrawPopulation(context, input),
  years: ({ db }) => yearsOf(db),
  fixBasis: (context, input) => fixBasis(context, input),
  closeYear: (context, input) => closeYear(context, input),
  reopenYear: (context, input) => reopenYear(context, input),
  check: (context, { year }) => fundingCheck(context, year),
  compare: (context, input) => compareYears(context, input),
  bases: ({ db }, input) => basesOf(db, input),
  recordBase: (context, input) => recordBase(context, input),
  correctBase: (context, input) => correctBase(context, input),
  withdrawBase: (context, input) => withdrawBase(context, input),
  checkUnits: (context, input) => checkUnits(context, input),
  checkCases: ({ signal }, input) => readForeignCases(input, signal),
};
