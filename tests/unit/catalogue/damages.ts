/**
 * Damage that copying and retyping do to a catalogue. Damage that leaves another sound paper (a remark that is gone, two
 * bare numbers that changed places) can be seen by nobody: for that the functions answer null.
 */
import fc from 'fast-check';
import type { Entry } from './catalogues.ts';

export const COLUMN_ORDERS: readonly (readonly string[])[] = [
  ['件号', '责任者', '文号', '题名', '日期', '页数', '备注'],
  ['序号', '档号', '文号', '责任者', '题名', '日期', '密级', '页数', '备注'],
  ['档号', '题名', '责任者', '文号', '日期', '保管期限', '页数', '盒号', '备注'],
  ['序号', '文号', '题名', '责任者', '日期', '页数'],
  ['题名', '文号', '责任者', '日期', '页数', '备注'],
  ['件号', '题名', '日期', '页数', '备注'],
];

function cellOf(entry: Entry, heading: string): string {
  switch (heading) {
    case '件号':
    case '序号':
      return String(entry.no);
    case '责任者':
      return entry.author;
    case '文号':
      return entry.doc_no ?? '';
    case '题名':
      return entry.title;
    case '日期':
      return entry.date;
    case '页数':
      return String(entry.pages);
    case '备注':
      return entry.remark ?? '';
    case '档号':
      return `Q005-WS·2021·Y-${String(entry.no).padStart(4, '0')}`;
    case '保管期限':
      return '永久';
    case '盒号':
      return '1';
    default:
      return '';
  }
}

type LineDamage = 'drop' | 'swap' | 'repeat' | 'break' | 'glue' | 'noise';
export const lineDamages = fc.constantFrom<LineDamage>('drop', 'swap', 'repeat', 'break', 'glue', 'noise');

function halves(text: string): [string, string] {
  return [text.slice(0, text.length >> 1), text.slice(text.length >> 1)];
}

function isNumber(text: string | undefined): boolean {
  return /^\d{1,3}$/u.test(text ?? '');
}

/** The lines of a flattened catalogue with one of them damaged. */
export function damagedLines(
  entries: readonly Entry[],
  columns: readonly string[],
  damage: LineDamage,
  at: number,
): string[] | null {
  const cells = entries.flatMap((entry) =>
    columns.map((heading) => ({ heading, text: cellOf(entry, heading) })).filter(({ text }) => text !== ''),
  );
  const lines = cells.map(({ text }) => text);
  const place = at % lines.length;
  const { heading = '', text = '' } = cells[place] ?? {};
  const next = lines[place + 1];
  const numbered = columns.includes('件号') || columns.includes('序号');
  switch (damage) {
    case 'drop':
      if (['文号', '备注', '保管期限', '盒号'].includes(heading)) return null;
      lines.splice(place, 1);
      break;
    case 'swap':
      if (next === undefined || (isNumber(text) && isNumber(next) && !numbered)) return null;
      lines.splice(place, 2, next, text);
      break;
    case 'repeat':
      lines.splice(place, 0, text);
      break;
    case 'break':
      if (text.length < 4) return null;
      lines.splice(place, 1, ...halves(text));
      break;
    case 'glue':
      if (next === undefined || heading === '备注') return null;
      lines.splice(place, 2, text + next);
      break;
    case 'noise':
      lines.splice(place, 0, '- 3 -');
      break;
  }
  return ['归档文件目录', ...columns, ...lines];
}

type CellDamage = 'drop' | 'swap' | 'repeat' | 'break' | 'glue' | 'blank';
export const cellDamages = fc.constantFrom<CellDamage>('drop', 'swap', 'repeat', 'break', 'glue', 'blank');

/** The rows of a catalogue, its header first, with one cell damaged. */
export function damagedRows(
  entries: readonly Entry[],
  columns: readonly string[],
  damage: CellDamage,
  at: number,
): string[][] | null {
  const rows = entries.map((entry) => columns.map((heading) => cellOf(entry, heading)));
  const row = rows[at % rows.length] ?? [];
  const column = Math.floor(at / rows.length) % columns.length;
  const text = row[column] ?? '';
  const next = row[column + 1];
  const optional = ['文号', '备注', '密级', '保管期限', '盒号'].includes(columns[column] ?? '');
  switch (damage) {
    case 'drop':
      if (optional) return null;
      row.splice(column, 1);
      break;
    case 'blank':
      if (optional) return null;
      row[column] = '';
      break;
    case 'swap':
      if (next === undefined || (isNumber(text) && isNumber(next))) return null;
      row.splice(column, 2, next, text);
      break;
    case 'repeat':
      if (optional) return null;
      row.splice(column, 0, text);
      break;
    case 'break':
      row.splice(column, 1, ...halves(text));
      break;
    case 'glue':
      if (optional || next === undefined) return null;
      row.splice(column, 2, text + next);
      break;
  }
  return [[...columns], ...rows];
}
