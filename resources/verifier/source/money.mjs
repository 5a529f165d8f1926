/** The ledger against the log, and the figures of the verdict computed anew. */
import { canonical, csvRows, differing, yuan } from './texts.mjs';

const RANKS = ['subdistrict', 'higher', 'society', 'learner'];
const COLUMNS = { date: 'entry_date', amountFen: 'amount' };

/** An entry as the log names its fields. */
function imageOf(entry) {
  const column = (name) => COLUMNS[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const renamed = (value) => Object.fromEntries(Object.entries(value).map(([name, one]) => [column(name), one]));
  return { ...renamed(entry), files: entry.files.map(renamed) };
}

/** The entries of the year against what the log says of them. Answers the whole ledger. */
export function checkEntries(year, entries, records, tell) {
  const own = [...records].filter(([id, { withdrawn }]) => id.startsWith('fund_entry/') && withdrawn === 0);
  const ledger = new Map(own.map(([, image]) => [image.id, image]));
  const listed = new Set();
  const fault = (rule, params) => tell('entry', 'entries.json', rule, params);
  for (const entry of entries) {
    const image = imageOf(entry);
    const { id } = image;
    const logged = ledger.get(id);
    const fields = logged ? differing(image, logged) : [];
    if (!logged) fault('entryUnknown', { id });
    if (fields.length > 0) fault('entryDiffers', { id, fields });
    if (listed.has(id)) fault('entryTwice', { id });
    listed.add(id);
    ledger.set(id, { ...logged, ...image });
  }
  for (const { id, entry_date: date, budget_year: budgetYear } of ledger.values()) {
    if (listed.has(id) || (budgetYear !== year && !date.startsWith(`${year}-`))) continue;
    fault('entryLeftOut', { id });
  }
  return [...ledger.values()];
}

/** The sheet for spreadsheets against the entries: number, date, budget year, both amounts and voucher of each row. */
export function checkSheet(text, entries, tell) {
  const rows = csvRows(text).map((cells) => cells.slice(0, 6).join('|'));
  const expected = entries.map(({ id, date, budgetYear, amountFen, voucher }) =>
    [id, date, budgetYear ?? '', yuan(amountFen), amountFen, voucher].join('|'),
  );
  const longer = rows.length > expected.length ? rows : expected;
  const first = longer.findIndex((_row, index) => rows[index] !== expected[index]);
  // Row 1 are the heads.
  if (first >= 0) tell('sheet', 'entries.csv', 'sheet', { row: first + 2 });
}

/** What counts: neither reversed nor a reversal; of entries that say the same only the first. */
function standing(ledger) {
  const rank = ({ source_kind: kind }) => (kind === null ? RANKS.length : RANKS.indexOf(kind));
  const year = (entry) => entry.budget_year ?? 9999;
  const seen = new Set();
  return ledger
    .filter((entry) => entry.reverses_id === null && entry.reversed_by_id === null)
    .sort((one, two) => rank(one) - rank(two) || year(one) - year(two) || one.id - two.id)
    .filter(({ kind, voucher_key: key, entry_date: date, amount }) => {
      const twin = canonical([kind, key ?? '', date, amount]);
      return !key || (!seen.has(twin) && seen.add(twin));
    });
}

/** The rule and the population of the verdict, against the log. */
export function checkBasis(year, { rule, basis }, records, tell) {
  const fault = (name) => tell('basis', 'figures.json', name);
  const law = rule && records.get(`fund_rule/${rule.id}`);
  const holds = law?.withdrawn === 0 && law.shape === 'floor' && law.rate === rule.rate;
  const inTime = holds && (law.from_year ?? 0) <= year && year <= (law.to_year ?? 9999);
  if (rule && !(inTime && law.counted_sources === JSON.stringify(rule.countedSources))) fault('rule');
  const people = basis && records.get(`population/${basis.population.id}`);
  const stands = people?.withdrawn === 0 && people.kind === 'resident' && people.value === basis.population.value;
  if (basis && !stands) fault('population');
  const [, book] = [...records].find(([id, image]) => id.startsWith('fund_year/') && image.year === year) ?? [];
  const fixed = basis?.fixed ? basis.population.id : null;
  if ((book?.population_id ?? null) !== fixed) fault('basisChosen');
}

/** The figures, computed anew and answered in fen; what figures.json says otherwise is told. */
export function checkFigures(year, { rule, basis, headline, views, spending }, ledger, tell) {
  const entries = standing(ledger);
  const add = (total, { kind, amount }) => total + BigInt(amount) * (kind.endsWith('_return') ? -1n : 1n);
  const sum = (kinds, isMeant) => entries.filter((one) => kinds.includes(one.kind) && isMeant(one)).reduce(add, 0n);
  const sources = rule?.countedSources ?? ['subdistrict'];
  const counts = (entry) => sources.includes(entry.source_kind);
  const isPublic = (entry) => ['subdistrict', 'higher'].includes(entry.source_kind);
  const dated = (entry) => entry.entry_date.startsWith(`${year}-`);
  const inYear = (entry) => dated(entry) && [year, null].includes(entry.budget_year);
  const ofYear = (entry) => entry.budget_year === year;
  const payments = ['payment', 'payment_return'];
  const figures = {
    budget: sum(['approval'], (entry) => ofYear(entry) && counts(entry)),
    paid: sum(payments, (entry) => inYear(entry) && counts(entry)),
    byBudgetYear: sum(payments, (entry) => ofYear(entry) && counts(entry)),
    public: sum(payments, (entry) => inYear(entry) && isPublic(entry)),
    all: sum([...payments, 'donation', 'fee'], inYear),
  };
  const required = rule && basis?.population.value > 0 ? BigInt(rule.rate) * BigInt(basis.population.value) : null;
  const text = (fen) => (fen === null ? '-' : yuan(BigInt(fen)));
  const above = (one, other) => (required === null ? null : one > other ? one - other : 0n);
  const differ = (what, letter, is, should) =>
    is === should || tell('figure', 'figures.json', 'figure', { what, letter, is, should });
  const computed = Object.entries(figures).map(([name, fen]) => {
    const { letter, countedFen, requiredFen, shortfallFen, surplusFen, verdict } = views[name];
    const own = required === null ? 'NO_BASIS' : fen < required ? 'FAIL' : 'PASS';
    differ('counted', letter, text(countedFen), text(fen));
    differ('required', letter, text(requiredFen), text(required));
    differ('shortfall', letter, text(shortfallFen), text(above(required, fen)));
    differ('surplus', letter, text(surplusFen), text(above(fen, required)));
    differ('verdict', letter, verdict, own);
    return { name, letter: String(letter), counted: text(fen), required: text(required), verdict: own };
  });
  differ('spending', '', text(spending.netFen), text(sum(['expense', 'expense_return'], dated)));
  differ('headline', '', headline, 'paid');
  return computed;
}
