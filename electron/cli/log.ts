/** The log of a headless run: JSON lines on stderr, warnings and errors only. */
import type { Log } from '#core/log.ts';

function write(level: string, event: string, fields: Readonly<Record<string, unknown>> = {}): void {
  process.stderr.write(`${JSON.stringify({ level, event, ...fields })}\n`);
}

export const stderrLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (event, fields) => write('warn', event, fields),
  error: (event, fields) => write('error', event, fields),
};
