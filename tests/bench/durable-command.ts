/** One durable command (row, unit links, log event, undo step, synchronous=FULL) against one append with fsync. */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExample } from '#core/example.ts';
import { silentLog } from '#core/log.ts';
import { callOn } from '#core/runtime-call.ts';
import { openRuntime } from '#core/runtime.ts';
import { EXAMPLE_FOLDER, FONTS_FOLDER } from '../../electron/cli/paths.ts';
import { figure, interleaved, type Figure } from './measure.ts';

export async function durableCommand(): Promise<Figure> {
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
  await buildExample(call, EXAMPLE_FOLDER);
  let [row] = (await call('schedule.list', { year: 2021, limit: 1 })).rows;
  const handle = openSync(join(folder, 'floor'), 'a');
  const block = Buffer.alloc(8192, 'x');
  try {
    const times = await interleaved(
      300,
      20,
      async (run) => {
        if (!row) throw new Error('no row');
        const { rows } = await call('schedule.edit', {
          year: 2021,
          step: { code: 'type', params: { count: 1 } },
          changes: [{ do: 'set', id: row.id, version: row.version, fields: { remark: `第${run}次` } }],
        });
        row = rows[0];
      },
      () => {
        writeSync(handle, block);
        fsyncSync(handle);
      },
    );
    return figure('one durable edit of a row', 'append 8 kB + fsync', times, { median: 2, p95: 5 });
  } finally {
    closeSync(handle);
    runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
