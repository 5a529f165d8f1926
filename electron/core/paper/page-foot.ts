/** What stands below the type area of every page: the page number (GB/T 9704-2012, 7.5) and the mark of example data. */
import type { LayoutText } from '#shared/report/layout.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import { printableText } from '#shared/report/text.ts';
import { translator } from '#shared/i18n/index.ts';
import type { FontChain, FontRole } from './fonts.ts';
import {
  EXAMPLE_SIZE,
  MM,
  PAGE_NUMBER_DROP,
  PAGE_NUMBER_SIZE,
  type PageGeometry,
  pageNumberPlace,
} from './geometry.ts';
import { lineWidth } from './line-breaking.ts';

export function pageNumber(
  report: ReportDocument,
  fonts: FontChain,
  geometry: PageGeometry,
  page: number,
): LayoutText & { rotation: 0 | 90 } {
  const text = translator(report.locale)('report.pageNumber', { page });
  const width = textWidth(fonts, 'number', text, PAGE_NUMBER_SIZE);
  return { text, ...pageNumberPlace(geometry, page, width), fontSize: PAGE_NUMBER_SIZE };
}

/** Above the page's lower edge on sheets that boxes fill, pt (6 mm). */
const EXAMPLE_FOOT = 6 * MM;

/**
 * Centred, as far below the type area as the page number of a portrait page; on forms without page numbers, whose boxes
 * may stand there, at the foot of the page. null in real papers.
 */
export function exampleLabel(report: ReportDocument, fonts: FontChain, geometry: PageGeometry): LayoutText | null {
  const label = report.exampleLabel;
  if (label === null || label === '') return null;
  const text = printableText(label);
  const width = textWidth(fonts, 'body', text, EXAMPLE_SIZE);
  const { margins } = geometry;
  const typeWidth = geometry.width - margins.left - margins.right;
  const isSheet = report.kind === 'form' && !report.pageNumbers;
  const y = geometry.height - (isSheet ? EXAMPLE_FOOT : margins.bottom - PAGE_NUMBER_DROP);
  return { text, x: margins.left + (typeWidth - width) / 2, y, fontSize: EXAMPLE_SIZE };
}

function textWidth(fonts: FontChain, role: FontRole, text: string, fontSize: number): number {
  return lineWidth(text, (codePoint) => fonts.width(role, codePoint)) * fontSize;
}
