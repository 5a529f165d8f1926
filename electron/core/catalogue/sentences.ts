/**
 * Lists whose entries are sentences, numbered or one a line, as web pages and collections of documents print them.
 * Invariant: every row is doubtful, for no heading says what its parts mean; a line among the entries that is none is
 * rejected or skipped by name, and where many are none the text is no list.
 */
import type { GridRow } from '../reading/grid.ts';
import { aboutLine, type CatalogueTable, type HeadLine, type LeftOut } from './draft.ts';
import { contextOf } from './head.ts';
import { isFoot, isPageNoise, isTotal } from './rows.ts';
import { cellsOfSentence, markOf, type SentenceField } from './sentence.ts';
import type { Cells } from './values.ts';

/** Share of lines that may be something else than entries. */
const OTHERS = 0.25;
/** Fewest entries of a list without and with numbers. */
const FEWEST = { plain: 3, numbered: 2 };
/** Lines of one entry, where a narrow page broke it. */
const MOST_LINES = 4;

interface Entry {
  line: number;
  endLine: number;
  text: string;
  cells: Cells | null;
  /** A heading over the entries below, as it is given to the reader of rows: 一、永久 as 永久. */
  heading?: string;
}

interface Line {
  line: number;
  text: string;
}

/** A line that heads a class of entries: a term alone, or 一、 over entries that are numbered 1., 2. … */
function headingOf(text: string, mark: ReturnType<typeof markOf>, arabic: boolean): string | null {
  const rest = mark?.rest ?? text;
  if (contextOf({ line: 0, cells: [rest] }).length > 0) return rest;
  const classOf = arabic && mark !== null && !/^\d/u.test(mark.no) && rest.length <= 20;
  return classOf && cellsOfSentence(rest) === null ? text : null;
}

/** Entries that begin with a number; lines between them go on with the one above until it is whole. */
function numbered(lines: readonly Line[]): { entries: Entry[]; loose: Line[] } {
  const entries: Entry[] = [];
  const loose: Line[] = [];
  const arabic = lines.some(({ text }) => /^\d/u.test(markOf(text)?.no ?? ''));
  for (const { line, text } of lines) {
    const mark = markOf(text);
    const above = entries.at(-1);
    const heading = headingOf(text, mark, arabic);
    if (heading !== null) entries.push({ line, endLine: line, text, cells: null, heading });
    else if (mark) {
      const cells = cellsOfSentence(mark.rest);
      entries.push({ line, endLine: line, text, cells: cells && { ...cells, no: mark.no } });
    } else if (above && above.cells === null && above.heading === undefined && line - above.line < MOST_LINES) {
      above.text += text;
      above.endLine = line;
      const whole = markOf(above.text);
      const cells = whole && cellsOfSentence(whole.rest);
      above.cells = whole && cells && { ...cells, no: whole.no };
    } else loose.push({ line, text });
  }
  return { entries, loose };
}

function plain(lines: readonly Line[]): { entries: Entry[]; loose: Line[] } {
  const entries = lines.map(({ line, text }) => ({ line, endLine: line, text, cells: cellsOfSentence(text) }));
  return {
    entries: entries.filter(({ cells }) => cells !== null),
    loose: lines.filter((_line, index) => entries[index]?.cells === null),
  };
}

function rowOf({ line, endLine, cells, heading }: Entry, fields: readonly SentenceField[]): GridRow {
  const texts = fields.map((field) => (field === 'title' && heading !== undefined ? heading : (cells?.[field] ?? '')));
  return {
    line,
    endLine,
    doubtful: heading === undefined,
    filled: texts.filter((text) => text !== '').length,
    cells: texts.map((text) => ({ text, state: text === '' ? 'empty' : 'printed' })),
  };
}

const ORDER: readonly SentenceField[] = ['no', 'author', 'doc_no', 'title', 'date', 'secrecy', 'pages', 'remark'];

/** The list in the lines `from` to `to`, or none. */
export function sentenceTables(source: readonly string[], from: number, to: number): CatalogueTable[] {
  const all: Line[] = source
    .slice(from - 1, to)
    .map((text, index) => ({ line: from + index, text: text.trim() }))
    .filter(({ text }) => text !== '');
  const marked = all.findIndex(({ text }) => markOf(text) !== null);
  const withNumbers = all.filter(({ text }) => markOf(text) !== null).length >= all.length / 3;
  const first = withNumbers ? marked : all.findIndex(({ text }) => cellsOfSentence(text) !== null);
  if (first < 0) return [];
  const aside = ({ text }: Line): boolean => isTotal(text) || isFoot(text) || isPageNoise(text);
  const body = all.slice(first);
  const lines = body.filter((line) => !aside(line));
  const { entries, loose } = withNumbers ? numbered(lines) : plain(lines);
  const read = entries.filter(({ cells }) => cells !== null);
  const unread = entries.filter(({ cells, heading }) => cells === null && heading === undefined);
  const others = unread.length + loose.length;
  if (read.length < (withNumbers ? FEWEST.numbered : FEWEST.plain) || others > (read.length + others) * OTHERS)
    return [];
  const fields = ORDER.filter((field) => read.some(({ cells }) => cells?.[field] !== undefined));
  const skipped: LeftOut[] = [
    ...body.filter(aside).map((line) => ({ ...line, reason: 'noise_skipped' as const })),
    ...[...unread, ...loose].map(({ line, text }) => ({ line, text, reason: 'catalogue/sentence_left_out' as const })),
  ];
  const head: HeadLine[] = all.slice(0, first).map(({ line, text }) => ({ line, cells: [text] }));
  return [
    {
      name: null,
      head,
      columns: fields.map((field) => ({ printed: '', field })),
      rows: entries.filter((entry) => !unread.includes(entry)).map((entry) => rowOf(entry, fields)),
      wraps: false,
      doubt: 'catalogue/from_sentence',
      joiner: '',
      short: new Set(),
      from: all[first]?.line ?? from,
      to,
      findings: [...unread, ...loose].map(({ line, text }) =>
        aboutLine(line, 'catalogue/sentence_left_out', { text: text.slice(0, 40) }, 'doubt'),
      ),
      skipped,
    },
  ];
}
