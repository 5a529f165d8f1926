/** `schedule.read`: a file, dropped bytes or a paste → decoder → reader of plans → Schedule JSON. */
import { AppError } from '#shared/errors.ts';
import type { ParsedInput } from '#shared/contract.ts';
import type { ReadRow, ScheduleReading } from '#shared/features/reading.ts';
import type { ReadOutput } from '#shared/features/schedule.ts';
import { openForeign } from './open-foreign.ts';
import { readPlan } from './reading/index.ts';

function sum(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const count of counts) for (const [key, value] of Object.entries(count)) total[key] = (total[key] ?? 0) + value;
  return total;
}

/** Several schedules of one source seen as one: rows in printed order, each warning pointing at its row there. */
function joined(readings: readonly ScheduleReading[]): ScheduleReading {
  const [first] = readings;
  if (!first) throw new AppError('schedule/unreadable', { reason: '' });
  if (readings.length === 1) return first;
  const years = [...new Set(readings.map(({ year }) => year).filter((year) => year !== null))];
  const rows: ReadRow[] = readings.flatMap((reading) => reading.rows);
  let offset = 0;
  const warnings = readings.flatMap((reading) => {
    const shifted = reading.warnings.map((warning) => ({
      ...warning,
      row: warning.row === null ? null : warning.row + offset,
    }));
    offset += reading.rows.length;
    return shifted;
  });
  return {
    ...first,
    year: years.length === 1 ? (years[0] ?? null) : null,
    ...(years.length > 1 ? { year_candidates: years } : {}),
    rows,
    sources: readings.flatMap(({ sources }) => sources),
    row_count: rows.length,
    first: rows[0] ?? null,
    last: rows.at(-1) ?? null,
    months_covered: [...new Set(readings.flatMap((reading) => reading.months_covered))].sort((a, b) => a - b),
    months_missing: first.months_missing.filter((month) => readings.every((one) => one.months_missing.includes(month))),
    unit_counts: sum(readings.map((reading) => reading.unit_counts)),
    rows_per_month: sum(readings.map((reading) => reading.rows_per_month)),
    rejected: readings.flatMap(({ rejected }) => rejected),
    skipped: readings.flatMap(({ skipped }) => skipped),
    warnings,
  };
}

/** Throws schedule/unreadable where no plan can be read, format/… where the file cannot be opened. */
export async function readForeignPlan(input: ParsedInput<'schedule.read'>, signal: AbortSignal): Promise<ReadOutput> {
  const { document, sha256 } = await openForeign(input);
  if (signal.aborted) throw new AppError('program/cancelled');
  const readings = readPlan(document, { locale: input.locale, units: input.units ?? [] });
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
