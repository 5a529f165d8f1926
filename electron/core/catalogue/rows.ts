/**
 * Rows of a table with known columns → records. Invariant: every row with text becomes a record, the rest of one, a
 * rejected row or a skipped line; what is repeated from above (merged cells, 同上) is told.
 */
import type { CatalogueField } from '#shared/features/catalogue.ts';
import { isEmptyWord } from '#shared/lib/archives/empty-words.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { type GridRow, rowText } from '../reading/grid.ts';
import { isNoise } from '../reading/vocabulary.ts';
import { placeRow } from './alignment.ts';
import {
  aboutLine,
  aboutRecord,
  type CatalogueDraft,
  type CatalogueTable,
  type DraftRecord,
  type Finding,
  type HeadLine,
} from './draft.ts';
import { absence, misfit } from './fits.ts';
import { formOf, isDitto, isOpen } from './forms.ts';
import { contextOf, headOf, isTitle, pairsOf } from './head.ts';
import { standardName } from './headings.ts';
import { type Cells, classifiedMark, recordOf, titleText } from './values.ts';

const TOTAL = /^(?:本页|本盒|本卷|全卷|总)?(?:合计|总计|小计|共计|累计|总数|总共)/u;
const COUNTED = /^(?:本[页盒卷册]|全[卷宗])?(?:共|总计|合计)\d+(?:件|条|份|页|卷)/u;
const FOOT =
  /^(?:注|备注|说明|附注|填表(?:人|单位|日期|时间)?|制表(?:人|单位|日期)?|填报(?:人|单位)|审核人?|整理人|整理日期|检查人|检查日期|立卷人|立卷时间|登记人|录入人|归档人|归档日期|(?:移交|接收)(?:人|单位|部门|日期|单位负责人|单位经办人)|(?:单位)?负责人|经办人|监交人|联系(?:人|电话)|日期|签字|签名|盖章|印章|[(（]?(?:单位)?(?:盖章|公章)[)）]?|档号说明)\s*(?:[(（][^()（）]{1,8}[)）])?\s*\d?\s*[:：]/u;
const PAGE =
  /^(?:(?:【[^【】]{1,6}】\s*)+|第\s*\d+\s*页(?:\s*[,，/、]?\s*共?\s*\d+\s*页)?|共\s*\d+\s*页\s*[,，/、]?\s*第\s*\d+\s*页|[-—–]+\s*\d+\s*[-—–]+|\d+\s*\/\s*\d+|page\s*\d+.*)$/iu;

/** Lines that a page break or a web page leaves: page numbers, menus, addresses. */
export function isPageNoise(text: string): boolean {
  const plain = text.trim();
  return (
    PAGE.test(plain) ||
    (plain.length <= 40 && /\p{L}/u.test(plain) && isNoise(plain) && !/[《》〔〕]|关于|通知|报告|方案/u.test(plain))
  );
}

/** A line that stands below the entries: notes, signatures. */
export function isFoot(text: string): boolean {
  return FOOT.test(text.trim());
}

/** A line of totals. */
export function isTotal(text: string): boolean {
  const plain = withoutSpace(canonical(text));
  return (TOTAL.test(plain) && plain.length <= 24) || (COUNTED.test(plain) && plain.length <= 30);
}

/** Fields that a merged cell or 同上 gives to several rows without doubt. */
const SHARED: ReadonlySet<CatalogueField> = new Set([
  'author',
  'date',
  'term',
  'section',
  'box',
  'year',
  'category',
  'fonds',
  'volume',
  'received',
  'addressee',
  'openness',
  'remark',
  'secrecy',
] as const);
/** Fields that belong to all rows of a merged cell together. */
const COUNTS: ReadonlySet<CatalogueField> = new Set(['pages', 'page_range', 'copies'] as const);

/** A way through the columns has to be cheaper by this than the cells as they stand. */
const CLEARLY = 4;

function oneLine(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/gu, ' ')
    .slice(0, 40);
}

function isBlank(text: string | undefined): boolean {
  return (text ?? '').trim() === '';
}

/** A title with the cell of its 文号 before it, of which only one space is left; null where there is none. */
function numberBefore(title: string): { number: string; title: string } | null {
  const [, number = '', rest = ''] = /^(\S+号)\s+(\S.{3,})$/u.exec(title) ?? [];
  return formOf(number).kind === 'document_number' ? { number, title: rest } : null;
}

interface RowCells {
  cells: Cells;
  /** Fields whose cell carries text of its own. */
  own: Set<CatalogueField>;
  notes: { code: Finding['code']; severity: Finding['severity']; params: Finding['params'] }[];
}

export function draftsOf(table: CatalogueTable): CatalogueDraft[] {
  return new RowReader(table).read();
}

function emptyDraft(table: CatalogueTable): CatalogueDraft {
  return {
    table,
    records: [],
    rejectedNumbers: [],
    rejectedPages: 0,
    findings: [...table.findings],
    rejected: [],
    skipped: [...table.skipped],
    totals: [],
  };
}

class RowReader {
  private readonly drafts: CatalogueDraft[] = [];
  private draft: CatalogueDraft;
  /** Cells of the row above, what was repeated included. */
  private above: Cells = {};
  /** Values said once for the rows below: 盒号：3, a class of documents. */
  private context: Partial<Record<'box' | 'section' | 'category' | 'year' | 'term', string>> = {};
  /** The row above is a record, so that a row without number can be the rest of it. */
  private open = false;
  private below: GridRow | null = null;

  private readonly table: CatalogueTable;

  constructor(table: CatalogueTable) {
    this.table = table;
    this.draft = emptyDraft(table);
    this.drafts.push(this.draft);
  }

  read(): CatalogueDraft[] {
    for (const [index, row] of this.table.rows.entries()) {
      this.below = this.table.rows[index + 1] ?? null;
      this.take(row);
    }
    return this.drafts;
  }

  private has(field: CatalogueField): boolean {
    return this.table.columns.some((column) => column.field === field);
  }

  private skip(row: GridRow, reason: Finding['code']): void {
    this.draft.skipped.push({ line: row.line, text: rowText(row), reason });
  }

  private take(row: GridRow): void {
    const printed = row.cells.filter((cell) => cell.state === 'printed').map((cell) => cell.text.trim());
    if (printed.length === 0) return;
    const text = rowText(row);
    if (
      printed.slice(0, 4).some((cell) => isTotal(cell)) &&
      printed.every((cell) => isTotal(cell) || !formOf(cell).title)
    ) {
      this.draft.totals.push({ line: row.line, text: printed.join(' ') });
      this.skip(row, 'total_skipped');
      return;
    }
    if (
      printed.every((cell) => isFoot(cell) || cell.length === 0) ||
      (isFoot(printed[0] ?? '') && printed.length <= 4)
    ) {
      this.skip(row, 'foot_skipped');
      this.open = false;
      return;
    }
    if (printed.every((cell) => isPageNoise(cell))) {
      this.skip(row, 'noise_skipped');
      return;
    }
    if (this.isContext(row, printed)) return;
    const found = this.cellsOf(row);
    if (!found) {
      this.reject(row, 'catalogue/row_unplaced', { text: text.slice(0, 60) });
      return;
    }
    if (this.continues(row, found)) return;
    this.makeRecord(row, found);
  }

  /** A row alone that says something of the rows below. */
  private isContext(row: GridRow, printed: readonly string[]): boolean {
    const line: HeadLine = { line: row.line, cells: [...printed] };
    const [only = ''] = printed;
    const pairs = printed.length <= 6 ? contextOf(line) : [];
    const labelled =
      pairs.length > 0 &&
      (printed.length === 1 || pairsOf([line]).length >= printed.length / 2) &&
      printed.every((cell) => cell.length <= 60);
    if (labelled) {
      for (const { key, value } of pairs) {
        if (key === 'term' || key === 'year') this.begin(line, key, value);
        else if (key === 'box' || key === 'section' || key === 'category') this.context[key] = value;
      }
      this.draft.skipped.push({ line: row.line, text: rowText(row), reason: 'catalogue/context_line' });
      this.open = false;
      return true;
    }
    if (printed.length > 1 || row.filled > 1) return false;
    if (isTitle(only) && only === (headOf(this.table.head, this.table.name).head.title ?? '')) {
      this.skip(row, 'catalogue/head_repeated');
      return true;
    }
    const place = row.cells.findIndex((cell) => cell.state === 'printed');
    const field = this.table.columns[place]?.field ?? null;
    const across =
      row.cells.filter((cell) => cell.state === 'covered').length >= Math.max(2, this.table.columns.length / 2);
    if ((field === 'no' || field === 'code') && formOf(only).number !== null) {
      this.skip(row, 'catalogue/row_empty');
      return true;
    }
    const heading =
      /^[(（]?(?:[一二三四五六七八九十]{1,3}|[IVX]{1,4})[)）]?[、.．:：]\s*\S/u.test(only) && !formOf(only).title;
    if (
      across ||
      heading ||
      (field === 'no' && formOf(only).kind === 'text' && place === 0 && !isOpen(String(this.above.title ?? '')))
    ) {
      this.context.category = only.replace(/^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．:：]\s*/u, '');
      this.draft.findings.push(aboutLine(row.line, 'catalogue/group_heading', { text: only.slice(0, 40) }, 'doubt'));
      this.skip(row, 'catalogue/context_line');
      this.open = false;
      return true;
    }
    return false;
  }

  /** A term or year for the rows below begins a catalogue of its own where rows stand above. */
  private begin(line: HeadLine, key: 'term' | 'year', value: string): void {
    if (this.has(key)) {
      this.context[key] = value;
      return;
    }
    if (this.draft.records.length === 0 && this.draft.rejected.length === 0) {
      this.draft.table = { ...this.draft.table, head: [...this.draft.table.head, line] };
      return;
    }
    const own = headOf(this.draft.table.head, this.draft.table.name);
    if ((key === 'term' ? (own.head.term ?? own.term) : own.head.year) === value) return;
    const to = this.draft.table.to;
    this.draft.table = { ...this.draft.table, to: line.line - 1 };
    const head = this.draft.table.head.filter(
      ({ cells }) => !contextOf({ line: 0, cells }).some((pair) => pair.key === key),
    );
    this.draft = emptyDraft({ ...this.table, head: [...head, line], from: line.line, to, findings: [], skipped: [] });
    this.drafts.push(this.draft);
    this.above = {};
  }

  /** The row's texts by field; null where too many cells cannot be put into columns. */
  private cellsOf(row: GridRow): RowCells | null {
    const { columns } = this.table;
    const found: RowCells = { cells: {}, own: new Set(), notes: [] };
    const overflow = row.cells.slice(columns.length).some((cell) => cell.state === 'printed');
    let placed: Map<CatalogueField, string> | null = null;
    if (overflow || (!row.doubtful && this.misplaced(row))) {
      const tokens = row.cells
        .filter((cell) => cell.state === 'printed')
        .map(({ text }) => ({ text, line: row.line, endLine: row.endLine }));
      const way = placeRow(tokens, columns);
      if (way.proven || overflow || way.cost + CLEARLY < this.costAsPrinted(row)) {
        placed = new Map();
        for (const [index, token] of tokens.entries()) {
          const field = columns[way.columns[index] ?? -1]?.field ?? null;
          if (field === null) continue;
          const before = placed.get(field);
          placed.set(field, before === undefined ? token.text : `${before}${this.table.joiner}${token.text}`);
        }
        found.notes.push({ code: 'catalogue/cells_shifted', severity: 'doubt', params: {} });
        if (!placed.has('title')) return null;
      }
    }
    if (row.doubtful)
      found.notes.push({ code: this.table.doubt ?? 'catalogue/alignment', severity: 'doubt', params: {} });
    if (!placed && this.table.short.has(row.line))
      found.notes.push({ code: 'catalogue/cells_missing', severity: 'doubt', params: {} });
    if (this.table.wraps && row.cells.some(({ text }) => text.includes('\n')))
      found.notes.push({ code: 'catalogue/lines_joined', severity: 'doubt', params: {} });
    for (const [index, { field }] of columns.entries()) {
      if (field === null) continue;
      const cell = row.cells[index] ?? { text: '', state: 'empty' as const };
      const text = placed ? (placed.get(field) ?? '') : cell.text;
      const state = placed ? (text === '' ? 'empty' : 'printed') : cell.state;
      const below = this.below?.cells[index];
      if (!placed && state === 'printed' && COUNTS.has(field) && below?.state === 'covered' && below.text === text) {
        // A number for several rows together is none of this row alone.
        this.setCell(found, field, text, 'covered');
      } else this.setCell(found, field, text, state);
    }
    return found;
  }

  /** How badly the row's cells fit where they stand. */
  private costAsPrinted(row: GridRow): number {
    return this.table.columns.reduce((sum, { field }, index) => {
      const cell = row.cells[index];
      return sum + (cell?.state === 'printed' ? misfit(field, formOf(cell.text)) : absence(field));
    }, 0);
  }

  private setCell(found: RowCells, field: CatalogueField, text: string, state: 'printed' | 'empty' | 'covered'): void {
    const name = standardName(field);
    if (state === 'covered') {
      if (text.trim() === '') found.cells[field] = '';
      else if (COUNTS.has(field)) {
        found.cells[field] = '';
        found.notes.push({
          code: 'catalogue/merged_not_repeated',
          severity: 'doubt',
          params: { field: name, text: oneLine(text) },
        });
      } else {
        found.cells[field] = text;
        found.notes.push({
          code: 'catalogue/merged_repeated',
          severity: SHARED.has(field) ? 'note' : 'doubt',
          params: { field: name, text: oneLine(text) },
        });
      }
      return;
    }
    if (state === 'printed' && isDitto(text)) {
      const above = this.above[field] ?? '';
      found.own.add(field);
      if (above.trim() === '' || isEmptyWord(above) || field === 'no' || field === 'code') {
        found.cells[field] = '';
        found.notes.push({
          code: 'catalogue/ditto_without_above',
          severity: 'doubt',
          params: { field: name, text: text.trim() },
        });
      } else {
        found.cells[field] = above;
        found.notes.push({
          code: 'catalogue/ditto_repeated',
          severity: SHARED.has(field) ? 'note' : 'doubt',
          params: { field: name, text: oneLine(above) },
        });
      }
      return;
    }
    found.cells[field] = text;
    if (state === 'printed') found.own.add(field);
  }

  /** Whether a cell has the very form of another column and none of its own: cells were lost or added before it. */
  private misplaced(row: GridRow): boolean {
    return this.table.columns.some(({ field }, index) => {
      const cell = row.cells[index];
      if (field === null || cell?.state !== 'printed') return false;
      const form = formOf(cell.text);
      return (
        misfit(field, form) >= 4 &&
        this.table.columns.some((other) => other.field !== null && misfit(other.field, form) === 0)
      );
    });
  }

  /** Joins a row that is the rest of the record above; rows of which that is not certain are left to the caller. */
  private continues(row: GridRow, { cells, own }: RowCells): boolean {
    const record = this.draft.records.at(-1);
    if (!this.open || !record || !(this.has('no') || this.has('code'))) return false;
    if (['no', 'code', 'date', 'pages', 'page_range'].some((field) => own.has(field as CatalogueField))) return false;
    const texts = [...own].filter(
      (field) => field === 'title' || field === 'author' || field === 'doc_no' || field === 'remark',
    );
    if (texts.length === 0 || texts.length < own.size) return false;
    const rest = cells.title ?? '';
    const begins = own.has('title') && !isOpen(record.title) && /^(?:关于|《|\[)/u.test(rest.trim());
    if (begins || (own.size > 2 && !isOpen(record.title))) return false;
    for (const field of texts) {
      const more = titleText(cells[field]) ?? '';
      if (field === 'title') record.title = `${record.title}${more}`;
      else record[field] = `${record[field] ?? ''}${more}`;
    }
    record.endLine = row.endLine;
    this.draft.findings.push(
      aboutRecord(record, 'catalogue/row_continued', { text: rowText(row).slice(0, 40), first: record.line }),
    );
    return true;
  }

  private reject(row: GridRow, reason: Finding['code'], params: Finding['params'], text = rowText(row)): void {
    this.draft.rejected.push({ line: row.line, text, reason, params });
    this.open = false;
  }

  private makeRecord(row: GridRow, { cells, own, notes }: RowCells): void {
    const level = classifiedMark(cells);
    const number = formOf(cells.no ?? '').number;
    if (level !== null) {
      // Of a classified paper no more is kept than what finds it again.
      const kept = [cells.no, cells.code, level].map((text) => text?.trim() ?? '').filter((text) => text !== '');
      this.reject(row, 'catalogue/classified', { level }, kept.join('　'));
      if (number !== null) this.draft.rejectedNumbers.push(number);
      this.draft.rejectedPages += formOf(cells.pages ?? '').number ?? 0;
      this.above = { ...cells, title: '' };
      return;
    }
    const title = titleText(cells.title);
    if (title === null) {
      const content = [...own].filter((field) => field !== 'no' && field !== 'code');
      if (content.length === 0 && own.size > 0) {
        this.skip(row, 'catalogue/row_empty');
        return;
      }
      this.reject(row, 'catalogue/row_without_title', { text: rowText(row).slice(0, 60) });
      if (number !== null) this.draft.rejectedNumbers.push(number);
      return;
    }
    for (const [field, value] of Object.entries(this.context) as [
      'box' | 'section' | 'category' | 'year' | 'term',
      string,
    ][]) {
      if ((cells[field] ?? '').trim() === '') cells[field] = value;
    }
    const split = this.has('doc_no') && isBlank(cells.doc_no) ? numberBefore(title) : null;
    if (split) {
      cells.doc_no = split.number;
      notes.push({ code: 'catalogue/cells_shifted', severity: 'doubt', params: {} });
    }
    const { record, findings } = recordOf(cells, split?.title ?? title, { line: row.line, endLine: row.endLine });
    for (const { code, severity, params } of notes) findings.push(aboutRecord(record, code, params, severity));
    this.draft.records.push(record);
    this.draft.findings.push(...findings);
    this.above = cells;
    this.open = true;
  }
}

/** Fields of which a record has to say something where its catalogue has the column. */
const EXPECTED = ['no', 'code', 'author', 'date', 'pages'] as const satisfies (keyof DraftRecord)[];

/** Fields that a catalogue fills in for every record or for none. */
const REGULAR = ['term', 'box', 'year', 'category', 'section', 'received'] as const satisfies (keyof DraftRecord)[];
/** Share of filled cells from which an empty one stands out. */
const NEARLY_ALL = 0.8;

/** Tells of empty cells in columns that are filled elsewhere. */
export function tellEmptyCells(draft: CatalogueDraft): void {
  const { records } = draft;
  for (const field of REGULAR) {
    const empty = records.filter((record) => record[field] === null);
    if (empty.length === records.length || empty.length > Math.max(1, records.length * (1 - NEARLY_ALL))) continue;
    for (const record of empty)
      draft.findings.push(aboutRecord(record, 'catalogue/field_empty', { field: standardName(field) }));
  }
  for (const field of EXPECTED) {
    const isEmpty = (record: DraftRecord): boolean =>
      (record[field] ?? null) === null &&
      !(field === 'no' && record.no_printed !== undefined) &&
      !(field === 'date' && record.date_printed !== undefined) &&
      !(field === 'pages' && record.pages_printed !== undefined);
    const column = draft.table.columns.find(
      (one) =>
        one.field === field ||
        (field === 'pages' && one.field === 'page_range') ||
        (field === 'date' && one.field === 'date_month'),
    );
    if (!column) {
      if (field !== 'no' && field !== 'code')
        draft.findings.push(aboutLine(draft.table.from, 'catalogue/no_column', { column: standardName(field) }));
      continue;
    }
    const empty = records.filter(isEmpty);
    const name = column.printed === '' ? standardName(field) : column.printed;
    if (empty.length > 0 && empty.length === records.length) {
      draft.findings.push(aboutLine(draft.table.from, 'catalogue/column_empty', { column: name }));
    } else {
      for (const record of empty) draft.findings.push(aboutRecord(record, 'catalogue/field_empty', { field: name }));
    }
  }
}
