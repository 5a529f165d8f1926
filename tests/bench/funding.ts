/** The verdict of a year beside the limit of its task: 200,000 entries of the ledger in one year. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '#core/log.ts';
import { callOn } from '#core/runtime-call.ts';
import { openRuntime } from '#core/runtime.ts';
import type { FundKind, FundSource, NewFundEntry } from '#shared/features/funding.ts';
import { FONTS_FOLDER } from '../../electron/cli/paths.ts';
import { against, type Figure } from './measure.ts';

const YEAR = 2021;
const ENTRIES = 200_000;
const STEP = 25_000;
const KINDS: readonly FundKind[] = [
  'payment',
  'expense',
  'expense',
  'payment_return',
  'approval',
  'expense_return',
  'fee',
];
const SOURCES: readonly (FundSource | null)[] = ['subdistrict', 'higher', 'society', 'learner', null];
const PURPOSES = ['讲师费', '印刷资料', '走访慰问', '活动用品', '场地布置'];

function entryAt(index: number): NewFundEntry {
  const month = String((index % 12) + 1).padStart(2, '0');
  const day = String((index % 28) + 1).padStart(2, '0');
  return {
    date: `${YEAR}-${month}-${day}`,
    kind: KINDS[index % KINDS.length] ?? 'payment',
    amountFen: 100 + ((index * 7919) % 900_000),
    budgetYear: index % 50 === 0 ? null : YEAR,
    source: `来源（示例）${index % 30}`,
    sourceKind: SOURCES[index % SOURCES.length] ?? null,
    purpose: PURPOSES[index % PURPOSES.length] ?? '',
    voucher: `记-${index % 199_900}`,
  };
}

export async function fundingFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const runtime = await openRuntime({
    directory: join(folder, 'archive'),
    mode: 'read-write',
    fontsFolder: FONTS_FOLDER,
    appVersion: 'bench',
    log: silentLog,
    createIfMissing: { unitName: '示例街道社区教育中心', isExample: true },
  });
  const call = callOn(runtime);
  try {
    await call('budgets.recordPopulation', {
      place: '示例街道',
      kind: '常住',
      value: 28_563,
      referenceDate: '2020-11-01',
      source: '七普',
    });
    const entering: number[] = [];
    for (let from = 0; from < ENTRIES; from += STEP) {
      const entries = Array.from({ length: STEP }, (_, index) => entryAt(from + index));
      const begin = performance.now();
      await call('budgets.enter', { entries });
      entering.push(performance.now() - begin);
    }
    const verdict: number[] = [];
    const behind: number[] = [];
    const page: number[] = [];
    for (let run = 0; run < 15; run += 1) {
      const begin = performance.now();
      await call('budgets.check', { year: YEAR });
      const checked = performance.now();
      await call('budgets.entries', { filter: { year: YEAR, figure: 'paid' }, limit: 200 });
      const opened = performance.now();
      await call('budgets.entries', { filter: { year: YEAR }, limit: 200 });
      verdict.push(checked - begin);
      behind.push(opened - checked);
      page.push(performance.now() - opened);
    }
    return [
      against('funding: verdict of a year of 200,000 entries, all views and flags', verdict, 200),
      against('funding: the entries behind the headline', behind, 200),
      against('funding: 200 of 200,000 entries listed, with sums', page, 200),
      { ...against('funding: 25,000 entries entered in one step', entering, 1), floorName: 'told only', limit: null },
    ];
  } finally {
    runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
