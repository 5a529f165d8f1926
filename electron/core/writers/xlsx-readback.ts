/**
 * Reads a written workbook back with the program's own bounded reader, which shares nothing with the writer's library,
 * and compares it with the report.
 */
import { AppError } from '#shared/errors.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import type { ReadLimits } from '../formats/limits.ts';
import { readWorkbook } from '../formats/xlsx.ts';
import { compareSheet } from './xlsx-compare.ts';
import type { SheetPlan } from './xlsx-plan.ts';

const MEGABYTE = 1024 * 1024;

/** The file is the program's own: as many rows as Excel has, and repetitive text may pack well. */
const LIMITS: Partial<ReadLimits> = {
  fileBytes: 512 * MEGABYTE,
  partBytes: 1024 * MEGABYTE,
  totalBytes: 2048 * MEGABYTE,
  ratio: 2000,
  rows: 1_048_576,
  cells: 20_000_000,
};

/**
 * Throws `export/differs` where the workbook says something else than the report, `export/unreadable` where it cannot
 * be read. `continued` makes a group's label into that of its continuation.
 */
export async function compareXlsx(
  bytes: Uint8Array,
  plan: SheetPlan,
  report: ReportDocument,
  continued: (text: string) => string,
): Promise<void> {
  const { sheets } = await readWorkbook(bytes, { limits: LIMITS }).catch((error: unknown) => {
    throw new AppError('export/unreadable', { detail: error instanceof Error ? error.message : '' }, { cause: error });
  });
  const [sheet, more] = sheets;
  if (!sheet || more) throw new AppError('export/unreadable', { detail: `${sheets.length}` });
  compareSheet(sheet, plan, report, continued);
}
