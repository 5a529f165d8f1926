/**
 * Breaks lists (units, names) into lines: they end after 、，；, and within an item only where it is longer than the line.
 * Such an item is divided between words into lines of about the same length, so that no line holds a last character alone.
 */
import { breakLines, lineWidth, type Measure, NO_LINE_END, NO_LINE_START } from './line-breaking.ts';
import { breakTitle } from './title.ts';

/** Where an item ends: behind separators, but not within a number such as 12,345. */
const ITEM_END = /(?<=[、，；,; ])(?![、，；,; ])(?!(?<=\d,)\d)/u;
/** Items longer than this many lines are running text. */
const LONGEST_ITEM = 4;

/** Lines of at most `width` em; joined they are the text, as those of `breakLines`. */
export function breakList(text: string, measure: Measure, width: number): string[] {
  const paragraphs = text.split('\n');
  return paragraphs.flatMap((paragraph, index) => {
    const lines = breakItems(paragraph, measure, width);
    if (index < paragraphs.length - 1) lines[lines.length - 1] += '\n';
    return lines;
  });
}

function breakItems(text: string, measure: Measure, width: number): string[] {
  if (lineWidth(text, measure) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const item of items(text)) {
    if (line !== '' && lineWidth(line + item, measure) <= width) {
      line += item;
      continue;
    }
    if (line !== '') lines.push(line);
    const long = lineWidth(item, measure) > width * LONGEST_ITEM;
    const broken = long ? breakLines(item, measure, width) : breakTitle(item, measure, width);
    line = broken.pop() ?? '';
    for (const part of broken) lines.push(part);
  }
  lines.push(line);
  return lines;
}

/** The items with their separators; marks that may not stand at an edge of a line stay with their neighbour. */
function items(text: string): string[] {
  const result: string[] = [];
  for (const item of text.split(ITEM_END)) {
    const before = result.at(-1);
    const joined =
      before !== undefined &&
      (NO_LINE_START.has(item[0] ?? '') ||
        NO_LINE_END.has(before.trimEnd().at(-1) ?? '') ||
        /^[\p{M}\u200d]/u.test(item));
    if (joined) result[result.length - 1] = before + item;
    else result.push(item);
  }
  return result;
}
