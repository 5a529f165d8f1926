/**
 * What a clerk types of an entry of the ledger, and what the archive is handed. Invariant: the text that a field shows,
 * typed back unchanged, says the same; a text that cannot be read, or can be read in two ways, is refused with the rule it
 * breaks, never guessed. Pure. Amounts are fen.
 */
import { type FundEntry, FundKind, FundSource, LARGEST_AMOUNT, type NewFundEntry } from '#shared/features/funding.ts';
import { Year } from '#shared/features/schedule.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { moneyText, readMoney } from '#shared/lib/funding/money.ts';
import { sourceKindOf } from '#shared/lib/funding/source-kinds.ts';
import { readDay } from '../../life/day-text.ts';

/** In the order in which Enter goes through them. */
export const ENTRY_FIELDS = [
  'date',
  'kind',
  'amount',
  'source',
  'giver',
  'budgetYear',
  'purpose',
  'voucher',
  'basis',
  'remark',
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];
export type EntryTexts = Readonly<Record<EntryField, string>>;

export const EMPTY_TEXTS: EntryTexts = {
  date: '',
  kind: '',
  amount: '',
  source: '',
  giver: '',
  budgetYear: '',
  purpose: '',
  voucher: '',
  basis: '',
  remark: '',
};

/** Most characters, as `FundEntryFields` has them. */
const LIMITS = { source: 100, purpose: 200, voucher: 60, basis: 300, remark: 2000 } as const;

/** Kinds that lower what their counterpart adds; their amounts have no sign. */
export const RETURNS: readonly FundKind[] = ['payment_return', 'expense_return'];

export type EntryRule =
  | 'dateEmpty'
  | 'date'
  | 'dateFuture'
  | 'kindEmpty'
  | 'kind'
  | 'amountEmpty'
  | 'amountForm'
  | 'amountFraction'
  | 'amountTooLarge'
  | 'amountZero'
  | 'returnSign'
  | 'giver'
  | 'budgetYear'
  | 'tooLong';

export interface EntryProblem {
  rule: EntryRule;
  params: Record<string, string | number>;
}

/** What typing needs to know: the words, and the year that a date without one belongs to (null = there is none). */
export interface EntryContext {
  t: Translate;
  year: number | null;
  /** ISO day; no entry is later. */
  today: string;
  /** A clerk types: the place of a kind in the list, or its first words, mean it. On a paper they may mean something else. */
  shorthand: boolean;
}

export function kindText(t: Translate, kind: FundKind): string {
  return t(`fundingCheck.kind.${kind}`);
}

/** `null`: the paper does not say who gives. */
export function giverText(t: Translate, giver: FundSource | null): string {
  return t(`fundingCheck.source.${giver ?? 'unknown'}`);
}

const SHORT_DAY = /^(\d{1,2})(?:[-./](\d{1,2})|月(\d{1,2})[日号]?)$/u;

/** ISO date of a whole day, also of 3.5 and 3月5日 in that year; null = it names none. */
export function readEntryDay(text: string, year: number | null): string | null {
  const plain = text.normalize('NFKC').trim();
  const short = SHORT_DAY.exec(plain);
  if (short === null) return readDay(plain);
  if (year === null) return null;
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  return readDay(`${year}-${two(short[1])}-${two(short[2] ?? short[3])}`);
}

/** By its words; in shorthand by words that begin no other kind, or by its place in the list from 1. */
export function readKind(text: string, { t, shorthand }: Pick<EntryContext, 't' | 'shorthand'>): FundKind | null {
  const plain = text.normalize('NFKC').trim();
  const exact = FundKind.options.find((kind) => kind === plain || kindText(t, kind) === plain);
  if (exact !== undefined || plain === '' || !shorthand) return exact ?? null;
  if (/^[1-9]$/u.test(plain)) return FundKind.options[Number(plain) - 1] ?? null;
  const beginning = FundKind.options.filter((kind) => kindText(t, kind).startsWith(plain));
  return beginning.length === 1 ? (beginning[0] ?? null) : null;
}

/** `undefined` = no such giver; `null` = 未明. */
function readGiver(text: string, t: Translate): FundSource | null | undefined {
  const plain = text.trim();
  if (plain === giverText(t, null)) return null;
  return FundSource.options.find((giver) => giver === plain || giverText(t, giver) === plain);
}

type Reading<Value> = { ok: true; value: Value } | ({ ok: false } & EntryProblem);

function refuse(rule: EntryRule, params: EntryProblem['params'] = {}): { ok: false } & EntryProblem {
  return { ok: false, rule, params };
}

export function readAmount(text: string): Reading<number> {
  const money = readMoney(text);
  const params = { text: text.trim() };
  if (!money.ok) {
    const rules = {
      empty: 'amountEmpty',
      form: 'amountForm',
      fraction: 'amountFraction',
      tooLarge: 'amountTooLarge',
    } as const;
    return refuse(rules[money.rule], params);
  }
  if (money.fen === 0) return refuse('amountZero');
  if (Math.abs(money.fen) > LARGEST_AMOUNT) return refuse('amountTooLarge', params);
  return { ok: true, value: money.fen };
}

function readYear(text: string): number | null {
  const found = /^(\d{4})(?:年度?)?$/u.exec(text.normalize('NFKC').trim());
  const year = Year.safeParse(Number(found?.[1]));
  return year.success ? year.data : null;
}

export interface EntryReading {
  /** The entry, where everything that it needs is there and can be read. */
  entry: NewFundEntry | null;
  /** What can be read so far. */
  fields: Partial<NewFundEntry>;
  problems: ReadonlyMap<EntryField, EntryProblem>;
}

/** `missing`: an empty field that an entry needs is a problem, too. */
export function readEntry(texts: EntryTexts, context: EntryContext, missing = false): EntryReading {
  const { t, year, today } = context;
  const fields: Partial<NewFundEntry> = {};
  const problems = new Map<EntryField, EntryProblem>();
  const given = (field: EntryField): boolean => texts[field].trim() !== '';
  const fault = (field: EntryField, rule: EntryRule, params: EntryProblem['params'] = {}): void =>
    void problems.set(field, { rule, params });

  const date = readEntryDay(texts.date, year);
  if (date !== null && date > today) fault('date', 'dateFuture', { date });
  else if (date !== null) fields.date = date;
  else if (given('date')) fault('date', 'date', { text: texts.date.trim() });
  else if (missing) fault('date', 'dateEmpty');

  const kind = readKind(texts.kind, context);
  if (kind !== null) fields.kind = kind;
  else if (given('kind')) fault('kind', 'kind', { text: texts.kind.trim() });
  else if (missing) fault('kind', 'kindEmpty');

  if (given('amount') || missing) {
    const amount = readAmount(texts.amount);
    if (!amount.ok) fault('amount', amount.rule, amount.params);
    else if (amount.value < 0 && kind !== null && RETURNS.includes(kind)) {
      fault('amount', 'returnSign', { kind: kindText(t, kind) });
    } else fields.amountFen = amount.value;
  }

  if (given('giver')) {
    const giver = readGiver(texts.giver, t);
    if (giver === undefined) fault('giver', 'giver', { text: texts.giver.trim() });
    else fields.sourceKind = giver;
  }

  if (given('budgetYear')) {
    const budgetYear = readYear(texts.budgetYear);
    if (budgetYear === null) fault('budgetYear', 'budgetYear', { text: texts.budgetYear.trim() });
    else fields.budgetYear = budgetYear;
  } else fields.budgetYear = null;

  for (const field of ['source', 'purpose', 'voucher', 'basis', 'remark'] as const) {
    const text = texts[field].trim();
    if (text.length > LIMITS[field]) fault(field, 'tooLong', { most: LIMITS[field] });
    else fields[field] = text;
  }

  const { amountFen } = fields;
  const whole = problems.size === 0 && date !== null && kind !== null && amountFen !== undefined;
  return { entry: whole ? { ...fields, date, kind, amountFen } : null, fields, problems };
}

type Loose<Fields> = { [F in keyof Fields]?: Fields[F] | undefined };

/** The fields of an entry as they are typed. A giver that follows from the source stays empty, so that it goes on following it. */
export function entryTexts(entry: Loose<NewFundEntry> | FundEntry, t: Translate): EntryTexts {
  const { date, kind, amountFen, sourceKind, budgetYear } = entry;
  const source = entry.source ?? '';
  const follows = sourceKind === undefined || (kind !== undefined && sourceKind === sourceKindOf(source, kind));
  return {
    date: date ?? '',
    kind: kind === undefined ? '' : kindText(t, kind),
    amount: amountFen === undefined ? '' : moneyText(amountFen),
    source,
    giver: follows ? '' : giverText(t, sourceKind),
    budgetYear: budgetYear === undefined || budgetYear === null ? '' : String(budgetYear),
    purpose: entry.purpose ?? '',
    voucher: entry.voucher ?? '',
    basis: entry.basis ?? '',
    remark: entry.remark ?? '',
  };
}

/** A field as it was understood, for when it is left: 3.5 becomes 2021-03-05. What cannot be read stays as typed. */
export function settledText(field: EntryField, text: string, context: EntryContext): string {
  const { t, year } = context;
  if (text.trim() === '') return '';
  switch (field) {
    case 'date':
      return readEntryDay(text, year) ?? text;
    case 'kind': {
      const kind = readKind(text, context);
      return kind === null ? text : kindText(t, kind);
    }
    case 'amount': {
      const amount = readAmount(text);
      return amount.ok ? moneyText(amount.value) : text;
    }
    case 'budgetYear': {
      const budgetYear = readYear(text);
      return budgetYear === null ? text : String(budgetYear);
    }
    case 'source':
    case 'giver':
    case 'purpose':
    case 'voucher':
    case 'basis':
    case 'remark':
      return text;
  }
}

/** The sentence of a problem. */
export function problemText(t: Translate, { rule, params }: EntryProblem): string {
  // Every rule has all its parameters from the place that named it.
  const say = t as unknown as (key: string, params: EntryProblem['params']) => string;
  return say(`ledgerScreen.problem.${rule}`, params);
}

/** The same for each field that has one. */
export function problemTexts(t: Translate, problems: EntryReading['problems']): ReadonlyMap<EntryField, string> {
  return new Map([...problems].map(([field, problem]) => [field, problemText(t, problem)]));
}
