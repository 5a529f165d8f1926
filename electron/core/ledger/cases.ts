/**
 * Files of cases: each line is judged by shared/lib/funding/verdict.ts, and needs nothing of the archive.
 * Invariant: every line is answered; without a basis or an amount that can be read there is no verdict, and a flag says why.
 */
import { AppError } from '#shared/errors.ts';
import type { CheckedCase } from '#shared/features/funding-check.ts';
import type { CasesReading } from '#shared/features/funding-reading.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { floorVerdict, type FundingVerdict, shareVerdict, withinShare } from '#shared/lib/funding/verdict.ts';
import { type GridRow, rowText } from '../reading/grid.ts';
import type { SourceDocument } from '../reading/source.ts';
import { sentence } from '../reading/wording.ts';
import { isBlankAmount, readAmount } from './amounts.ts';
import { type CaseField, caseHeading, headsCases, isMoneyHeading, isNotCounted } from './case-headings.ts';
import { type CaseColumn, CaseLine } from './case-line.ts';
import { aboutLine, type Finding, type LeftOut } from './draft.ts';
import { warningsOf } from './finish.ts';
import { isFoot, totalScope } from './line-kinds.ts';
import { type Sheet, sheetsOf } from './sheets.ts';
import { sheetUnitOf, unitOfHeading } from './units.ts';

/** Shares of the base (domain C4): floors of enterprises and schools; upper bound of enterprises and their tax limit, in per mille. */
const FLOORS = { enterprise: { parts: 15, whole: 1000 }, school: { parts: 50, whole: 1000 } } as const;
const ENTERPRISE_UPPER = 25;
const TAX_LIMIT = 80;
/** So many times what is required is likely a slip of the decimal point or of the unit. */
const SLIP = 20;

/** Columns of amounts, whose unit the paper must print. */
const MONEY: readonly CaseField[] = [
  'counted',
  'amount',
  'returned',
  'base',
  'residentOrBase',
  'wages',
  'schoolBudget',
  'spent',
];

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
    const counted = line.amount(['counted', 'amount'], 'amount_missing', 'amount_unreadable');
    const returned = line.returned();
    const net = counted === null || returned === null ? null : counted - returned;
    result = { ...base, population, ...figuresOf(net, (fen) => floorVerdict(population, rate, fen)) };
  } else {
    const bases: CaseField[] =
      kind === 'enterprise'
        ? ['base', 'residentOrBase', 'wages']
        : kind === 'school'
          ? ['base', 'residentOrBase', 'schoolBudget']
          : ['base', 'residentOrBase', 'wages', 'schoolBudget'];
    const baseFen = line.amount(bases, 'base_missing', 'base_unreadable');
    const counted = line.amount(['spent', 'amount'], 'amount_missing', 'amount_unreadable');
    if (baseFen !== null && baseFen <= 0) line.flag(baseFen === 0 ? 'base_zero' : 'base_negative', 'error');
    const share = line.share(kind === 'unknown' ? null : FLOORS[kind]);
    result = {
      ...base,
      baseFen,
      ...figuresOf(counted, (fen) => shareVerdict(baseFen, share?.parts ?? null, fen, share?.whole)),
    };
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

/** What becomes of a column that gives no field. */
function tellUnread(printed: string, texts: readonly string[], line: number): Finding {
  if (isNotCounted(printed)) return aboutLine(line, 'cases/not_counted', { column: printed });
  const filled = texts.filter((text) => !isBlankAmount(text));
  const money = filled.length > 0 && filled.every((text) => readAmount(text, 'yuan').ok);
  return money && isMoneyHeading(printed)
    ? aboutLine(line, 'ledger/money_left_out', { column: printed }, 'doubt')
    : aboutLine(line, 'column_left_out', { column: printed });
}

function columnsOf(sheet: Sheet, findings: Finding[]): CaseColumn[] {
  const { headings, line, rows } = sheet;
  const money = headings.filter((printed) => MONEY.includes(caseHeading(printed)?.field ?? 'remark'));
  const general = sheetUnitOf(sheet, money, findings);
  return headings.map((printed, index): CaseColumn => {
    const heading = printed === '' ? null : caseHeading(printed);
    const texts = rows.flatMap(({ cells }) => (cells[index]?.state === 'printed' ? [cells[index].text] : []));
    if (heading === null && printed !== '') findings.push(tellUnread(printed, texts, line));
    if (printed === '' && texts.length > 0)
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
