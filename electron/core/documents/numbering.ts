/**
 * 件号 and 档号. A number belongs to one run: fonds, category, year, term and, where the scheme has that level, section
 * (DA/T 22-2015, 5.4). It is given in the transaction that files the document and never again: `filing_number` keeps it,
 * void or not. A document whose filing was undone gets its own old number back when it is filed into the same run.
 */
import { AppError } from '#shared/errors.ts';
import type { Document, NumberSeries } from '#shared/features/documents.ts';
import { CodeProblem, formatReferenceCode } from '#shared/lib/archives/reference-code.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, one, value, type ReadDb } from '../db/sql.ts';
import { documentEntity, type DocumentImage } from '../entities/document.ts';
import { nextId } from '../entities/entity.ts';
import { FilingNumberImage, filingNumberEntity } from '../entities/filing-number.ts';
import type { CodeSchemeImage, FondsImage } from '../entities/fonds.ts';
import { schemeFor, schemesOf, sectionOf, theFonds } from '../fonds/rules.ts';

type Writing = Pick<WriteContext, 'db' | 'changes' | 'newUid'>;

const NUMBER_COLUMNS = Object.keys(FilingNumberImage.shape).join(', ');

/** The run that a document belongs to; `section_id` is null where the scheme has no such level. */
interface Run {
  fonds_id: number;
  category: string;
  year: number;
  term: string;
  section_id: number | null;
}

interface Rules {
  fonds: FondsImage;
  schemes: readonly CodeSchemeImage[];
}

function rulesOf(db: ReadDb): Rules {
  const fonds = theFonds(db);
  return { fonds, schemes: schemesOf(db, fonds.id) };
}

/** The run of a document that has all its parts. Throws documents/not_ready. */
function runOf(rules: Rules, image: DocumentImage): Run {
  const { filing_year: year, term, category } = image;
  if (year === null || term === null) throw new AppError('documents/not_ready', { title: image.title, missing: '' });
  const { has_section: hasSection } = schemeFor(rules.schemes, category, year);
  if (hasSection === 1 && image.section_id === null) {
    throw new AppError('documents/section_needed', { title: image.title, year });
  }
  return { fonds_id: rules.fonds.id, category, year, term, section_id: hasSection === 1 ? image.section_id : null };
}

/** The 档号 of a number, or null while the fonds has no code. Throws documents/code_impossible. */
export function codeOf(db: ReadDb, rules: Rules, run: Run, number: number): string | null {
  if (rules.fonds.code === null) return null;
  const scheme = schemeFor(rules.schemes, run.category, run.year);
  const section = run.section_id === null ? null : sectionOf(db, run.section_id);
  try {
    return formatReferenceCode(
      {
        form: scheme.form,
        category: run.category,
        itemDigits: scheme.item_digits as 3 | 4 | 5,
        hasOrganisation: scheme.has_section === 1,
      },
      {
        fonds: rules.fonds.code,
        year: run.year,
        termCode: run.term,
        organisationCode: section?.code ?? null,
        item: number,
      },
    );
  } catch (error) {
    if (error instanceof CodeProblem)
      throw new AppError('documents/code_impossible', { rule: error.rule }, { cause: error });
    throw error;
  }
}

const SAME_RUN = 'fonds_id = ? AND category = ? AND year = ? AND term = ? AND coalesce(section_id, 0) = ?';

function runValues(run: Run): (string | number)[] {
  return [run.fonds_id, run.category, run.year, run.term, run.section_id ?? 0];
}

/** The highest number ever given in a run; 0 where none was. */
function lastOf(db: ReadDb, run: Run): number {
  return value(db, z.int(), `SELECT coalesce(max(number), 0) FROM filing_number WHERE ${SAME_RUN}`, ...runValues(run));
}

/** Gives numbers within one command; the last number of each run is looked up once. */
export class Numbering {
  readonly #context: Writing;
  readonly #rules: Rules;
  readonly #last = new Map<string, number>();
  #nextId: number;

  constructor(context: Writing) {
    this.#context = context;
    this.#rules = rulesOf(context.db);
    this.#nextId = nextId(context.db, 'filing_number');
  }

  /**
   * Files a document: its number (the next one, its own old one, or `asked` from an existing catalogue) and its code.
   * @throws AppError documents/number_taken where another document has or had the number that is asked for.
   */
  file(before: DocumentImage, filedDate: string, asked: number | null = null): DocumentImage {
    return this.#give(before, before, filedDate, asked);
  }

  #give(before: DocumentImage, image: DocumentImage, filedDate: string, asked: number | null): DocumentImage {
    const { db, changes } = this.#context;
    const run = runOf(this.#rules, image);
    const own = one(
      db,
      FilingNumberImage,
      // The few numbers of one document, not the many of one run: `+` keeps SQLite off the run's index.
      `SELECT ${NUMBER_COLUMNS} FROM filing_number
       WHERE document_id = ? AND +fonds_id = ? AND +category = ? AND +year = ? AND +term = ? AND +coalesce(section_id, 0) = ?
       ORDER BY +number DESC LIMIT 1`,
      image.id,
      ...runValues(run),
    );
    const number = asked ?? own?.number ?? this.#next(run);
    if (own?.number === number) {
      changes.update(filingNumberEntity, own, {
        ...own,
        withdrawn: 0,
        withdrawn_reason: null,
        version: own.version + 1,
      });
    } else {
      this.#refuseTaken(run, number);
      changes.insert(filingNumberEntity, {
        id: this.#nextId,
        uid: this.#context.newUid(),
        ...run,
        number,
        document_id: image.id,
        withdrawn: 0,
        withdrawn_reason: null,
        version: 1,
      });
      this.#nextId += 1;
      this.#last.set(runValues(run).join('/'), Math.max(number, this.#last.get(runValues(run).join('/')) ?? 0));
    }
    const filed: DocumentImage = {
      ...image,
      state: 'filed',
      item_number: number,
      reference_code: codeOf(db, this.#rules, run, number),
      filed_date: image.filed_date ?? filedDate,
      version: before.version + 1,
    };
    changes.update(documentEntity, before, filed);
    return filed;
  }

  /** Moves a filed document into another run; its old number becomes void and the old code is kept as 原档号. */
  renumber(before: DocumentImage, moved: DocumentImage, reason: string): DocumentImage {
    const { db, changes } = this.#context;
    const old = one(
      db,
      FilingNumberImage,
      `SELECT ${NUMBER_COLUMNS} FROM filing_number WHERE document_id = ? AND withdrawn = 0`,
      before.id,
    );
    if (old) {
      changes.update(filingNumberEntity, old, {
        ...old,
        withdrawn: 1,
        withdrawn_reason: reason,
        version: old.version + 1,
      });
    }
    const previous = before.reference_code ?? before.previous_code;
    return this.#give(before, { ...moved, previous_code: previous }, before.filed_date ?? '', null);
  }

  /** A document whose printed code turned out to be its own. */
  withoutPrevious(image: DocumentImage): DocumentImage {
    const after = { ...image, previous_code: null, version: image.version + 1 };
    this.#context.changes.update(documentEntity, image, after);
    return after;
  }

  #next(run: Run): number {
    const key = runValues(run).join('/');
    const last = this.#last.get(key) ?? lastOf(this.#context.db, run);
    this.#last.set(key, last + 1);
    return last + 1;
  }

  #refuseTaken(run: Run, number: number): void {
    const holder = one(
      this.#context.db,
      z.object({ title: z.string() }),
      `SELECT d.title FROM filing_number n JOIN document d ON d.id = n.document_id
       WHERE n.fonds_id = ? AND n.category = ? AND n.year = ? AND n.term = ? AND coalesce(n.section_id, 0) = ? AND n.number = ?`,
      ...runValues(run),
      number,
    );
    if (holder) throw new AppError('documents/number_taken', { number, title: holder.title });
  }
}

/**
 * The number that the next document of a class would get, with its code; null where the class is not complete (a section
 * is missing). Nothing is reserved: the number is given when a document is filed.
 */
export function nextNumber(
  db: ReadDb,
  {
    category,
    filingYear,
    term,
    sectionId,
  }: Pick<Document, 'category' | 'sectionId'> & { filingYear: number; term: string },
): { itemNumber: number; referenceCode: string | null } | null {
  const rules = rulesOf(db);
  const { has_section: hasSection } = schemeFor(rules.schemes, category, filingYear);
  if (hasSection === 1 && sectionId === null) return null;
  const run: Run = {
    fonds_id: rules.fonds.id,
    category,
    year: filingYear,
    term,
    section_id: hasSection === 1 ? sectionId : null,
  };
  const itemNumber = lastOf(db, run) + 1;
  return { itemNumber, referenceCode: codeOf(db, rules, run, itemNumber) };
}

/** Gives codes to all filed documents that have none, after the fonds got its code. Answers how many. */
export function codeAll(context: Writing): number {
  const { db, changes } = context;
  const rules = rulesOf(db);
  const ids = all(
    db,
    z.object({ id: z.int() }),
    "SELECT id FROM document WHERE fonds_id = ? AND state <> 'draft' AND reference_code IS NULL ORDER BY id",
    rules.fonds.id,
  );
  for (const { id } of ids) {
    const image = documentEntity.read(db, id);
    if (!image || image.item_number === null) continue;
    const code = codeOf(db, rules, runOf(rules, image), image.item_number);
    changes.update(documentEntity, image, { ...image, reference_code: code, version: image.version + 1 });
  }
  return ids.length;
}

/** How many numbers were ever given in a category and span of years. */
export function numbersGiven(
  db: ReadDb,
  scheme: { fonds_id: number; category: string; year_from: number; year_to: number | null },
): number {
  return value(
    db,
    z.int(),
    'SELECT count(*) FROM filing_number WHERE fonds_id = ? AND category = ? AND year >= ? AND year <= ?',
    scheme.fonds_id,
    scheme.category,
    scheme.year_from,
    scheme.year_to ?? 9999,
  );
}

const Given = FilingNumberImage.pick({
  category: true,
  year: true,
  term: true,
  section_id: true,
  number: true,
  document_id: true,
  withdrawn: true,
  withdrawn_reason: true,
}).extend({ gone: z.int(), gone_reason: z.string().nullable(), state: z.string(), title: z.string() });

/** Every run of numbers with what is missing in it, and why as far as the archive knows. */
export function numberSeries(db: ReadDb, year: number | undefined): NumberSeries[] {
  const given = all(
    db,
    Given,
    `SELECT n.category, n.year, n.term, n.section_id, n.number, n.document_id, n.withdrawn, n.withdrawn_reason,
       d.withdrawn AS gone, d.withdrawn_reason AS gone_reason, d.state, d.title
     FROM filing_number n JOIN document d ON d.id = n.document_id
     WHERE ? IS NULL OR n.year = ? ORDER BY n.category, n.year, n.term, coalesce(n.section_id, 0), n.number`,
    year ?? null,
    year ?? null,
  );
  const runs = new Map<string, z.infer<typeof Given>[]>();
  for (const row of given) {
    const key = [row.category, row.year, row.term, row.section_id ?? 0].join('/');
    const run = runs.get(key);
    if (run) run.push(row);
    else runs.set(key, [row]);
  }
  return [...runs.values()].map(seriesOf);
}

function seriesOf(rows: readonly z.infer<typeof Given>[]): NumberSeries {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) throw new Error('a run has at least one number');
  const gaps: NumberSeries['gaps'] = [];
  let expected = 1;
  let count = 0;
  for (const row of rows) {
    if (row.number > expected) {
      gaps.push({ from: expected, to: row.number - 1, reason: 'unknown', documentId: null, detail: '' });
    }
    expected = row.number + 1;
    const gap = (reason: 'withdrawn' | 'unfiled' | 'renumbered', detail: string | null): void => {
      gaps.push({
        from: row.number,
        to: row.number,
        reason,
        documentId: row.document_id,
        detail: detail === null || detail === '' ? row.title : `${row.title}：${detail}`,
      });
    };
    if (row.withdrawn === 1) gap(row.withdrawn_reason === null ? 'unfiled' : 'renumbered', row.withdrawn_reason);
    else if (row.gone === 1) gap('withdrawn', row.gone_reason);
    else count += 1;
  }
  return {
    category: first.category as NumberSeries['category'],
    year: first.year,
    term: first.term,
    sectionId: first.section_id,
    count,
    first: first.number,
    last: last.number,
    gaps,
  };
}
