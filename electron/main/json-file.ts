/**
 * Small settings files of the user's profile. A damaged or missing file counts as empty: it holds nothing that could
 * not be set again. Written beside and renamed, so that a power cut leaves the old one.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from '#shared/lib/zod.ts';

export interface JsonFile<T> {
  read(): T;
  /** Answers false where the profile cannot be written; the program goes on without its settings. */
  write(value: T): boolean;
}

export function jsonFile<T>(file: string, schema: z.ZodType<T>, empty: T): JsonFile<T> {
  return {
    read() {
      try {
        const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
        const parsed = schema.safeParse(found);
        return parsed.success ? parsed.data : empty;
      } catch {
        return empty;
      }
    },
    write(value) {
      try {
        mkdirSync(dirname(file), { recursive: true });
        const temporary = `${file}.new`;
        writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`);
        renameSync(temporary, file);
        return true;
      } catch {
        return false;
      }
    },
  };
}
