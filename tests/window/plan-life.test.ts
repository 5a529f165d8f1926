import { it } from 'vitest';
import { launchApp } from '#tests/support/app.ts';
import { call } from '#tests/support/bridge.ts';
import { livePlan } from '#tests/support/plan-life.ts';

it('the life of a plan, from a real window', async () => {
  const running = await launchApp();
  try {
    await call(running.page, 'window.openExample', { reset: true });
    await livePlan((name, input) => call(running.page, name, input));
  } finally {
    await running.close();
  }
});
