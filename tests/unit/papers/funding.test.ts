/** The papers of funding and audit: what the builders say, and both files read back against `budgets.check`, the ledger and the log. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FundEntry } from '#shared/features/funding.ts';
import { type FundingCheck, VIEW_LETTERS, ViewName } from '#shared/features/funding-check.ts';
import { PaperScope, type PaperScopeInput } from '#shared/features/papers.ts';
import { amountInWords } from '#shared/lib/funding/amount-in-words.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { floorVerdict } from '#shared/lib/funding/verdict.ts';
import { z } from '#shared/lib/zod.ts';
import type { FormReport, ReportDocument, TableReport } from '#shared/report/model.ts';
import { fieldText, printedText } from '#shared/report/text.ts';
import { openForReading } from '#core/db/open.ts';
import { value } from '#core/db/sql.ts';
import { textLimits } from '#core/extract/limits.ts';
import { pdfText } from '#core/extract/pdf.ts';
import { readWorkbook } from '#core/formats/xlsx.ts';
import { paperReport } from '#core/papers/index.ts';
import { auditEvidenceReport, type EvidenceItem, evidenceSums } from '#core/reports/audit-evidence.ts';
import { fundingCheckReport } from '#core/reports/funding-check.ts';
import { fundingLedgerReport, ledgerSide, stands } from '#core/reports/funding-ledger.ts';
import {
  fixResidents,
  fundingArchive,
  fundingRoom,
  fundingScopes,
  payment,
  REQUIRED,
  RESIDENTS,
  UNIT,
  YEAR,
} from '#tests/support/funding-room.ts';
import { temporaryFolder, type TestArchive } from '#tests/support/test-archive.ts';

const BASE = {
  unitName: UNIT,
  isExample: true,
  locale: 'zh-CN',
  createdAt: '2022-01-20T08:00:00Z',
  year: YEAR,
  printedAt: '2022-01-20 16:00',
} as const;

function checkOf(population: number | null, countedFen: number): FundingCheck {
  const figures = floorVerdict(population, 200, countedFen);
  return {
    year: YEAR,
    rule: null,
    basis: null,
    otherBases: [],
    headline: 'paid',
    views: Object.fromEntries(
      ViewName.options.map((view) => [view, { ...figures, letter: VIEW_LETTERS[view], entries: 1 }]),
    ) as FundingCheck['views'],
    spending: { grossFen: 0, returnedFen: 0, netFen: 0 },
    carryOverFen: 0,
    inKindFen: 0,
    arrivalRate: null,
    executionRate: null,
    balanceFen: 0,
    entries: 0,
    closed: false,
    flags: [],
    steps: [],
  };
}

const rowsOf = (report: TableReport): string[][] =>
  report.rows.map((row) => row.cells.map((cell) => printedText(cell, report.locale)));
const headOf = (report: TableReport): string[] =>
  report.headLines.flat().map((field) => fieldText(field, report.locale));

function tableOf(report: ReportDocument): TableReport {
  if (report.kind !== 'table') throw new Error('a table was expected');
  return report;
}

function built(archive: TestArchive, scope: PaperScopeInput): ReportDocument {
  const db = openForReading(join(archive.directory, 'archive.sqlite'));
  try {
    return paperReport({ db, locale: 'zh-CN', now: () => BASE.createdAt }, PaperScope.parse(scope));
  } finally {
    db.close();
  }
}

async function written(archive: TestArchive, scope: PaperScopeInput, format: 'xlsx' | 'pdf') {
  const file = join(temporaryFolder(), `${scope.paper}.${format}`);
  const output = await archive.call('papers.export', { ...scope, format, file, fontScheme: 'shipped' });
  return { ...output, content: readFileSync(file) };
}

/** The cells of a written workbook, row by row, as text and as numbers. */
async function cellsOf(archive: TestArchive, scope: PaperScopeInput): Promise<string[][]> {
  const { content } = await written(archive, scope, 'xlsx');
  const { sheets } = await readWorkbook(content);
  return (sheets[0]?.rows ?? []).map(({ cells }) => cells.map((cell) => String(cell?.value ?? '')));
}

async function pagesOf(archive: TestArchive, scope: PaperScopeInput): Promise<string[]> {
  const { content, pages } = await written(archive, scope, 'pdf');
  const read = await pdfText(content, textLimits, new AbortController().signal);
  expect([read.truncated, read.pages.length]).toEqual([false, pages]);
  return read.pages.map(({ text }) => text.replaceAll(/\s/gu, ''));
}

/** Fen as a cell of a workbook holds it. */
const stored = (fen: number | null): string => (fen === null ? '—' : String(fen / 100));

describe('人均经费核查表', () => {
  it('says 达标 at the very fen and 不达标 one fen below, in figures and in words', () => {
    const at = (fen: number) => fundingCheckReport({ ...BASE, check: checkOf(RESIDENTS, fen) });
    expect(headOf(at(REQUIRED))).toEqual(
      expect.arrayContaining([
        '核查结论：达标（按 B 年末前到账）',
        '应安排经费：57,126.00 元（人民币伍万柒仟壹佰贰拾陆元整）',
        '不足：0.00 元（人民币零元整）',
      ]),
    );
    const short = at(REQUIRED - 1);
    expect(headOf(short)).toEqual(
      expect.arrayContaining([
        '核查结论：不达标（按 B 年末前到账）',
        '计入经费：57,125.99 元（人民币伍万柒仟壹佰贰拾伍元玖角玖分）',
        '不足：0.01 元（人民币壹分）',
      ]),
    );
    const paid = rowsOf(short).find((row) => row[1]?.includes('结论依据'));
    expect(paid?.slice(3)).toEqual(['57,126.00', '57,125.99', '1.9999', '0.01', '0.00', '不达标']);
    expect(rowsOf(short).filter((row) => row[1]?.includes('结论依据'))).toHaveLength(1);
  });

  it('decides nothing without a basis', () => {
    const report = fundingCheckReport({ ...BASE, check: checkOf(null, 5_000_000) });
    expect(headOf(report)).toEqual(
      expect.arrayContaining([
        '核查结论：无法判定（按 B 年末前到账）',
        '应安排经费：无法计算（缺少依据）',
        '不足：无法计算（缺少依据）',
        '人口依据：没有登记可用的常住人口数',
      ]),
    );
    expect(rowsOf(report)[1]?.slice(3)).toEqual(['—', '50,000.00', '—', '—', '—', '无法判定']);
  });

  it('prints the figures that it is given, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 20_000_000 }), { nil: null }),
        fc.integer({ min: -1_000_000, max: 1_000_000_000_000 }),
        (population, counted) => {
          const check = checkOf(population, counted);
          const report = fundingCheckReport({ ...BASE, check });
          const { requiredFen, shortfallFen, surplusFen, perHead } = check.views.paid;
          const text = (fen: number | null): string => (fen === null ? '—' : moneyText(fen));
          expect(rowsOf(report)[1]?.slice(3, 8)).toEqual([
            text(requiredFen),
            moneyText(counted),
            perHead ?? '—',
            text(shortfallFen),
            text(surplusFen),
          ]);
          const words = amountInWords(counted);
          const line = headOf(report).find((field) => field.startsWith('计入经费'));
          expect(line).toBe(`计入经费：${moneyText(counted)} 元${words === null ? '' : `（人民币${words}）`}`);
        },
      ),
    );
  });

  it('is the check of the screen in both files', async () => {
    const { archive } = await fundingRoom();
    const scope = { paper: 'fundingCheck', year: YEAR } as const;
    const check = await archive.call('budgets.check', { year: YEAR });
    expect(check.views.paid).toMatchObject({ verdict: 'FAIL', countedFen: 5_712_599, shortfallFen: 1 });
    const cells = await cellsOf(archive, scope);
    for (const view of ViewName.options) {
      const { letter, requiredFen, countedFen, shortfallFen, surplusFen, perHead } = check.views[view];
      const row = cells.find((line) => line[1]?.startsWith(`${letter} `));
      expect(row?.slice(3, 8)).toEqual([
        stored(requiredFen),
        stored(countedFen),
        perHead,
        stored(shortfallFen),
        stored(surplusFen),
      ]);
    }
    const amount = (item: string): string | undefined => cells.find((line) => line[1] === item)?.[4];
    expect(amount('支出总额')).toBe(stored(check.spending.grossFen));
    expect(amount('支出退回')).toBe(stored(check.spending.returnedFen));
    expect(amount('净支出')).toBe(stored(check.spending.netFen));
    expect(amount('上年结转')).toBe(stored(check.carryOverFen));
    expect(amount('结余')).toBe(stored(check.balanceFen));
    expect(amount('实物折合')).toBe(stored(check.inKindFen));
    expect(amount('到位率')).toBe(`${check.arrivalRate}%`);
    expect(amount('执行率')).toBe(`${check.executionRate}%`);
    // The way the balance is explained on the paper is the way it is calculated.
    expect(check.balanceFen).toBe(check.carryOverFen + check.views.all.countedFen - check.spending.netFen);
    const text = (await pagesOf(archive, scope)).join('');
    for (const step of check.steps) expect(text).toContain(step.text.replaceAll(/\s/gu, ''));
    for (const flag of check.flags) expect(text).toContain(flag.message.replaceAll(/\s/gu, ''));
    expect(text).toContain('常住人口28,910人');
    expect(text).toContain('登记备查，不代替会计账');
  });

  it('is printed for a year of which nothing is known', async () => {
    const archive = await fundingArchive();
    const text = (await pagesOf(archive, { paper: 'fundingCheck', year: YEAR })).join('');
    expect(text).toContain('核查结论：无法判定');
    expect(text).toContain('计入经费：0.00元（人民币零元整）');
    await expect(written(archive, { paper: 'fundingLedger', year: YEAR }, 'pdf')).rejects.toMatchObject({
      code: 'papers/empty',
    });
    await expect(written(archive, { paper: 'unitTrainingCheck', year: YEAR }, 'pdf')).rejects.toMatchObject({
      code: 'papers/empty',
    });
  });

  it('is 达标 with exactly what is required', async () => {
    const archive = await fundingArchive();
    await fixResidents(archive);
    await archive.call('budgets.enter', { entries: [payment(REQUIRED)] });
    const cells = await cellsOf(archive, { paper: 'fundingCheck', year: YEAR });
    expect(cells.find((line) => line[1]?.includes('结论依据'))?.slice(3, 9)).toEqual([
      '57126',
      '57126',
      '2.0000',
      '0',
      '0',
      '达标',
    ]);
  });
});

/** An entry of the ledger with what the builder looks at. */
function entryOf(id: number, fields: Partial<FundEntry>): FundEntry {
  return {
    id,
    uid: String(id),
    date: `${YEAR}-01-01`,
    budgetYear: YEAR,
    kind: 'payment',
    source: '示例街道办事处',
    sourceKind: 'subdistrict',
    purpose: '社区教育经费',
    amountFen: 100,
    voucher: '',
    basis: '',
    documentId: null,
    activityId: null,
    planRowId: null,
    remark: '',
    files: [],
    reversesId: null,
    reversedById: null,
    reversalReason: null,
    duplicateOf: null,
    closed: false,
    sourceLine: null,
    sourceText: null,
    version: 1,
    ...fields,
  };
}

const NO_ARRIVAL = { budget: [], paid: [], late: [], budgetFen: 0, paidFen: 0, rate: null };
const KINDS = [
  'payment',
  'payment_return',
  'carry_over',
  'donation',
  'fee',
  'in_kind',
  'approval',
  'expense',
  'expense_return',
] as const;

describe('经费收支明细表', () => {
  it('adds up, by month, by year and line by line, whatever the entries are', () => {
    const entries = fc.array(
      fc.record({
        month: fc.integer({ min: 1, max: 12 }),
        kind: fc.constantFrom(...KINDS),
        amountFen: fc.integer({ min: -1_000_000, max: 1_000_000_000_000 }).filter((fen) => fen !== 0),
        fate: fc.constantFrom('stands', 'stands', 'reversed', 'reversal', 'duplicate'),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(entries, (drawn) => {
        const made = drawn
          .toSorted((one, other) => one.month - other.month)
          .map(({ month, kind, amountFen, fate }, index) =>
            entryOf(index + 1, {
              date: `${YEAR}-${String(month).padStart(2, '0')}-15`,
              kind,
              amountFen,
              ...(fate === 'reversed' ? { reversedById: 900 } : {}),
              ...(fate === 'reversal' ? { reversesId: 901, reversalReason: '误记' } : {}),
              ...(fate === 'duplicate' ? { duplicateOf: 902 } : {}),
            }),
          );
        const report = fundingLedgerReport({ ...BASE, entries: made, withReversed: true, arrival: NO_ARRIVAL });
        let income = 0n;
        let expense = 0n;
        for (const entry of made) {
          const side = ledgerSide(entry);
          if (side === null || !stands(entry)) continue;
          if (side[0] === 'income') income += BigInt(side[1]);
          else expense += BigInt(side[1]);
        }
        const fen = (text: string | undefined): bigint => BigInt((text ?? '').replaceAll(/[,.]/gu, ''));
        const rows = rowsOf(report);
        const total = rows.find((row) => row[6] === `${YEAR}年合计`);
        expect([fen(total?.[7]), fen(total?.[8]), fen(total?.[9])]).toEqual([income, expense, income - expense]);
        const months = rows.filter((row) => row[6]?.endsWith('月小计'));
        const sum = (column: number): bigint => months.reduce((all, row) => all + fen(row[column]), 0n);
        expect([sum(7), sum(8)]).toEqual([income, expense]);
        expect(months).toHaveLength(new Set(made.map(({ date }) => date)).size);
        expect(rows.filter((row) => row[0] !== '')).toHaveLength(made.length);
      }),
    );
  });

  it('marks what was reversed or said twice and counts it nowhere', () => {
    const entries = [
      entryOf(1, { kind: 'expense', amountFen: 500, reversedById: 2 }),
      entryOf(2, { kind: 'expense', amountFen: -500, reversesId: 1, reversalReason: '误记' }),
      entryOf(3, { amountFen: 700 }),
      entryOf(4, { amountFen: 700, duplicateOf: 3 }),
    ];
    const rows = rowsOf(fundingLedgerReport({ ...BASE, entries, withReversed: true, arrival: NO_ARRIVAL }));
    expect(rows.slice(0, 4).map((row) => [row[7], row[8], row[9], row[11]])).toEqual([
      ['—', '〔5.00〕', '0.00', '已由登记号 2 冲销'],
      ['—', '〔-5.00〕', '0.00', '冲销登记号 1：误记'],
      ['7.00', '—', '7.00', ''],
      ['〔7.00〕', '—', '7.00', '与登记号 3 重复，不计'],
    ]);
  });

  it('refuses payments that are not those of the check', () => {
    const paid = [entryOf(1, { amountFen: 700 })];
    const paper = { ...BASE, entries: paid, withReversed: false };
    expect(() => fundingLedgerReport({ ...paper, arrival: { ...NO_ARRIVAL, paid, paidFen: 699 } })).toThrow(RangeError);
    expect(() => fundingLedgerReport({ ...paper, arrival: { ...NO_ARRIVAL, budget: paid, budgetFen: 0 } })).toThrow(
      RangeError,
    );
  });

  it('is the ledger of the database in both files, and ends with what arrived', async () => {
    const { archive } = await fundingRoom();
    const scope = { paper: 'fundingLedger', year: YEAR, withReversed: true } as const;
    const check = await archive.call('budgets.check', { year: YEAR });
    const { rows, total } = await archive.call('budgets.entries', { filter: { year: YEAR, withReversed: true } });
    const cells = await cellsOf(archive, scope);
    const listed = cells.filter((line) => /^\d+$/u.test(line[0] ?? ''));
    expect(listed.map((line) => Number(line[0])).toSorted((a, b) => a - b)).toEqual(
      rows.map(({ id }) => id).toSorted((a, b) => a - b),
    );
    expect(listed).toHaveLength(total);
    const db = openForReading(join(archive.directory, 'archive.sqlite'));
    const spent = value(
      db,
      z.int(),
      `SELECT sum(CASE kind WHEN 'expense' THEN amount ELSE -amount END) FROM
         (SELECT DISTINCT kind, amount, voucher, entry_date FROM fund_entry WHERE kind IN ('expense', 'expense_return')
            AND entry_year = ? AND reverses_id IS NULL AND reversed_by_id IS NULL)`,
      YEAR,
    );
    db.close();
    expect(check.spending.netFen).toBe(spent);
    const year = cells.find((line) => line[6] === `${YEAR}年合计`);
    expect(year?.[8]).toBe(stored(spent));
    const arrival = cells.find((line) => line[6] === '合计');
    expect(arrival?.slice(7, 11)).toEqual([
      stored(check.views.budget.countedFen),
      stored(check.views.paid.countedFen),
      stored(check.views.paid.countedFen),
      `${check.arrivalRate}%`,
    ]);
    const late = cells.find((line) => line[6]?.startsWith('年末后到账'));
    expect(late?.[8]).toBe('15000');
    expect(cells.flat().filter((text) => /^〔[-\d]/u.test(text))).toEqual([
      '〔6,800.00〕',
      '〔999.00〕',
      '〔-999.00〕',
    ]);
    expect(cells.flat().join('')).not.toContain('13955550000');
    const without = await cellsOf(archive, { paper: 'fundingLedger', year: YEAR });
    expect(without.filter((line) => /^\d+$/u.test(line[0] ?? ''))).toHaveLength(total - 2);
    const text = (await pagesOf(archive, scope)).join('');
    for (const { voucher } of rows) expect(text).toContain(voucher.replaceAll(/\s/gu, ''));
  });

  it('goes over as many pages as 300 entries need, with its head on each', async () => {
    const archive = await fundingArchive(undefined, `${UNIT}（示例省示例市示例区示例街道办事处所属公益一类事业单位）`);
    await fixResidents(archive);
    const long = '示例街道社区教育中心老年人智能手机使用培训、家庭教育讲座、非遗剪纸版画体验课及学习材料印制（示例）';
    await archive.call('budgets.enter', {
      entries: Array.from({ length: 300 }, (_, index) =>
        payment(123_456_789 + index, {
          date: `${YEAR}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
          kind: index % 3 === 0 ? 'payment' : 'expense',
          purpose: index % 5 === 0 ? long : '培训',
          source: index % 7 === 0 ? long : '示例街道办事处',
          voucher: `记字第${index}号`,
        }),
      ),
    });
    const scope = { paper: 'fundingLedger', year: YEAR } as const;
    const pages = await pagesOf(archive, scope);
    expect(pages.length).toBeGreaterThan(10);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`索引号SJ-${YEAR}-R5`);
      expect(page).toContain(`第${index + 1}页共${pages.length}页`);
    }
    const check = await archive.call('budgets.check', { year: YEAR });
    const cells = await cellsOf(archive, scope);
    expect(cells.filter((line) => /^\d+$/u.test(line[0] ?? ''))).toHaveLength(300);
    expect(cells.find((line) => line[6] === `${YEAR}年合计`)?.slice(7, 10)).toEqual([
      stored(check.views.paid.countedFen),
      stored(check.spending.netFen),
      stored(check.balanceFen),
    ]);
    for (const paper of ['fundingCheck', 'auditMaterials'] as const) {
      expect((await pagesOf(archive, { paper, year: YEAR })).length).toBeGreaterThan(1);
    }
  });
});

describe('企业、学校培训经费核查表', () => {
  it('is the check of the screen, unit by unit, with sums', async () => {
    const { archive } = await fundingRoom();
    const { units, counts } = await archive.call('budgets.checkUnits', { year: YEAR });
    expect(counts).toEqual({ PASS: 3, FAIL: 2, NO_BASIS: 1 });
    const cells = await cellsOf(archive, { paper: 'unitTrainingCheck', year: YEAR });
    const verdicts = { PASS: '达标', FAIL: '不达标', NO_BASIS: '无法判定' };
    for (const { base, figures } of units) {
      const row = cells.find((line) => line[1] === base.unit);
      expect([row?.[3], row?.[5], row?.[6], row?.[7], row?.[8]]).toEqual([
        base.baseFen === null ? '未报' : stored(base.baseFen),
        stored(figures.requiredFen),
        base.spentFen === null ? '未报' : stored(base.spentFen),
        stored(figures.shortfallFen),
        verdicts[figures.verdict],
      ]);
    }
    expect(cells.find((line) => line[1] === '示例机械股份有限公司')?.[9]).toBe('高于 2.5%（允许，仅注明）');
    expect(cells.find((line) => line[1] === '学校小计（2 家）')?.slice(3, 8)).toEqual([
      '1193333.33',
      '',
      '59666.67',
      '59666.27',
      '0.4',
    ]);
    const schools = tableOf(built(archive, { paper: 'unitTrainingCheck', year: YEAR, kind: 'school' }));
    expect(rowsOf(schools).map((row) => row[1])).toEqual(['示例街道中心校', '示例街道实验小学', '学校小计（2 家）']);
    expect(schools.title).toBe(`${YEAR}年学校培训经费核查表`);
  });
});

describe('the papers of an audit', () => {
  it('are all written in both formats, with their index number at the head of every page', async () => {
    const room = await fundingRoom();
    const codes = {
      fundingCheck: 'R4',
      fundingLedger: 'R5',
      unitTrainingCheck: 'R7',
      auditMaterials: 'R14',
      commitmentLetter: 'CN',
      changeLog: 'R15',
      auditEvidence: 'QZ',
      workingPaper: 'DG',
    };
    for (const scope of Object.values(fundingScopes(room))) {
      const year = scope.paper === 'changeLog' ? 2022 : YEAR;
      const index = `SJ-${year}-${codes[scope.paper]}`;
      const pages = await pagesOf(room.archive, scope);
      for (const [at, page] of pages.entries()) {
        expect(page).toContain(`索引号${index}${UNIT}${year}年度2022-01-20`);
        expect(page).toContain(`第${at + 1}页共${pages.length}页`);
      }
      const { content } = await written(room.archive, scope, 'xlsx');
      expect((await readWorkbook(content)).sheets).toHaveLength(1);
    }
    expect(await room.archive.call('archive.verify', {})).toMatchObject({ ok: true });
  });

  it('list what is there and what is missing, each with a number of its own', async () => {
    const { archive, documentIds } = await fundingRoom();
    const report = tableOf(built(archive, { paper: 'auditMaterials', year: YEAR }));
    const rows = rowsOf(report);
    expect(rows.map((row) => row[1])).toEqual(
      rows.map((_, index) => `SJ-${YEAR}-R14-${String(index + 1).padStart(3, '0')}`),
    );
    const stateOf = (part: string): string | undefined => rows.find((row) => row[2]?.includes(part))?.[8];
    expect(stateOf('2021-03-05 拨款 30,000.00 元')).toBe('有');
    expect(stateOf('2021-06-18 拨款')).toBe('缺');
    const census = rows.find((row) => row[2]?.includes('28,563 人'));
    const { document } = await archive.call('documents.get', { id: documentIds[1] ?? 0 });
    expect(census?.slice(3, 9)).toEqual([document.referenceCode, '4', '0', '', '1号盒；档案室', '有']);
    const bank = rows.find((row) => row[2]?.includes('30,000.00'));
    const [entry] = (await archive.call('budgets.entries', { filter: { year: YEAR, kinds: ['payment'] } })).rows;
    expect(bank?.[6]).toBe(entry?.files[0]?.sha256?.slice(0, 16));
    const counted = rows.filter((row) => row[8] === '缺').length;
    expect(headOf(report)).toContain(
      `资料：共 ${rows.length} 项，有 ${rows.length - counted} 项，缺 ${counted} 项；文件 1 个，已登记页数 12 页`,
    );
    // Where a package was made, its seal is printed, in the groups that the page verify.html shows.
    expect(headOf(report)).toContain('审计资料包封印值：还没有生成本年度的审计资料包');
    await archive.call('audit.package', { year: YEAR, directory: join(temporaryFolder(), '第一份') });
    const { seal } = await archive.call('audit.package', { year: YEAR, directory: join(temporaryFolder(), '第二份') });
    const sealed = headOf(tableOf(built(archive, { paper: 'auditMaterials', year: YEAR })));
    expect(sealed.find((line) => line.startsWith('审计资料包封印值'))?.replaceAll(' ', '')).toContain(seal);
    expect(headOf(tableOf(built(archive, { paper: 'auditMaterials', year: YEAR - 1 }))).join()).toContain('还没有生成');
    const empty = rowsOf(tableOf(built(await fundingArchive(), { paper: 'auditMaterials', year: 2019 })));
    expect(empty.filter((row) => row[2] === '没有登记').map((row) => row[0])).toEqual([
      '人口依据',
      '预算批复',
      '拨款凭证',
      '支出凭证',
      '决算、年报与总结',
    ]);
  });

  it('say in the log who changed what, up to the head of the chain, and nothing of persons', async () => {
    const { archive } = await fundingRoom();
    await archive.call('participants.edit', {
      step: { code: 'personInsert', params: { count: 1 } },
      changes: [{ do: 'insert', fields: { name: '甲某某（示例）', phone: '13955550001', birthDate: '1950-03-08' } }],
    });
    const { head } = await archive.call('archive.info', {});
    const report = tableOf(built(archive, { paper: 'changeLog', from: '2022-01-01', to: '2022-12-31' }));
    const rows = rowsOf(report);
    const numbers = rows.flatMap((row) => (row[0] === '' ? [] : [Number(row[0])]));
    expect(numbers).toEqual(Array.from({ length: head.sequence }, (_, index) => index + 1));
    const [last] = await archive.call('history.list', { limit: 1 });
    expect(rows.findLast((row) => row[0] !== '')?.[8]).toBe(last?.hash.slice(0, 16));
    expect(report.notes[1]?.replaceAll(/[^0-9a-f]/gu, '')).toBe(head.hash);
    expect(report.notes[1]).toMatch(/(?:[0-9a-f]{8} ){7}[0-9a-f]{8}$/u);
    const text = rows.flat().join('\n');
    for (const secret of ['甲某某', '13955550001', '1950-03-08']) expect(text).not.toContain(secret);
    expect(text).toContain('金额：-999.00 元');
    const reversal = rows.find((row) => row[7] === '不属于社区教育经费（示例）');
    expect(reversal?.[4]).toContain('冲销');
    // Every field of every record has its word.
    expect(text).not.toMatch(/[a-z][a-zA-Z]+：/u);
    const money = rowsOf(
      tableOf(built(archive, { paper: 'changeLog', from: '2022-01-01', to: '2022-12-31', action: 'budgets' })),
    );
    expect(money.length).toBeLessThan(rows.length);
    expect(() => built(archive, { paper: 'changeLog', from: '2019-01-01', to: '2019-12-31' })).toThrow(
      /papers\/empty/u,
    );
  });

  it('refuse an entry or a document that is not there', async () => {
    const { archive } = await fundingRoom();
    const asked = { paper: 'auditEvidence', year: YEAR, project: '示例', matter: '示例', on: '2022-01-20' } as const;
    expect(() => built(archive, { ...asked, entryIds: [999] })).toThrow(/record\/not_found/u);
    expect(() => built(archive, { ...asked, documentIds: [999] })).toThrow(/record\/not_found/u);
  });
});

describe('审计取证单', () => {
  const item = (index: number, changes: Partial<EvidenceItem> = {}): EvidenceItem => ({
    date: `${YEAR}-01-01`,
    code: `记-${index}`,
    content: index % 4 === 0 ? '示例街道社区教育中心老年人智能手机使用培训讲课费'.repeat(3) : '培训',
    money: { kind: 'expense', amountFen: 100 + index, state: 'stands' },
    pages: null,
    files: [{ kind: '原始凭证', name: `发票${index}.pdf`, code: '0123456789abcdef', pages: 2 }],
    ...changes,
  });
  const report = (items: EvidenceItem[]): FormReport =>
    auditEvidenceReport({
      ...BASE,
      project: '示例街道2021年度社区教育经费审计',
      matter: '社区教育经费',
      summary: '',
      auditors: [],
      on: '2022-01-20',
      opinion: '',
      items,
    });
  const textsOf = ({ pages }: FormReport): string[] =>
    pages.flatMap(({ boxes }) => boxes.map(({ value: content }) => printedText(content, 'zh-CN')));

  it('numbers each item and file of its annex and adds up what stands', () => {
    const items = Array.from({ length: 300 }, (_, index) => item(index + 1));
    const texts = textsOf(report(items));
    for (const number of ['01', '01-1', '300', '300-1']) expect(texts).toContain(`SJ-${YEAR}-QZ-${number}`);
    const sum = 300 * 100 + (300 * 301) / 2;
    expect(texts).toContain(`收入 0.00 元，支出 ${moneyText(sum)} 元`);
    expect(texts.at(-1)).toBe('600');
    expect(texts).toContain('300 项，已登记页数 600 页（见附件清单）');
  });

  it('leaves what does not stand out of the sums, and grants apart', () => {
    const sums = evidenceSums([
      item(1, { money: { kind: 'payment', amountFen: 1000, state: 'stands' } }),
      item(2, { money: { kind: 'payment_return', amountFen: 300, state: 'stands' } }),
      item(3, { money: { kind: 'expense', amountFen: 500, state: 'reversed' } }),
      item(4, { money: { kind: 'expense', amountFen: 40, state: 'duplicate' } }),
      item(5, { money: { kind: 'approval', amountFen: 9000, state: 'stands' } }),
      item(6, { money: null, pages: 3 }),
    ]);
    expect(sums).toEqual({ income: 700n, expense: 0n, approval: 9000n, inKind: 0n });
  });

  it('is one sheet without an annex, with room to write', () => {
    const { pages } = report([]);
    expect(pages).toHaveLength(1);
    expect(textsOf({ ...report([]), pages })).toContain('没有选定附件');
  });
});
