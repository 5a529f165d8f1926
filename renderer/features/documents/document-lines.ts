/**
 * The list as the person sees it: which documents, in which order, and the content of those that were read so far.
 * Invariant: a line keeps its place until the list is asked for anew; what others changed goes in beside its neighbour.
 * Pure.
 */
import type { Document } from '#shared/features/documents.ts';

export interface DocumentLine {
  readonly id: number;
  /** Null until it is read. */
  readonly document: Document | null;
}

export function linesOf(ids: readonly number[], documents: readonly Document[]): DocumentLine[] {
  const known = new Map(documents.map((document) => [document.id, document]));
  return ids.map((id) => ({ id, document: known.get(id) ?? null }));
}

/** Puts content into its lines; lines that are not there are left out. */
export function withDocuments(lines: readonly DocumentLine[], documents: readonly Document[]): DocumentLine[] {
  const known = new Map(documents.map((document) => [document.id, document]));
  return lines.map((line) => {
    const document = known.get(line.id);
    return document ? { id: line.id, document } : line;
  });
}

/**
 * The lines for a list that has changed meanwhile: those that are still in it stay in their order, new ones stand behind
 * the line that comes before them in `fresh`.
 */
export function mergedOrder(lines: readonly DocumentLine[], fresh: readonly number[]): DocumentLine[] {
  const wanted = new Set(fresh);
  const kept = lines.filter(({ id }) => wanted.has(id));
  const known = new Set(kept.map(({ id }) => id));
  const behind = new Map<number | null, number[]>();
  let before: number | null = null;
  for (const id of fresh) {
    if (known.has(id)) before = id;
    else behind.set(before, [...(behind.get(before) ?? []), id]);
  }
  const added = (id: number | null): DocumentLine[] =>
    (behind.get(id) ?? []).map((added) => ({ id: added, document: null }));
  return [...added(null), ...kept.flatMap((line) => [line, ...added(line.id)])];
}

/** Lines after an edit: changed ones with their new content, new ones at the end, withdrawn ones gone. */
export function editedLines(
  lines: readonly DocumentLine[],
  edit: { documents: readonly Document[]; withdrawn: readonly number[] },
): DocumentLine[] {
  const gone = new Set(edit.withdrawn);
  const there = new Set(lines.map(({ id }) => id));
  const kept = withDocuments(
    lines.filter(({ id }) => !gone.has(id)),
    edit.documents,
  );
  const added = edit.documents.filter(({ id }) => !there.has(id)).map((document) => ({ id: document.id, document }));
  return [...kept, ...added];
}
