/** What stands above the type area of every page of an audit's paper: its running head, and which page of how many it is. */
import { translator } from '#shared/i18n/index.ts';
import type { LayoutText } from '#shared/report/layout.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import { printableText } from '#shared/report/text.ts';
import type { FontChain } from './fonts.ts';
import { FIELD_GAP, MM, type PageGeometry, RUNNING_SIZE } from './geometry.ts';
import { breakLines, lineWidth } from './line-breaking.ts';

/** Base line above the type area of a table; on a form, whose boxes may stand there, below the page's upper edge. pt */
const ABOVE = 8 * MM;
const FORM_TOP = 14 * MM;

/** Distance of the lines of a long head, pt. */
const PITCH = 12;

/** The running head on the left, a long one in lines above each other, and the page on the right; nothing in papers without one. */
export function runningHead(
  report: ReportDocument,
  fonts: FontChain,
  { width: pageWidth, margins }: PageGeometry,
  page: number,
  pages: number,
): LayoutText[] {
  if (report.runningHead === undefined) return [];
  const fontSize = RUNNING_SIZE;
  const measure = (codePoint: number): number => fonts.width('body', codePoint);
  const y = report.kind === 'form' ? FORM_TOP : margins.top - ABOVE;
  const number = translator(report.locale)('report.pageOf', { page, pages });
  const numberWidth = lineWidth(number, measure) * fontSize;
  const room = pageWidth - margins.left - margins.right - numberWidth - FIELD_GAP;
  const lines = breakLines(printableText(report.runningHead).replaceAll('\n', ' '), measure, room / fontSize);
  return [
    ...lines.map((text, index) => ({
      text,
      x: margins.left,
      y: y - (lines.length - 1 - index) * PITCH,
      fontSize,
    })),
    { text: number, x: pageWidth - margins.right - numberWidth, y, fontSize },
  ];
}
