/**
 * The example archive: the published 2021 plan's data - title, dates, numbers, units, the 20 rows - taken in through the
 * same commands that a person uses, and the paper itself as one 件 (notice, plan and annex together). Nothing in it is
 * invented: the web page has no pages to count, so the document waits as a draft and says what it lacks.
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
  const { document } = example;
  const { suggestion } = await call('documents.suggestTerm', {
    title: document.title ?? example.title,
    author: example.unitName,
  });
  const created = await call('documents.create', {
    fields: {
      title: document.title ?? example.title,
      // The signatory, not the publisher of the web page (DA/T 22-2015, 5.6; spec/archives 11).
      author: document.signed_by,
      documentNumber: document.doc_no,
      signedDate: document.signed_date,
      publishedDate: document.published_date,
      indexNumber: document.index_no,
      addressees: document.addressees,
      annexes: document.attachment === null ? [] : [document.attachment],
      disclosure: 'active',
      medium: 'electronic',
      ...(suggestion?.terms.length === 1 && suggestion.terms[0] !== undefined
        ? { term: suggestion.terms[0], retentionRowId: suggestion.retentionRowId }
        : {}),
    },
  });
  await call('documents.linkPlan', {
    documents: [{ id: created.document.id, version: created.document.version }],
    year: example.year,
  });
  return { year: example.year };
}
