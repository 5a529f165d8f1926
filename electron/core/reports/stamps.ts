/**
 * 归档章 (DA/T 22-2015, 5.4.2): 45 × 16 mm in six even cells, red lines, black entries. On a blank leaf it stands where
 * the stamp belongs, in the middle of the free space at the top; or many stand on a sheet to be cut.
 */
import { translator } from '#shared/i18n/index.ts';
import { STAMP, type Stamp } from '#shared/lib/archives/stamp.ts';
import { boxGrid, type FormBox, type FormReport, textValue } from '#shared/report/model.ts';
import { formPaper, type PaperBase } from './paper-parts.ts';

export interface StampPaper extends PaperBase {
  /** The cells of each document's stamp, in order. */
  stamps: readonly Stamp['cells'][];
  /** One a leaf, or as many a sheet as there is room for. */
  form: 'leaf' | 'sheet';
}

/** mm */
const LEAF = { x: (210 - STAMP.width) / 2, y: 12 };
const SHEET = { x: 9, y: 13, columns: 4, rows: 12, across: STAMP.width + 4, down: STAMP.height + 7 };

/** The six boxes of a stamp with its upper left corner at x, y (mm). */
export function stampBoxes(
  cells: Stamp['cells'],
  x: number,
  y: number,
  name: (cell: Stamp['cells'][number]['cell']) => string,
): FormBox[] {
  const columns = Array.from({ length: STAMP.columns }, () => STAMP.width / STAMP.columns);
  const rows = Array.from({ length: STAMP.rows }, () => STAMP.height / STAMP.rows);
  return boxGrid({ x, y, columns, rows }, (row, column) => {
    const entry = cells[row * STAMP.columns + column];
    return entry ? { name: name(entry.cell), value: textValue(entry.text), leastFontSize: 7, borderInk: 'red' } : null;
  });
}

/** Builds the stamps; pure. */
export function stampReport(paper: StampPaper): FormReport {
  const t = translator(paper.locale);
  const name = (cell: Stamp['cells'][number]['cell']): string => t(`archives.stamp.${cell}`);
  const onePage = paper.form === 'leaf' ? 1 : SHEET.columns * SHEET.rows;
  const pages = Array.from({ length: Math.ceil(paper.stamps.length / onePage) }, (_, page) => ({
    boxes: paper.stamps.slice(page * onePage, (page + 1) * onePage).flatMap((cells, index) => {
      if (paper.form === 'leaf') return stampBoxes(cells, LEAF.x, LEAF.y, name);
      const column = index % SHEET.columns;
      const row = Math.floor(index / SHEET.columns);
      return stampBoxes(cells, SHEET.x + column * SHEET.across, SHEET.y + row * SHEET.down, name);
    }),
  }));
  return formPaper(paper, {
    id: paper.form === 'leaf' ? 'stamp' : 'stamp-sheet',
    title: t(paper.form === 'leaf' ? 'papers.name.stamp' : 'papers.name.stampSheet'),
    keywords: [],
    pages,
  });
}
