/** The typed caller over a runtime in the same process, for the CLI, the demo and tests. */
import { createCall, type Call } from '#shared/client.ts';
import type { Runtime } from './runtime.ts';

export function callOn(runtime: Runtime): Call {
  return createCall(async (name, input, { onProgress, signal }) => {
    const controller = new AbortController();
    signal?.addEventListener('abort', () => controller.abort());
    if (signal?.aborted) controller.abort();
    const answer = await runtime.call(name, input, {
      signal: controller.signal,
      ...(onProgress ? { onProgress } : {}),
    });
    if (answer.event) await runtime.record(answer.event);
    return answer.reply;
  });
}
