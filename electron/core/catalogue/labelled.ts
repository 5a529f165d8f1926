/**
 * Entries printed as records, one field a line or several: 件号：1 / 题名：… / 日期：….
 * Invariant: an entry begins where its first label comes again; other lines are few, or the text is no list of entries.
 */
import type { CatalogueMapping } from '#shared/features/catalogue.ts';
import { withoutSpace } from '#shared/lib/chinese-numerals.ts';
import type { SourceRow } from '../reading/source.ts';
import { headingOf, headsCatalogue, mapped } from './headings.ts';

const LABELLED = /^\s*([\u4e00-\u9fff][\u4e00-\u9fff()（）\s]{1,7})\s*[:：]\s*(.*)$/u;

/** Rows of a table made of labelled lines, its header first, or null. */
export function rowsOfLabelled(
  lines: readonly string[],
  from: number,
  to: number,
  mapping: CatalogueMapping,
): { rows: SourceRow[]; headTo: number } | null {
  const again = repeatedLabels(lines.slice(from - 1, to));
  const found: { line: number; pairs: { name: string; value: string }[] }[] = [];
  for (let line = from; line <= to; line += 1) {
    const text = lines[line - 1] ?? '';
    if (text.trim() === '') continue;
    const parts = text.split(/[;；\t]|\s{2,}|\u3000+/u).filter((part) => part.trim() !== '');
    const pairs = parts.flatMap((part) => {
      const pair = LABELLED.exec(part);
      const name = withoutSpace(pair?.[1] ?? '');
      return pair && (isField(name, mapping) || again.has(name)) ? [{ name, value: (pair[2] ?? '').trim() }] : [];
    });
    found.push({ line, pairs: pairs.length === parts.length ? pairs : [] });
  }
  const counts = new Map<string, number>();
  for (const { pairs } of found) for (const { name } of pairs) counts.set(name, (counts.get(name) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const first = [...counts].find(([, count]) => count === most)?.[0];
  const begin = found.findIndex(({ pairs }) => pairs.some(({ name }) => name === first));
  if (most < 2 || begin < 0) return null;
  const entries: { line: number; fields: Map<string, string> }[] = [];
  let labelled = 0;
  let loose = 0;
  for (const { line, pairs } of found.slice(begin)) {
    if (pairs.length === 0) loose += 1;
    labelled += pairs.length;
    for (const { name, value } of pairs) {
      const entry = entries.at(-1);
      if (name === first || !entry) entries.push({ line, fields: new Map([[name, value]]) });
      else if (entry.fields.has(name)) return null;
      else entry.fields.set(name, value);
    }
  }
  const headTo = (found[begin]?.line ?? from) - 1;
  const names = [...new Set(entries.flatMap(({ fields }) => [...fields.keys()]))];
  if (entries.length < 2 || names.length < 3 || loose > labelled * 0.1 || !headsCatalogue(names, mapping)) return null;
  const cells = (texts: readonly string[]): SourceRow['cells'] =>
    texts.map((text) => ({ text, colSpan: 1, rowSpan: 1 }));
  return {
    headTo,
    rows: [
      { line: entries[0]?.line ?? from, cells: cells(names) },
      ...entries.map(({ line, fields }) => ({ line, cells: cells(names.map((name) => fields.get(name) ?? '')) })),
    ],
  };
}

/** Labels that come again, known ones and those that no field has (索引号): each entry has them. */
function repeatedLabels(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const name = withoutSpace(LABELLED.exec(line)?.[1] ?? '');
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([name]) => name));
}

function isField(name: string, mapping: CatalogueMapping): boolean {
  return headingOf(name) !== null || mapped(mapping, name) !== undefined;
}
