/**
 * Files of cases: each line is judged by shared/lib/funding/verdict.ts, and needs nothing of the archive.
 * Invariant: every line is answered; without a basis or an amount that can be read there is no verdict, and a flag says why.
 */
import { AppError } from '#shared/errors.ts';
import type { CheckedCase } from '#shared/features/funding-check.ts';
import type { CasesReading } from '#shared/features/funding-reading.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { fundingCaseText } from '#shared/i18n/messages.ts';
import type { fundingFlags } from '#shared/i18n/zh-CN/funding-flags.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { readMoney } from '#shared/lib/funding/money.ts';
import { floorVerdict, type FundingVerdict, shareVerdict, withinShare } from '#shared/lib/funding/verdict.ts';
import { type GridRow, rowText } from '../reading/grid.ts';
import type { SourceDocument } from '../reading/source.ts';
import { sentence } from '../reading/wording.ts';
import { type AmountReading, isBlankAmount, isCut, readAmountCell } from './amounts.ts';
import { type CaseField, type CaseHeading, caseHeading, headsCases } from './case-headings.ts';
import { aboutLine, type Finding, type LeftOut, type Params } from './draft.ts';
import { warningsOf } from './finish.ts';
import { isFoot, totalScope } from './line-kinds.ts';
import { readPersons } from './persons.ts';
import { type Sheet, sheetsOf } from './sheets.ts';
import { type PrintedUnit, unitOfHeading, unitsOfHead } from './units.ts';

type Flag = CheckedCase['flags'][number];
type FlagCode = keyof typeof fundingFlags;

/** Shares in per mille (domain C4): floor and upper bound of enterprises, their tax limit, floor of schools. */
const ENTERPRISE = 15;
const ENTERPRISE_UPPER = 25;
const TAX_LIMIT = 80;
const SCHOOL = 50;
/** So many times what is required is likely a slip of the decimal point or of the unit. */
const SLIP = 20;

const KINDS: readonly (readonly [CheckedCase['kind'], RegExp])[] = [
  ['enterprise', /企业|公司|工厂|集团|厂$/u],
  ['school', /学校|小学|中学|中心校|幼儿园|学院|职校|职中/u],
  ['floor', /街道|镇|乡|人均|办事处/u],
];

interface Column {
  printed: string;
  heading: CaseHeading | null;
  unit: PrintedUnit;
}

type Level = Flag['level'];

/** One line of a sheet, with the flags that its cells earn. */
class CaseLine {
  readonly flags: Flag[] = [];
  readonly #row: GridRow;
  readonly #columns: readonly Column[];
  readonly #locale: Locale;

  constructor(row: GridRow, columns: readonly Column[], locale: Locale) {
    this.#row = row;
    this.#columns = columns;
    this.#locale = locale;
  }

  flag(code: FlagCode, level: Level, params: Params = {}): void {
    // Which placeholders a sentence has is known only by its code; a test looks every code up.
    const message = fundingCaseText(this.#locale, code, params);
    this.flags.push({ code, level, params, message });
  }

  has(field: CaseField): boolean {
    return this.#columns.some(({ heading }) => heading?.field === field);
  }

  text(field: CaseField): string {
    const index = this.#columns.findIndex(({ heading }) => heading?.field === field);
    const cell = this.#row.cells[index];
    return cell?.state === 'printed' ? cell.text.trim() : '';
  }

  /** Fen of a cell, or null with a flag of the field. A field of several columns is read where it is filled. */
  amount(fields: readonly CaseField[], missing: FlagCode, unreadable: FlagCode): number | null {
    const filled = this.#columns.flatMap((column, index) => {
      const cell = this.#row.cells[index];
      const asked = column.heading !== null && fields.includes(column.heading.field);
      return asked && cell?.state === 'printed' && !isBlankAmount(cell.text) ? [{ column, cell, index }] : [];
    });
    const [one, another] = filled;
    if (!one) {
      this.flag(missing, 'error');
      return null;
    }
    const { column, cell, index } = one;
    const text = cell.text.trim();
    const beside = this.#columns[index + 1]?.heading?.field;
    const cut = isCut(text, this.#row.cells[index + 1]?.text ?? '', beside !== undefined && beside !== 'remark');
    const reading: AmountReading =
      another || cut || column.unit === 'unknown' ? { ok: false, rule: 'form' } : readAmountCell(cell, column.unit);
    if (!reading.ok) {
      this.flag(unreadable, 'error', {
        column: column.printed,
        text: another ? `${text} / ${another.cell.text.trim()}` : text,
      });
      return null;
    }
    if (reading.hidden || reading.ownUnit) this.flag('amount_doubtful', 'warning', { column: column.printed, text });
    return reading.fen;
  }

  /** Residents of the line, or null with a flag. */
  residents(inTenThousands: boolean): number | null {
    const index = this.#columns.findIndex(({ heading }) => heading?.field === 'resident');
    const column = this.#columns[index];
    if (!column) {
      const other = this.#columns.find(({ heading }) => heading?.field === 'otherPeople');
      if (other) this.flag('population_not_resident', 'error', { column: other.printed });
      else this.flag('population_missing', 'error');
      return null;
    }
    const cell = this.#row.cells[index];
    const text = cell?.state === 'printed' ? cell.text.trim() : '';
    const reading = readPersons(cell?.number ?? text, column.heading?.inTenThousands === true || inTenThousands);
    if (!reading.ok) {
      const code: FlagCode = reading.rule === 'empty' ? 'population_missing' : `population_${reading.rule}`;
      this.flag(code, 'error', { text });
      return null;
    }
    if (reading.value === 0) this.flag('population_zero', 'error');
    if (reading.coarse) this.flag('population_coarse', 'warning', { text, value: reading.value });
    return reading.value;
  }

  /** Fen a head: the line's own, else the one given; null with a flag where its own cannot be read. */
  rate(given: number): number | null {
    const text = this.text('rate');
    if (isBlankAmount(text)) return given;
    const reading = readMoney(withoutSpace(canonical(text)).replace(/(?:\/|每)?人(?:年|\/年)?$|\/$/u, ''));
    if (reading.ok && reading.fen > 0) return reading.fen;
    this.flag('rate_unreadable', 'error', { text });
    return null;
  }

  kind(): CheckedCase['kind'] {
    const text = withoutSpace(canonical(this.text('kind')));
    const named = KINDS.find(([, pattern]) => pattern.test(text))?.[0];
    const ofShares = this.has('base') || this.has('wages') || this.has('schoolBudget') || this.has('spent');
    if (named) return named;
    if (!ofShares) return 'floor';
    if (text === '') {
      const ofHeads = this.text('resident') !== '' || this.text('otherPeople') !== '' || this.text('counted') !== '';
      if (ofHeads && this.text('base') === '' && this.text('spent') === '') return 'floor';
      const both = this.has('wages') && this.has('schoolBudget');
      const wages = both ? this.text('wages') !== '' : this.has('wages');
      const budget = both ? this.text('schoolBudget') !== '' : this.has('schoolBudget');
      if (wages !== budget && !ofHeads) return wages ? 'enterprise' : 'school';
    }
    this.flag('kind_unknown', 'error', { text });
    return 'unknown';
  }
}

const NO_VERDICT = {
  verdict: 'NO_BASIS',
  requiredFen: null,
  shortfallFen: null,
  surplusFen: null,
  perHead: null,
} as const;

/** The figures of a line whose amount may be missing. */
function figuresOf(
  counted: number | null,
  judge: (counted: number) => FundingVerdict,
): Omit<FundingVerdict, 'countedFen'> & {
  countedFen: number | null;
} {
  return counted === null ? { ...NO_VERDICT, countedFen: null } : judge(counted);
}

function caseOf(line: CaseLine, row: GridRow, rateFen: number, inTenThousands: boolean): CheckedCase {
  const kind = line.kind();
  const name = line.text('number') || line.text('unit') || line.text('order');
  const base = { line: row.line, name, kind, population: null, baseFen: null };
  let result: Omit<CheckedCase, 'flags'>;
  if (kind === 'floor') {
    const population = line.residents(inTenThousands);
    const rate = line.rate(rateFen);
    const counted = line.amount(['counted'], 'amount_missing', 'amount_unreadable');
    result = { ...base, population, ...figuresOf(counted, (fen) => floorVerdict(population, rate, fen)) };
  } else {
    const bases: CaseField[] =
      kind === 'enterprise'
        ? ['base', 'wages']
        : kind === 'school'
          ? ['base', 'schoolBudget']
          : ['base', 'wages', 'schoolBudget'];
    const baseFen = line.amount(bases, 'base_missing', 'base_unreadable');
    const counted = line.amount(['spent'], 'amount_missing', 'amount_unreadable');
    if (baseFen !== null && baseFen <= 0) line.flag(baseFen === 0 ? 'base_zero' : 'base_negative', 'error');
    const share = kind === 'enterprise' ? ENTERPRISE : kind === 'school' ? SCHOOL : null;
    result = { ...base, baseFen, ...figuresOf(counted, (fen) => shareVerdict(baseFen, share, fen)) };
    if (kind === 'enterprise' && counted !== null) {
      if (withinShare(baseFen, ENTERPRISE_UPPER, counted) === false) line.flag('above_band', 'hint', { share: '2.5%' });
      if (withinShare(baseFen, TAX_LIMIT, counted) === false) line.flag('above_tax_limit', 'hint', { share: '8%' });
    }
  }
  const { countedFen, requiredFen } = result;
  if (countedFen !== null && countedFen < 0) line.flag('negative', 'error');
  if (countedFen !== null && requiredFen !== null && BigInt(countedFen) >= BigInt(requiredFen) * BigInt(SLIP))
    line.flag('decimal_slip', 'warning', { factor: Number(BigInt(countedFen) / BigInt(requiredFen)) });
  return { ...result, flags: line.flags };
}

function columnsOf({ headings, head, line, rows }: Sheet, findings: Finding[]): Column[] {
  const units = new Set(unitsOfHead(head.map(({ text }) => text)));
  const [first = 'yuan'] = units;
  const general: PrintedUnit = units.size > 1 ? 'unknown' : first;
  if (units.size > 1) findings.push(aboutLine(line, 'ledger/unit_twice', {}, 'error'));
  return headings.map((printed, index): Column => {
    const heading = printed === '' ? null : caseHeading(printed);
    if (heading === null && printed !== '') findings.push(aboutLine(line, 'column_left_out', { column: printed }));
    if (printed === '' && rows.some(({ cells }) => cells[index]?.state === 'printed'))
      findings.push(aboutLine(line, 'ledger/column_unnamed', { column: index + 1 }, 'doubt'));
    return { printed, heading, unit: unitOfHeading(printed) ?? general };
  });
}

/**
 * Judges every line of a file of cases.
 * @param rateFen fen a head where the table gives no rate of its own
 * @throws AppError `budgets/unreadable` with the reason as a sentence
 */
export function readCases(source: SourceDocument, rateFen: number, locale: Locale): CasesReading {
  const { sheets, left } = sheetsOf(source, { heads: headsCases, known: (heading) => caseHeading(heading) !== null });
  if (sheets.length === 0)
    throw new AppError('budgets/unreadable', { reason: sentence(locale, 'ledger/reason_no_cases') });
  const findings: Finding[] = [];
  const allLeft: LeftOut[] = [...left];
  const cases: CheckedCase[] = [];
  for (const sheet of sheets) {
    const columns = columnsOf(sheet, findings);
    const inTenThousands = sheet.head.some(({ text }) => /单位[:：]?万人/u.test(withoutSpace(text)));
    for (const row of sheet.rows) {
      if (row.filled === 0) continue;
      const first = row.cells.find(({ state }) => state === 'printed')?.text ?? '';
      if (isFoot(first) || totalScope(first) !== null) {
        const reason = isFoot(first) ? 'foot_skipped' : 'cases/total_skipped';
        allLeft.push({ line: row.line, text: rowText(row), reason, severity: 'note' });
        continue;
      }
      const line = new CaseLine(row, columns, locale);
      const beyond =
        sheet.long.has(row.line) || row.cells.slice(columns.length).some(({ state }) => state === 'printed');
      if (beyond || sheet.loose.has(row.line)) line.flag('cells_shifted', beyond ? 'error' : 'warning');
      const judged = caseOf(line, row, rateFen, inTenThousands);
      // With more cells than headings any figure may have moved: nothing is judged by them.
      cases.push(beyond ? { ...judged, ...NO_VERDICT, population: null, baseFen: null, countedFen: null } : judged);
    }
  }
  if (cases.length === 0)
    throw new AppError('budgets/unreadable', { reason: sentence(locale, 'ledger/reason_no_lines') });
  const count = (verdict: CheckedCase['verdict']): number => cases.filter((one) => one.verdict === verdict).length;
  return {
    cases,
    warnings: warningsOf(findings, allLeft, [], source, locale),
    passed: count('PASS'),
    failed: count('FAIL'),
    undecided: count('NO_BASIS'),
  };
}
