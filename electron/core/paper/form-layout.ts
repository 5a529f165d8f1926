/**
 * Puts the boxes of a form where the builder wants them and finds the size and lines of their texts. Nothing is cut: a
 * text is set smaller, goes on on a further page or is refused, as its box says.
 */
import { AppError } from '#shared/errors.ts';
import { translator } from '#shared/i18n/index.ts';
import type { FormLayout, FormLayoutPage, LayoutText, PlacedBox } from '#shared/report/layout.ts';
import type { FormBox, FormReport } from '#shared/report/model.ts';
import { printedText } from '#shared/report/text.ts';
import type { FontChain } from './fonts.ts';
import { baseline, MM, type PageGeometry, pageGeometry } from './geometry.ts';
import { breakLines, lineWidth } from './line-breaking.ts';
import { formTexts, missingGlyphs } from './missing-glyphs.ts';
import { exampleLabel, pageNumber } from './page-foot.ts';
import { runningHead } from './page-head.ts';

/** Space between a box's edge and its text: this share of the box's side, at most so many pt. */
const PADDING = { share: 0.07, most: 2 * MM };
/** Distance of lines, and of characters in a vertical line, in em. */
const LINE = 1.4;
const VERTICAL_PITCH = 1.1;
/** Steps in which a text is set smaller, pt. */
const SHRINK = 0.5;
/** Rounding of millimetres must not make neighbours overlap or a full line too long. */
const EPS = 1e-6;

/** Lays out a form; see `layoutReport` for what it throws. */
export function layoutForm(report: FormReport, fonts: FontChain): FormLayout {
  if (report.pages.length === 0) throw new RangeError(`form ${report.id} has no page`);
  const geometry = pageGeometry(report.paper, report.orientation);
  const pages: FormLayoutPage[] = [];
  report.pages.forEach(({ boxes }, source) => {
    checkPlaces(boxes, geometry);
    const composer = new BoxComposer(report, fonts, source);
    for (const [part, placed] of composer.parts(boxes).entries()) {
      const number = pages.length + 1;
      pages.push({
        number,
        source,
        part,
        boxes: placed,
        pageNumber: report.pageNumbers ? pageNumber(report, fonts, geometry, number) : null,
        runningHead: [],
        exampleLabel: exampleLabel(report, fonts, geometry),
      });
    }
  });
  for (const page of pages) page.runningHead = runningHead(report, fonts, geometry, page.number, pages.length);
  const { width: pageWidth, height: pageHeight } = geometry;
  return { report, pageWidth, pageHeight, pages, missingGlyphs: missingGlyphs(formTexts(report), fonts) };
}

/** Boxes that leave the page or overlap are a fault of the builder. */
function checkPlaces(boxes: readonly FormBox[], { width, height }: PageGeometry): void {
  for (const [index, box] of boxes.entries()) {
    const inside =
      box.width > 0 &&
      box.height > 0 &&
      box.x >= 0 &&
      box.y >= 0 &&
      (box.x + box.width) * MM <= width + EPS &&
      (box.y + box.height) * MM <= height + EPS;
    if (!inside) throw new RangeError(`box ${box.name} leaves the page`);
    for (const other of boxes.slice(0, index)) {
      const apart =
        box.x + box.width <= other.x + EPS ||
        other.x + other.width <= box.x + EPS ||
        box.y + box.height <= other.y + EPS ||
        other.y + other.height <= box.y + EPS;
      if (!apart) throw new RangeError(`boxes ${other.name} and ${box.name} overlap`);
    }
  }
}

/** A text broken for a box at one size. */
interface Setting {
  fontSize: number;
  lines: string[];
  /** Lines that the box holds at this size. */
  room: number;
  /** No line is longer than the box is wide. */
  narrow: boolean;
}

class BoxComposer {
  readonly #report: FormReport;
  readonly #fonts: FontChain;
  readonly #source: number;

  constructor(report: FormReport, fonts: FontChain, source: number) {
    this.#report = report;
    this.#fonts = fonts;
    this.#source = source;
  }

  /** The boxes of a page, and those of the pages that go on with it. */
  parts(boxes: readonly FormBox[]): PlacedBox[][] {
    const settings = boxes.map((box) => this.#fit(box, printedText(box.value, this.#report.locale)));
    const marked = boxes.findIndex((box) => box.font === 'title' && printedText(box.value, this.#report.locale) !== '');
    const pages: PlacedBox[][] = [];
    const rest = settings.map(({ lines, room }) => ({ lines: [...lines], room }));
    for (;;) {
      const part = pages.length;
      pages.push(
        boxes.map((box, index) => {
          const setting = settings[index] ?? this.#set(box, '', box.fontSize);
          const left = rest[index];
          if (box.overflow === 'continue' && left) {
            return this.#place(box, index, setting.fontSize, left.lines.splice(0, left.room), false);
          }
          const shown = part > 0 && index === marked ? this.#fit(box, this.#continued(box)) : setting;
          return this.#place(box, index, shown.fontSize, shown.lines, part > 0);
        }),
      );
      const open = boxes.some((box, index) => box.overflow === 'continue' && (rest[index]?.lines.length ?? 0) > 0);
      if (!open) return pages;
    }
  }

  #continued(box: FormBox): string {
    return translator(this.#report.locale)('report.continued', { text: printedText(box.value, this.#report.locale) });
  }

  /** The largest size at which the box holds the text; the least one for a text that goes on elsewhere. */
  #fit(box: FormBox, text: string): Setting {
    let setting = this.#set(box, text, box.fontSize);
    while (!holds(setting) && setting.fontSize > box.leastFontSize) {
      setting = this.#set(box, text, Math.max(box.leastFontSize, setting.fontSize - SHRINK));
    }
    const goesOn = box.overflow === 'continue' && setting.room > 0 && setting.narrow;
    if (holds(setting) || goesOn) return setting;
    throw new AppError('export/text_does_not_fit', {
      box: box.name,
      page: this.#source + 1,
      text: Array.from(text).slice(0, 20).join(''),
      length: Array.from(text).length,
    });
  }

  #set(box: FormBox, text: string, fontSize: number): Setting {
    const { width, height } = inner(box);
    const [along, across] = box.direction === 'vertical' ? [height, width] : [width, height];
    const capacity = along / fontSize;
    const measure = this.#measure(box);
    const lines = text === '' ? [] : breakLines(text, measure, capacity);
    const room = across + EPS < fontSize ? 0 : 1 + Math.floor((across - fontSize + EPS) / (fontSize * LINE));
    return { fontSize, lines, room, narrow: lines.every((line) => lineWidth(line, measure) <= capacity + EPS) };
  }

  /** What a character takes along its line, em. */
  #measure(box: FormBox): (codePoint: number) => number {
    const width = (codePoint: number) => this.#fonts.width(box.font, codePoint);
    return box.direction === 'vertical' ? (codePoint) => (width(codePoint) === 0 ? 0 : VERTICAL_PITCH) : width;
  }

  #place(box: FormBox, index: number, fontSize: number, lines: string[], repeated: boolean): PlacedBox {
    const rectangle = { x: box.x * MM, y: box.y * MM, width: box.width * MM, height: box.height * MM };
    const glyphs =
      box.direction === 'vertical' ? this.#columns(box, fontSize, lines) : this.#rows(box, fontSize, lines);
    return { box, index, ...rectangle, fontSize, text: lines.join(''), lines, glyphs, repeated };
  }

  #rows(box: FormBox, fontSize: number, lines: readonly string[]): LayoutText[] {
    const { x, y, width, height } = inner(box);
    const pitch = fontSize * LINE;
    const used = fontSize + (lines.length - 1) * pitch;
    const top = y + (height - used) * SHARE[box.verticalAlign];
    return lines.map((text, line) => {
      const free = width - lineWidth(text, this.#measure(box)) * fontSize;
      return { text, x: x + free * SHARE[box.align], y: baseline(top + line * pitch, fontSize, fontSize), fontSize };
    });
  }

  /** Characters one below the other, lines from right to left. */
  #columns(box: FormBox, fontSize: number, lines: readonly string[]): LayoutText[] {
    const { x, y, width, height } = inner(box);
    const pitch = fontSize * LINE;
    const used = fontSize + (lines.length - 1) * pitch;
    const right = x + (width - used) * SHARE[box.align] + used;
    return lines.flatMap((text, line) => {
      const middle = right - fontSize / 2 - line * pitch;
      const free = height - lineWidth(text, this.#measure(box)) * fontSize;
      let top = y + free * SHARE[box.verticalAlign];
      return this.#uprights(box, text).map((character) => {
        const half = (lineWidth(character, (codePoint) => this.#fonts.width(box.font, codePoint)) * fontSize) / 2;
        const placed = {
          text: character,
          x: middle - half,
          y: baseline(top, fontSize * VERTICAL_PITCH, fontSize),
          fontSize,
        };
        top += fontSize * VERTICAL_PITCH;
        return placed;
      });
    });
  }

  /** Characters with the invisible ones that belong to them. */
  #uprights(box: FormBox, text: string): string[] {
    const characters: string[] = [];
    for (const character of text) {
      const visible = this.#fonts.width(box.font, character.codePointAt(0) ?? 0) > 0;
      if (visible || characters.length === 0) characters.push(character);
      else characters[characters.length - 1] += character;
    }
    return characters;
  }
}

/** The share of free room that lies before the text. */
const SHARE = { left: 0, top: 0, center: 0.5, middle: 0.5, right: 1, bottom: 1 } as const;

function holds({ lines, room, narrow }: Setting): boolean {
  return lines.length <= room && narrow;
}

/** The part of a box that its text may take, pt. */
function inner(box: FormBox): { x: number; y: number; width: number; height: number } {
  const side = Math.min(box.width * MM * PADDING.share, PADDING.most);
  const above = Math.min(box.height * MM * PADDING.share, PADDING.most);
  return {
    x: box.x * MM + side,
    y: box.y * MM + above,
    width: box.width * MM - 2 * side,
    height: box.height * MM - 2 * above,
  };
}
