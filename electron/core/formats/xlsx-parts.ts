/**
 * The parts of a workbook beside its sheets: the list of sheets, shared strings, number formats of the cell styles.
 * Invariant: a style or string that the file does not define is never made up.
 */
import { AppError } from '#shared/errors.ts';
import type { ReadLimits } from './limits.ts';
import { builtInFormat, type NumberFormat, numberFormat } from './number-format.ts';
import type { DefinedName } from './workbook.ts';
import { isOn, parseXml, type XmlHandler } from './xml.ts';
import type { ZipDirectory } from './zip.ts';

export interface WorkbookIndex {
  sheets: { name: string; relationship: string; hidden: boolean }[];
  definedNames: DefinedName[];
  /** Days are counted from 1904 (old Macintosh files). */
  from1904: boolean;
}

/** ST_Xstring: `_x000D_` stands for a character that XML cannot hold. Line ends become \n. */
export function plainText(text: string): string {
  const escaped = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return escaped.includes('\r') ? escaped.replace(/\r\n?/gu, '\n') : escaped;
}

/** Throws format/damaged, format/sheets. */
export async function readIndex(zip: ZipDirectory, part: string, limits: ReadLimits): Promise<WorkbookIndex> {
  const index: WorkbookIndex = { sheets: [], definedNames: [], from1904: false };
  let name: DefinedName | null = null;
  await parseXml(
    zip.read(part),
    {
      open: (element, attributes) => {
        if (element === 'workbookPr') {
          index.from1904 = attributes['date1904'] !== undefined && isOn(attributes['date1904']);
        } else if (element === 'sheet') {
          if (index.sheets.length >= limits.sheets) throw new AppError('format/sheets', { limit: limits.sheets });
          const { name: sheetName = '', id = '', state = 'visible' } = attributes;
          index.sheets.push({ name: plainText(sheetName), relationship: id, hidden: state !== 'visible' });
        } else if (element === 'definedName') {
          const local = attributes['localSheetId'];
          name = { name: attributes['name'] ?? '', sheet: local === undefined ? null : Number(local), text: '' };
        }
      },
      text: (text) => {
        if (name) name.text += text;
      },
      close: (element) => {
        if (element === 'definedName' && name) index.definedNames.push(name);
        if (element === 'definedName') name = null;
      },
    },
    limits.depth,
  );
  return index;
}

/**
 * Collects the text of a string item (`si`, `is`): its runs joined, phonetic readings left out.
 * Throws format/text_length.
 */
export class StringItem {
  text = '';
  readonly #limit: number;
  #inText = false;
  #phonetic = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  begin(): void {
    this.text = '';
    this.#inText = false;
    this.#phonetic = false;
  }

  open(element: string): void {
    if (element === 'rPh') this.#phonetic = true;
    if (element === 't') this.#inText = !this.#phonetic;
  }

  close(element: string): void {
    if (element === 'rPh') this.#phonetic = false;
    if (element === 't') this.#inText = false;
  }

  add(text: string): void {
    if (!this.#inText) return;
    this.text += text;
    if (this.text.length > this.#limit * 7) throw new AppError('format/text_length', { limit: this.#limit });
  }

  /** The text without escapes. */
  take(): string {
    const text = plainText(this.text);
    if (text.length > this.#limit) throw new AppError('format/text_length', { limit: this.#limit });
    return text;
  }
}

/** Throws format/damaged, format/text_length. */
export async function readSharedStrings(zip: ZipDirectory, part: string | null, limits: ReadLimits): Promise<string[]> {
  const strings: string[] = [];
  if (part === null || !zip.has(part)) return strings;
  const item = new StringItem(limits.textLength);
  const handler: XmlHandler = {
    open: (element) => {
      if (element === 'si') item.begin();
      item.open(element);
    },
    text: (text) => item.add(text),
    close: (element) => {
      item.close(element);
      if (element === 'si') strings.push(item.take());
    },
  };
  await parseXml(zip.read(part), handler, limits.depth);
  return strings;
}

/** Number formats by the index of the cell style. Throws format/damaged. */
export async function readNumberFormats(
  zip: ZipDirectory,
  part: string | null,
  limits: ReadLimits,
): Promise<NumberFormat[]> {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inCellStyles = false;
  if (part !== null && zip.has(part)) {
    await parseXml(
      zip.read(part),
      {
        open: (element, { numFmtId, formatCode }) => {
          if (element === 'cellXfs') inCellStyles = true;
          else if (element === 'numFmt' && formatCode !== undefined) own.set(Number(numFmtId), formatCode);
          else if (element === 'xf' && inCellStyles) ids.push(Number(numFmtId ?? 0));
        },
        close: (element) => {
          if (element === 'cellXfs') inCellStyles = false;
        },
      },
      limits.depth,
    );
  }
  return ids.map((id) => numberFormat(own.get(id) ?? builtInFormat(id)));
}
