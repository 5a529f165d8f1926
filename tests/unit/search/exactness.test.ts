/** Recall and precision 1.0: the hits are exactly what SQL LIKE finds in the folded texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, one, type ReadDb, type WriteDb } from '#core/db/sql.ts';
import { find } from '#core/search/find.ts';
import { fold } from '#core/search/fold.ts';
import { readingsOf } from '#core/search/readings.ts';
import type { SearchEntry } from '#core/search/entry.ts';
import { z } from '#shared/lib/zod.ts';
import { indexEntries, indexOf, pick, randomNumbers, searchEntries } from '#tests/support/search-corpus.ts';

const QUESTION = { filters: {}, sort: 'date' as const, limit: 200, counts: false, near: false };

/** Folded texts, one row a line of a field. */
function folded(db: WriteDb, entries: readonly SearchEntry[]): void {
  db.exec('DROP TABLE IF EXISTS folded; CREATE TABLE folded (id INTEGER, text TEXT)');
  const insert = db.prepare('INSERT INTO folded VALUES (?, ?)');
  for (const { id, title, numbers, people, body } of entries) {
    for (const text of [title, ...numbers.split('\n'), ...people.split('\n'), body]) insert.run(id, fold(text));
  }
}

const Id = z.object({ id: z.int() });

function like(db: ReadDb, text: string): number[] {
  const ids = readingsOf(fold(text)).flatMap((reading) =>
    all(
      db,
      Id,
      String.raw`SELECT DISTINCT id FROM folded WHERE text LIKE ? ESCAPE '\'`,
      `%${reading.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`,
    ).map(({ id }) => id),
  );
  return [...new Set(ids)].sort((a, b) => a - b);
}

/** Keys of all exact hits, page by page. */
function hits(db: ReadDb, text: string): number[] {
  const ids: number[] = [];
  let cursor: string | undefined;
  do {
    const page = find(db, { ...QUESTION, text, cursor });
    ids.push(...page.hits.filter(({ match }) => match === 'exact').map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return ids.sort((a, b) => a - b);
}

/** A substring of `length` characters of some field, without white space (which parts a query). */
function substring(random: () => number, entries: readonly SearchEntry[], length: number): string {
  for (;;) {
    const entry = pick(random, entries);
    const characters = Array.from(pick(random, [entry.title, entry.body, entry.people, entry.numbers]));
    const start = Math.floor(random() * characters.length);
    const text = characters.slice(start, start + length).join('');
    if (Array.from(text).length === length && !/\s/u.test(text) && fold(text) !== '') return text;
  }
}

describe('search', { timeout: 60_000 }, () => {
  const entries = searchEntries(7, 2500);
  const db = indexOf(entries);
  folded(db, entries);

  it.each([1, 2, 4, 8])('finds what LIKE finds, neither more nor less: %i characters', (length) => {
    const random = randomNumbers(length);
    for (let round = 0; round < 60; round += 1) {
      const text = substring(random, entries, length);
      const expected = like(db, text);
      expect(expected.length).toBeGreaterThan(0);
      expect([text, hits(db, text)]).toEqual([text, expected]);
      if (round % 6 > 0) continue;
      // Pinyin hits come on top, and are no more than what is said to be pinyin.
      const { total, hits: shown } = find(db, { ...QUESTION, text, counts: true });
      const spoken = total === null || total > 200 ? 0 : shown.filter(({ match }) => match === 'pinyin').length;
      if (/^[a-z0-9']+$/u.test(fold(text)) && (total ?? 0) > 200) continue;
      expect([text, total]).toEqual([text, expected.length + spoken]);
    }
  });

  it('holds after records changed, went and came', () => {
    const random = randomNumbers(99);
    const changed = entries.map((entry) => ({ ...entry }));
    for (let round = 0; round < 200; round += 1) {
      const entry = pick(random, changed);
      entry.title = substring(random, entries, 8) + substring(random, entries, 4);
      if (random() < 0.3) entry.date = `20${10 + Math.floor(random() * 10)}`;
      db.transaction(() => indexEntries(db, [entry])).immediate();
    }
    folded(db, changed);
    for (const length of [1, 2, 4, 8]) {
      for (let round = 0; round < 30; round += 1) {
        const text = substring(random, changed, length);
        expect([text, hits(db, text)]).toEqual([text, like(db, text)]);
      }
    }
  });

  it('finds each part, in whatever field, when white space parts the text', () => {
    const random = randomNumbers(5);
    for (let round = 0; round < 50; round += 1) {
      const [left, right] = [substring(random, entries, 2), substring(random, entries, 1)];
      const both = new Set(like(db, right));
      // Letters alone would be read together as pinyin.
      if (/^[a-z]+$/u.test(fold(left + right))) continue;
      expect([left, right, hits(db, `${left} ${right}`)]).toEqual([
        left,
        right,
        like(db, left).filter((id) => both.has(id)),
      ]);
    }
  });

  it('answers every text, whatever its signs', () => {
    const sign = fc.constantFrom(
      ...Array.from('"*^(){}:+-~\'\\ \u0000\ud800\udc00NEAR AND OR NOT 社区'),
      'title :',
      '" OR "',
      'rowid',
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: sign, maxLength: 30 })),
        fc.constantFrom('relevance' as const, 'date' as const, 'number' as const),
        (text, sort) => {
          const { total, hits: shown } = find(db, { ...QUESTION, counts: true, near: true, limit: 5, text, sort });
          expect(total).toBeGreaterThanOrEqual(shown.filter(({ match }) => match !== 'near').length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never reads the whole index for a page of common hits', () => {
    const plan = all(
      db,
      z.object({ detail: z.string() }),
      `EXPLAIN QUERY PLAN SELECT rowid FROM search_index WHERE search_index MATCH '"社"' AND rowid > CAST(1e9 AS INTEGER)
       ORDER BY rowid LIMIT 50`,
    );
    expect(plan.map(({ detail }) => detail).join()).not.toMatch(/TEMP B-TREE/u);
    expect(one(db, z.object({ count: z.int() }), 'SELECT count(*) AS count FROM search_entry')?.count).toBe(2500);
  });
});
