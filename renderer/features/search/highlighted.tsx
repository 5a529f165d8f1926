/** A text with the places that were found in it marked; made of ranges, never of markup. */
import { Fragment } from 'react';

type Range = readonly [number, number];

/** The text cut at the edges of its ranges; the key of a part is where it begins. */
function partsOf(text: string, ranges: readonly Range[]): { key: number; text: string; marked: boolean }[] {
  const parts = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start > from) parts.push({ key: from, text: text.slice(from, start), marked: false });
    parts.push({ key: start, text: text.slice(start, end), marked: true });
    from = end;
  }
  if (from < text.length) parts.push({ key: from, text: text.slice(from), marked: false });
  return parts;
}

export function Highlighted({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  return (
    <>
      {partsOf(text, ranges).map(({ key, text: part, marked }) =>
        marked ? <mark key={key}>{part}</mark> : <Fragment key={key}>{part}</Fragment>,
      )}
    </>
  );
}
