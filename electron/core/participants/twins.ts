/** Persons who may be one and the same, in groups. Telling is all: joining them is a decision with a reason. */
import type { TwinReason } from '#shared/features/participants.ts';
import { isMaskedPhone, phoneDigits } from '#shared/lib/phones.ts';
import { comparableUnit } from '#shared/lib/units.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { PersonColumns } from '../entities/person.ts';
import { pairKey, pairsApart } from './apart.ts';

const Row = PersonColumns.pick({
  id: true,
  name_key: true,
  birth_date: true,
  village: true,
  village_id: true,
  phone: true,
});
type Row = z.infer<typeof Row>;

/** Numbers shorter than this are notes, not numbers. */
const SHORTEST_PHONE = 7;

export interface TwinGroup {
  reason: z.infer<typeof TwinReason>;
  ids: number[];
}

/** Rows that share a key, two at least; null = the row has none. */
function together(rows: readonly Row[], keyOf: (row: Row) => string | null): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Same name, and birth dates that are equal or of which one is less exact (2012 and 2012-05-01). */
function byBirth(rows: readonly Row[]): Row[][] {
  return together(rows, (row) => (row.birth_date === null ? null : row.name_key)).flatMap((named) => {
    const dates = [...new Set(named.map((row) => row.birth_date ?? ''))];
    // A date that another one makes more exact leads no group of its own where a shorter one holds it already.
    const leading = dates.filter((date) => !dates.some((other) => other !== date && date.startsWith(other)));
    return leading
      .map((date) => named.filter((row) => (row.birth_date ?? '').startsWith(date)))
      .filter((group) => group.length > 1);
  });
}

function phoneOf(row: Row): string | null {
  if (row.phone === null || isMaskedPhone(row.phone)) return null;
  const digits = phoneDigits(row.phone);
  return digits.length >= SHORTEST_PHONE ? digits : null;
}

function villageOf({ village, village_id }: Row): string | null {
  return village_id === null ? village && comparableUnit(village) : `#${village_id}`;
}

/**
 * What is left of a group after decisions that some of it are two: smaller groups in which nobody is apart from another,
 * so that every pair not yet decided is told, and no decided pair is.
 */
function stillAlike(ids: readonly number[], apart: ReadonlySet<string>): number[][] {
  const isApart = (one: number, other: number): boolean => apart.has(pairKey(one, other));
  if (apart.size === 0 || !ids.some((one) => ids.some((other) => isApart(one, other)))) return [[...ids]];
  const groups: number[][] = [];
  const told = new Set<string>();
  for (const [place, first] of ids.entries()) {
    for (const second of ids.slice(place + 1)) {
      if (isApart(first, second) || told.has(pairKey(first, second))) continue;
      const group = [first, second];
      for (const other of ids)
        if (!group.includes(other) && group.every((member) => !isApart(member, other))) group.push(other);
      for (const one of group) for (const other of group) told.add(pairKey(one, other));
      groups.push(group.toSorted((one, other) => one - other));
    }
  }
  return groups;
}

/** Groups, the surest reason first; the same persons are told once, with the surest reason. */
export function twins(db: ReadDb, limit: number): TwinGroup[] {
  const rows = all(
    db,
    Row,
    'SELECT id, name_key, birth_date, village, village_id, phone FROM person WHERE withdrawn = 0 ORDER BY id',
  );
  const named = (key: string | null, row: Row): string | null => (key === null ? null : `${row.name_key}\n${key}`);
  const found: [TwinGroup['reason'], Row[][]][] = [
    ['name_and_birth', byBirth(rows)],
    ['name_and_phone', together(rows, (row) => named(phoneOf(row), row))],
    ['name_and_village', together(rows, (row) => named(villageOf(row), row))],
    ['phone', together(rows, phoneOf)],
  ];
  const told = new Set<string>();
  const apart = pairsApart(db);
  const groups: TwinGroup[] = [];
  for (const [reason, list] of found) {
    for (const ids of list.flatMap((group) =>
      stillAlike(
        group.map(({ id }) => id),
        apart,
      ),
    )) {
      if (told.has(ids.join())) continue;
      told.add(ids.join());
      groups.push({ reason, ids });
    }
  }
  return groups.slice(0, limit);
}
