/**
 * Whom a typed name may mean, in a register of 10,000 persons with 100,000 sign-in rows: as a clerk types at the door, by
 * characters, pinyin, initials and the end of a phone. Each answer counts, the first one after opening as well.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArchive, openArchive } from '#core/archive-folder.ts';
import { Changes } from '#core/changes.ts';
import { value, type WriteDb } from '#core/db/sql.ts';
import { attendanceEntity } from '#core/entities/attendance.ts';
import { candidates } from '#core/participants/candidates.ts';
import { enterActivity } from '#core/activities/store.ts';
import { enterPerson } from '#core/participants/store.ts';
import { spokenName } from '#core/search/pinyin.ts';
import { z } from '#shared/lib/zod.ts';
import { pick, randomNumbers } from '#tests/support/search-corpus.ts';
import { figure, type Figure } from './measure.ts';

const PERSONS = 10_000;
const ACTIVITIES = 1000;
const ROWS = 100_000;
const QUERIES = 400;
const LIMIT_MS = 50;
const DAY = '2021-06-30';

/** The commonest family names and characters of given names: as many persons share them as in a village. */
const FAMILY = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单仇解曾区');
const GIVEN = Array.from('秀英玉兰建国志强明芳伟娜敏静丽强磊军洋勇艳杰涛超霞平刚桂示例');
const VILLAGES = Array.from({ length: 40 }, (_, index) => `示例${index}村`);

function fill(db: WriteDb): string[] {
  const random = randomNumbers(7);
  const names: string[] = [];
  db.transaction(() => {
    const changes = new Changes(db);
    for (let index = 0; index < PERSONS; index += 1) {
      const name = pick(random, FAMILY) + pick(random, GIVEN) + (random() < 0.7 ? pick(random, GIVEN) : '');
      names.push(name);
      enterPerson(
        { db, changes, newUid: () => `person-${index}` },
        {
          name,
          birthDate: `${1940 + Math.floor(random() * 75)}`,
          village: pick(random, VILLAGES),
          phone: String(13_000_000_000 + Math.floor(random() * 1e9)),
        },
      );
    }
    for (let index = 0; index < ACTIVITIES; index += 1) {
      enterActivity({ db, changes, newUid: () => `activity-${index}` }, { title: `示例活动${index}`, state: 'held' });
    }
    const first = value(db, z.int(), 'SELECT min(id) FROM activity');
    const seen = new Set<string>();
    while (seen.size < ROWS) {
      const activity = Math.floor(random() * ACTIVITIES);
      const person = 1 + Math.floor(random() * PERSONS);
      if (seen.has(`${activity}/${person}`)) continue;
      seen.add(`${activity}/${person}`);
      const month = String(1 + (activity % 12)).padStart(2, '0');
      changes.insert(attendanceEntity, {
        id: seen.size,
        uid: `row-${seen.size}`,
        activity_id: first + activity,
        person_id: person,
        date: `${2010 + (activity % 12)}-${month}-12`,
        number: null,
        signed: random() < 0.9 ? 1 : 0,
        role: 'learner',
        minutes: null,
        remark: '',
        source_line: null,
        source_text: null,
        import_id: null,
        withdrawn: 0,
        withdrawn_reason: null,
        version: 1,
      });
    }
    changes.index();
  })();
  return names;
}

/** What is typed for a name: all of it, its family name, pinyin whole and unfinished, initials, one letter. */
function typedFor(name: string, kind: number): string {
  const { initials, syllables } = spokenName(name);
  const sounds = syllables.split(' ')[0]?.split('|').slice(1, -1) ?? [];
  const forms = [
    name,
    name[0],
    sounds.join(''),
    sounds[0],
    initials.split(' ')[0],
    sounds[0]?.[0],
    `${sounds[0]}${sounds[1]?.[0]}`,
    '0001',
  ];
  return forms[kind % forms.length] ?? name;
}

export function personFigures(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-persons-'));
  try {
    const directory = join(folder, 'archive');
    const now = new Date().toISOString();
    createArchive(directory, { unitName: '示例', isExample: true, actor: 'bench', appVersion: '0', now });
    const archive = openArchive(directory, { at: now, actor: 'bench', appVersion: '0' });
    const names = fill(archive.db);
    const rows = value(archive.db, z.int(), 'SELECT count(*) FROM attendance');
    if (rows !== ROWS) throw new Error(`${rows} sign-in rows instead of ${ROWS}`);
    archive.close();
    const opened = openArchive(directory, { at: now, actor: 'bench', appVersion: '0' });
    const random = randomNumbers(8);
    const times: number[] = [];
    for (let query = 0; query < QUERIES; query += 1) {
      const name = pick(random, names);
      const question = {
        text: typedFor(name, query),
        limit: 9,
        ...(query % 2 === 0 ? { activityId: 1 + (query % ACTIVITIES) } : { village: pick(random, VILLAGES) }),
      };
      const begin = performance.now();
      const found = candidates(opened.db, question, DAY);
      times.push(performance.now() - begin);
      // A name of the register is always met by its own text and sounds, unless nine others are.
      if (found.length === 0 && question.text !== '0001') throw new Error(`nobody found for ${question.text}`);
    }
    opened.close();
    return [
      figure(
        `candidates among ${PERSONS} persons with ${ROWS} sign-in rows`,
        'allowed',
        { ours: times, floor: [LIMIT_MS] },
        { median: 1, p95: 1 },
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
