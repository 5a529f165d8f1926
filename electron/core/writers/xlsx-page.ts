/**
 * Paper, margins, print titles and page numbers of the worksheet.
 * Source: GB/T 9704-2012, 5.2.1 (A4, margins), 7.5 (page number 四号 半角宋体, 7 mm below the type area, right on odd
 * and left on even pages, one character in); ux notes 3.2, traps 1, 5, 7 and 8.
 */
import type { HeaderFooter, PageSetup } from 'exceljs';
import { translator } from '#shared/i18n/index.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import { printableText } from '#shared/report/text.ts';
import { columnName } from '../formats/workbook.ts';
import type { SheetPlan } from './xlsx-plan.ts';
import { FOOTER_FACE } from './xlsx-style.ts';

/** Excel's numbers of paper sizes. */
const PAPER: Record<SheetPlan['page']['paper'], number> = { A4: 9, A3: 8 };
const PT_PER_INCH = 72;
const PT_PER_MM = 72 / 25.4;
const FOOTER_GAP_MM = 7;
const FOOTER_SIZE_PT = 14;
const LEAST_FOOTER_MARGIN_PT = 14;
/** Excel cuts headers and footers off here. */
const LONGEST_LINE = 255;

export function pageSetup({ page, rows, columnWidths, headerRow }: SheetPlan): Partial<PageSetup> {
  const { top, right, bottom, left } = page.margins;
  const footer = Math.max(page.foot - FOOTER_GAP_MM * PT_PER_MM - FOOTER_SIZE_PT * 1.2, LEAST_FOOTER_MARGIN_PT);
  return {
    paperSize: PAPER[page.paper],
    orientation: page.orientation,
    margins: {
      top: top / PT_PER_INCH,
      right: right / PT_PER_INCH,
      bottom: bottom / PT_PER_INCH,
      left: left / PT_PER_INCH,
      header: LEAST_FOOTER_MARGIN_PT / PT_PER_INCH,
      footer: footer / PT_PER_INCH,
    },
    // A table is centred; a form begins where its margins say.
    ...(headerRow === null ? {} : { horizontalCentered: true }),
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    firstPageNumber: 1,
    // exceljs makes the column absolute by itself, the row only if it is written so.
    printArea: `A$1:${columnName(columnWidths.length)}$${rows.length}`,
    ...(headerRow === null ? {} : { printTitlesRow: `${headerRow}:${headerRow}` }),
  };
}

/** What stands at the head and in the foot of every page. */
export function pageLines(
  { page }: SheetPlan,
  { exampleLabel, runningHead, locale }: Pick<ReportDocument, 'exampleLabel' | 'runningHead' | 'locale'>,
): Partial<HeaderFooter> {
  const header = runningHead === undefined ? '' : pageHeader(runningHead, locale);
  const number = `${FOOTER_FACE}&${FOOTER_SIZE_PT}— &P —`;
  // A figure right after the size would be read as part of it, hence the blank.
  const label = exampleLabel === null ? '' : `&C${FOOTER_FACE}&10 ${exampleLabel.replaceAll('&', '&&')}`;
  if (!page.pageNumbers) {
    return {
      ...(header === '' ? {} : { oddHeader: header }),
      ...(label === '' ? {} : { oddFooter: label.slice(0, LONGEST_LINE) }),
    };
  }
  const centre = label.length + number.length + 4 <= LONGEST_LINE ? label : '';
  return {
    differentOddEven: true,
    ...(header === '' ? {} : { oddHeader: header, evenHeader: header }),
    oddFooter: `${centre}&R${number}\u3000`,
    evenFooter: `&L${FOOTER_FACE}&${FOOTER_SIZE_PT}\u3000— &P —${centre}`,
  };
}

/** The running head, left, and the page of how many, right. A head too long for Excel loses its end, never the page. */
function pageHeader(runningHead: string, locale: ReportDocument['locale']): string {
  const number = `&R${FOOTER_FACE}&9 ${translator(locale)('report.pageOf', { page: '&P', pages: '&N' })}`;
  const left = `&L${FOOTER_FACE}&9 `;
  let head = '';
  for (const character of printableText(runningHead).replaceAll('\n', ' ')) {
    const next = character === '&' ? '&&' : character;
    if (left.length + head.length + next.length + number.length > LONGEST_LINE) break;
    head += next;
  }
  return `${left}${head}${number}`;
}
