/**
 * The program's log: one JSON object a line in `logs/main.log`, moved to `main.1.log` … when it has grown. Event names,
 * counts and stacks only, never what people entered. A log that cannot be written never stops the program.
 */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '#core/log.ts';

interface LogFileOptions {
  folder: string;
  /** Bytes after which the file is moved aside. */
  limit?: number;
  /** Files kept beside the current one. */
  keep?: number;
  now?: () => string;
}

export function logFile({
  folder,
  limit = 1 << 20,
  keep = 4,
  now = () => new Date().toISOString(),
}: LogFileOptions): Log {
  const name = (index: number): string => join(folder, index === 0 ? 'main.log' : `main.${index}.log`);
  let size = -1;

  const rotate = (): void => {
    rmSync(name(keep), { force: true });
    for (let index = keep - 1; index >= 0; index--) {
      try {
        renameSync(name(index), name(index + 1));
      } catch {
        // Not every number has a file yet.
      }
    }
    size = 0;
  };

  const write =
    (level: string) =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      try {
        const line = `${JSON.stringify({ at: now(), level, event, ...fields })}\n`;
        if (size < 0) {
          mkdirSync(folder, { recursive: true });
          size = statSync(name(0), { throwIfNoEntry: false })?.size ?? 0;
        }
        if (size > 0 && size + line.length > limit) rotate();
        appendFileSync(name(0), line);
        size += Buffer.byteLength(line);
      } catch {
        size = -1;
      }
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
