/** From any report to its pages: the one entry of the two layouts. */
import type { ReportLayout } from '#shared/report/layout.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import type { FontChain } from './fonts.ts';
import { layoutForm } from './form-layout.ts';
import { layoutTable } from './table-layout.ts';

/**
 * Lays out a report.
 *
 * @throws AppError `export/text_does_not_fit` where a box of a form does not hold its text. Other errors are faults of
 *   the builder (boxes that overlap or leave the page) or of a font file.
 */
export function layoutReport(report: ReportDocument, fonts: FontChain): ReportLayout {
  return report.kind === 'table' ? layoutTable(report, fonts) : layoutForm(report, fonts);
}
