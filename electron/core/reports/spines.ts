/**
 * 盒脊 (DA/T 22-2015, 5.7.2): 310 mm high, 20 to 50 mm wide; 全宗号, 年度, 保管期限, 起止件号 (the first above the last),
 * 盒号, and 机构(问题) where the fonds has that level. On A3 in one piece; on A4, which is too short, as an upper and a lower
 * strip of 155 mm to be pasted below each other, cut between two fields.
 */
import { translator, type Translate } from '#shared/i18n/index.ts';
import { formBox, type FormBox, type FormReport, textValue } from '#shared/report/model.ts';
import { termText } from './paper-document.ts';
import { formPaper, type PaperBase, type PaperFonds } from './paper-parts.ts';

export interface SpineBox {
  number: number;
  year: number;
  term: string;
  section: string | null;
  /** 起止件号 as printed; null = nothing lies in the box yet. */
  firstItem: string | null;
  lastItem: string | null;
  /** mm */
  width: 20 | 30 | 40 | 50;
}

export interface SpinePaper extends PaperBase {
  fonds: PaperFonds;
  boxes: readonly SpineBox[];
  sheet: 'A3' | 'A4';
}

/** mm */
const HALF = 155;
const LABEL = 11;
const TOP = 20;
/** Between boxes, and between the two strips of a box. */
const GAP = 6;
const CUT = 1;
const SIDES = { A3: { margin: 12, width: 297 }, A4: { margin: 12, width: 210 } };

interface SpineField {
  label: string;
  values: readonly string[];
  vertical?: true;
}

/** The fields of both halves, from the top. */
function fields(t: Translate, fonds: PaperFonds, box: SpineBox): [upper: SpineField[], lower: SpineField[]] {
  return [
    [
      { label: t('papers.field.fondsCode'), values: [fonds.code ?? ''] },
      { label: t('papers.field.year'), values: [String(box.year)] },
      { label: t('papers.field.term'), values: [termText(t, box.term)] },
      ...(box.section === null
        ? []
        : [{ label: t('papers.field.section'), values: [box.section], vertical: true } as const]),
    ],
    [
      { label: t('papers.field.items'), values: [box.firstItem ?? '', box.lastItem ?? ''] },
      { label: t('papers.field.boxNumber'), values: [String(box.number)] },
    ],
  ];
}

/** How much of a half's free room a value takes, relative to the others. */
function share({ vertical }: SpineField): number {
  return vertical ? 2.2 : 1;
}

function strip(half: readonly SpineField[], x: number, y: number, width: number): FormBox[] {
  const shares = half.reduce((sum, field) => sum + field.values.length * share(field), 0);
  const unit = (HALF - half.length * LABEL) / shares;
  const boxes: FormBox[] = [];
  let at = y;
  for (const field of half) {
    boxes.push(
      formBox({
        name: field.label,
        x,
        y: at,
        width,
        height: LABEL,
        value: textValue(field.label),
        font: 'label',
        fontSize: 12,
        leastFontSize: 6,
      }),
    );
    at += LABEL;
    for (const value of field.values) {
      const height = unit * share(field);
      const direction = field.vertical ? 'vertical' : 'horizontal';
      boxes.push(
        formBox({
          name: field.label,
          x,
          y: at,
          width,
          height,
          value: textValue(value),
          fontSize: width < 30 ? 16 : 20,
          leastFontSize: 8,
          direction,
        }),
      );
      at += height;
    }
  }
  return boxes;
}

/** Builds the spines, as many a sheet as there is room for; pure. */
export function spineReport(paper: SpinePaper): FormReport {
  const { fonds, boxes, sheet, locale } = paper;
  const t = translator(locale);
  const side = SIDES[sheet];
  const pages: { boxes: FormBox[] }[] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const [upper, lower] = fields(t, fonds, box);
    // Both strips of a box stay on one sheet.
    const aside = sheet === 'A4' ? box.width + CUT : 0;
    if (x + aside + box.width > side.width - side.margin) {
      pages.push({ boxes: [] });
      x = side.margin;
    }
    pages
      .at(-1)
      ?.boxes.push(
        ...strip(upper, x, TOP, box.width),
        ...strip(lower, x + aside, sheet === 'A4' ? TOP : TOP + HALF, box.width),
      );
    x += aside + box.width + GAP;
  }
  return formPaper(paper, {
    id: 'spines',
    title: t('papers.name.spine'),
    keywords: boxes.map(({ year, number }) => `${year}-${number}`),
    paper: sheet,
    pages,
  });
}
