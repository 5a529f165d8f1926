/** Entries like those of a real archive, out of a fixed seed: words of the trade, odd signs, rare characters. */
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/index.ts';
import { openInMemory } from '#core/db/open.ts';
import type { WriteDb } from '#core/db/sql.ts';
import { entityNamed } from '#core/entities/index.ts';
import type { SearchEntry } from '#core/search/entry.ts';
import { ensureIndex, indexRecords } from '#core/search/index-store.ts';

const WORDS =
  '社区教育 街道办事处 学习型家庭 版画展览 安全生产 老年大学 志愿服务 法制宣传 暑假培训 校园开放日 全民终身学习活动周 国庆节系列活动 困难群众 家庭教育 科技创新 非物质文化遗产 统计报表 工作总结 实施方案 会议纪要 关于印发 通知 请示 批复 经费预算 齐陵 临淄 重庆路 绿色出行 党支部 村民委员会 幼儿园 中心校 第十二期 二〇二一年 2021年 12月 30年 Excel OFD app'.split(
    ' ',
  );
const ODD = Array.from(
  '，。、；：“”‘’（）〔〕《》—…·-,.;:()[]"\'*^+~%_\\/|&#@!?0123456789abcXYZＱ５𠀀𠮷𪚥𬭎䶮㛃①㎡é後國學',
);
const TERMS = ['永久', '30年', '10年', null];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Words of two to four of the commoner characters, most frequent first, as a dictionary has them. */
const DICTIONARY = (() => {
  const random = randomNumbers(1);
  return Array.from({ length: 6000 }, () =>
    Array.from({ length: 2 + Math.floor(random() ** 2 * 3) }, () =>
      String.fromCodePoint(0x4e00 + Math.floor(random() * 1500) * 13),
    ).join(''),
  );
})();

/** A text of about `length` characters: words of the trade and others by frequency, odd signs, any Chinese character. */
function text(random: () => number, length: number): string {
  let result = '';
  while (result.length < length) {
    const chance = random();
    if (chance < 0.25) result += WORDS[Math.floor(random() ** 2 * WORDS.length)] ?? '';
    else if (chance < 0.85) result += DICTIONARY[Math.floor(random() ** 3 * DICTIONARY.length)] ?? '';
    else if (chance < 0.9) result += String.fromCodePoint(0x4e00 + Math.floor(random() * 20_000));
    else result += pick(random, ODD);
  }
  return result;
}

/** `count` entries of one kind, keys from 1. */
export function searchEntries(seed: number, count: number, kind = 'schedule_row'): SearchEntry[] {
  const random = randomNumbers(seed);
  const units = Array.from({ length: 40 }, () => `${text(random, 4)}中心`);
  return Array.from({ length: count }, (_, index) => {
    const year = 1979 + Math.floor(random() * 46);
    const two = (from: number, to: number): string =>
      String(from + Math.floor(random() * (to - from))).padStart(2, '0');
    const unit = random() < 0.05 ? null : pick(random, units);
    return {
      kind,
      id: index + 1,
      date: random() < 0.02 ? null : `${year}-${two(1, 13)}-${two(1, 29)}`,
      title: text(random, 15 + random() * 25),
      numbers: random() < 0.3 ? '' : `齐街字〔${year}〕${1 + Math.floor(random() * 200)}号`,
      people: [unit, random() < 0.3 ? text(random, 3) : null].filter((name) => name !== null).join('\n'),
      body: random() < 0.3 ? '' : text(random, random() * 500),
      year: random() < 0.05 ? null : year,
      term: pick(random, TERMS),
      unit,
      state: pick(random, ['not_started', 'done', 'cancelled']),
    };
  });
}

/** Writes entries into an index without records behind them. */
export function indexEntries(db: WriteDb, entries: readonly SearchEntry[]): void {
  indexRecords(
    db,
    entries.map((entry) => ({
      entity: { ...entityNamed(entry.kind), searchEntry: () => entry },
      key: entry.id,
      image: {},
    })),
  );
}

/** An index in memory. */
export function indexOf(entries: readonly SearchEntry[]): WriteDb {
  const db = openInMemory();
  migrate(db, migrations, null);
  ensureIndex(db);
  db.transaction(() => indexEntries(db, entries)).immediate();
  return db;
}
