/**
 * A form as the rows of one worksheet: the edges of its boxes make the grid, each box is a cell or a merged range.
 *
 * Invariant: boxes stand where the layout has them, to the pixel that Excel rounds widths and heights to (0.26 mm); each
 * page is filled up with an empty row, so that pages end in the right place even where a program passes over breaks.
 * Office programs print widths by the fonts of their machine; what must be exact to the tenth of a millimetre, such as a
 * stamp, is printed from the PDF.
 */
import type { FormLayout, FormLayoutPage, PlacedBox } from '#shared/report/layout.ts';
import { type ReportValue, textValue } from '#shared/report/model.ts';
import { printedText } from '#shared/report/text.ts';
import { pageGeometry } from '../paper/geometry.ts';
import type { SheetPlan } from './xlsx-plan.ts';
import { CELL_PADDING_PX, DIGIT_WIDTH_PX, HIGHEST_ROW_PT, INDENT_PX, PX_PER_PT } from './xlsx-style.ts';
import { countLines } from './xlsx-text.ts';

/** Excel's step of widths and heights, pt. */
const PIXEL = 1 / PX_PER_PT;
/** Kept free at the right and at the foot, so that rounding never opens another page, pt. */
const SPARE = 2;
/** Margin that printers need, pt (5 mm). Where boxes leave more, columns may come out wider without a second page. */
const LEAST_MARGIN = 14;
/** Least size that a text is set in where Excel's own type needs more room than the layout's, pt. */
const LEAST_SIZE = 6;
/** Line distance that Excel's type needs at least, em. */
const LINE = 1.42;

export function planForm(layout: FormLayout): SheetPlan {
  const { report, pageWidth, pageHeight } = layout;
  const boxes = layout.pages.flatMap((page) => page.boxes);
  const xs = edges(boxes.flatMap(({ x, width }) => [x, x + width]));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = pageWidth - (xs.at(-1) ?? 0) - SPARE;
  const bottom = pageHeight - Math.max(...boxes.map(({ y, height }) => y + height)) - SPARE;
  const foot = pageGeometry(report.paper, report.orientation).margins.bottom;
  const hasFoot = report.pageNumbers || report.exampleLabel !== null;
  const margins = {
    top,
    left: xs[0] ?? 0,
    right: Math.max(0, Math.min(right, LEAST_MARGIN)),
    bottom: Math.max(0, Math.min(bottom, hasFoot ? foot : LEAST_MARGIN)),
  };
  const plan: SheetPlan = {
    rows: [],
    headerRow: null,
    columnWidths: distances(xs).map((points) => Math.round(points / PIXEL) / DIGIT_WIDTH_PX),
    boxes: [],
    page: { paper: report.paper, orientation: report.orientation, margins, foot, pageNumbers: report.pageNumbers },
    pages: layout.pages.length,
  };
  for (const [index, page] of layout.pages.entries()) {
    planPage(
      plan,
      page,
      xs,
      index < layout.pages.length - 1 ? pageHeight - margins.bottom - SPARE : null,
      report.locale,
    );
  }
  return plan;
}

/** Appends the rows of a page, down to `end` with empty ones where another page follows. */
function planPage(
  plan: SheetPlan,
  page: FormLayoutPage,
  xs: readonly number[],
  end: number | null,
  locale: 'zh-CN' | 'en',
): void {
  const ys = edges([
    plan.page.margins.top,
    ...page.boxes.flatMap(({ y, height }) => [y, y + height]),
    ...(end === null ? [] : [end]),
  ]);
  const starts: number[] = [];
  for (const height of distances(ys)) {
    starts.push(plan.rows.length);
    const count = Math.ceil(height / HIGHEST_ROW_PT);
    for (let part = 0; part < count; part += 1) {
      plan.rows.push({ height: height / count, source: null, cells: [], breakAfter: false });
    }
  }
  starts.push(plan.rows.length);
  const last = plan.rows.at(-1);
  if (last && end !== null) last.breakAfter = true;
  for (const placed of page.boxes) {
    const row = starts[edgeAt(ys, placed.y)] ?? 0;
    const column = edgeAt(xs, placed.x);
    plan.rows[row]?.cells.push({
      column,
      columnSpan: edgeAt(xs, placed.x + placed.width) - column,
      rowSpan: (starts[edgeAt(ys, placed.y + placed.height)] ?? row + 1) - row,
      look: placed.box,
      align: placed.box.align,
      fontSize: excelSize(placed),
      value: boxValue(placed, printedText(placed.box.value, locale)),
    });
    if (!placed.repeated) plan.boxes.push({ page: page.source, box: placed.index, row: row + 1, column });
  }
}

/** The value in its own kind where the whole of it stands here, else the part's text. */
function boxValue({ box, text }: PlacedBox, whole: string): ReportValue | null {
  if (text === '') return null;
  return text === whole && box.value.kind !== 'text' ? box.value : textValue(text);
}

/** Type size at which Excel, whose type is broader, still shows the whole text. */
function excelSize({ box, text, width, height, fontSize }: PlacedBox): number {
  const vertical = box.direction === 'vertical';
  const unused = CELL_PADDING_PX + (box.align === 'center' ? 0 : INDENT_PX);
  for (let size = fontSize; size > LEAST_SIZE; size -= 0.5) {
    const em = size * PX_PER_PT;
    const along = vertical ? height / (size * LINE) : (width * PX_PER_PT - unused) / em;
    const across = vertical ? width : height;
    const lines = vertical
      ? Math.ceil(Array.from(text).length / Math.max(1, Math.floor(along)))
      : countLines(text, along);
    if ((lines - 1) * size * LINE + size <= across) return size;
  }
  return LEAST_SIZE;
}

/** Ascending edges without those that fall on the same pixel. */
function edges(values: readonly number[]): number[] {
  const result: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = result.at(-1);
    if (last === undefined || value - last > PIXEL / 2) result.push(value);
  }
  return result;
}

/** Index of the edge that a measure falls on. */
function edgeAt(sorted: readonly number[], value: number): number {
  const found = sorted.findIndex((edge) => Math.abs(edge - value) <= PIXEL / 2 + 1e-6);
  return Math.max(found, 0);
}

/** Distances between edges in whole pixels, pt; their sums stay true however many there are. */
function distances(sorted: readonly number[]): number[] {
  const first = sorted[0] ?? 0;
  const pixels = sorted.map((value) => Math.round((value - first) / PIXEL));
  return pixels.slice(1).map((value, index) => Math.max(1, value - (pixels[index] ?? 0)) * PIXEL);
}
