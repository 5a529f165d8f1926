/**
 * Sets text in a PDF glyph by glyph: one look-up a character, no shaping, no wrapping. A code of a font stands for
 * exactly one character, so that copied and searched text is the text of the data; what has no glyph of its own carries
 * the character as ActualText (ISO 32000-1, 14.9.4).
 */
import { type Face, type FontChain, type FontRole, type Glyph, isInvisible } from '../paper/fonts.ts';
import { currentFont, type EmbeddedFont, type PdfDocument } from './pdfkit-internals.ts';

/** Printed in place of a character that no font has, as printers do: 〓. */
const MISSING_MARK = 0x3013;

/** Fonts parsed in this process, by face. */
const parsed = new Map<string, EmbeddedFont['font']>();

interface Code {
  font: EmbeddedFont;
  hex: string;
}

export interface TextPlace {
  x: number;
  /** Base line, from the page's upper edge. */
  y: number;
  fontSize: number;
  /** Added after each character, pt. */
  spacing?: number;
  rotation?: 0 | 90;
}

/** The red of stamps in sRGB, the file's output intent. */
export const RED = '0.85 0 0';

/** Two decimals of a point are finer than any printer. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export class PdfText {
  readonly #document: PdfDocument;
  readonly #fonts: FontChain;
  readonly #embedded = new Map<string, EmbeddedFont>();
  /** Which character a code of a font stands for already. */
  readonly #taken = new Map<EmbeddedFont, Map<number, number>>();
  readonly #codes = new Map<FontRole, Map<number, Code | null>>();

  constructor(document: PdfDocument, fonts: FontChain) {
    this.#document = document;
    this.#fonts = fonts;
  }

  /** Content that draws a line. */
  show(role: FontRole, text: string, place: TextPlace): string {
    const matrix = place.rotation === 90 ? '0 1 1 0' : '1 0 0 -1';
    const out = [`BT ${matrix} ${number(place.x)} ${number(place.y)} Tm`];
    if (place.spacing) out.push(`${number(place.spacing)} Tc`);
    let font: EmbeddedFont | null = null;
    let run = '';
    const flush = () => {
      if (run !== '') out.push(`<${run}> Tj`);
      run = '';
    };
    const add = (code: Code) => {
      if (code.font !== font) {
        flush();
        font = code.font;
        this.#document.page.fonts[font.id] ??= font.ref();
        out.push(`/${font.id} ${number(place.fontSize)} Tf`);
      }
      run += code.hex;
    };
    for (const character of text) {
      if (character === '\n') continue;
      const codePoint = character.codePointAt(0) ?? 0;
      const code = this.#code(role, codePoint);
      if (code) {
        add(code);
        continue;
      }
      flush();
      out.push(`/Span <</ActualText <${utf16(character)}>>> BDC`);
      const mark = isInvisible(codePoint) ? null : this.#code(role, MISSING_MARK);
      if (mark) add(mark);
      flush();
      out.push('EMC');
    }
    flush();
    if (place.spacing) out.push('0 Tc');
    out.push('ET');
    return out.join(' ');
  }

  #code(role: FontRole, codePoint: number): Code | null {
    let codes = this.#codes.get(role);
    if (!codes) this.#codes.set(role, (codes = new Map()));
    let code = codes.get(codePoint);
    if (code === undefined) {
      const glyph = isInvisible(codePoint) ? null : this.#fonts.glyph(role, codePoint);
      code = glyph ? this.#encode(glyph, codePoint) : null;
      codes.set(codePoint, code);
    }
    return code;
  }

  #encode(glyph: Glyph, codePoint: number): Code {
    const font = this.#font(glyph.face);
    let taken = this.#taken.get(font);
    if (!taken) this.#taken.set(font, (taken = new Map()));
    let code = font.subset.includeGlyph(glyph.id);
    const owner = taken.get(code);
    if (owner !== undefined && owner !== codePoint) {
      // Two characters share a glyph (a radical and its ideograph): the second gets a copy with a code of its own.
      const copy = [...taken].find(
        ([other, character]) => character === codePoint && font.subset.glyphs[other] === glyph.id,
      );
      code = copy ? copy[0] : font.subset.glyphs.push(glyph.id) - 1;
    }
    taken.set(code, codePoint);
    font.widths[code] = glyph.width;
    font.unicode[code] = [codePoint];
    return { font, hex: code.toString(16).padStart(4, '0') };
  }

  #font(face: Face): EmbeddedFont {
    let font = this.#embedded.get(face.key);
    if (!font) {
      const known = parsed.get(face.key);
      if (known) this.#document.font(known);
      else if (face.inCollection) this.#document.font(face.file, face.postscriptName);
      else this.#document.font(face.file);
      font = currentFont(this.#document);
      parsed.set(face.key, font.font);
      this.#embedded.set(face.key, font);
    }
    return font;
  }
}

/** UTF-16 with byte order mark, in hexadecimal. */
export function utf16(text: string): string {
  let hex = 'feff';
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0');
  return hex;
}
