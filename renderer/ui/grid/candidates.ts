/**
 * What the list under an open cell offers. Choices from a fixed list are narrowed by what is typed and the first is
 * marked, so that Enter takes it; suggestions are offered for the piece at the caret and none is marked, so that Enter
 * takes what was typed. Pure.
 */
import type { GridOption, GridSuggestion } from './types.ts';

export interface Candidates {
  kind: 'options' | 'suggestions';
  items: readonly { text: string; hint: string | null }[];
  /** −1 = none. */
  marked: number;
}

const SHOWN = 12;
const PIECE_END = /[、，,；;\n]/;

function plain(text: string): string {
  return text.trim().toLowerCase();
}

/** The option meant by a typed or pasted text: by label or value, white space and letter case apart. */
export function findOption(options: readonly GridOption[], text: string): GridOption | null {
  const wanted = plain(text);
  return options.find((option) => plain(option.label) === wanted || plain(option.value) === wanted) ?? null;
}

/** `typed` = null: the list was opened without typing; everything is shown and the current choice is marked. */
export function optionCandidates(
  options: readonly GridOption[],
  current: string,
  typed: string | null,
): Candidates | null {
  const wanted = plain(typed ?? '');
  const kept = wanted === '' ? options : options.filter((option) => plain(option.label).includes(wanted));
  if (kept.length === 0) return null;
  const chosen = typed === null ? kept.findIndex((option) => plain(option.label) === plain(current)) : 0;
  const marked = typed === '' ? -1 : Math.max(0, chosen);
  return { kind: 'options', items: kept.map((option) => ({ text: option.label, hint: null })), marked };
}

/** Where the piece at the caret begins and ends. */
export function pieceAt(text: string, caret: number): { from: number; to: number } {
  let from = caret;
  while (from > 0 && !PIECE_END.test(text[from - 1] ?? '')) from -= 1;
  let to = caret;
  while (to < text.length && !PIECE_END.test(text[to] ?? '')) to += 1;
  return { from, to };
}

export function suggestionCandidates(
  suggest: (query: string) => readonly GridSuggestion[],
  text: string,
  caret: number,
): Candidates | null {
  const piece = pieceAt(text, caret);
  const query = text.slice(piece.from, caret).trim();
  const whole = text.slice(piece.from, piece.to).trim();
  const items = suggest(query).filter((item) => item.text !== whole);
  if (items.length === 0) return null;
  return {
    kind: 'suggestions',
    items: items.slice(0, SHOWN).map((item) => ({ text: item.text, hint: item.hint ?? null })),
    marked: -1,
  };
}

/** The text after a suggestion took the place of the piece at the caret. */
export function withSuggestion(text: string, caret: number, suggestion: string): { text: string; caret: number } {
  const piece = pieceAt(text, caret);
  return {
    text: text.slice(0, piece.from) + suggestion + text.slice(piece.to),
    caret: piece.from + suggestion.length,
  };
}
