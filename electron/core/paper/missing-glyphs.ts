/** Lists the characters of a report that no font of the chain can draw, before anything is written. */
import type { ReportDocument } from '#shared/report/model.ts';
import { type FontChain, type FontRole, isInvisible } from './fonts.ts';
import type { TableText } from './table-text.ts';

/** Each missing character once, with the rows (from 1) it stands in; no rows = title, heading, label or notes. */
export function missingGlyphs(
  report: ReportDocument,
  table: TableText,
  fonts: FontChain,
): { character: string; rows: number[] }[] {
  const missing = new Map<string, number[]>();
  const checked = new Map<FontRole, Set<number>>();
  const look = (role: FontRole, text: string, row: number | null) => {
    let drawn = checked.get(role);
    if (!drawn) checked.set(role, (drawn = new Set()));
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (drawn.has(codePoint)) continue;
      if (isInvisible(codePoint) || fonts.glyph(role, codePoint)) {
        drawn.add(codePoint);
        continue;
      }
      const rows = missing.get(character) ?? [];
      if (row !== null && rows.at(-1) !== row) rows.push(row);
      missing.set(character, rows);
    }
  };
  look('title', report.title, null);
  look('label', report.annexLabel ?? '', null);
  for (const heading of table.headings) look('label', heading, null);
  for (const note of report.notes) look('body', note, null);
  look('body', report.exampleLabel ?? '', null);
  table.texts.forEach((cells, index) => {
    for (const text of cells) look('body', text, index + 1);
  });
  return [...missing].map(([character, rows]) => ({ character, rows }));
}
