/**
 * Numbers in front of items: 1、 1. （1） ① 一、 （一） 第一， •. Invariant: a number is a marker only where a sign that
 * closes it follows, so 2-4名, 7-8月 and 3.8 are none.
 */
import { parseSmallNumber } from '#shared/lib/chinese-numerals.ts';

/** Kinds in the order papers nest them. */
export type MarkerKind = 'han' | 'hanBracket' | 'digit' | 'digitBracket' | 'circle' | 'bullet';

export interface Marker {
  kind: MarkerKind;
  /** Position in the list from 1; 0 for bullets. */
  number: number;
  /** Characters of the marker with the space behind it. */
  length: number;
}

const MARKERS: [MarkerKind, RegExp][] = [
  ['hanBracket', /^\s*[(（]([一二三四五六七八九十]{1,3})[)）]\s*[、.．]?\s*/u],
  ['digitBracket', /^\s*[(（]?(\d{1,2})[)）]\s*[、.．]?\s*/u],
  ['han', /^\s*([一二三四五六七八九十]{1,3})(?:[、.．]|[ 　]+)\s*/u],
  // 3.8 and 3.8妇女节 are dates: behind the dot of a marker no digit follows, but for a month: 1.1月. 12．5月 is left
  // to the caller.
  [
    'digit',
    /^\s*([0-9０-９]{1,2})(?:[、．]|\.(?!\d)|\.(?=(?:1[0-2]|[1-9])(?:\s*[-—–至~～、]\s*(?:1[0-2]|[1-9]))?\s*月))\s*/u,
  ],
  ['circle', /^\s*([①-⑳])[、.]?\s*/u],
  ['bullet', /^\s*([•●◆■▪★☆※➢✓·-]|\p{Extended_Pictographic}\uFE0F?)(?!\d)\s*(?=\S)/u],
];

/** Reads the marker at the beginning of a line, or null. */
export function markerOf(line: string): Marker | null {
  for (const [kind, pattern] of MARKERS) {
    const found = pattern.exec(line);
    if (!found?.[1]) continue;
    if (kind === 'bullet') return { kind, number: 0, length: found[0].length };
    const number = kind === 'circle' ? found[1].charCodeAt(0) - 0x245f : parseSmallNumber(found[1]);
    if (number !== null && number >= 1) return { kind, number, length: found[0].length };
  }
  return null;
}

const INLINE = /(?:^|[\n；;。：:）)”\s])\s*(?:(\d{1,2})(?:[、．]|\.(?!\d))|[(（](\d{1,2})[)）]、?|([①-⑳])、?)\s*/gu;

/**
 * Cuts a text at its numbers where they count 1, 2, 3 … in one style; a text without such a list stays whole.
 * `before` is what stands in front of the first number.
 */
export function cutNumbered(text: string): { before: string; items: string[] } {
  const marks: { at: number; end: number; number: number; style: number }[] = [];
  for (const found of text.matchAll(INLINE)) {
    const style = found[1] !== undefined ? 1 : found[2] !== undefined ? 2 : 3;
    const printed = found[style] ?? '';
    const number = style === 3 ? printed.charCodeAt(0) - 0x245f : Number(printed);
    // A closing bracket or quotation mark belongs to the item before the number.
    const closed = /^[）)”]/u.test(found[0]) ? 1 : 0;
    const at = found.index + closed + (found[0].length - found[0].trimStart().length);
    marks.push({ at, end: found.index + found[0].length, number, style });
  }
  const first = marks.find((mark) => mark.number === 1);
  if (!first) return { before: text, items: [] };
  const list = [first];
  for (const mark of marks) {
    if (mark.at > first.at && mark.style === first.style && mark.number === list.length + 1) list.push(mark);
  }
  const items = list.map((mark, index) => text.slice(mark.end, list[index + 1]?.at ?? text.length).trim());
  return {
    before: text
      .slice(0, first.at)
      .trim()
      .replace(/[：:；;]$/u, ''),
    items: items.filter((item) => item !== ''),
  };
}
