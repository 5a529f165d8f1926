/**
 * The table in pasted HTML (Excel, WPS, Word, a web page) as a block of cells; merged cells give their text to every
 * row they cover. Reads leniently, answers null where there is no table with cells, and never runs or loads anything:
 * the document made by DOMParser is inert. Bounds guard against spans made to exhaust memory.
 */

const MAX_CELLS = 500_000;
const BLOCKS = new Set(['P', 'DIV', 'LI', 'TR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
/** Stands for a block boundary until the text is put together; not a character of any text. */
const BOUNDARY = '\ufdd0';
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** White space of the source as a browser shows it; a line end between two Chinese characters is none at all. */
function collapse(text: string): string {
  return text
    .replace(/[ \t]*[\r\n][ \t\r\n]*/g, (_gap, at: number, whole: string) => {
      const before = whole.slice(0, at).trimEnd().at(-1) ?? '';
      const after = whole.slice(at).trimStart().at(0) ?? '';
      return WIDE.test(before) && WIDE.test(after) ? '' : ' ';
    })
    .replace(/[ \t]+/g, ' ');
}

function appendText(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      parts.push(collapse(child.nodeValue ?? ''));
    } else if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE) {
      const name = child.nodeName.toUpperCase();
      if (name === 'BR') {
        parts.push('\n');
      } else if (name !== 'STYLE' && name !== 'SCRIPT') {
        const block = BLOCKS.has(name);
        if (block) parts.push(BOUNDARY);
        appendText(child, parts);
        if (block) parts.push(BOUNDARY);
      }
    }
  }
}

function cellText(cell: Element): string {
  const parts: string[] = [];
  appendText(cell, parts);
  return parts
    .join('')
    .replace(/ *\ufdd0[\ufdd0 ]*/g, BOUNDARY)
    .replace(/^\ufdd0|\ufdd0$/g, '')
    .replaceAll(BOUNDARY, '\n')
    .replaceAll('\u00a0', ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Number.isFinite(value) ? Math.max(1, Math.min(value, 65_534)) : 1;
}

export function readHtmlTable(html: string): string[][] | null {
  if (!/<table[\s>]/i.test(html)) return null;
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table || table.rows.length === 0) return null;
  const rows: (string | undefined)[][] = [...table.rows].map(() => []);
  let cells = 0;
  for (const [rowIndex, row] of [...table.rows].entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (rows[rowIndex]?.[column] !== undefined) column += 1;
      const text = cellText(cell);
      const height = Math.min(spanOf(cell, 'rowspan'), rows.length - rowIndex);
      const width = spanOf(cell, 'colspan');
      cells += height * width;
      if (cells > MAX_CELLS) return null;
      for (let down = 0; down < height; down++) {
        const target = rows[rowIndex + down];
        for (let right = 0; right < width; right++) {
          if (target) target[column + right] = right === 0 ? text : '';
        }
      }
      column += width;
    }
  }
  const width = Math.max(...rows.map((row) => row.length));
  if (width === 0) return null;
  return rows.map((row) => Array.from({ length: width }, (_unused, column) => row[column] ?? ''));
}
