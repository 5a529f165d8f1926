/** The register of documents beside the limits of its task: 5,000 records taken in, 5,000 changed, 100,000 listed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '#core/log.ts';
import { callOn } from '#core/runtime-call.ts';
import { openRuntime } from '#core/runtime.ts';
import { FONTS_FOLDER } from '../../electron/cli/paths.ts';
import { quantile, type Figure } from './measure.ts';

const HEADINGS = '件号\t责任者\t文号\t题名\t日期\t页数\t备注';

/** A catalogue as a clerk would paste it; every number belongs to its year and term alone. */
export function catalogueText(count: number, year: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const month = String((index % 12) + 1).padStart(2, '0');
    const day = String((index % 28) + 1).padStart(2, '0');
    return [
      number,
      index % 3 === 0 ? '某街道办事处' : '某街道社区教育中心',
      index % 4 === 0 ? '' : `某街办〔${year}〕${number}号`,
      `关于开展第${number}次社区教育培训活动并做好材料归档工作的通知`,
      `${year}${month}${day}`,
      (index % 9) + 1,
      index % 7 === 0 ? '复印件' : '',
    ].join('\t');
  });
  return [HEADINGS, ...lines].join('\n');
}

/** A figure whose floor is the task's own limit, in ms. */
function against(name: string, times: readonly number[], limit: number): Figure {
  return {
    name,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    floorName: 'limit of the task',
    floorMedian: limit,
    floorP95: limit,
    limit: { median: 1, p95: 1 },
  };
}

export async function documentFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const runtime = await openRuntime({
    directory: join(folder, 'archive'),
    mode: 'read-write',
    fontsFolder: FONTS_FOLDER,
    appVersion: 'bench',
    log: silentLog,
    createIfMissing: { unitName: '示例', isExample: true },
  });
  const call = callOn(runtime);
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const begin = performance.now();
    await work();
    return performance.now() - begin;
  };
  try {
    const imports: number[] = [];
    // 20 years of 5,000 documents: the last imports meet a full register.
    for (let year = 2001; year <= 2020; year += 1) {
      const text = catalogueText(5000, year);
      imports.push(await timed(() => call('documents.import', { text, term: 'D30', numbers: 'keep' })));
    }
    const edits: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const { rows } = await call('documents.list', { filter: { year: 2010 }, limit: 5000 });
      const changes = rows.map(({ id, version }) => ({
        do: 'set' as const,
        id,
        version,
        fields: { remark: `第${run}次批量修改` },
      }));
      edits.push(
        await timed(() =>
          call('documents.edit', { step: { code: 'documentEdit', params: { count: changes.length } }, changes }),
        ),
      );
    }
    const lists: number[] = [];
    for (let run = 0; run < 21; run += 1) {
      lists.push(await timed(() => call('documents.list', { offset: run * 4000, limit: 200 })));
    }
    const trees: number[] = [];
    for (let run = 0; run < 9; run += 1) trees.push(await timed(() => call('documents.tree', {})));
    return [
      against('documents: 5,000 records read, filed, indexed, logged', imports, 5000),
      against('documents: 5,000 changed in one step', edits, 2000),
      against('documents: 200 of 100,000 listed, with the count', lists, 50),
      against('documents: tree of 100,000', trees, 150),
    ];
  } finally {
    runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
