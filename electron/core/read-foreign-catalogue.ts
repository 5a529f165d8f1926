/** `documents.read`: a file, dropped bytes or a paste → decoder → reader of catalogues → Catalogue JSON. */
import { AppError } from '#shared/errors.ts';
import type { CatalogueReading, ReadCatalogueInput, ReadCatalogueOutput } from '#shared/features/catalogue.ts';
import { readCatalogue } from './catalogue/index.ts';
import { openForeign } from './open-foreign.ts';

/** What all catalogues of a source say alike, else null. */
function common<T>(values: readonly T[]): T | null {
  return new Set(values.map((value) => JSON.stringify(value))).size === 1 ? (values[0] ?? null) : null;
}

/** Several catalogues of one source seen as one: records in printed order, each warning pointing at its record there. */
function joined(readings: readonly CatalogueReading[]): CatalogueReading {
  const [first] = readings;
  if (!first) throw new AppError('documents/unreadable', { reason: '' });
  if (readings.length === 1) return first;
  let offset = 0;
  const warnings = readings.flatMap((reading) => {
    const shifted = reading.warnings.map((warning) => ({
      ...warning,
      row: warning.row === null ? null : warning.row + offset,
    }));
    offset += reading.records.length;
    return shifted;
  });
  const totals = readings.map((reading) => reading.pages_total);
  return {
    ...first,
    mapping: Object.assign({}, ...readings.map(({ mapping }) => mapping)),
    records: readings.flatMap(({ records }) => records),
    pages_total: totals.reduce((sum, total) => (sum === null || total === null ? null : sum + total)),
    year: common(readings.map(({ year }) => year)),
    term: common(readings.map(({ term }) => term)),
    rejected: readings.flatMap(({ rejected }) => rejected),
    skipped: readings.flatMap(({ skipped }) => skipped),
    warnings,
  };
}

/** Throws documents/unreadable where no catalogue can be read, format/… where the file cannot be opened. */
export async function readForeignCatalogue(
  input: ReadCatalogueInput,
  signal: AbortSignal,
): Promise<ReadCatalogueOutput> {
  const { document, sha256 } = await openForeign(input);
  if (signal.aborted) throw new AppError('program/cancelled');
  const readings = readCatalogue(document, { locale: input.locale, mapping: input.mapping ?? {} });
  return {
    ...joined(readings),
    ...(readings.length > 1 ? { tables: readings } : {}),
    source: {
      format: document.format,
      name: document.name,
      encoding: document.encoding,
      sha256,
      ...(input.withLines ? { lines: document.lines } : {}),
    },
  };
}
