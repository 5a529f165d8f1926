/** Sheets of labels of 64 × 34 mm, 3 × 8 on A4, for boxes and for documents. */
import { translator } from '#shared/i18n/index.ts';
import { type BoxChoice, formBox, type FormBox, type FormReport, textValue } from '#shared/report/model.ts';
import { itemText, type PaperDocument, termText } from './paper-document.ts';
import { formPaper, type PaperBase, type PaperFonds } from './paper-parts.ts';
import type { SpineBox } from './spines.ts';

export interface BoxLabel extends Omit<SpineBox, 'width'> {
  /** Where the box stands, from the room down. */
  place: string | null;
  count: number;
}

export interface BoxLabelPaper extends PaperBase {
  fonds: PaperFonds;
  boxes: readonly BoxLabel[];
}

export interface DocumentLabelPaper extends PaperBase {
  documents: readonly PaperDocument[];
}

/** mm */
const LABEL = { width: 64, height: 34 };
/** Between the parts of a line. */
const BETWEEN = '\u3000';
const SHEET = { x: 9, y: 12.5, columns: 3, rows: 8 };

type Line = Pick<BoxChoice, 'name' | 'height'> &
  Partial<Pick<BoxChoice, 'font' | 'fontSize' | 'leastFontSize' | 'align'>> & { text: string };

/** Lines of a label, one below the other; together they are as high as the label. The frame is where to cut. */
function labelBoxes(lines: readonly Line[], x: number, y: number): FormBox[] {
  let at = y;
  return lines.map(({ text, ...line }, index) => {
    const box = formBox({
      fontSize: 10.5,
      leastFontSize: 6,
      ...line,
      x,
      y: at,
      width: LABEL.width,
      value: textValue(text),
    });
    at += line.height;
    const borders = {
      ...box.borders,
      top: index === 0 ? ('thin' as const) : ('none' as const),
      bottom: index === lines.length - 1 ? ('thin' as const) : ('none' as const),
    };
    return { ...box, borders };
  });
}

function sheets(labels: readonly (readonly Line[])[]): { boxes: FormBox[] }[] {
  const size = SHEET.columns * SHEET.rows;
  return Array.from({ length: Math.ceil(labels.length / size) }, (_, page) => ({
    boxes: labels.slice(page * size, (page + 1) * size).flatMap((lines, index) => {
      const column = index % SHEET.columns;
      const row = Math.floor(index / SHEET.columns);
      return labelBoxes(lines, SHEET.x + column * LABEL.width, SHEET.y + row * LABEL.height);
    }),
  }));
}

/** Builds labels for boxes; pure. */
export function boxLabelReport({ fonds, boxes, ...base }: BoxLabelPaper): FormReport {
  const t = translator(base.locale);
  const labels = boxes.map((box): Line[] => {
    const items =
      box.firstItem === null || box.lastItem === null
        ? ''
        : t('papers.range', { from: box.firstItem, to: box.lastItem });
    const labelled = (label: string, value: string): string => t('papers.labelled', { label, value });
    return [
      { name: t('papers.field.fondsName'), height: 10, text: fonds.name, leastFontSize: 5 },
      {
        name: t('papers.field.boxNumber'),
        height: 10,
        font: 'label',
        fontSize: 16,
        text: t('papers.boxLabel', { year: box.year, term: termText(t, box.term), number: box.number }),
      },
      {
        name: t('papers.field.items'),
        height: 7,
        text: labelled(t('papers.field.items'), items) + t('papers.boxLabelCount', { count: box.count }),
      },
      {
        name: t('papers.field.place'),
        height: 7,
        fontSize: 9,
        text: [box.section, box.place].filter((part) => part !== null).join(BETWEEN),
      },
    ];
  });
  return formPaper(base, {
    id: 'box-labels',
    title: t('papers.name.boxLabels'),
    keywords: boxes.map(({ year, number }) => `${year}-${number}`),
    pages: sheets(labels),
  });
}

/** Builds labels for documents; pure. */
export function documentLabelReport({ documents, ...base }: DocumentLabelPaper): FormReport {
  const t = translator(base.locale);
  const labels = documents.map((document): Line[] => [
    { name: t('papers.column.code'), height: 9, font: 'number', fontSize: 12, text: document.code },
    { name: t('papers.column.title'), height: 18, leastFontSize: 5, align: 'left', text: document.title },
    {
      name: t('papers.field.item'),
      height: 7,
      fontSize: 9,
      text: [
        termText(t, document.term),
        t('papers.labelled', { label: t('papers.field.item'), value: itemText(document) }),
        ...(document.pages === null ? [] : [t('papers.pagesOf', { pages: document.pages })]),
        ...(document.box === null ? [] : [t('papers.boxOf', { number: document.box.number })]),
      ].join(BETWEEN),
    },
  ]);
  return formPaper(base, {
    id: 'document-labels',
    title: t('papers.name.documentLabels'),
    keywords: [],
    pages: sheets(labels),
  });
}
