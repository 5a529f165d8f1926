/**
 * A range of cells as clipboard formats: TSV for spreadsheets and an HTML table with the merged cells for word
 * processors. Pure. Cells are marked as text, or a spreadsheet would turn `1-2` into a date.
 */
import { writeTsv } from '#shared/lib/tsv.ts';
import { type Groups, spanInWindow } from './merged-groups.ts';
import type { Range } from './selection.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character).replaceAll('\n', '<br>');
}

export interface CopySource {
  range: Range;
  text: (row: number, column: number) => string;
  groups: (column: number) => Groups | undefined;
}

export function copyRange(source: CopySource): { text: string; html: string } {
  const { top, left, bottom, right } = source.range;
  const rows: string[][] = [];
  const html: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const cells: string[] = [];
    const tags: string[] = [];
    for (let column = left; column <= right; column++) {
      const text = source.text(row, column);
      cells.push(text);
      const span = spanInWindow(source.groups(column), row, top, bottom + 1);
      if (span === 0) continue;
      const rowSpan = span > 1 ? ` rowspan="${span}"` : '';
      tags.push(`<td${rowSpan} style="mso-number-format:'\\@'">${escapeHtml(text)}</td>`);
    }
    rows.push(cells);
    html.push(`<tr>${tags.join('')}</tr>`);
  }
  return { text: writeTsv(rows), html: `<meta charset="utf-8"><table border="1">${html.join('')}</table>` };
}
