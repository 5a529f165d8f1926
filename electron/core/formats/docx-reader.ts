/**
 * The elements of a Word document part, in order, → lines and tables. Invariant: each paragraph is read once, where it
 * stands; the text of a text box follows the paragraph that holds the box.
 */
import type { Numbering, NumberingReference } from './docx-numbering.ts';
import type { FlowCell, FlowNode } from './flow.ts';
import { isOn, type XmlAttributes, type XmlHandler } from './xml.ts';

interface Paragraph {
  text: string;
  style: string | null;
  list: string | null;
  level: number | null;
  hiddenText: boolean;
  /** Text was struck through by hand. */
  struckText: boolean;
  /** Contents of text boxes. */
  boxes: FlowNode[];
}

interface Cell {
  content: FlowNode[];
  columns: number;
  /** continue = covered by the cell above. */
  merge: 'restart' | 'continue' | null;
  /** The same in an old file's rows. */
  covered: boolean;
}

interface Row {
  cells: Cell[];
  before: number;
  deleted: boolean;
}

/** Elements whose text is not printed: field codes, deleted text, readings above characters. */
const SKIPPED = new Set(['instrText', 'delText', 'delInstrText', 'rt', 'moveFrom']);

/** Column numbers where the cells of a row begin. */
function columnsOf(row: Row): Map<number, Cell> {
  const starts = new Map<number, Cell>();
  let column = row.before;
  for (const cell of row.cells) {
    starts.set(column, cell);
    column += cell.columns;
  }
  return starts;
}

/** Vertical merges become row spans; what they cover is taken out. */
function tableRows(rows: readonly Row[]): FlowCell[][] {
  const starts = rows.map(columnsOf);
  const covered = new Set<Cell>();
  const spans = new Map<Cell, number>();
  for (const [number, columns] of starts.entries()) {
    for (const [column, cell] of columns) {
      if (cell.merge === null || covered.has(cell)) continue;
      let span = 1;
      for (let below = starts[number + 1]?.get(column); below?.merge === 'continue'; ) {
        if (below.columns !== cell.columns) break;
        covered.add(below);
        span += 1;
        below = starts[number + span]?.get(column);
      }
      spans.set(cell, span);
    }
  }
  return rows.map(({ cells, before }) => [
    ...(before > 0 ? [{ content: [], colSpan: before, rowSpan: 1 }] : []),
    ...cells
      .filter((cell) => !covered.has(cell))
      .map((cell) => ({ content: cell.content, colSpan: cell.columns, rowSpan: spans.get(cell) ?? 1 })),
  ]);
}

function count(value: string | undefined): number {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? Math.min(number, 1000) : 0;
}

export class DocxReader implements XmlHandler {
  readonly nodes: FlowNode[] = [];
  /** Deletions that nobody accepted. */
  revisions = 0;
  readonly #numbering: Numbering;
  readonly #path: string[] = [];
  /** Where nodes go: the document, the cell or the text box that is being read. */
  readonly #targets: FlowNode[][] = [this.nodes];
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: Row[][] = [];
  #skipFrom = Infinity;
  #hiddenRun = false;
  #struckRun = false;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  get #paragraph(): Paragraph | undefined {
    return this.#paragraphs.at(-1);
  }

  get #row(): Row | undefined {
    return this.#tables.at(-1)?.at(-1);
  }

  open(element: string, attributes: XmlAttributes): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(element);
    if (this.#path.length > this.#skipFrom) return;
    if (element === 'del' || SKIPPED.has(element)) this.#openSkipped(element, parent);
    else if (parent === 'pPr' || parent === 'numPr' || parent === 'rPr') this.#property(element, attributes);
    else if (parent === 'tcPr' || parent === 'trPr') this.#tableProperty(element, attributes);
    else if (parent === 'r') this.#runContent(element, attributes);
    else this.#openBlock(element);
  }

  #openSkipped(element: string, parent: string): void {
    if (element === 'del' && parent === 'trPr') {
      if (this.#row) this.#row.deleted = true;
    }
    if (element === 'del' || element === 'moveFrom') this.revisions += 1;
    this.#skipFrom = this.#path.length;
  }

  #property(element: string, { val }: XmlAttributes): void {
    const paragraph = this.#paragraph;
    // A paragraph's rPr is the format of its mark, not of its text.
    const ofRun = this.#path.at(-3) === 'r';
    if (element === 'vanish' && ofRun) this.#hiddenRun = isOn(val);
    if ((element === 'strike' || element === 'dstrike') && ofRun) this.#struckRun = isOn(val);
    if (!paragraph) return;
    if (element === 'pStyle') paragraph.style = val ?? null;
    if (element === 'numId') paragraph.list = val ?? null;
    if (element === 'ilvl') paragraph.level = count(val);
  }

  #tableProperty(element: string, { val }: XmlAttributes): void {
    const cell = this.#row?.cells.at(-1);
    if (element === 'gridBefore' && this.#row) this.#row.before = count(val);
    if (!cell) return;
    if (element === 'gridSpan') cell.columns = Math.max(count(val), 1);
    if (element === 'vMerge') cell.merge = val === 'restart' ? 'restart' : 'continue';
    if (element === 'hMerge') cell.covered = val !== 'restart';
  }

  #runContent(element: string, attributes: XmlAttributes): void {
    if (element === 'tab') this.#add('\t');
    else if (element === 'br' || element === 'cr') this.#add('\n');
    else if (element === 'noBreakHyphen') this.#add('-');
    // A sign of a symbol font has no character of its own.
    else if (element === 'sym') this.#add(attributes['char'] === undefined ? '' : '\u25A1');
  }

  #openBlock(element: string): void {
    const table = this.#tables.at(-1);
    if (element === 'p') {
      this.#paragraphs.push({
        text: '',
        style: null,
        list: null,
        level: null,
        hiddenText: false,
        struckText: false,
        boxes: [],
      });
    } else if (element === 'r') {
      this.#hiddenRun = false;
      this.#struckRun = false;
    } else if (element === 'tbl') {
      this.#tables.push([]);
    } else if (element === 'tr') {
      table?.push({ cells: [], before: 0, deleted: false });
    } else if (element === 'tc') {
      const cell: Cell = { content: [], columns: 1, merge: null, covered: false };
      this.#row?.cells.push(cell);
      this.#targets.push(cell.content);
    } else if (element === 'txbxContent') {
      this.#targets.push(this.#paragraph?.boxes ?? this.nodes);
    }
  }

  text(text: string): void {
    if (this.#path.length < this.#skipFrom && this.#path.at(-1) === 't') this.#add(text);
  }

  #add(text: string): void {
    const paragraph = this.#paragraph;
    if (!paragraph) return;
    if (this.#hiddenRun) paragraph.hiddenText ||= text.trim() !== '';
    else if (this.#struckRun) paragraph.struckText ||= text.trim() !== '';
    else paragraph.text += text;
  }

  close(element: string): void {
    const skipped = this.#path.length >= this.#skipFrom;
    if (this.#path.length === this.#skipFrom) this.#skipFrom = Infinity;
    this.#path.pop();
    if (skipped) return;
    if (element === 'p') this.#closeParagraph();
    else if (element === 'tbl') this.#closeTable();
    else if (element === 'tc' || element === 'txbxContent') this.#targets.pop();
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    const target = this.#targets.at(-1);
    if (!paragraph || !target) return;
    const label = paragraph.text.trim() === '' ? '' : this.#label(paragraph);
    const left = paragraph.hiddenText ? 'source/hidden_text' : paragraph.struckText ? 'source/struck_text' : null;
    const lines = `${label ?? ''}${paragraph.text}`.split('\n').filter((line) => line.trim() !== '');
    // A paragraph without anything else leaves an empty line, so that the note has its place.
    if (lines.length === 0 && left !== null) lines.push('');
    for (const [index, text] of lines.entries()) {
      const note = index > 0 ? null : label === null ? 'source/numbering' : left;
      target.push(note === null ? { kind: 'line', text } : { kind: 'line', text, note });
    }
    target.push(...paragraph.boxes);
  }

  #label({ style, list, level }: Paragraph): string | null {
    const byStyle = style === null ? null : this.#numbering.ofStyle(style);
    const reference: NumberingReference | null =
      list === null ? byStyle : { list, level: level ?? byStyle?.level ?? 0 };
    return reference ? this.#numbering.next(reference) : '';
  }

  #closeTable(): void {
    const rows = (this.#tables.pop() ?? []).filter(({ deleted }) => !deleted);
    for (const row of rows) {
      // hMerge: the cell continues the one to its left.
      row.cells = row.cells.filter((cell, index) => {
        const left = row.cells.slice(0, index).findLast((other) => !other.covered);
        if (!cell.covered || !left) return true;
        left.columns += cell.columns;
        return false;
      });
    }
    if (rows.length > 0) this.#targets.at(-1)?.push({ kind: 'table', caption: null, rows: tableRows(rows) });
  }
}
