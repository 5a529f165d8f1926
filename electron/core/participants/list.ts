/** The list of persons: filters and orders in SQL, names in the order of their sound. */
import type { PersonFilter } from '#shared/features/participants.ts';
import { CONSENT_AGE, youngerCondition } from '#shared/lib/ages.ts';
import { nameKey } from '#shared/lib/names.ts';
import { z } from '#shared/lib/zod.ts';
import { numbers, value, type ReadDb, type SqlValue } from '../db/sql.ts';
import { phoneCondition } from './by-phone.ts';
import { COUNTED_PERSON, COUNTED_ROWS, inYear, timesOf } from './participation.ts';
import { spokenPersons } from './spoken.ts';

export interface PersonListing {
  filter: PersonFilter;
  sort: 'name' | 'birthDate' | 'village' | 'entered' | 'personTimes';
  descending: boolean;
  /** Of which year 人次 are counted; undefined = of all. */
  timesYear: number | undefined;
  offset: number;
  limit: number;
}

interface Condition {
  where: string;
  values: SqlValue[];
}

function textCondition(db: ReadDb, text: string): Condition {
  const key = nameKey(text);
  const phone = phoneCondition('p.phone', text);
  return {
    where: `((? <> '' AND instr(p.name_key, ?) > 0) OR instr(coalesce(p.village, ''), ?) > 0 OR instr(p.note, ?) > 0
      OR EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND instr(r.subject, ?) > 0)
      OR p.id IN (SELECT value FROM json_each(?))${phone ? ` OR ${phone.condition}` : ''})`,
    values: [
      key,
      key,
      text,
      text,
      text,
      JSON.stringify([...spokenPersons(db, text).keys()]),
      ...(phone ? [phone.value] : []),
    ],
  };
}

function conditionOf(db: ReadDb, filter: PersonFilter, day: string): Condition {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const add = (part: string, ...more: SqlValue[]): void => {
    parts.push(part);
    values.push(...more);
  };
  // Chosen ones are listed whatever became of them; otherwise those who were withdrawn or merged are asked for.
  if (filter.withdrawn !== undefined) add('p.withdrawn = ?', filter.withdrawn ? 1 : 0);
  else if (filter.ids === undefined) add('p.withdrawn = 0');
  if (filter.ids !== undefined) add('p.id IN (SELECT value FROM json_each(?))', JSON.stringify(filter.ids));
  if (filter.role !== undefined)
    add('EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.role = ?)', filter.role);
  if (filter.organisationId !== undefined) {
    add(
      'EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.organisation_id = ?)',
      filter.organisationId,
    );
  }
  if (filter.villageId !== undefined) add('p.village_id IS ?', filter.villageId);
  if (filter.sex !== undefined) add('p.sex IS ?', filter.sex);
  if (filter.needsReview !== undefined) add('p.needs_review = ?', filter.needsReview ? 1 : 0);
  const child = youngerCondition('p.birth_date', day, CONSENT_AGE);
  if (filter.minor !== undefined) {
    const { condition } = child;
    add(filter.minor ? condition : `(p.birth_date IS NULL OR NOT ${condition})`, child.value);
  }
  if (filter.withoutConsent !== undefined) {
    const missing = `(p.birth_date IS NOT NULL AND ${child.condition} AND (p.consent_on IS NULL OR p.consent_on > ?))`;
    add(filter.withoutConsent ? missing : `NOT ${missing}`, child.value, day);
  }
  if (filter.year !== undefined) {
    add(`p.id IN (SELECT ${COUNTED_PERSON} FROM ${COUNTED_ROWS}${inYear(filter.year)})`);
  }
  const text = filter.text?.trim() ?? '';
  if (text !== '') {
    const found = textCondition(db, text);
    add(found.where, ...found.values);
  }
  return { where: parts.length === 0 ? '1' : parts.join(' AND '), values };
}

/** Unknown values come last whichever way the list runs. */
function orderOf({ sort, descending, timesYear }: PersonListing): string {
  const way = descending ? 'DESC' : 'ASC';
  const name = `coalesce(replace(o.syllables, '|', ' '), p.name_key) ${sort === 'name' ? way : 'ASC'}, p.name_key, p.id`;
  switch (sort) {
    case 'birthDate':
      return `p.birth_date IS NULL, p.birth_date ${way}, ${name}`;
    case 'village':
      return `p.village IS NULL, p.village ${way}, ${name}`;
    case 'entered':
      return `p.id ${way}`;
    case 'personTimes':
      return `${timesOf('p', timesYear)} ${way}, ${name}`;
    case 'name':
      return name;
  }
}

/** Ids of one page, and how many persons the filter lets through. `day` is the one at which ages count. */
export function listPersons(db: ReadDb, listing: PersonListing, day: string): { total: number; ids: number[] } {
  const { where, values } = conditionOf(db, listing.filter, day);
  const sound =
    listing.sort === 'entered'
      ? ''
      : `LEFT JOIN search_entry e ON e.kind = 'person' AND e.record = p.id LEFT JOIN search_spoken o ON o.entry = e.id`;
  return {
    total: value(db, z.int(), `SELECT count(*) FROM person p WHERE ${where}`, ...values),
    ids: numbers(
      db,
      `SELECT p.id FROM person p ${sound} WHERE ${where} ORDER BY ${orderOf(listing)} LIMIT ? OFFSET ?`,
      ...values,
      listing.limit,
      listing.offset,
    ),
  };
}
