/**
 * The list as the person sees it. Invariant: a line keeps its place until the list is asked for in another order or by
 * another filter; what came meanwhile goes in behind its neighbour, what was typed here stands at the end. Pure.
 */

interface Line {
  readonly id: number;
}

/** The lines of a list that has changed meanwhile: known ones in the order they had, with what `fresh` says of them. */
export function keptOrder<Row extends Line>(lines: readonly Row[], fresh: readonly Row[]): Row[] {
  const now = new Map(fresh.map((row) => [row.id, row]));
  const kept = lines.flatMap(({ id }) => now.get(id) ?? []);
  const known = new Set(kept.map(({ id }) => id));
  const behind = new Map<number | null, Row[]>();
  let before: number | null = null;
  for (const row of fresh) {
    if (known.has(row.id)) before = row.id;
    else behind.set(before, [...(behind.get(before) ?? []), row]);
  }
  return [...(behind.get(null) ?? []), ...kept.flatMap((row) => [row, ...(behind.get(row.id) ?? [])])];
}

/** Lines after an edit of `ids`: those of them that `rows` holds as they are now, new ones at the end, others gone. */
export function editedLines<Row extends Line>(
  lines: readonly Row[],
  ids: readonly number[],
  rows: readonly Row[],
): Row[] {
  const touched = new Set(ids);
  const now = new Map(rows.map((row) => [row.id, row]));
  const there = new Set(lines.map(({ id }) => id));
  return [
    ...lines.flatMap((line) => (touched.has(line.id) ? (now.get(line.id) ?? []) : line)),
    ...rows.filter(({ id }) => !there.has(id)),
  ];
}
