/**
 * Where a hit's text stands in the original: ranges for the title, and the part of another field that shows what the title
 * does not. A finder answers places in a folded text; the fold's positions lead back.
 */
import type { SearchHit } from '#shared/features/search.ts';
import { fold, foldWithPositions, type FoldedText } from './fold.ts';
import { findWay, pronounce } from './pinyin.ts';
import type { Part } from './query.ts';

/** `[start, end)` in UTF-16 units. */
export type Range = [number, number];

/** Places in a folded text. */
export type Finder = (folded: string) => Range[];

/** Marks beyond this many in one text help nobody. */
const MOST_RANGES = 50;
const BEFORE = 30;
const LENGTH = 120;

/** Finds each place where a part is written in one of its readings. */
export function writtenFinder(part: Part): Finder {
  return (folded) =>
    part.readings.flatMap((reading) => {
      const ranges: Range[] = [];
      for (let at = folded.indexOf(reading); at >= 0; at = folded.indexOf(reading, at + reading.length)) {
        ranges.push([at, at + reading.length]);
        if (ranges.length >= MOST_RANGES) break;
      }
      return ranges;
    });
}

/** Finds a part as written, else as it sounds. */
export function partFinder(part: Part): Finder {
  const written = writtenFinder(part);
  if (part.ways.length === 0) return written;
  return (folded) => {
    const ranges = written(folded);
    if (ranges.length > 0) return ranges;
    const syllables = pronounce(folded);
    const sequence = syllables.map(({ sound }) => sound);
    return part.ways.flatMap((way): Range[] => {
      const first = findWay(way, sequence);
      const start = syllables[first];
      const end = syllables[first + way.length - 1];
      return start && end ? [[start.start, end.end]] : [];
    });
  };
}

/** Sorted, overlapping ones joined. */
function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result.slice(0, MOST_RANGES);
}

function original(folded: FoldedText, [start, end]: Range): Range {
  return [folded.starts[start] ?? 0, folded.ends[end - 1] ?? 0];
}

interface Marked {
  ranges: Range[];
  /** Which of the finders found something. */
  found: boolean[];
}

/** Marks an original text. */
export function mark(text: string, finders: readonly Finder[]): Marked {
  const plain = fold(text);
  const places = finders.map((find) => find(plain));
  const found = places.map((ranges) => ranges.length > 0);
  // The way back costs more than the fold, and most texts of a page hold only some of the parts.
  if (!found.includes(true)) return { ranges: [], found };
  const folded = foldWithPositions(text);
  return { ranges: joined(places.flat().map((range) => original(folded, range))), found };
}

type Excerpt = Pick<SearchHit, 'excerpt' | 'excerptRanges' | 'excerptField' | 'excerptCut'>;

export const NO_EXCERPT: Excerpt = {
  excerpt: '',
  excerptRanges: [],
  excerptField: null,
  excerptCut: { before: false, after: false },
};

/** A cut that does not part a surrogate pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

/** The part of a text around its first mark. `typed` = the texts as typed: found without folding where written so. */
export function excerptOf(
  field: 'numbers' | 'people' | 'body',
  text: string,
  finders: readonly Finder[],
  typed: readonly string[],
): Excerpt | null {
  const asTyped = typed.map((part) => text.indexOf(part)).filter((at) => at >= 0);
  const first = asTyped.length > 0 ? Math.min(...asTyped) : mark(text, finders).ranges[0]?.[0];
  if (first === undefined) return null;
  const start = whole(text, Math.max(0, first - BEFORE));
  const end = whole(text, Math.min(text.length, start + LENGTH));
  const excerpt = text.slice(start, end);
  const { ranges } = mark(excerpt, finders);
  return {
    excerpt,
    excerptRanges: ranges,
    excerptField: field,
    excerptCut: { before: start > 0, after: end < text.length },
  };
}
