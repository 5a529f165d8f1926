/**
 * The look of the official paper in a workbook. Fonts in a workbook are names only, so a scheme names fonts that the
 * reader's machine has: the ones of the standard, or those of every Windows.
 *
 * Invariant: a style object is made once for its key and never changed; cells of one look share it.
 * Source: GB/T 9704-2012, 5.2.2 (type), 7.3.4 (annex), 7.5 (page number).
 */
import type { Alignment, Border, Borders, Font, Style } from 'exceljs';
import type { Align } from '#shared/report/model.ts';
import type { FontScheme } from '../paper/fonts.ts';
import type { BoxLook, SheetCell } from './xlsx-plan.ts';

export type Look = 'annex' | 'title' | 'header' | 'body' | 'note' | 'field';
export type NumberFormat = 'text' | 'general' | 'integer' | 'fen' | 'date';

/** The Chinese character set (GB 2312) in font tables; without it Excel may choose a Western face. */
const CHARSET_GB2312 = 134;
const SONG = '宋体';
/** `official`: 方正小标宋简体 and 仿宋_GB2312; `shipped`: 宋体 bold and 仿宋, which come with Windows. */
const FACES: Record<FontScheme, Record<Look, { name: string; bold: boolean }>> = {
  official: {
    annex: { name: '黑体', bold: false },
    title: { name: '方正小标宋简体', bold: false },
    header: { name: '黑体', bold: false },
    body: { name: '仿宋_GB2312', bold: false },
    note: { name: '仿宋_GB2312', bold: false },
    field: { name: '仿宋_GB2312', bold: false },
  },
  shipped: {
    annex: { name: '黑体', bold: false },
    title: { name: SONG, bold: true },
    header: { name: '黑体', bold: false },
    body: { name: '仿宋', bold: false },
    note: { name: '仿宋', bold: false },
    field: { name: '仿宋', bold: false },
  },
};

const FORMATS: Record<NumberFormat, string> = {
  text: '@',
  general: 'General',
  integer: '0',
  fen: '#,##0.00',
  date: 'yyyy"年"m"月"d"日"',
};

/** Font of the workbook's normal style; the unit of column widths is the width of its digits (8 px at 96 dpi). */
export const DEFAULT_FONT: Partial<Font> = { name: SONG, size: 11, family: 3, charset: CHARSET_GB2312 };
export const DIGIT_WIDTH_PX = 8;
export const PX_PER_PT = 96 / 72;
/** White space inside a cell that no text uses. */
export const CELL_PADDING_PX = 8;
/** One step of indentation, which keeps text off the border. */
export const INDENT_PX = 9;
/** Excel's greatest row height is 409.5 pt; higher rows are written as several rows with merged cells. */
export const HIGHEST_ROW_PT = 400;
/** Face of the page number (半角宋体). */
export const FOOTER_FACE = `&"${SONG},常规"`;

const LINE: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
const FRAME: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** Text of a `@` cell longer than this is shown as ##### by Excel, so longer texts carry no number format. */
const LONGEST_TEXT_FORMAT = 255;

/** The number format of a text cell. */
export function textFormat(text: string): NumberFormat {
  return text.length <= LONGEST_TEXT_FORMAT ? 'text' : 'general';
}

export type StyleOf = (cell: SheetCell, format: NumberFormat) => Partial<Style>;

/** Makes the styles of one workbook; the same look gives the same object. */
export function createStyles(scheme: FontScheme): StyleOf {
  const made = new Map<string, Partial<Style>>();
  return ({ look, align, fontSize }, format) => {
    const key = `${typeof look === 'string' ? look : boxKey(look)} ${align} ${format} ${fontSize}`;
    let style = made.get(key);
    if (!style) {
      style =
        typeof look === 'string'
          ? tableStyle(scheme, look, align, format, fontSize)
          : boxStyle(scheme, look, align, format, fontSize);
      made.set(key, style);
    }
    return style;
  };
}

function tableStyle(scheme: FontScheme, look: Look, align: Align, format: NumberFormat, size: number): Partial<Style> {
  const indented = look === 'body' && align !== 'center';
  const alignment: Partial<Alignment> = {
    horizontal: align,
    // A line to sign on keeps its room above.
    vertical: look === 'field' ? 'bottom' : 'middle',
    wrapText: true,
    ...(indented ? { indent: 1 } : {}),
  };
  const framed = look === 'header' || look === 'body';
  return {
    font: font(FACES[scheme][look], size),
    alignment,
    numFmt: FORMATS[format],
    ...(framed ? { border: FRAME } : {}),
  };
}

function font({ name, bold }: { name: string; bold: boolean }, size: number): Partial<Font> {
  return { name, size, charset: CHARSET_GB2312, ...(bold ? { bold } : {}) };
}

function boxKey({ font: face, verticalAlign, direction, borders, ink, borderInk }: BoxLook): string {
  const { top, right, bottom, left } = borders;
  return [face, verticalAlign, direction, top, right, bottom, left, ink, borderInk].join(' ');
}

const INK = { black: { argb: 'FF000000' }, red: { argb: 'FFD90000' } };

function boxStyle(scheme: FontScheme, look: BoxLook, align: Align, format: NumberFormat, size: number): Partial<Style> {
  const faces = FACES[scheme];
  const face = { title: faces.title, body: faces.body, label: faces.header, number: { name: SONG, bold: false } }[
    look.font
  ];
  const border: Partial<Borders> = {};
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const style = look.borders[side];
    if (style !== 'none') border[side] = { style, color: INK[look.borderInk] };
  }
  const alignment: Partial<Alignment> = {
    horizontal: align,
    vertical: look.verticalAlign,
    // LibreOffice puts stacked text that may wrap at the left edge, whatever its alignment.
    ...(look.direction === 'vertical' ? { textRotation: 'vertical' as const } : { wrapText: true }),
    ...(align === 'center' ? {} : { indent: 1 }),
  };
  return {
    font: { ...font(face, size), ...(look.ink === 'red' ? { color: INK.red } : {}) },
    alignment,
    numFmt: FORMATS[format],
    ...(Object.keys(border).length > 0 ? { border } : {}),
  };
}
