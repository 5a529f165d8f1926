/**
 * Whom a typed name may mean. Persons of the same activity come first, then those who agree with the village and birth
 * date that were given, then the closest match; of equals the one who took part last.
 */
import type { PersonCandidate } from '#shared/features/participants.ts';
import { ageOn } from '#shared/lib/ages.ts';
import { nameKey } from '#shared/lib/names.ts';
import { maskPhone } from '#shared/lib/phones.ts';
import { sameUnitName } from '#shared/lib/units.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { PersonColumns } from '../entities/person.ts';
import { unitDirectory } from '../unit-directory.ts';
import { phoneCondition } from './by-phone.ts';
import { lastDaysOf, personsOfActivity } from './participation.ts';
import { spokenPersons, type SpokenMatch } from './spoken.ts';

export interface CandidateQuestion {
  text: string;
  village?: string | undefined;
  /** As much of it as is known. */
  birthDate?: string | undefined;
  activityId?: number | undefined;
  limit: number;
}

const Row = PersonColumns.pick({
  id: true,
  name: true,
  name_key: true,
  sex: true,
  birth_date: true,
  village: true,
  village_id: true,
  phone: true,
});
type Row = z.infer<typeof Row>;

const BY = ['name', 'start', 'within', 'pinyin', 'initials', 'phone'] as const;

function matchOf(row: Row, key: string, spoken: ReadonlyMap<number, SpokenMatch>): PersonCandidate['by'] {
  if (key !== '' && row.name_key === key) return 'name';
  if (key !== '' && row.name_key.startsWith(key)) return 'start';
  if (key !== '' && row.name_key.includes(key)) return 'within';
  return spoken.get(row.id)?.by ?? 'phone';
}

/** 1 where both are known and agree, -1 where they differ, 0 where one is unknown. */
function birthAgrees(stored: string | null, asked: string | undefined): number {
  if (stored === null || asked === undefined) return 0;
  return stored.startsWith(asked) || asked.startsWith(stored) ? 1 : -1;
}

function villageAgrees(row: Row, asked: { name: string; id: number | null } | null): number {
  if (asked === null || row.village === null) return 0;
  return (asked.id !== null && asked.id === row.village_id) || sameUnitName(row.village, asked.name) ? 1 : -1;
}

/** The likeliest persons of the register, best first; `day` is the one at which ages are told. */
export function candidates(db: ReadDb, question: CandidateQuestion, day: string): PersonCandidate[] {
  const { text, village, birthDate, activityId, limit } = question;
  const key = nameKey(text);
  const spoken = spokenPersons(db, text);
  const phone = phoneCondition('p.phone', text);
  const rows = all(
    db,
    Row,
    `SELECT p.id, p.name, p.name_key, p.sex, p.birth_date, p.village, p.village_id, p.phone FROM person p
     WHERE p.withdrawn = 0 AND ((? <> '' AND instr(p.name_key, ?) > 0)
       OR p.id IN (SELECT value FROM json_each(?))${phone ? ` OR ${phone.condition}` : ''})`,
    key,
    key,
    JSON.stringify([...spoken.keys()]),
    ...(phone ? [phone.value] : []),
  );
  const here = activityId === undefined ? null : personsOfActivity(db, activityId);
  const asked = village === undefined ? null : { name: village, id: unitDirectory(db).find(village) };
  const last = lastDaysOf(
    db,
    rows.map(({ id }) => id),
  );
  const ranked = rows.map((row) => {
    const by = matchOf(row, key, spoken);
    return {
      row,
      by,
      last: last.get(row.id) ?? null,
      place: [
        here?.has(row.id) === true ? 0 : 1,
        -(birthAgrees(row.birth_date, birthDate) + villageAgrees(row, asked)),
        BY.indexOf(by),
        spoken.get(row.id)?.start === false ? 1 : 0,
      ],
    };
  });
  ranked.sort((a, b) => {
    for (const [index, place] of a.place.entries()) {
      const difference = place - (b.place[index] ?? 0);
      if (difference !== 0) return difference;
    }
    if (a.last !== b.last) return (a.last ?? '') < (b.last ?? '') ? 1 : -1;
    return a.row.id - b.row.id;
  });
  return ranked.slice(0, limit).map(({ row, by, last }) => ({
    id: row.id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    age: ageOn(row.birth_date, day),
    village: row.village,
    phone: row.phone === null ? null : maskPhone(row.phone),
    by,
    lastDate: last,
  }));
}
