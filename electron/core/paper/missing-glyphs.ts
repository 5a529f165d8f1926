/** Lists the characters of a report that no font of the chain can draw, before anything is written. */
import type { FormReport, TableReport } from '#shared/report/model.ts';
import { fieldText, printableText, printedText } from '#shared/report/text.ts';
import { type FontChain, type FontRole, isInvisible } from './fonts.ts';
import type { TableText } from './table-text.ts';

/** A text of the report, what it is set in, and its row (of a form: page) from 1; null = title, heading, label or notes. */
interface PlacedText {
  role: FontRole;
  text: string;
  row: number | null;
}

/** Each missing character once, with the rows it stands in. */
export function missingGlyphs(texts: Iterable<PlacedText>, fonts: FontChain): { character: string; rows: number[] }[] {
  const missing = new Map<string, number[]>();
  const checked = new Map<FontRole, Set<number>>();
  for (const { role, text, row } of texts) {
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
  }
  return [...missing].map(([character, rows]) => ({ character, rows }));
}

export function* tableTexts(report: TableReport, table: TableText): Generator<PlacedText> {
  const text = (role: FontRole, value: string): PlacedText => ({ role, text: value, row: null });
  yield text('title', report.title);
  yield text('label', report.annexLabel ?? '');
  for (const heading of table.headings) yield text('label', heading);
  for (const note of report.notes) yield text('body', note);
  for (const line of [...report.headLines, ...report.closingLines]) {
    for (const field of line) yield text('body', fieldText(field, report.locale));
  }
  yield text('body', report.exampleLabel ?? '');
  yield text('body', printableText(report.runningHead ?? ''));
  for (const [index, cells] of table.texts.entries()) {
    for (const cell of cells) yield { role: 'body', text: cell, row: index + 1 };
  }
}

export function* formTexts(report: FormReport): Generator<PlacedText> {
  for (const [index, { boxes }] of report.pages.entries()) {
    for (const { font, value } of boxes) yield { role: font, text: printedText(value, report.locale), row: index + 1 };
  }
  yield { role: 'body', text: printableText(report.exampleLabel ?? ''), row: null };
  yield { role: 'body', text: printableText(report.runningHead ?? ''), row: null };
}
