/** `npm run demo`: builds an archive from the shipped 2021 plan in out/demo and writes its Excel and PDF papers. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { translator } from '#shared/i18n/index.ts';
import { errorText } from '#shared/i18n/messages.ts';
import { z } from '#shared/lib/zod.ts';
import { buildExample, readExample } from '#core/example.ts';
import { callOn } from '#core/runtime-call.ts';
import { openRuntime } from '#core/runtime.ts';
import { stderrLog } from './log.ts';
import { EXAMPLE_FOLDER, FONTS_FOLDER, OUTPUT_FOLDER, PACKAGE_FILE } from './paths.ts';

const t = translator('zh-CN');
const folder = join(OUTPUT_FOLDER, 'demo');
const directory = join(folder, 'archive');

try {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(PACKAGE_FILE, 'utf8')));
  const runtime = await openRuntime({
    directory,
    mode: 'read-write',
    fontsFolder: FONTS_FOLDER,
    appVersion: version,
    log: stderrLog,
    createIfMissing: { unitName: readExample(EXAMPLE_FOLDER).unitName, isExample: false },
  });
  try {
    const call = callOn(runtime);
    const { year } = await buildExample(call, EXAMPLE_FOLDER);
    console.log(t('cli.demoDone', { directory }));
    for (const format of ['xlsx', 'pdf'] as const) {
      const file = join(folder, `${t('paper.fileName', { year })}.${format}`);
      const { pages, rows } = await call('schedule.export', { year, format, file });
      console.log(t('cli.demoFile', { file, pages, rows }));
    }
  } finally {
    runtime.close();
  }
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(errorText('zh-CN', error));
  process.exitCode = 1;
}
