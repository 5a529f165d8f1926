/**
 * The values a PDF is made of (ISO 32000-1, 7.3) and the lexer that reads them, from objects and content streams alike.
 * Refuses what is damaged; repairs nothing.
 */

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export class PdfString {
  /** One character a byte. */
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }

  /** Text string: UTF-16BE with byte order mark, else one byte a character. */
  get text(): string {
    if (!this.bytes.startsWith('\u00fe\u00ff')) return this.bytes;
    return new TextDecoder('utf-16be').decode(Buffer.from(this.bytes.slice(2), 'latin1'));
  }
}

export class PdfReferenceTo {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

/** A keyword: an operator of a content stream, or obj, stream, R … */
export class PdfKeyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

export type PdfDictionary = Map<string, PdfValue>;
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReferenceTo
  | PdfKeyword
  | PdfValue[]
  | PdfDictionary;

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set(Array.from('()<>[]{}/%').map((mark) => mark.charCodeAt(0)));
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads values one after the other from bytes given as one character a byte. */
export class PdfLexer {
  readonly text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** The next value or keyword; undefined at the end. `n g R` becomes a reference. */
  next(): PdfValue | undefined {
    this.#skipSpace();
    if (this.at >= this.text.length) return undefined;
    switch (this.text.charAt(this.at)) {
      case '/':
        return new PdfName(this.#name());
      case '(':
        return new PdfString(this.#literal());
      case '[':
        return this.#array();
      case '<':
        return this.text[this.at + 1] === '<' ? this.#dictionary() : new PdfString(this.#hexadecimal());
      case ']':
        this.at++;
        return new PdfKeyword(']');
      case '>':
        this.at += 2;
        return new PdfKeyword('>>');
      default:
        return this.#word();
    }
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x25) while (this.at < this.text.length && !/[\r\n]/.test(this.text[this.at] ?? '')) this.at++;
      else if (SPACE.has(code)) this.at++;
      else return;
    }
  }

  #regular(): string {
    const start = this.at;
    while (this.at < this.text.length) {
      const code = this.text.charCodeAt(this.at);
      if (SPACE.has(code) || DELIMITER.has(code)) break;
      this.at++;
    }
    return this.text.slice(start, this.at);
  }

  #name(): string {
    this.at++;
    return this.#regular().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }

  #literal(): string {
    let depth = 0;
    let out = '';
    for (;;) {
      const mark = this.text[this.at++];
      if (mark === undefined) throw new Error('string without end');
      if (mark === '\\') {
        const escaped = this.text[this.at++] ?? '';
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at - 1, this.at + 2));
        if (octal) {
          this.at += octal[0].length - 1;
          out += String.fromCharCode(parseInt(octal[0], 8));
        } else out += ESCAPES[escaped] ?? escaped;
        continue;
      }
      if (mark === '(' && depth++ === 0) continue;
      if (mark === ')' && --depth === 0) return out;
      out += mark;
    }
  }

  #hexadecimal(): string {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) throw new Error('string without end');
    let out = '';
    let high = -1;
    for (let at = this.at + 1; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (SPACE.has(code)) continue;
      const digit = code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57;
      if (high < 0) high = digit;
      else {
        out += String.fromCharCode(high * 16 + digit);
        high = -1;
      }
    }
    if (high >= 0) out += String.fromCharCode(high * 16);
    this.at = end + 1;
    return out;
  }

  #array(): PdfValue[] {
    this.at++;
    const out: PdfValue[] = [];
    for (;;) {
      const value = this.next();
      if (value === undefined) throw new Error('array without end');
      if (value instanceof PdfKeyword && value.word === ']') return out;
      out.push(value);
    }
  }

  #dictionary(): PdfDictionary {
    this.at += 2;
    const out: PdfDictionary = new Map();
    for (;;) {
      const key = this.next();
      if (key instanceof PdfKeyword && key.word === '>>') return out;
      const value = this.next();
      if (!(key instanceof PdfName) || value === undefined) throw new Error('damaged dictionary');
      out.set(key.name, value);
    }
  }

  #word(): PdfValue {
    const word = this.#regular();
    if (word === '') throw new Error(`unexpected ${this.text[this.at] ?? 'end'}`);
    const first = word.charCodeAt(0);
    const numeric = (first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2b || first === 0x2e;
    if (numeric) {
      const value = Number(word);
      if (Number.isNaN(value)) throw new Error(`no number: ${word}`);
      return this.#reference(value) ?? value;
    }
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new PdfKeyword(word);
  }

  #reference(id: number): PdfReferenceTo | null {
    const code = this.text.charCodeAt(this.at + 1);
    if (!Number.isInteger(id) || id < 0 || this.text[this.at] !== ' ' || code < 0x30 || code > 0x39) return null;
    REFERENCE_TAIL.lastIndex = this.at;
    const tail = REFERENCE_TAIL.exec(this.text);
    if (!tail) return null;
    this.at += tail[0].length;
    return new PdfReferenceTo(id);
  }
}

const REFERENCE_TAIL = / \d+ R(?![A-Za-z0-9])/y;
