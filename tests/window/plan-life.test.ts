import { it } from 'vitest';
import { BRIDGE_NAME, type Bridge, type Reply } from '#shared/bridge.ts';
import { createCall } from '#shared/client.ts';
import { launchApp } from '#tests/support/app.ts';
import { livePlan } from '#tests/support/plan-life.ts';

it('the life of a plan, from a real window', async () => {
  const running = await launchApp();
  try {
    const transport = (name: string, input: unknown): Promise<Reply> =>
      running.page.evaluate(
        ({ bridge, name, input }) => {
          const { [bridge]: reached } = globalThis as unknown as Record<string, Bridge>;
          if (!reached) throw new Error('no bridge');
          return reached.call(name, input, `test-${Math.random()}`);
        },
        { bridge: BRIDGE_NAME, name, input },
      );
    const call = createCall(transport);
    await call('window.openExample', { reset: true });
    await livePlan(call);
  } finally {
    await running.close();
  }
});
