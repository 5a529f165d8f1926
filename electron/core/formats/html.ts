/**
 * HTML of web pages and of the clipboard (Word, Excel, WPS) → lines and tables. Invariant: text comes out as a browser
 * shows it: white space collapsed, each block on its own line, <br> as a line break, scripts and styles left out.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { SourceDocument } from '../reading/source.ts';
import { AppError } from '#shared/errors.ts';
import { type FlowCell, flowDocument, type FlowNode } from './flow.ts';
import { attribute, type HtmlElement, type HtmlParent, isHidden, isStruck, parseHtml } from './html-tree.ts';

const DROPPED = new Set(
  'script style head template noscript iframe object svg math select option textarea button input'.split(' '),
);

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary ul'
  ).split(' '),
);

/** CJK characters and their punctuation: a line break in the markup between two of them is no space. */
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

function isElement(node: DefaultTreeAdapterTypes.ChildNode): node is HtmlElement {
  return 'tagName' in node;
}

function isText(node: DefaultTreeAdapterTypes.ChildNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

function collapse(text: string): string {
  return text.replace(/[ \t\n\r\f]+/gu, (space, offset: number) => {
    const between =
      /[\n\r]/u.test(space) && WIDE.test(text[offset - 1] ?? '') && WIDE.test(text[offset + space.length] ?? '');
    return between ? '' : ' ';
  });
}

/** Collects lines; text between two breaks becomes one line, blank lines are left out. */
class FlowWriter {
  readonly nodes: FlowNode[] = [];
  #line = '';
  #note: 'source/struck_text' | null = null;

  /** What was left out of the running line. */
  mark(note: 'source/struck_text'): void {
    this.#note = note;
  }

  text(text: string, preformatted: boolean): void {
    this.#line += preformatted ? text.replace(/\r\n?/gu, '\n') : collapse(text);
  }

  break(): void {
    this.#line += '\n';
  }

  /** Ends the running line: a block begins or ends here. */
  flush(): void {
    // Line breaks of the markup survive only inside preformatted text and as <br>.
    for (const raw of this.#line.split('\n')) {
      const text = raw
        .replaceAll('\u00A0', ' ')
        .replace(/ {2,}/gu, (run) => run)
        .trim();
      if (text === '') continue;
      this.nodes.push(this.#note === null ? { kind: 'line', text } : { kind: 'line', text, note: this.#note });
      this.#note = null;
    }
    if (this.#note !== null) this.nodes.push({ kind: 'line', text: '', note: this.#note });
    this.#note = null;
    this.#line = '';
  }
}

function span(element: HtmlElement, name: 'colspan' | 'rowspan', most: number): number {
  const value = Number.parseInt(attribute(element, name) ?? '1', 10);
  // rowspan=0 means: to the end of the table.
  if (name === 'rowspan' && value === 0) return most;
  return Number.isSafeInteger(value) && value > 0 ? Math.min(value, most) : 1;
}

interface Walk {
  hidden: boolean;
}

function cellsOf(row: HtmlElement, walk: Walk): FlowCell[] {
  return row.childNodes.filter(isElement).flatMap((element) => {
    if (element.tagName !== 'td' && element.tagName !== 'th') return [];
    if (isHidden(element)) {
      walk.hidden ||= hasText(element);
      return [];
    }
    const colSpan = span(element, 'colspan', 1000);
    const rowSpan = span(element, 'rowspan', 65_534);
    const cell = { content: flowOf(element, walk), colSpan, rowSpan };
    // Excel writes a colspan where a text merely overflows into its empty neighbours.
    if (colSpan > 1 && /mso-ignore\s*:\s*colspan/iu.test(attribute(element, 'style') ?? '')) {
      const empty = Array.from({ length: colSpan - 1 }, () => ({ content: [], colSpan: 1, rowSpan }));
      return [{ ...cell, colSpan: 1 }, ...empty];
    }
    return [cell];
  });
}

/** Excel counts hidden rows in the spans above them: a cell that reaches past the last row ends one row earlier. */
function shorten(rows: readonly FlowCell[][]): void {
  for (const [index, row] of rows.entries())
    for (const cell of row) if (cell.rowSpan > rows.length - index) cell.rowSpan -= 1;
}

function hasText(parent: HtmlParent): boolean {
  return parent.childNodes.some((node) => (isText(node) ? node.value.trim() !== '' : isElement(node) && hasText(node)));
}

function writeTable(table: HtmlElement, writer: FlowWriter, walk: Walk): void {
  let caption: string | null = null;
  const rows: FlowCell[][] = [];
  const collect = (parent: HtmlElement): void => {
    for (const element of parent.childNodes.filter(isElement)) {
      if (isHidden(element)) {
        walk.hidden ||= hasText(element);
        if (element.tagName === 'tr') shorten(rows);
      } else if (element.tagName === 'tr') {
        rows.push(cellsOf(element, walk));
      } else if (/^t(?:head|body|foot)$/u.test(element.tagName)) {
        collect(element);
      } else if (element.tagName === 'caption') {
        const lines = flowOf(element, walk);
        writer.nodes.push(...lines);
        caption = lines.map((node) => (node.kind === 'line' ? node.text : '')).join('\n') || null;
      }
    }
  };
  collect(table);
  if (rows.length > 0) writer.nodes.push({ kind: 'table', caption, rows });
}

/**
 * Answers for each item of a list, in order, what a browser prints before it: `2. ` before the second item of a numbered
 * list, '' for other lists and where the page numbers in another way.
 */
function itemNumbers(list: HtmlParent): (item: HtmlElement) => string {
  const plain =
    'tagName' in list &&
    list.tagName === 'ol' &&
    /^1?$/u.test(attribute(list, 'type') ?? '') &&
    !/list-style/iu.test(attribute(list, 'style') ?? '');
  if (!plain) return () => '';
  const start = Number.parseInt(attribute(list, 'start') ?? '1', 10);
  let number = Number.isSafeInteger(start) ? start - 1 : 0;
  return (item) => {
    const value = Number.parseInt(attribute(item, 'value') ?? '', 10);
    number = Number.isSafeInteger(value) ? value : number + 1;
    return hasText(item) ? `${number}. ` : '';
  };
}

function write(parent: HtmlParent, writer: FlowWriter, preformatted: boolean, walk: Walk): void {
  const numberOf = itemNumbers(parent);
  for (const node of parent.childNodes) {
    if (isText(node)) writer.text(node.value, preformatted);
    if (!isElement(node) || DROPPED.has(node.tagName)) continue;
    if (isHidden(node)) {
      walk.hidden ||= hasText(node);
    } else if (isStruck(node) && hasText(node)) {
      writer.mark('source/struck_text');
    } else if (node.tagName === 'br') {
      writer.break();
    } else if (node.tagName === 'table') {
      writer.flush();
      writeTable(node, writer, walk);
    } else if (BLOCKS.has(node.tagName)) {
      writer.flush();
      if (node.tagName === 'li') writer.text(numberOf(node), false);
      write(node, writer, preformatted || node.tagName === 'pre', walk);
      writer.flush();
    } else {
      write(node, writer, preformatted, walk);
    }
  }
}

function flowOf(parent: HtmlParent, walk: Walk): FlowNode[] {
  const writer = new FlowWriter();
  write(parent, writer, false, walk);
  writer.flush();
  return writer.nodes;
}

/** Whether the markup holds a table at all. */
export function hasTable(html: string): boolean {
  return /<table[\s>]/iu.test(html) || /(?:^|>)\s*table[\s>]/iu.test(html);
}

/** Throws format/empty, format/too_complex, format/table_rows, format/table_columns, format/cells. */
export function htmlDocument(html: string, source: Pick<SourceDocument, 'name' | 'encoding'>): SourceDocument {
  const walk: Walk = { hidden: false };
  const flow = flowDocument(flowOf(parseHtml(html), walk));
  if (flow.lines.every((line) => line.trim() === '')) throw new AppError('format/empty');
  if (walk.hidden) flow.notes.push({ code: 'source/web_part', line: null, params: {} });
  return { ...source, format: 'html', ...flow };
}
