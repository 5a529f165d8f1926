/** The width a column needs so that none of its lines wraps, in CSS pixels, within reason. */
const PADDING = 24;
const LARGEST = 560;
const LOOKED_AT = 2000;

export function fittingWidth(texts: Iterable<string>, heading: string, font: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.font = font;
  let widest = context.measureText(heading).width * 1.08;
  let seen = 0;
  for (const text of texts) {
    if (seen === LOOKED_AT) break;
    seen += 1;
    for (const line of text.split('\n')) widest = Math.max(widest, context.measureText(line).width);
  }
  return Math.round(Math.min(LARGEST, widest + PADDING));
}
