/** A text with the places that were found in it marked; made of ranges, never of markup. */
import { Fragment } from 'react';

export function Highlighted({ text, ranges }: { text: string; ranges: readonly (readonly [number, number])[] }) {
  let from = 0;
  const parts = ranges.flatMap(([start, end]) => {
    const before = text.slice(from, start);
    from = end;
    return [
      { key: `${start}-`, text: before, marked: false },
      { key: `${start}+`, text: text.slice(start, end), marked: true },
    ];
  });
  return (
    <>
      {[...parts, { key: 'rest', text: text.slice(from), marked: false }].map(({ key, text: part, marked }) =>
        marked ? <mark key={key}>{part}</mark> : <Fragment key={key}>{part}</Fragment>,
      )}
    </>
  );
}
