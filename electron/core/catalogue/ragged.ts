/**
 * Rows of delimited text that have fewer cells than the others: a cell was lost, or two ran together. The decoder makes
 * every row equally wide, so the separators are counted in the source's own lines.
 */
import { type Delimiter, parseDelimited, sniffDelimiter } from '../formats/delimited.ts';
import type { SourceDocument } from '../reading/source.ts';

/** Share of full rows from which a short one stands out. */
const MOST = 0.5;

/** Lines where short rows begin; none where a program leaves empty cells at the end away. */
export function shortRows(source: SourceDocument): ReadonlySet<number> {
  if (source.format !== 'csv' && source.format !== 'tsv') return new Set();
  const text = source.lines.join('\n');
  const delimiter: Delimiter | undefined = source.format === 'tsv' ? '\t' : sniffDelimiter(text)?.delimiter;
  if (delimiter === undefined) return new Set();
  const { records } = parseDelimited(text, delimiter);
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width = 0, full = 0] = [...counts].toSorted((one, two) => two[1] - one[1] || two[0] - one[0])[0] ?? [];
  if (width < 3 || full < records.length * MOST) return new Set();
  return new Set(records.filter(({ cells }) => cells.length > 1 && cells.length < width).map(({ line }) => line));
}
