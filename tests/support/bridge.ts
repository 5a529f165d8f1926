/** Calls a procedure the way the page does, through the bridge that the preload script exposes. */
import type { Page } from 'playwright-core';
import { replyValue, type Bridge, type Reply } from '#shared/bridge.ts';
import type { Input, Output, ProcedureName } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';

interface PageGlobals {
  archiveBridge: Bridge;
}

/** The reply as it crosses the bridge; for names and inputs that the contract does not know. */
export function callRaw(page: Page, name: string, input: unknown): Promise<Reply> {
  return page.evaluate(
    ([procedure, value, id]) => (globalThis as unknown as PageGlobals).archiveBridge.call(procedure, value, id),
    [name, input, `test-${Math.random()}`] as const,
  );
}

/** The output, or the AppError of the reply. */
export async function call<Name extends ProcedureName>(
  page: Page,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await callRaw(page, name, input);
  if (!reply.ok) throw AppError.fromWire(reply.error);
  return replyValue(reply) as Output<Name>;
}
