/**
 * Catalogues and registers as units set them out, with the noise and damage that copies bring, and papers that are none.
 * They go the whole way from bytes to records. The records were checked by hand; `doubts` names every doubt by code and
 * line, so that a needless one fails as well as a missing one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readForeignCatalogue } from '#core/read-foreign-catalogue.ts';
import { AppError } from '#shared/errors.ts';
import { type CatalogueReading, ReadCatalogueOutput } from '#shared/features/catalogue.ts';
import { officeBytes, OfficeFile } from './office-files.ts';

const folder = join(import.meta.dirname, '../../fixtures/catalogue');
const names = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));

/** A reading as the expected files hold it: what is printed, what is left out, what is doubtful. */
function outline(reading: CatalogueReading): Record<string, unknown> {
  const head = Object.fromEntries(Object.entries(reading.head).filter(([, value]) => value !== null));
  return {
    columns: reading.columns,
    head,
    year: reading.year,
    term: reading.term,
    pages_total: reading.pages_total,
    records: reading.records.map(({ end_line: _end, needs_review: _review, ...record }) => record),
    rejected: reading.rejected.map(({ line, text }) => `${line} ${text}`),
    skipped: reading.skipped.map(({ line }) => line),
    doubts: reading.warnings.filter((one) => one.severity !== 'note').map((one) => `${one.code}@${one.line ?? '-'}`),
  };
}

async function read(name: string): Promise<unknown> {
  const path = join(folder, name);
  const described = name.endsWith('.json') ? OfficeFile.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
  const input = described
    ? { bytes: await officeBytes(described), name: name.replace(/\.json$/u, `.${described.format}`) }
    : { file: path };
  try {
    const found = await readForeignCatalogue(
      { ...input, locale: 'zh-CN', withLines: false },
      new AbortController().signal,
    );
    ReadCatalogueOutput.parse(found);
    for (const { message } of found.warnings) expect(message).not.toMatch(/\{\{|undefined/u);
    return { catalogues: (found.tables ?? [found]).map(outline) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'documents/unreadable') return { refused: error.params['reason'] };
    throw error;
  }
}

describe('catalogues as they come', () => {
  it.each(names)('%s', async (name) => {
    const expected: unknown = JSON.parse(
      readFileSync(join(folder, name.replace(/\.[a-z]+$/u, '.expected.json')), 'utf8'),
    );
    expect(await read(name)).toEqual(expected);
  });
});
