/**
 * 盒脊 (DA/T 22-2015, 5.7.2): 全宗号, 年度, 保管期限, 机构(问题) where there is one, 起止件号 one above the other, 盒号. As wide
 * as the box's spine and as high as the box, 310 mm, on A3; several side by side.
 */
import { translator, type Translate } from '#shared/i18n/index.ts';
import { boxGrid, type FormBox, type FormPage, type FormReport, textValue } from '#shared/report/model.ts';
import type { PaperBox } from './box-note.ts';
import { itemText, termText } from './paper-document.ts';
import { formPaper, type PaperBase, type PaperFonds } from './paper-parts.ts';

export interface SpinePaper extends PaperBase {
  fonds: PaperFonds;
  boxes: readonly PaperBox[];
}

/** mm on an upright A3 (297 × 420). */
const SHEET = { x: 20, y: 50, width: 257, gap: 4 } as const;
const HEIGHT = 310;

function spine(t: Translate, fonds: PaperFonds, box: PaperBox, x: number): FormBox[] {
  const [first] = box.documents;
  const last = box.documents.at(-1);
  const parts = [
    { label: t('papers.field.fondsCode'), value: fonds.code ?? '' },
    { label: t('papers.field.year'), value: String(box.year) },
    { label: t('papers.field.term'), value: termText(box.term) },
    ...(box.section === null ? [] : [{ label: t('papers.field.section'), value: box.section }]),
    { label: t('papers.field.items'), value: [first ? itemText(first) : '', last ? itemText(last) : ''].join('\n') },
    { label: t('papers.field.boxNumber'), value: String(box.number) },
  ];
  const labelHeight = 12;
  const rows = parts.flatMap(() => [labelHeight, HEIGHT / parts.length - labelHeight]);
  return boxGrid({ x, y: SHEET.y, columns: [box.spineWidth], rows }, (row) => {
    const part = parts[Math.floor(row / 2)];
    if (!part) return null;
    return row % 2 === 0
      ? { name: part.label, value: textValue(part.label), font: 'label', fontSize: 10.5, leastFontSize: 7 }
      : { name: part.label, value: textValue(part.value), font: 'body', fontSize: 16, leastFontSize: 8 };
  });
}

/** Builds the spines; pure. */
export function spineReport(paper: SpinePaper): FormReport {
  const t = translator(paper.locale);
  const pages: FormPage[] = [];
  let boxes: FormBox[] = [];
  let x: number = SHEET.x;
  for (const box of paper.boxes) {
    if (x + box.spineWidth > SHEET.x + SHEET.width) {
      pages.push({ boxes });
      boxes = [];
      x = SHEET.x;
    }
    boxes.push(...spine(t, paper.fonds, box, x));
    x += box.spineWidth + SHEET.gap;
  }
  if (boxes.length > 0) pages.push({ boxes });
  return formPaper(paper, { id: 'spine', title: t('papers.name.spine'), keywords: [], paper: 'A3', pages });
}
