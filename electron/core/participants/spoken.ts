/**
 * Persons by the sound of their name, out of the texts that the search index keeps of every entry: the entry of a person
 * speaks its name and nothing else, family names with the reading they have as such (单 shàn, 仇 qiú) beside the usual one.
 */
import { tuples, type ReadDb } from '../db/sql.ts';
import { fold } from '../search/fold.ts';
import { findWay, type Piece } from '../search/pinyin.ts';
import { partsOf } from '../search/query.ts';

export interface SpokenMatch {
  by: 'pinyin' | 'initials';
  /** The name begins with it. */
  start: boolean;
}

/** The letter that was typed alone: the initial of a name; null = more was typed. */
function initialTyped(letters: string): string | null {
  return /^[a-z]$/u.test(letters) ? letters : null;
}

/** Ways to read typed letters as one name. */
function waysOf(typed: string): readonly (readonly Piece[])[] {
  const parts = partsOf(typed);
  const [part] = parts.length === 1 ? parts : partsOf(typed.replaceAll(/[\s']/gu, ''));
  const letter = initialTyped(fold(typed));
  return letter === null ? (part?.ways ?? []) : [[{ text: letter, whole: false }]];
}

/** Persons of the register whose name sounds as typed: Chinese input, phones and unreadable letters find none. */
export function spokenPersons(db: ReadDb, typed: string): Map<number, SpokenMatch> {
  const ways = waysOf(typed);
  const found = new Map<number, SpokenMatch>();
  if (ways.length === 0) return found;
  const alone = initialTyped(fold(typed)) !== null;
  // The first letters of the ways thin the candidates out; the syllables decide.
  const starts = [...new Set(ways.map((way) => way.map(({ text }) => text.slice(0, 1)).join('')))];
  const rows = tuples(
    db,
    `SELECT e.record, s.syllables FROM search_entry e JOIN search_spoken s ON s.entry = e.id
     WHERE e.kind = 'person' AND (${starts.map(() => 'instr(s.initials, ?) > 0').join(' OR ')})`,
    ...starts,
  ) as [number, string][];
  for (const [id, syllables] of rows) {
    for (const line of syllables.split(' ')) {
      const sounds = line.split('|').slice(1, -1);
      for (const way of ways) {
        const at = findWay(way, sounds);
        if (at < 0 || (alone && at > 0)) continue;
        const by = way.every(({ text, whole }) => !whole && text.length === 1) ? 'initials' : 'pinyin';
        const known = found.get(id);
        if (!known || (known.by === 'initials' && by === 'pinyin') || (!known.start && at === 0)) {
          found.set(id, { by: known?.by === 'pinyin' ? 'pinyin' : by, start: at === 0 || known?.start === true });
        }
      }
    }
  }
  return found;
}
