/**
 * The search over 100,000 records beside SQL LIKE on the same folded texts, which is the least that could be right
 * (spec/performance.md, 1): hits must be equal, newest fifty at once, counts with facets near a bare count.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArchive, openArchive } from '#core/archive-folder.ts';
import { Changes } from '#core/changes.ts';
import { all, numbers, run, value, type WriteDb } from '#core/db/sql.ts';
import { planEntity } from '#core/entities/plan.ts';
import { scheduleRowEntity, type ScheduleRowImage } from '#core/entities/schedule-row.ts';
import { find, type Question } from '#core/search/find.ts';
import { fold } from '#core/search/fold.ts';
import { entriesAt } from '#core/search/hits.ts';
import { streamedPage } from '#core/search/pages.ts';
import { partsOf } from '#core/search/query.ts';
import { readingsOf } from '#core/search/readings.ts';
import { phraseOf } from '#core/search/tokens.ts';
import { z } from '#shared/lib/zod.ts';
import { pick, randomNumbers, searchEntries } from '#tests/support/search-corpus.ts';
import { figure, quantile, type Figure } from './measure.ts';

const RECORDS = 100_000;
const QUERIES_PER_CELL = 8;
const LENGTHS = [1, 2, 4, 8];
const UPDATES = 200;

/** Share of all records that a query finds: common, some, one to five. */
const CLASSES = {
  common: (hits: number) => hits >= RECORDS * 0.02,
  mid: (hits: number) => hits >= RECORDS * 0.001 && hits <= RECORDS * 0.02,
  rare: (hits: number) => hits >= 1 && hits <= 5,
};
type Class = keyof typeof CLASSES;

interface Query {
  text: string;
  length: number;
  class: Class;
}

/** Plan rows with the texts of the corpus, written as a command writes them. */
function fill(db: WriteDb): void {
  const plan = {
    title: '示例计划',
    document_title: null,
    issuer: null,
    signed_by: null,
    signed_date: null,
    published_date: null,
    index_number: null,
    document_number: null,
    attachment: null,
    withdrawn: 0,
    version: 1,
    addressees: [],
  };
  const entries = searchEntries(11, RECORDS);
  db.transaction(() => {
    const changes = new Changes(db);
    for (let year = 1979; year <= 2025; year += 1) changes.insert(planEntity, { ...plan, year, uid: `plan-${year}` });
    for (const entry of entries) {
      changes.insert(scheduleRowEntity, {
        id: entry.id,
        uid: `row-${entry.id}`,
        year: entry.year ?? 2025,
        position: entry.id,
        month_start: null,
        month_end: null,
        year_offset: 0,
        end_next_year: 0,
        deadline_month: null,
        part: null,
        day: null,
        week: null,
        date_start: entry.date,
        date_end: entry.date,
        activity: entry.title,
        status: entry.state,
        status_reason: '',
        done_on: null,
        remark: entry.body,
        needs_review: 0,
        source_line: null,
        source_text: null,
        withdrawn: 0,
        withdrawn_reason: null,
        version: 1,
        units: entry.people
          .split('\n')
          .filter((name) => name !== '')
          .map((name) => ({ role: 'lead', name, organisation_id: null })),
      });
    }
    changes.index();
  }).immediate();
}

/** The folded texts as one table, in the order of the index. */
function foldTexts(db: WriteDb): void {
  db.exec('CREATE TABLE bench_text (id INTEGER PRIMARY KEY, record INTEGER NOT NULL, text TEXT NOT NULL) STRICT');
  const Row = z.object({ id: z.int(), record: z.int(), title: z.string(), people: z.string() });
  db.transaction(() => {
    for (const { id, record, title, people } of all(db, Row, 'SELECT id, record, title, people FROM search_entry')) {
      const image = scheduleRowEntity.read(db, record);
      const body = (image && scheduleRowEntity.searchEntry?.(image, db)?.body) ?? '';
      const text = [title, ...people.split('\n'), body].map(fold).join('\n');
      run(db, 1, 'INSERT INTO bench_text (id, record, text) VALUES (?, ?, ?)', id, record, text);
    }
  }).immediate();
}

function condition(text: string): { where: string; patterns: string[] } {
  const readings = readingsOf(fold(text));
  return {
    where: readings.map(() => String.raw`text LIKE ? ESCAPE '\'`).join(' OR '),
    patterns: readings.map((reading) => `%${reading.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`),
  };
}

const ask = (db: WriteDb, text: string, changes: Partial<Question> = {}) =>
  find(db, { text, filters: {}, sort: 'date', limit: 50, counts: false, near: false, ...changes });

/** Substrings of records by length and by how many records hold them; fewer where the corpus has no more. */
function queriesOf(db: WriteDb): Query[] {
  const random = randomNumbers(17);
  const queries: Query[] = [];
  for (const length of LENGTHS) {
    const cells = new Map<Class, Set<string>>([
      ['common', new Set()],
      ['mid', new Set()],
      ['rare', new Set()],
    ]);
    for (let tries = 0; tries < 3000 && [...cells.values()].some((cell) => cell.size < QUERIES_PER_CELL); tries += 1) {
      const image = scheduleRowEntity.read(db, 1 + Math.floor(random() * RECORDS));
      const characters = Array.from(pick(random, [image?.activity, image?.remark]) ?? '');
      const start = Math.floor(random() * characters.length);
      const text = characters.slice(start, start + length).join('');
      // Letters alone are searched as pinyin too, which LIKE is not.
      if (Array.from(text).length < length || /\s/u.test(text) || fold(text) === '' || /^[a-z0-9']*$/u.test(fold(text)))
        continue;
      const hits = ask(db, text, { limit: 1, counts: true, filters: { kinds: ['schedule_row'] } }).total ?? 0;
      const found = (Object.keys(CLASSES) as Class[]).find((name) => CLASSES[name](hits));
      const cell = found && cells.get(found);
      if (cell && cell.size < QUERIES_PER_CELL) cell.add(text);
    }
    for (const [name, texts] of cells) queries.push(...[...texts].map((text) => ({ text, length, class: name })));
  }
  return queries;
}

function timed(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

/** Median of three runs of each of several kinds of work, in turn. */
function inTurn<Name extends string>(work: Readonly<Record<Name, () => void>>, runs = 3): Record<Name, number> {
  const names = Object.keys(work) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -1; round < runs; round += 1) {
    for (const name of names) {
      const time = timed(work[name]);
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, quantile(times.get(name) ?? [], 0.5)])) as Record<Name, number>;
}

type Times = Record<'rows' | 'list' | 'likeList' | 'counts' | 'bare' | 'likeCount', number>;

function measureQuery(db: WriteDb, { text }: Query): Times {
  const { where, patterns } = condition(text);
  const phrases = readingsOf(fold(text)).map(phraseOf).join(' OR ');
  const parts = partsOf(text);
  const fast = inTurn({
    rows: () => entriesAt(db, streamedPage(db, parts, 'date', undefined, 50).ids),
    list: () => ask(db, text),
    counts: () => ask(db, text, { limit: 1, counts: true, sort: 'date', filters: { kinds: ['schedule_row'] } }),
    bare: () => value(db, z.int(), 'SELECT count(*) FROM search_index WHERE search_index MATCH ?', phrases),
  });
  const slow = inTurn(
    {
      likeList: () => numbers(db, `SELECT id FROM bench_text WHERE ${where} ORDER BY id LIMIT 50`, ...patterns),
      likeCount: () => value(db, z.int(), `SELECT count(*) FROM bench_text WHERE ${where}`, ...patterns),
    },
    1,
  );
  return { ...fast, ...slow };
}

/** Queries whose hits are not exactly those of LIKE. */
function wrongQueries(db: WriteDb, queries: readonly Query[]): string[] {
  return queries
    .filter(({ text }) => {
      const { where, patterns } = condition(text);
      const expected = numbers(db, `SELECT record FROM bench_text WHERE ${where} ORDER BY id`, ...patterns);
      const { total } = ask(db, text, { limit: 1, counts: true });
      const shown: number[] = [];
      let cursor: string | undefined;
      do {
        const page = ask(db, text, { limit: 200, cursor });
        shown.push(...page.hits.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined && shown.length < 2000);
      return total !== expected.length || shown.some((id, index) => id !== expected[index]);
    })
    .map(({ text }) => text);
}

/** Changes one record as a command does, in a transaction of its own. */
function update(db: WriteDb, change: (image: ScheduleRowImage) => ScheduleRowImage, id: number, index: boolean): void {
  db.transaction(() => {
    const before = scheduleRowEntity.read(db, id);
    if (!before) throw new Error('no such record');
    const changes = new Changes(db);
    changes.update(scheduleRowEntity, before, { ...change(before), version: before.version + 1 });
    if (index) changes.index();
  }).immediate();
}

const ms = (time: number): string => time.toFixed(time < 10 ? 2 : 0);

/** Figures for the table, and one line a cell. */
export function searchFigures(): { figures: Figure[]; remarks: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const directory = join(folder, 'archive');
  createArchive(directory, {
    unitName: '示例',
    isExample: true,
    actor: 'bench',
    appVersion: 'bench',
    now: new Date().toISOString(),
  });
  const archive = openArchive(directory, { at: new Date().toISOString(), actor: 'bench', appVersion: 'bench' });
  const { db } = archive;
  try {
    const building = timed(() => fill(db));
    foldTexts(db);
    const queries = queriesOf(db);
    const wrong = wrongQueries(db, queries);
    const measured = queries.map((query) => ({ query, times: measureQuery(db, query) }));
    const times = (name: keyof Times, of = measured): number[] => of.map((one) => one.times[name]);

    const remarks = [
      `search: ${RECORDS} records indexed in ${(building / 1000).toFixed(1)} s; ${queries.length} queries, ${wrong.length} differ from LIKE ${JSON.stringify(wrong)}`,
      'search, ms (p50): newest 50 rows | the same with marks and excerpts | LIKE newest 50 | counts and facets | bare count | LIKE count',
    ];
    let worst = 0;
    for (const length of LENGTHS) {
      for (const name of Object.keys(CLASSES) as Class[]) {
        const cell = measured.filter(({ query }) => query.length === length && query.class === name);
        if (cell.length === 0) continue;
        const p50 = (what: keyof Times): number => quantile(times(what, cell), 0.5);
        worst = Math.max(worst, p50('rows'));
        remarks.push(
          `  ${length} ${name.padEnd(6)} (${cell.length})  ${(['rows', 'list', 'likeList', 'counts', 'bare', 'likeCount'] as const).map((what) => ms(p50(what))).join(' | ')}`,
        );
      }
    }
    const all50 = quantile(times('rows'), 0.5);
    remarks.push(
      `search: newest 50 rows p50 ${ms(all50)} ms (limit 1: ${all50 <= 1 ? 'within' : 'OVER'}), worst cell ${ms(worst)} ms (limit 5: ${worst <= 5 ? 'within' : 'OVER'})`,
    );
    const tolerant = inTurn({
      initials: () => ask(db, 'sqjy', { counts: true }),
      syllables: () => ask(db, 'shequjiaoyu', { counts: true }),
      near2: () => ask(db, '齐凌版', { near: true }),
      near4: () => ask(db, '射区教呆', { near: true }),
      relevance: () => ask(db, '社区教育', { sort: 'relevance' }),
      number: () => ask(db, '社区教育', { sort: 'number' }),
    });
    remarks.push(
      `search, ms: ${Object.entries(tolerant)
        .map(([name, time]) => `${name} ${ms(time)}`)
        .join(', ')}`,
    );

    const rare = measured.filter(({ query }) => query.class === 'rare');
    const common = queries.filter((query) => query.class === 'common').map(({ text }) => text);
    const counting = (): number[] =>
      common.map((text) => inTurn({ it: () => ask(db, text, { limit: 1, counts: true }) }).it);
    const fresh = counting();
    const random = randomNumbers(23);
    const updates = { ours: [] as number[], floor: [] as number[] };
    for (let round = 0; round < UPDATES; round += 1) {
      const id = 1 + Math.floor(random() * RECORDS);
      const rename = (image: ScheduleRowImage): ScheduleRowImage => ({
        ...image,
        activity: `${image.activity}改${round}`,
      });
      updates.ours.push(timed(() => update(db, rename, id, true)));
      updates.floor.push(timed(() => update(db, (image) => ({ ...image, position: round }), id, false)));
    }
    const used = counting();

    return {
      figures: [
        figure('search: newest 50 rows of 100k', 'LIKE', { ours: times('rows'), floor: times('likeList') }, null),
        figure(
          'search: rare texts, with excerpts',
          'LIKE',
          { ours: times('list', rare), floor: times('likeList', rare) },
          { median: 0.1 },
        ),
        figure(
          'search: count and facets',
          'bare count',
          { ours: times('counts'), floor: times('bare') },
          { median: 3 },
        ),
        figure('search: count and facets', 'LIKE count', { ours: times('counts'), floor: times('likeCount') }, null),
        figure('search: one record changed', 'without index', updates, null),
        figure('search: counts after 200 changes', 'fresh', { ours: used, floor: fresh }, { median: 1.5 }),
      ],
      remarks,
    };
  } finally {
    archive.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
