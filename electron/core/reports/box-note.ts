/** 备考表 (DA/T 22-2015, 5.7.4), one leaf a box: what is in it, what is missing, who arranged and who checked it. */
import { translator, type Translate } from '#shared/i18n/index.ts';
import { boxGrid, formBox, type FormBox, type FormReport, textValue } from '#shared/report/model.ts';
import { pageSum, termText, type PaperDocument } from './paper-document.ts';
import { dayValue, formPaper, type PaperBase, type PaperFonds } from './paper-parts.ts';

export interface PaperBox {
  number: number;
  year: number;
  term: string;
  section: string | null;
  spineWidth: number;
  note: string;
  arrangedBy: string | null;
  arrangedOn: string | null;
  checkedBy: string | null;
  checkedOn: string | null;
  documents: readonly PaperDocument[];
  /** 件号 between the first and the last that are not in the box. */
  missing: readonly string[];
}

export interface BoxNotePaper extends PaperBase {
  fonds: PaperFonds;
  boxes: readonly PaperBox[];
}

/** mm on an upright A4. */
const LEFT = 28;
const WIDTH = 156;

/** 共×件×页, what is missing, then what the archivist wrote. */
function contentText(t: Translate, box: PaperBox): string {
  const counted = t('papers.boxCounted', { count: box.documents.length, pages: pageSum(box.documents) });
  const missing =
    box.missing.length === 0 ? '' : t('papers.boxMissing', { numbers: box.missing.join(t('paper.unitSeparator')) });
  return [counted, missing, box.note.trim()].filter((text) => text !== '').join('\n');
}

function page(t: Translate, box: PaperBox): FormBox[] {
  const title = t('papers.name.boxNote');
  const which = [String(box.year), termText(box.term), box.section ?? '', t('papers.boxNumber', { number: box.number })]
    .filter((text) => text !== '')
    .join(' · ');
  const content = t('papers.field.boxContent');
  return [
    formBox({
      name: title,
      x: LEFT,
      y: 30,
      width: WIDTH,
      height: 16,
      value: textValue(title),
      font: 'title',
      fontSize: 22,
      frame: 'none',
    }),
    formBox({
      name: which,
      x: LEFT,
      y: 48,
      width: WIDTH,
      height: 9,
      value: textValue(which),
      fontSize: 12,
      frame: 'none',
      align: 'right',
    }),
    formBox({
      name: content,
      x: LEFT,
      y: 60,
      width: WIDTH,
      height: 11,
      value: textValue(content),
      font: 'label',
      align: 'left',
      fontSize: 14,
    }),
    formBox({
      name: content,
      x: LEFT,
      y: 71,
      width: WIDTH,
      height: 130,
      value: textValue(contentText(t, box)),
      fontSize: 14,
      leastFontSize: 10.5,
      align: 'left',
      verticalAlign: 'top',
      overflow: 'continue',
    }),
    ...boxGrid({ x: LEFT, y: 201, columns: [34, 44, 34, 44], rows: [14, 14] }, (row, column) => {
      const cells = [
        [
          textValue(t('papers.field.arrangedBy')),
          textValue(box.arrangedBy ?? ''),
          textValue(t('papers.field.arrangedOn')),
          dayValue(box.arrangedOn),
        ],
        [
          textValue(t('papers.field.checkedBy')),
          textValue(box.checkedBy ?? ''),
          textValue(t('papers.field.checkedOn')),
          dayValue(box.checkedOn),
        ],
      ];
      const value = cells[row]?.[column];
      if (!value) return null;
      return { name: title, value, ...(column % 2 === 0 ? { font: 'label' as const } : {}) };
    }),
  ];
}

/** Builds the notes; pure. */
export function boxNoteReport(paper: BoxNotePaper): FormReport {
  const t = translator(paper.locale);
  return formPaper(paper, {
    id: 'box-note',
    title: t('papers.name.boxNote'),
    keywords: [...new Set(paper.boxes.map(({ year }) => String(year)))],
    pages: paper.boxes.map((box) => ({ boxes: page(t, box) })),
  });
}
