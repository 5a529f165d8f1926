/**
 * Rows whose merged cells were lost: web pages copied with pipes print `活动 | 单位 | |` where month and week stand
 * merged above, so the cells stand too far left and the empty ones at the end.
 * Invariant: a row moves only where its cells contradict the columns as printed and fit them when set to the right.
 */
import { leadingTime, readDottedDay, readTime } from '#shared/lib/time-expressions.ts';
import { unitLikeness } from '#shared/lib/units.ts';
import type { SourceCell, SourceRow } from './source.ts';
import { type ColumnRole, headingOf } from './vocabulary.ts';
import { isWeek } from './week.ts';

type Kind = 'time' | 'week' | 'unit' | 'words';

function isTime(text: string): boolean {
  return readTime(text) !== null || readDottedDay(text) !== null || leadingTime(text) !== null;
}

function textsOf(row: SourceRow): string[] {
  return row.cells.map((one) => one?.text.trim() ?? '');
}

/** Empty cells at the row's end. */
function emptyEnd(texts: readonly string[]): number {
  const last = texts.findLastIndex((text) => text !== '');
  return last < 0 ? 0 : texts.length - 1 - last;
}

/** What a column holds, told by the rows that fill it. */
function kindOf(samples: readonly string[]): Kind {
  const printed = samples.filter((text) => text !== '');
  const all = (test: (text: string) => boolean): boolean => printed.length >= 2 && printed.every(test);
  if (all((text) => isWeek(text) && !/^\d+$/u.test(text))) return 'week';
  if (all(isTime)) return 'time';
  return all((text) => unitLikeness(text) === 'yes') ? 'unit' : 'words';
}

function fits(text: string, kind: Kind): boolean {
  if (text === '') return kind !== 'words';
  switch (kind) {
    case 'time':
      return isTime(text);
    case 'week':
      return isWeek(text);
    case 'unit':
      return unitLikeness(text) !== 'no' && !isTime(text);
    case 'words':
    default:
      return !isTime(text);
  }
}

function headingFits(role: ColumnRole | undefined, kind: Kind): boolean {
  if (role === undefined) return true;
  if (role === 'time' || role === 'dates' || role === 'deadline') return kind === 'time';
  if (role === 'week') return kind === 'week' || kind === 'words';
  if (role === 'unit' || role === 'support') return kind === 'unit' || kind === 'words';
  return kind !== 'time';
}

/** Moves rows with lost cells to the right; other tables come back as they are. */
export function setRight(rows: readonly SourceRow[]): { rows: SourceRow[]; moved: boolean } {
  const width = Math.max(...rows.map((row) => row.cells.length));
  const body = rows.slice(1).map(textsOf);
  const full = body.filter((texts) => texts.length === width && emptyEnd(texts) === 0);
  const asPrinted = { rows: [...rows], moved: false };
  if (full.length < 2 || full.length === body.length) return asPrinted;
  const kinds = Array.from({ length: width }, (_, column) => kindOf(full.map((texts) => texts[column] ?? '')));
  if (!kinds.includes('time')) return asPrinted;
  let moved = false;
  const open: (SourceCell | null)[] = Array.from({ length: width }, () => null);
  const set = rows.map((row, index) => {
    const texts = textsOf(row);
    const spare = emptyEnd(texts) + width - texts.length;
    const printed = texts.slice(0, texts.length - emptyEnd(texts));
    const fit = (shift: number): boolean =>
      printed.every((text, place) => {
        const kind = kinds[place + shift] ?? 'words';
        return index === 0 ? headingFits(headingOf(text)?.role, kind) : fits(text, kind);
      });
    let shift = 0;
    while (shift <= spare && !fit(shift)) shift += 1;
    if (spare === 0 || printed.length < 2 || shift === 0 || shift > spare) {
      if (index > 0)
        for (const [place, one] of row.cells.entries()) if (one && one.text.trim() !== '') open[place] = one;
      return row;
    }
    moved = true;
    const cells: (SourceCell | null)[] = Array.from({ length: width }, (_, place) => {
      const text = printed[place - shift];
      if (place >= shift) return { text: text ?? '', colSpan: 1, rowSpan: 1 };
      return index === 0 ? { text: '', colSpan: 1, rowSpan: 1 } : null;
    });
    if (index > 0) {
      for (const [place, one] of cells.entries()) {
        const above = open[place];
        if (one === null && above) above.rowSpan += 1;
        else if (one && one.text !== '') open[place] = one;
      }
    }
    return { line: row.line, cells };
  });
  return { rows: set, moved };
}
