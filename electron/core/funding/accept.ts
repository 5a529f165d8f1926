/** Reviewed entries and figures of population into the archive: one transaction, one event, one undo step. A second import adds nothing. */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { FundingReading } from '#shared/features/funding-reading.ts';
import type { WriteContext } from '../context.ts';
import { fundImportEntity } from '../entities/funding.ts';
import { nextId } from '../entities/entity.ts';
import { today } from '../records.ts';
import { enterPopulation, populationTwin } from './population.ts';
import { columnsOf, enterEntry } from './store.ts';
import { entriesLike } from './twins.ts';

type Input = ParsedInput<'budgets.accept'>;
type Accepted = Output<'budgets.accept'>;

/**
 * Entries that stood before the import, each to be met by one line of it: two equal lines of one paper are both entered (the ledger then
 * names the voucher keyed twice), and the same paper read again adds nothing.
 */
class KnownEntries {
  readonly #context: WriteContext;
  readonly #left = new Map<string, number[]>();
  readonly #limit: number;

  constructor(context: WriteContext) {
    this.#context = context;
    this.#limit = nextId(context.db, 'fund_entry');
  }

  /** The entry that this line is already; null = it is new. */
  take(entry: Input['entries'][number]): number | null {
    const columns = columnsOf(entry);
    const { voucher_key: voucher, entry_date: date, amount, kind, source, purpose, budget_year: year } = columns;
    const id = JSON.stringify(
      voucher === '' ? [date, amount, kind, source, purpose, year] : [voucher, date, amount, kind],
    );
    let left = this.#left.get(id);
    if (left === undefined) {
      left = entriesLike(this.#context.db, columns).filter((known) => known < this.#limit);
      this.#left.set(id, left);
    }
    return left.shift() ?? null;
  }
}

/** @throws AppError budgets/line_future, budgets/return_sign, budgets/year_closed, budgets/population_future, record/not_found */
export function acceptFunding(context: WriteContext, input: Input): Accepted {
  const { db, changes } = context;
  const known = new KnownEntries(context);
  const duplicates: Accepted['duplicates'] = [];
  const fresh = input.entries.filter((entry, index) => {
    const twin = input.duplicates === 'skip' ? known.take(entry) : null;
    if (twin !== null) duplicates.push({ line: entry.sourceLine ?? index + 1, entryId: twin });
    return twin === null;
  });
  // Named with its line: in a paper of hundreds the date alone would not be found.
  const day = today(context);
  for (const [index, { date, sourceLine }] of fresh.entries()) {
    if (date > day) throw new AppError('budgets/line_future', { line: sourceLine ?? index + 1, date });
  }
  const figures = input.population.filter((figure) => populationTwin(db, figure)?.value !== figure.value);
  if (fresh.length === 0 && figures.length === 0) {
    return { added: 0, populationAdded: 0, ids: [], duplicates, importId: null, event: null };
  }
  const importId = nextId(db, 'fund_import');
  changes.insert(fundImportEntity, {
    id: importId,
    uid: context.newUid(),
    source_name: input.source.name,
    source_sha256: input.source.sha256,
    entry_count: fresh.length,
    population_count: figures.length,
    withdrawn: 0,
    withdrawn_reason: null,
    version: 1,
  });
  const first = nextId(db, 'fund_entry');
  const ids = fresh.map(({ sourceLine, sourceText, ...entry }, index) => {
    return enterEntry(context, entry, first + index, { importId, sourceLine, sourceText }).id;
  });
  for (const figure of figures) enterPopulation(context, figure);
  context.describe({
    label: {
      code: 'fundImport',
      params: { count: fresh.length, population: figures.length, name: input.source.name ?? '—' },
    },
  });
  return {
    added: ids.length,
    populationAdded: figures.length,
    ids,
    duplicates,
    importId,
    event: context.eventNumber,
  };
}

/** The headless import: what was read, and what became of it. Lines that are no entry yet, figures without a day and rounded ones stay out. */
export function importFunding(
  context: WriteContext,
  input: Pick<ParsedInput<'budgets.import'>, 'dryRun' | 'duplicates'>,
  read: FundingReading,
): Output<'budgets.import'> {
  const nothing = { added: 0, populationAdded: 0, ids: [], duplicates: [], importId: null, event: null };
  if (input.dryRun) return { ...read, ...nothing };
  const accepted = acceptFunding(context, {
    source: { name: read.source.name, sha256: read.source.sha256 },
    duplicates: input.duplicates,
    entries: read.entries.flatMap(({ entry, line }) =>
      entry === null
        ? []
        : [{ ...entry, sourceLine: line, sourceText: read.source.lines?.[line - 1]?.slice(0, 20_000) ?? null }],
    ),
    population: read.population.flatMap(({ referenceDate, place, kind, value, source, exact }) =>
      referenceDate === null || !exact
        ? []
        : [
            {
              place,
              kind,
              value,
              referenceDate,
              source: source === '' ? (read.source.name ?? '—') : source,
              documentId: null,
              note: '',
            },
          ],
    ),
  });
  return { ...read, ...accepted };
}
