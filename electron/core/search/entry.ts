/** What a record gives to be searched by, and how it is kept in the narrow side table. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/canonical.ts';
import { fold } from './fold.ts';

/**
 * A record as the search sees it. It must follow from the record's image and from nothing that changes without it: the
 * entry is made anew only when the record is written.
 */
export type SearchEntry = {
  /** Name of the record's entity. */
  kind: string;
  /** The record's key. */
  id: number;
  /** `2021-03-05`, `2021-03` or `2021`; null = undated. Newest first is the usual order. */
  date: string | null;
  title: string;
  /** Document and index numbers, one a line; the first one sorts. */
  numbers: string;
  /** Names of people and units, one a line. */
  people: string;
  /** All other text. It is not kept a second time: excerpts are cut out of the record. */
  body: string;
  year: number | null;
  /** 保管期限 */
  term: string | null;
  unit: string | null;
  state: string;
};

/**
 * Distance of neighbouring dates in the index's rowids, which are `date key × DATE_STEP + n`: newest first is then the
 * order of the index itself (which FTS5 walks faster upwards than downwards), and a list of fifty stops after fifty. A prime, because FTS5 keeps removed rowids in a table
 * hashed by remainder: a round number made counts twelve times slower after 200 changes.
 */
export const DATE_STEP = 1_000_003;

const UNDATED = 99_999_999;

/** Smaller for later dates: 99999999 less 20210305, 20210300 (a month), 20210000 (a year) or 0 (undated). */
export function dateKey(date: string | null): number {
  if (date === null) return UNDATED;
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date);
  if (!match) throw new Error(`no date to search by: ${date}`);
  const [, year, month = '00', day = '00'] = match;
  return UNDATED - Number(`${year}${month}${day}`);
}

/** The first number as it sorts: folded, each run of digits filled up to ten places. Empty = no number. */
export function numberKey(numbers: string): string {
  return fold(numbers.split('\n')[0] ?? '').replaceAll(/\d+/gu, (digits) => digits.padStart(10, '0'));
}

/** Fingerprint of an entry: equal entries need no write, unequal ones are what the verifier looks for. */
export function entryHash(entry: SearchEntry): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex').slice(0, 32);
}
