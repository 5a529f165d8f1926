/**
 * The example archive: the published 2021 plan's data - title, dates, numbers, units, the 20 rows - taken in through the
 * same command that takes an import. Nothing in it is invented.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Call } from '#shared/client.ts';
import { ReadDocument, ReadRow } from '#shared/features/reading.ts';
import { acceptedRow } from '#shared/features/schedule-import.ts';
import { z } from '#shared/lib/zod.ts';

const Example = z.object({
  year: z.int(),
  unitName: z.string(),
  title: z.string(),
  document: ReadDocument,
  units: z.array(z.object({ fullName: z.string(), shortNames: z.array(z.string()) })),
  rows: z.array(ReadRow),
});
export type Example = z.infer<typeof Example>;

/** The shipped data. */
export function readExample(folder: string): Example {
  return Example.parse(JSON.parse(readFileSync(join(folder, 'plan-2021.json'), 'utf8')));
}

/** Fills an empty archive with the example. */
export async function buildExample(call: Call, folder: string): Promise<{ year: number }> {
  const example = readExample(folder);
  await call('schedule.accept', {
    year: example.year,
    title: example.title,
    document: example.document,
    rows: example.rows.map((row) => acceptedRow(row, undefined)),
    createUnits: example.units,
  });
  return { year: example.year };
}
