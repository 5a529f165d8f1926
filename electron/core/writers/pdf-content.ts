/**
 * Reads the text of a page's content stream as a reader's program would: codes through the font's ToUnicode map,
 * ActualText in place of what it covers, each piece under the marked content it belongs to.
 */
import type { PdfFile } from './pdf-file.ts';
import {
  type PdfDictionary,
  PdfKeyword,
  PdfLexer,
  PdfName,
  PdfReferenceTo,
  PdfString,
  type PdfValue,
} from './pdf-lexer.ts';

export interface PageText {
  /** Text by marked-content number. */
  marked: Map<number, string>;
  /** Text outside the structure: page numbers, repeated headings. */
  artifacts: string[];
}

interface Mark {
  /** Marked-content number, or null for an artifact or a mark inside another. */
  number: number | null;
  artifact: boolean;
  actual: string | null;
}

export class PageTextReader {
  readonly #file: PdfFile;
  /** By the font's object number. */
  readonly #fonts = new Map<number, Map<number, string>>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  read(page: PdfDictionary): PageText {
    const resources = this.#file.dictionary(page.get('Resources'));
    const fonts = this.#file.get(resources.get('Font'));
    const result: PageText = { marked: new Map(), artifacts: [] };
    const marks: Mark[] = [];
    const operands: PdfValue[] = [];
    let font: Map<number, string> | null = null;
    const add = (text: string) => {
      const inner = marks.findLast((mark) => mark.number !== null || mark.artifact);
      if (!inner) throw new Error('text without place in the structure');
      if (inner.number === null) result.artifacts[result.artifacts.length - 1] += text;
      else result.marked.set(inner.number, (result.marked.get(inner.number) ?? '') + text);
    };
    const lexer = new PdfLexer(this.#file.streamText(page.get('Contents')));
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!(token instanceof PdfKeyword)) {
        operands.push(token);
        continue;
      }
      switch (token.word) {
        case 'Tf': {
          const name = operands[0];
          if (!(name instanceof PdfName) || !(fonts instanceof Map)) throw new Error('font expected');
          font = this.#font(fonts.get(name.name));
          break;
        }
        case 'BDC':
        case 'BMC': {
          const mark = this.#mark(operands);
          marks.push(mark);
          if (mark.artifact) result.artifacts.push('');
          if (mark.number !== null) result.marked.set(mark.number, result.marked.get(mark.number) ?? '');
          break;
        }
        case 'EMC': {
          const mark = marks.pop();
          if (!mark) throw new Error('marked content ends twice');
          if (mark.actual !== null) add(mark.actual);
          break;
        }
        case 'Tj': {
          const [codes] = operands;
          if (!(codes instanceof PdfString) || !font) throw new Error('text without font');
          if (!marks.some((mark) => mark.actual !== null)) add(decode(codes.bytes, font));
          break;
        }
        case 'TJ':
        case "'":
        case '"':
        case 'Do':
        case 'BI':
          throw new Error(`unexpected operator ${token.word}`);
        default:
      }
      operands.length = 0;
    }
    if (marks.length > 0) throw new Error('marked content without end');
    return result;
  }

  #mark(operands: readonly PdfValue[]): Mark {
    const [tag, properties] = operands;
    const number = properties instanceof Map ? properties.get('MCID') : undefined;
    const actual = properties instanceof Map ? properties.get('ActualText') : undefined;
    return {
      number: typeof number === 'number' ? number : null,
      artifact: tag instanceof PdfName && tag.name === 'Artifact',
      actual: actual instanceof PdfString ? actual.text : null,
    };
  }

  #font(reference: PdfValue | undefined): Map<number, string> {
    if (!(reference instanceof PdfReferenceTo)) throw new Error('font expected');
    let map = this.#fonts.get(reference.id);
    if (!map) {
      map = readToUnicode(this.#file.streamText(this.#file.dictionary(reference).get('ToUnicode')));
      this.#fonts.set(reference.id, map);
    }
    return map;
  }
}

function decode(codes: string, font: ReadonlyMap<number, string>): string {
  let text = '';
  for (let at = 0; at + 1 < codes.length; at += 2) {
    const code = codes.charCodeAt(at) * 256 + codes.charCodeAt(at + 1);
    // Code 0 is the empty box of a missing glyph, whatever the map says of it.
    text += code === 0 ? '\ufffd' : (font.get(code) ?? '\ufffd');
  }
  return text;
}

/** Code → text from a ToUnicode map with bfrange and bfchar sections. */
function readToUnicode(text: string): Map<number, string> {
  const map = new Map<number, string>();
  const lexer = new PdfLexer(text);
  let values: PdfValue[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof PdfKeyword)) {
      values.push(token);
      continue;
    }
    if (token.word === 'endbfchar') {
      for (let at = 0; at + 1 < values.length; at += 2) map.set(code(values[at]), unicode(values[at + 1]));
    }
    if (token.word === 'endbfrange') {
      for (let at = 0; at + 2 < values.length; at += 3) {
        const target = values[at + 2];
        const first = code(values[at]);
        const last = code(values[at + 1]);
        if (!Array.isArray(target)) throw new Error('unexpected ToUnicode range');
        for (let index = 0; first + index <= last; index++) map.set(first + index, unicode(target[index]));
      }
    }
    values = [];
  }
  return map;
}

function code(value: PdfValue | undefined): number {
  if (!(value instanceof PdfString)) throw new Error('damaged ToUnicode map');
  return Array.from(value.bytes).reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
}

function unicode(value: PdfValue | undefined): string {
  if (!(value instanceof PdfString)) throw new Error('damaged ToUnicode map');
  return new TextDecoder('utf-16be').decode(Buffer.from(value.bytes, 'latin1'));
}
