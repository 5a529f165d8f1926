/** Takes files into an archive until it is killed; says each one on standard output, after it was answered. */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { silentLog } from '#core/log.ts';
import { openRuntime } from '#core/runtime.ts';
import { callOn } from '#core/runtime-call.ts';

const [directory = ''] = process.argv.slice(2);
const runtime = await openRuntime({
  directory,
  mode: 'read-write',
  fontsFolder: '',
  appVersion: '0',
  log: silentLog,
  createIfMissing: { unitName: '示例单位', isExample: true },
});
const call = callOn(runtime);
writeSync(1, 'open\n');
for (;;) {
  // Sizes around the size of a piece, so that the end comes at every step of writing.
  const bytes = randomBytes(1 + Math.floor(Math.random() * 2_500_000));
  const { sha256, size } = await call('objects.add', { bytes, name: '扫描件.bin' });
  writeSync(1, `${sha256} ${size}\n`);
}
