/**
 * Text as numbered lines: blanks and noise set aside, vertical cells put together.
 * Invariant: a line keeps the number that a person counts in the source.
 */
import { leadingTime } from '#shared/lib/time-expressions.ts';
import { isNoise } from './vocabulary.ts';

export interface TextLine {
  /** From 1. */
  line: number;
  endLine: number;
  text: string;
  /** Printed one character a line, as a merged cell set vertically. */
  vertical: boolean;
  /** A further sentence of a line that was cut: it bears the line's number, but does not count. */
  goesOn?: boolean;
}

export interface TextLines {
  lines: TextLine[];
  noise: { line: number; text: string }[];
}

/** Fewer single characters in a row than this may be cells of their own. */
const VERTICAL_LEAST = 3;

/** Lines `from` to `to` of a source, without blanks; noise apart; runs of single characters joined. */
export function textLines(source: readonly string[], from: number, to: number): TextLines {
  const lines: TextLine[] = [];
  const noise: { line: number; text: string }[] = [];
  let run: TextLine[] = [];
  const close = (): void => {
    const first = run[0];
    const last = run.at(-1);
    if (first && last && run.length >= VERTICAL_LEAST) {
      lines.push({ line: first.line, endLine: last.line, text: run.map((line) => line.text).join(''), vertical: true });
    } else if (
      first &&
      last &&
      run.length === 2 &&
      /^[一二三四五六七八九十]月$/u.test(run.map((line) => line.text).join(''))
    ) {
      lines.push({
        line: first.line,
        endLine: last.line,
        text: run.map((line) => line.text).join(''),
        vertical: false,
      });
    } else lines.push(...run);
    run = [];
  };
  for (let line = from; line <= to; line += 1) {
    const text = (source[line - 1] ?? '')
      .replace(/[\u00A0\u3000\u200B\uFEFF]/gu, ' ')
      .replace(/^\s*#{1,6}\s+/u, '')
      .replace(/\*\*([^*]+)\*\*/gu, '$1')
      .trim();
    if (text === '') continue;
    const entry = { line, endLine: line, text, vertical: false };
    // 1 / 月: a narrow month cell broken over two lines.
    const above = lines.at(-1);
    if (/^月份?$/u.test(text) && run.length === 0 && above && /^(?:1[0-2]|[1-9])$/u.test(above.text)) {
      lines[lines.length - 1] = { ...above, endLine: line, text: `${above.text}${text}` };
      continue;
    }
    if (text.length === 1 && /[\p{Script=Han}・·]/u.test(text)) {
      run.push(entry);
      continue;
    }
    close();
    // A month with an address glued to it stays a month.
    if (isNoise(text) && leadingTime(text) === null) noise.push({ line, text });
    else lines.push(entry);
  }
  close();
  return withoutListEntries(lines, noise);
}

/** An entry of a site's list of articles: a title with month and day glued to its end. */
const LIST_ENTRY = /^[^。；;:：]{4,40}[^\d\s.(（-]\d{2}-\d{2}$/u;

/** List entries are noise only beside other noise: an activity could end in such digits. */
function withoutListEntries(lines: readonly TextLine[], noise: TextLines['noise']): TextLines {
  const noisy = new Set(noise.map((one) => one.line));
  const kept: TextLine[] = [];
  const found = [...noise];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const beside =
      noisy.has(line.line - 1) || noisy.has(line.endLine + 1) || (next !== undefined && LIST_ENTRY.test(next.text));
    if (!LIST_ENTRY.test(line.text) || !beside) kept.push(line);
    else {
      noisy.add(line.line);
      found.push({ line: line.line, text: line.text });
    }
  }
  return { lines: kept, noise: found.sort((one, two) => one.line - two.line) };
}
