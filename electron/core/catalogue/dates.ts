/**
 * The date of a catalogue's cell: eight digits, 00 for what is not printed. The grammar is the register's own
 * (shared/lib/archives/archival-date.ts); here stands only what cells do to a date.
 */
import { formatEightDigits, parseArchivalDate, type DatePrecision } from '#shared/lib/archives/archival-date.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { isoDate } from '../formats/date-format.ts';

export interface CellDate {
  /** YYYYMMDD */
  date: string | null;
  precision: DatePrecision | null;
  /** Found by research, printed in brackets. */
  bracketed: boolean;
}

const UNREADABLE: CellDate = { date: null, precision: null, bracketed: false };

/** Reads a cell; the year may stand on a line of its own above month and day (DA/T 22 catalogues set it so). */
export function readDate(text: string): CellDate {
  const plain = canonical(text).trim();
  const lines = /^(\d{4})(年|[-./])?\s*\n\s*(\d.*)$/u.exec(plain);
  const whole = lines ? `${lines[1]}${lines[2] ?? ''}${lines[3]}` : plain;
  // Of a third of a month only the month is a date of the register: 1999年7月上旬.
  const month = /^(\d{4}年\d{1,2}月)(?:[上中下]旬|初|底|末)$/u.exec(withoutSpace(whole))?.[1];
  if (month !== undefined) return readDate(month);
  // A time of day behind the date, as spreadsheets and databases write it.
  const reading = parseArchivalDate(
    whole.replace(/^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[ T]0{1,2}:00(?::00(?:\.0+)?)?$/u, '$1'),
  );
  if (!reading.ok) return UNREADABLE;
  return { date: formatEightDigits(reading.date), precision: reading.precision, bracketed: reading.bracketed };
}

/** Days since 1900 that a spreadsheet shows where a date lost its format; only what can be a record's date. */
export function readSerial(text: string): string | null {
  const plain = canonical(text).trim();
  if (!/^\d{5}(?:\.0+)?$/u.test(plain)) return null;
  const serial = Number(plain);
  const iso = serial >= 18_264 && serial <= 73_050 ? isoDate(serial, false) : null;
  return iso === null ? null : iso.replaceAll('-', '');
}
