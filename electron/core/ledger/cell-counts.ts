/**
 * Rows of delimited text that have fewer or more cells than their table: a cell was lost, or a comma of thousands cut an amount
 * in two. Decoders make rows equally wide, so cells are counted in the source's own lines.
 */
import { type Delimiter, parseDelimited, sniffDelimiter } from '../formats/delimited.ts';
import type { SourceDocument } from '../reading/source.ts';

/** Cells of each row by the line where it begins. */
export type CellCounts = ReadonlyMap<number, number>;

/** Counts the cells of a delimited source; nothing for formats that keep their cells. */
export function cellCounts(source: SourceDocument): CellCounts {
  if (source.format !== 'csv' && source.format !== 'tsv') return new Map();
  const text = source.lines.join('\n');
  const delimiter: Delimiter | undefined = source.format === 'tsv' ? '\t' : sniffDelimiter(text)?.delimiter;
  if (delimiter === undefined) return new Map();
  return new Map(parseDelimited(text, delimiter).records.map(({ line, cells }) => [line, cells.length]));
}

export interface StrayLines {
  /** Fewer cells than most rows below the same headings. */
  short: ReadonlySet<number>;
  /** More cells than the headings and than most rows. */
  long: ReadonlySet<number>;
}

/** The rows below a header that stand out by their number of cells. */
export function strayLines(counts: CellCounts, header: number, lines: readonly number[]): StrayLines {
  const own = lines.flatMap((line): (readonly [number, number])[] => {
    const count = counts.get(line);
    // One cell is a title or a heading inside the table.
    return count === undefined || count < 2 ? [] : [[line, count]];
  });
  const frequency = new Map<number, number>();
  for (const [, count] of own) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  const [most = 0] = [...frequency].toSorted((one, two) => two[1] - one[1] || two[0] - one[0])[0] ?? [];
  const widest = Math.max(most, counts.get(header) ?? 0);
  return {
    short: new Set(own.filter(([, count]) => count < most).map(([line]) => line)),
    long: new Set(own.filter(([, count]) => count > widest).map(([line]) => line)),
  };
}
