/**
 * Measures of the official paper in pt (1/72 inch): A4, type area 156 × 225 mm (GB/T 9704-2012, 5.2), type sizes by
 * their Chinese numbers. A landscape page is the bound sheet turned clockwise: its upper edge is the binding edge, so
 * that heading and page number lie where the standard puts them (7.4, 7.5). A3 keeps the margins. Registers, which are
 * bound at their left edge and have up to fifteen columns, take other margins: 247 × 166 mm remain of a landscape A4.
 */
export const MM = 72 / 25.4;

export interface PageGeometry {
  width: number;
  height: number;
  margins: { top: number; right: number; bottom: number; left: number };
  /** The page number keeps its place on the bound sheet, which is turned: it stands in the left margin. */
  numberInMargin: boolean;
}

/** Short and long side. */
const SIDES = { A4: [210 * MM, 297 * MM], A3: [297 * MM, 420 * MM] } as const;
/** 天头 37 mm, 订口 28 mm; the type area leaves 26 mm at the fore-edge and 35 mm at the foot. */
const HEAD = 37 * MM;
const BINDING = 28 * MM;
const FORE_EDGE = 26 * MM;
const FOOT = 35 * MM;

const REGISTER = { top: 22 * MM, right: 25 * MM, bottom: 22 * MM, left: 25 * MM };

export type Margins = 'official' | 'register';

export function pageGeometry(
  paper: 'A4' | 'A3',
  orientation: 'portrait' | 'landscape',
  margins: Margins = 'official',
): PageGeometry {
  const [short, long] = SIDES[paper];
  const turned = orientation === 'landscape';
  const size = turned ? { width: long, height: short } : { width: short, height: long };
  if (margins === 'register') return { ...size, margins: REGISTER, numberInMargin: false };
  return turned
    ? { ...size, margins: { top: BINDING, right: HEAD, bottom: FORE_EDGE, left: FOOT }, numberInMargin: true }
    : { ...size, margins: { top: HEAD, right: FORE_EDGE, bottom: FOOT, left: BINDING }, numberInMargin: false };
}

/** 二号 小标宋. */
export const TITLE_SIZE = 22;
export const TITLE_PITCH = 34;
/** 三号 黑体. */
export const ANNEX_SIZE = 16;
/** Lines of running text: 22 lines in 225 mm. */
export const LINE_PITCH = (225 * MM) / 22;
/** Space between the title and the table. */
export const TITLE_GAP = 13;
/** 小四. */
export const NOTE_SIZE = 12;
export const NOTE_PITCH = 18;
export const NOTE_GAP = 6;
/** Space that a field keeps to the next one on its line. */
export const FIELD_GAP = 12;
/** Lines to sign on, with room for a hand. */
export const CLOSING_PITCH = 27;
/** 四号 宋体. */
export const PAGE_NUMBER_SIZE = 14;
/** The dashes of the page number lie this far below the type area (7.5). */
const PAGE_NUMBER_DISTANCE = 7 * MM;
/** 五号. */
export const EXAMPLE_SIZE = 10.5;
/** 小五, of running heads. */
export const RUNNING_SIZE = 9;
/** Space between a cell's border and its text. */
export const CELL_SIDE = 6;

/** Height of a Chinese font's em box above the base line, in em; the same in all of them. */
export const EM_ASCENT = 0.88;
/** Height of a dash above the base line, in em. */
const DASH_HEIGHT = 0.36;

/** Base line of text whose em box is centred in a line. */
export function baseline(lineTop: number, lineHeight: number, fontSize: number): number {
  return lineTop + (lineHeight - fontSize) / 2 + fontSize * EM_ASCENT;
}

/** How far below the type area the base line of the page number lies. */
export const PAGE_NUMBER_DROP = PAGE_NUMBER_DISTANCE + DASH_HEIGHT * PAGE_NUMBER_SIZE;

/**
 * Where the page number begins: one em in from the type area's edge, on the right of odd pages, on the left of even
 * ones. `width` is the number's width in pt.
 */
export function pageNumberPlace(
  { width: pageWidth, height: pageHeight, margins, numberInMargin }: PageGeometry,
  page: number,
  width: number,
): { x: number; y: number; rotation: 0 | 90 } {
  const odd = page % 2 === 1;
  if (numberInMargin) {
    const along = odd ? pageHeight - margins.bottom - PAGE_NUMBER_SIZE - width : margins.top + PAGE_NUMBER_SIZE;
    return { x: margins.left - PAGE_NUMBER_DROP, y: along, rotation: 90 };
  }
  const along = odd ? pageWidth - margins.right - PAGE_NUMBER_SIZE - width : margins.left + PAGE_NUMBER_SIZE;
  return { x: along, y: pageHeight - margins.bottom + PAGE_NUMBER_DROP, rotation: 0 };
}
