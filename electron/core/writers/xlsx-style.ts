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

export type Look = 'annex' | 'title' | 'header' | 'body' | 'note';
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
  },
  shipped: {
    annex: { name: '黑体', bold: false },
    title: { name: SONG, bold: true },
    header: { name: '黑体', bold: false },
    body: { name: '仿宋', bold: false },
    note: { name: '仿宋', bold: false },
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

export type StyleOf = (look: Look, align: Align, format: NumberFormat, size: number) => Partial<Style>;

/** Makes the styles of one workbook; the same look gives the same object. */
export function createStyles(scheme: FontScheme): StyleOf {
  const made = new Map<string, Partial<Style>>();
  return (look, align, format, size) => {
    const key = `${look} ${align} ${format} ${size}`;
    let style = made.get(key);
    if (!style) {
      style = buildStyle(scheme, look, align, format, size);
      made.set(key, style);
    }
    return style;
  };
}

function buildStyle(scheme: FontScheme, look: Look, align: Align, format: NumberFormat, size: number): Partial<Style> {
  const { name, bold } = FACES[scheme][look];
  const indented = look === 'body' && align === 'left';
  const alignment: Partial<Alignment> = {
    horizontal: align,
    vertical: 'middle',
    wrapText: true,
    ...(indented ? { indent: 1 } : {}),
  };
  const font: Partial<Font> = { name, size, charset: CHARSET_GB2312, ...(bold ? { bold } : {}) };
  const framed = look === 'header' || look === 'body';
  return { font, alignment, numFmt: FORMATS[format], ...(framed ? { border: FRAME } : {}) };
}
