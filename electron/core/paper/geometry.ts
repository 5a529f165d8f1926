/**
 * Measures of the official paper in pt (1/72 inch): A4, type area 156 × 225 mm (GB/T 9704-2012, 5.2), type sizes by
 * their Chinese numbers. A landscape page is the bound sheet turned clockwise: its upper edge is the binding edge, so
 * that heading and page number lie where the standard puts them (7.4, 7.5).
 */
const MM = 72 / 25.4;

export interface PageGeometry {
  width: number;
  height: number;
  margins: { top: number; right: number; bottom: number; left: number };
}

const SHORT = 210 * MM;
const LONG = 297 * MM;
/** 天头 37 mm, 订口 28 mm; the type area leaves 26 mm at the fore-edge and 35 mm at the foot. */
const HEAD = 37 * MM;
const BINDING = 28 * MM;
const FORE_EDGE = 26 * MM;
const FOOT = 35 * MM;

export const PORTRAIT: PageGeometry = {
  width: SHORT,
  height: LONG,
  margins: { top: HEAD, right: FORE_EDGE, bottom: FOOT, left: BINDING },
};

export const LANDSCAPE: PageGeometry = {
  width: LONG,
  height: SHORT,
  margins: { top: BINDING, right: HEAD, bottom: FORE_EDGE, left: FOOT },
};

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
/** 四号 宋体. */
export const PAGE_NUMBER_SIZE = 14;
/** The dashes of the page number lie this far below the type area (7.5). */
export const PAGE_NUMBER_DISTANCE = 7 * MM;
/** 五号. */
export const EXAMPLE_SIZE = 10.5;
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

/**
 * Where the page number begins: one em in from the type area's edge, on the right of odd pages, on the left of even
 * ones. `width` is the number's width in pt.
 */
export function pageNumberPlace(
  landscape: boolean,
  page: number,
  width: number,
): { x: number; y: number; rotation: 0 | 90 } {
  const fromFoot = FOOT - PAGE_NUMBER_DISTANCE - DASH_HEIGHT * PAGE_NUMBER_SIZE;
  const along = page % 2 === 1 ? SHORT - FORE_EDGE - PAGE_NUMBER_SIZE - width : BINDING + PAGE_NUMBER_SIZE;
  return landscape ? { x: fromFoot, y: along, rotation: 90 } : { x: along, y: LONG - fromFoot, rotation: 0 };
}
