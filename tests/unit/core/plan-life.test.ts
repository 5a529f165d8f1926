import { join } from 'node:path';
import { describe, inject, it } from 'vitest';
import { createCall } from '#shared/client.ts';
import { buildExample } from '#core/example.ts';
import { silentLog } from '#core/log.ts';
import { livePlan } from '#tests/support/plan-life.ts';
import { EXAMPLE, FONTS, temporaryFolder, testArchive } from '#tests/support/test-archive.ts';
import { startHost } from '../../../electron/worker/host.ts';

describe('the life of a plan', () => {
  it('in the same process', async () => {
    const { call } = await testArchive();
    await buildExample(call, EXAMPLE);
    await livePlan(call);
  });

  it('through the threads', { timeout: 30_000 }, async () => {
    const host = await startHost({
      directory: join(temporaryFolder(), 'archive'),
      fontsFolder: FONTS,
      appVersion: '0.0.0-test',
      log: silentLog,
      entry: inject('threads').core,
      createIfMissing: { unitName: '某街道社区教育中心', isExample: true },
    });
    try {
      const call = createCall(async (name, input, options) => (await host.call(name, input, options)).reply);
      await buildExample(call, EXAMPLE);
      await livePlan(call);
    } finally {
      await host.close();
    }
  });
});
