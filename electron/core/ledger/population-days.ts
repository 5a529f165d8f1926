/** The day that a figure of population stands for: a day, or the end of a year where the paper says 年末. A year alone is no day. */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { readLedgerDate } from './dates.ts';

export interface PopulationDay {
  /** ISO; null where the text names no day. */
  date: string | null;
  /** 年末 was read as 31 December. */
  yearEnd: boolean;
}

const DAY =
  /(?<!\d)\d{4}(?:[-./]\d{1,2}[-./]\d{1,2}(?!\d)|年\d{1,2}月\d{1,2}日)|(?<!\d)\d{8}(?!\d)|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/u;

/** The first day that a text names. */
export function populationDay(printed: string): PopulationDay {
  const text = withoutSpace(canonical(printed));
  const day = readLedgerDate(DAY.exec(text)?.[0] ?? text, null);
  if (day.date !== null && day.problem === null) return { date: day.date, yearEnd: false };
  const end = /(\d{4})年(?:末|底|年末|年底)/u.exec(text);
  return end ? { date: `${end[1]}-12-31`, yearEnd: true } : { date: null, yearEnd: false };
}
