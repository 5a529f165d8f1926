/**
 * The persons of a sheet against the register. An id is answered only where it is certain: birth date or phone say so, or the
 * very same file brought the person before; everybody else is a new person, and the likely one is named for the review.
 */
import type { PersonRoleName } from '#shared/features/participants.ts';
import { nameKey } from '#shared/lib/names.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { type Known, likeness, type SheetPerson } from './identity.ts';

const Listed = z.object({
  /** The person whom it stands for now, after merging. */
  id: z.int(),
  name: z.string(),
  sex: z.enum(['female', 'male']).nullable(),
  birth: z.string().nullable(),
  village: z.string().nullable(),
  phone: z.string().nullable(),
  consent: z.string().nullable(),
  rootVillage: z.string().nullable(),
  rootPhone: z.string().nullable(),
  roles: z.string(),
  sha256: z.string().nullable(),
});
type Listed = z.infer<typeof Listed>;

export type Match =
  | { kind: 'known'; id: number; listed: Listed; roles: PersonRoleName[] }
  | { kind: 'new'; why: 'nobody' }
  | { kind: 'new'; why: 'open' | 'several' | 'other'; candidates: Listed[] };

/** Everybody of that name, those who were merged into another with the one that stayed. */
function namesakes(db: ReadDb, key: string): Listed[] {
  return all(
    db,
    Listed,
    `SELECT r.id, p.name, p.sex, p.birth_date AS birth, p.village, p.phone, r.consent_on AS consent,
       r.village AS rootVillage, r.phone AS rootPhone, i.source_sha256 AS sha256,
       coalesce((SELECT group_concat(role) FROM person_role WHERE person_id = r.id), '') AS roles
     FROM (SELECT * FROM person WHERE name_key = ? AND withdrawn = 0
           UNION ALL SELECT * FROM person WHERE merged_into IS NOT NULL AND withdrawn = 1 AND name_key = ?) p
       JOIN person r ON r.id = coalesce(p.merged_into, p.id) AND r.withdrawn = 0
       LEFT JOIN attendance_import i ON i.id = p.import_id
     ORDER BY p.id`,
    key,
    key,
  );
}

const knownOf = ({ name, sex, birth, village, phone }: Listed): Known => ({ name, sex, birth, village, phone });

/** One answer for each person, in their order. */
export function matchPersons(db: ReadDb, persons: readonly SheetPerson[], sha256: string): Match[] {
  const listed = new Map<string, Listed[]>();
  const claimed = new Set<number>();
  const matches = persons.map(({ known }): Match => {
    const key = nameKey(known.name);
    const alike = listed.get(key) ?? namesakes(db, key);
    listed.set(key, alike);
    if (alike.length === 0) return { kind: 'new', why: 'nobody' };
    const compared = alike.map((one) => ({ one, how: likeness(knownOf(one), known) }));
    const same = compared.filter(({ how }) => how === 'same').map(({ one }) => one);
    const ids = new Set(same.map(({ id }) => id));
    const [only] = same;
    if (only && ids.size === 1) {
      claimed.add(only.id);
      return { kind: 'known', id: only.id, listed: only, roles: only.roles.split(',') as PersonRoleName[] };
    }
    if (ids.size > 1) return { kind: 'new', why: 'several', candidates: same };
    const open = compared.filter(({ how }) => how === 'open' || how === 'contrary').map(({ one }) => one);
    return open.length > 0
      ? { kind: 'new', why: 'open', candidates: open }
      : { kind: 'new', why: 'other', candidates: alike };
  });
  notTwice(matches, persons);
  // The same file again: its lines are the persons that it brought, in the order in which it brought them.
  return matches.map((match, index): Match => {
    const person = persons[index];
    if (match.kind === 'known' || match.why !== 'open' || !person) return match;
    const before = match.candidates.find(
      (one) => one.sha256 === sha256 && !claimed.has(one.id) && likeness(knownOf(one), person.known) === 'open',
    );
    if (!before) return match;
    claimed.add(before.id);
    return { kind: 'known', id: before.id, listed: before, roles: before.roles.split(',') as PersonRoleName[] };
  });
}

/** Two persons of the sheet that surely differ cannot both be the one of the register: neither is taken for it. */
function notTwice(matches: Match[], persons: readonly SheetPerson[]): void {
  const byId = new Map<number, number[]>();
  for (const [index, match] of matches.entries())
    if (match.kind === 'known') byId.set(match.id, [...(byId.get(match.id) ?? []), index]);
  for (const indexes of byId.values()) {
    const clash = indexes.some((one, place) =>
      indexes.slice(place + 1).some((other) => {
        const [first, second] = [persons[one], persons[other]];
        const how = first && second ? likeness(first.known, second.known) : 'open';
        return how === 'contrary' || how === 'other';
      }),
    );
    if (!clash) continue;
    for (const index of indexes) {
      const match = matches[index];
      if (match?.kind === 'known') matches[index] = { kind: 'new', why: 'several', candidates: [match.listed] };
    }
  }
}
