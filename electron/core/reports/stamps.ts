/**
 * 归档章 (DA/T 22-2015, 5.5): 45 mm × 16 mm in six equal cells, red frame, black entries. Printed at its place on the head
 * of a blank leaf that is put in front of a document, or many on a sheet to be cut out.
 */
import { translator, type Translate } from '#shared/i18n/index.ts';
import { STAMP, stampCells } from '#shared/lib/archives/stamp.ts';
import { boxGrid, type FormBox, type FormReport, textValue } from '#shared/report/model.ts';
import type { PaperDocument } from './paper-document.ts';
import { formPaper, type PaperBase, type PaperFonds } from './paper-parts.ts';

export interface StampPaper extends PaperBase {
  fonds: PaperFonds;
  documents: readonly PaperDocument[];
}

/** mm from the upper edge of the leaf: the middle of the empty space at its top. */
const STAMP_Y = 10;
const A4_WIDTH = 210;
/** Gaps between stamps on a sheet, wide enough for scissors; mm. */
const SHEET = { columns: 3, rows: 12, x: 25, y: 18, gapX: 12.5, gapY: 6 } as const;

function stamp(t: Translate, fonds: PaperFonds, document: PaperDocument, x: number, y: number): FormBox[] {
  const { cells } = stampCells({
    fonds: fonds.code,
    year: document.year,
    item: document.item,
    itemDigits: document.itemDigits,
    organisation: document.section?.name ?? null,
    term: document.term,
    pages: document.pages,
  });
  const columns = Array.from({ length: STAMP.columns }, () => STAMP.width / STAMP.columns);
  const rows = Array.from({ length: STAMP.rows }, () => STAMP.height / STAMP.rows);
  return boxGrid({ x, y, columns, rows }, (row, column) => {
    const cell = cells[row * STAMP.columns + column];
    if (!cell) return null;
    return {
      name: t(`archives.stamp.${cell.cell}`),
      value: textValue(cell.text),
      font: 'number',
      fontSize: 10.5,
      leastFontSize: 6,
      borderInk: 'red',
    };
  });
}

/** One leaf a document; pure. */
export function stampReport(paper: StampPaper): FormReport {
  const t = translator(paper.locale);
  return formPaper(paper, {
    id: 'stamp',
    title: t('papers.name.stamp'),
    keywords: [],
    pages: paper.documents.map((document) => ({
      boxes: stamp(t, paper.fonds, document, (A4_WIDTH - STAMP.width) / 2, STAMP_Y),
    })),
  });
}

/** Many on a sheet; pure. */
export function stampSheetReport(paper: StampPaper): FormReport {
  const t = translator(paper.locale);
  const perPage = SHEET.columns * SHEET.rows;
  const pages = Array.from({ length: Math.ceil(paper.documents.length / perPage) }, (_, page) => ({
    boxes: paper.documents.slice(page * perPage, (page + 1) * perPage).flatMap((document, place) => {
      const x = SHEET.x + (place % SHEET.columns) * (STAMP.width + SHEET.gapX);
      const y = SHEET.y + Math.floor(place / SHEET.columns) * (STAMP.height + SHEET.gapY);
      return stamp(t, paper.fonds, document, x, y);
    }),
  }));
  return formPaper(paper, { id: 'stamp-sheet', title: t('papers.name.stampSheet'), keywords: [], pages });
}
