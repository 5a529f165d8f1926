/**
 * One worksheet part → rows, merged areas and page layout (ISO/IEC 29500-1, 18.3.1). Invariant: a cell that the file
 * describes wrongly (no such string, not a number, twice the same) makes the file damaged; it is never guessed.
 */
import { AppError } from '#shared/errors.ts';
import { isoDate } from './date-format.ts';
import type { ReadLimits } from './limits.ts';
import type { NumberFormat } from './number-format.ts';
import { showGeneral } from './number-format.ts';
import { parseArea, parseReference, type WorkbookCell, type WorkbookRow, type WorkbookSheet } from './workbook.ts';
import { plainText, StringItem } from './xlsx-parts.ts';
import { isOn, parseXml, type XmlAttributes } from './xml.ts';
import type { ZipDirectory } from './zip.ts';

export interface SheetContext {
  limits: ReadLimits;
  strings: readonly string[];
  formats: readonly NumberFormat[];
  from1904: boolean;
  /** Cells with content that were read so far, all sheets together. */
  cells: number;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/u;
const PAGE_ELEMENTS = new Set(['pageSetup', 'pageMargins', 'printOptions', 'pageSetUpPr']);

function damaged(): AppError {
  return new AppError('format/damaged');
}

function finite(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!NUMBER.test(text) || !Number.isFinite(value)) throw damaged();
  return value;
}

/** A number with its format. */
function numberCell(value: number, style: string | undefined, context: SheetContext): WorkbookCell {
  const format = style === undefined ? undefined : context.formats[Number(style)];
  const text = format ? format.show(value, context.from1904) : showGeneral(value);
  if (!format?.isDate) return { value, kind: 'number', text, date: null };
  return { value, kind: 'date', text, date: isoDate(value, context.from1904) };
}

/** The cell's content by its type (ST_CellType); null = empty. */
function typedCell(type: string, style: string | undefined, raw: string, context: SheetContext): WorkbookCell | null {
  switch (type) {
    case 's': {
      if (raw === '') return null;
      const text = /^\s*\d{1,9}\s*$/u.test(raw) ? context.strings[Number(raw)] : undefined;
      if (text === undefined) throw damaged();
      return text === '' ? null : { value: text, kind: 'text', text, date: null };
    }
    case 'inlineStr':
    case 'str': {
      const text = plainText(raw);
      if (text.length > context.limits.textLength) {
        throw new AppError('format/text_length', { limit: context.limits.textLength });
      }
      return text === '' ? null : { value: text, kind: 'text', text, date: null };
    }
    case 'n': {
      const number = raw.trim() === '' ? null : finite(raw.trim());
      return number === null ? null : numberCell(number, style, context);
    }
    case 'b':
      if (raw === '') return null;
      if (raw !== '0' && raw !== '1') throw damaged();
      return { value: raw === '1', kind: 'boolean', text: raw === '1' ? 'TRUE' : 'FALSE', date: null };
    case 'e':
      return { value: raw, kind: 'error', text: raw, date: null };
    case 'd':
      return raw === ''
        ? null
        : { value: raw, kind: 'date', text: raw.replace(/T00:00:00.*$/u, ''), date: raw.slice(0, 10) };
    default:
      throw damaged();
  }
}

interface OpenCell {
  column: number;
  type: string;
  style: string | undefined;
  formula: boolean;
  raw: string;
}

class SheetReader {
  readonly sheet: WorkbookSheet;
  readonly #context: SheetContext;
  readonly #rows = new Map<number, WorkbookRow>();
  readonly #item: StringItem;
  #row: WorkbookRow | null = null;
  #lastRow = 0;
  #lastColumn = 0;
  #cell: OpenCell | null = null;
  #inValue = false;
  #inRowBreaks = false;
  #headerFooter: string | null = null;

  constructor(name: string, hidden: boolean, context: SheetContext) {
    this.#context = context;
    this.#item = new StringItem(context.limits.textLength);
    this.sheet = {
      name,
      hidden,
      rows: [],
      merges: [],
      columnWidths: [],
      printTitles: null,
      printArea: null,
      pageSetup: {},
      rowBreaks: [],
      headerFooter: {},
    };
  }

  open(element: string, attributes: XmlAttributes): void {
    if (this.#cell) this.#openInCell(element);
    else if (element === 'c') this.#openCell(attributes);
    else if (element === 'row') this.#openRow(attributes);
    else this.#openLayout(element, attributes);
  }

  #openInCell(element: string): void {
    if (!this.#cell) return;
    if (element === 'f') this.#cell.formula = true;
    if (element === 'v') this.#inValue = true;
    this.#item.open(element);
  }

  #openRow({ r, hidden, ht }: XmlAttributes): void {
    const number = r === undefined ? this.#lastRow + 1 : (parseReference(`A${r}`)?.row ?? null);
    if (number === null) throw damaged();
    this.#lastRow = number;
    this.#lastColumn = 0;
    const known = this.#rows.get(number);
    this.#row = known ?? { number, cells: [], hidden: false, heightPt: null };
    if (hidden !== undefined && isOn(hidden)) this.#row.hidden = true;
    this.#row.heightPt ??= finite(ht);
    const told = this.#row.hidden || this.#row.heightPt !== null;
    if (told && number <= this.#context.limits.rows) this.#rows.set(number, this.#row);
  }

  #openCell({ r, t = 'n', s }: XmlAttributes): void {
    if (!this.#row) throw damaged();
    const place = r === undefined ? { row: this.#row.number, column: this.#lastColumn + 1 } : parseReference(r);
    if (!place || place.row !== this.#row.number) throw damaged();
    this.#lastColumn = place.column;
    this.#cell = { column: place.column, type: t, style: s, formula: false, raw: '' };
    this.#item.begin();
  }

  #openLayout(element: string, attributes: XmlAttributes): void {
    const { sheet } = this;
    if (element === 'mergeCell') {
      const area = parseArea(attributes['ref'] ?? '');
      if (!area || sheet.merges.length >= this.#context.limits.cells) throw damaged();
      sheet.merges.push(area);
    } else if (element === 'col') {
      const first = finite(attributes['min']) ?? 0;
      const last = finite(attributes['max']) ?? 0;
      const hidden = attributes['hidden'] !== undefined && isOn(attributes['hidden']);
      sheet.columnWidths.push({ first, last, width: finite(attributes['width']), hidden });
    } else if (PAGE_ELEMENTS.has(element)) {
      for (const [name, value] of Object.entries(attributes)) sheet.pageSetup[name] = value ?? '';
    } else if (element === 'rowBreaks' || element === 'colBreaks') {
      this.#inRowBreaks = element === 'rowBreaks';
    } else if (element === 'brk' && this.#inRowBreaks) {
      sheet.rowBreaks.push(finite(attributes['id']) ?? 0);
    } else if (element === 'headerFooter') {
      for (const [name, value] of Object.entries(attributes)) sheet.headerFooter[name] = value ?? '';
    } else if (/^(?:odd|even|first)(?:Header|Footer)$/u.test(element)) {
      this.#headerFooter = element;
      sheet.headerFooter[element] = '';
    }
  }

  text(text: string): void {
    if (this.#cell) {
      if (this.#inValue) {
        this.#cell.raw += text;
        const { textLength } = this.#context.limits;
        if (this.#cell.raw.length > textLength * 7) throw new AppError('format/text_length', { limit: textLength });
      }
      this.#item.add(text);
    } else if (this.#headerFooter !== null) {
      this.sheet.headerFooter[this.#headerFooter] += text;
    }
  }

  close(element: string): void {
    if (element === 'c') this.#closeCell();
    else if (this.#cell) {
      if (element === 'v') this.#inValue = false;
      this.#item.close(element);
    } else if (element === 'row') this.#row = null;
    else if (element === this.#headerFooter) this.#headerFooter = null;
  }

  #closeCell(): void {
    const cell = this.#cell;
    const row = this.#row;
    this.#cell = null;
    this.#inValue = false;
    if (!cell || !row) return;
    const raw = cell.type === 'inlineStr' ? this.#item.take() : cell.raw;
    const content = typedCell(cell.type, cell.style, raw, this.#context);
    if (cell.formula) this.#put(row, cell.column, asFormula(content));
    else if (content) this.#put(row, cell.column, content);
  }

  #put(row: WorkbookRow, column: number, cell: WorkbookCell): void {
    const { rows, columns, cells } = this.#context.limits;
    const { name } = this.sheet;
    if (row.number > rows) throw new AppError('format/rows', { sheet: name, row: row.number, limit: rows });
    if (column > columns) throw new AppError('format/columns', { sheet: name, row: row.number, limit: columns });
    this.#context.cells += 1;
    if (this.#context.cells > cells) throw new AppError('format/cells', { limit: cells });
    if (row.cells[column - 1]) throw damaged();
    while (row.cells.length < column - 1) row.cells.push(null);
    row.cells[column - 1] = cell;
    this.#rows.set(row.number, row);
  }

  finish(): WorkbookSheet {
    this.sheet.rows = [...this.#rows.values()].sort((a, b) => a.number - b.number);
    return this.sheet;
  }
}

/** A formula shows its last result; an error stays an error. */
function asFormula(content: WorkbookCell | null): WorkbookCell {
  if (!content) return { value: null, kind: 'formula', text: '', date: null };
  return content.kind === 'error' ? content : { ...content, kind: 'formula' };
}

/** Throws format/damaged, format/rows, format/columns, format/cells, format/text_length and the errors of the ZIP file. */
export async function readSheet(
  zip: ZipDirectory,
  part: string,
  sheet: { name: string; hidden: boolean },
  context: SheetContext,
): Promise<WorkbookSheet> {
  const reader = new SheetReader(sheet.name, sheet.hidden, context);
  await parseXml(
    zip.read(part),
    {
      open: (element, attributes) => reader.open(element, attributes),
      text: (text) => reader.text(text),
      close: (element) => reader.close(element),
    },
    context.limits.depth,
  );
  return reader.finish();
}
