/**
 * Who is who in a sheet. Two lines are one person only where something besides the name says so: the same full birth date,
 * or the same phone, and nothing that contradicts; or where the paper prints them as one entry (the marks of a matrix). The same name alone is never the same person (domain B2.7); where nothing
 * tells them apart either, they stay two and the place is told. Pure.
 */
import type { RosterRecord } from '#shared/features/attendance.ts';
import { nameKey } from '#shared/lib/names.ts';
import { phonesOf } from '../roster/values.ts';

/** What is known of a person, in a line or in the register. */
export interface Known {
  name: string;
  sex: 'female' | 'male' | null;
  birth: string | null;
  village: string | null;
  phone: string | null;
}

/** What makes two lines one person. */
export type SameBy = 'birth' | 'phone';

function plainVillage(village: string): string {
  return village.normalize('NFKC').replaceAll(/[\s()]|居委会|村委会|居民委员会|村民委员会|社区|[村居]$/gu, '');
}

/** Birth dates of which one goes on where the other ends (1952 and 1952-03-08) do not contradict. */
function birthsAgree(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/**
 * `same`: certainly one person; `other`: certainly two, something that both say differs; `contrary`: birth or phone say one,
 * sex or birth say two; `open`: the name is the same and nothing decides.
 */
export type Likeness = 'same' | 'other' | 'contrary' | 'open';

/** Compares all that is known of two persons. */
export function likeness(one: Known, other: Known): Likeness {
  if (nameKey(one.name) !== nameKey(other.name)) return 'other';
  return compare(traitsOf(one), traitsOf(other));
}

interface Traits {
  sex: Known['sex'];
  birth: string | null;
  villages: ReadonlySet<string>;
  phones: ReadonlySet<string>;
}

function traitsOf({ sex, birth, village, phone }: Known): Traits {
  const plain = village === null ? '' : plainVillage(village);
  return { sex, birth, villages: new Set(plain === '' ? [] : [plain]), phones: new Set(phonesOf(phone)) };
}

function shares<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  for (const item of one) if (other.has(item)) return true;
  return false;
}

function sameBy(one: Traits, other: Traits): SameBy | null {
  if (one.birth !== null && one.birth.length === 10 && one.birth === other.birth) return 'birth';
  return shares(one.phones, other.phones) ? 'phone' : null;
}

function compare(one: Traits, other: Traits): Likeness {
  const sexes = one.sex !== null && other.sex !== null && one.sex !== other.sex;
  const births = one.birth !== null && other.birth !== null && !birthsAgree(one.birth, other.birth);
  const by = sameBy(one, other);
  if (sexes || births) return by === null ? 'other' : 'contrary';
  if (by !== null) return 'same';
  const differs = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean =>
    mine.size > 0 && theirs.size > 0 && !shares(mine, theirs);
  return differs(one.villages, other.villages) || differs(one.phones, other.phones) ? 'other' : 'open';
}

export function knownOf(record: RosterRecord): Known {
  const { name, sex, birth, village, phone } = record;
  return { name, sex, birth, village, phone };
}

/** Of two facts the fuller one. */
function fuller(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return other.length > one.length ? other : one;
}

export interface SheetPerson {
  known: Known;
  /** Indexes of the records, in their order. */
  records: number[];
  /** What joined its lines. */
  by: SameBy | null;
  /** An earlier person of the same name, and how it differs. */
  namesake: { record: number; how: Exclude<Likeness, 'same'> } | null;
}

interface Cluster {
  known: Known;
  traits: Traits;
  records: number[];
  by: SameBy | null;
}

function joinInto(target: Cluster, source: Cluster, by: SameBy): void {
  target.known = {
    name: target.known.name,
    sex: target.known.sex ?? source.known.sex,
    birth: fuller(target.known.birth, source.known.birth),
    village: target.known.village ?? source.known.village,
    phone: target.known.phone ?? source.known.phone,
  };
  target.traits = {
    sex: target.known.sex,
    birth: target.known.birth,
    villages: new Set([...target.traits.villages, ...source.traits.villages]),
    phones: new Set([...target.traits.phones, ...source.traits.phones]),
  };
  target.records.push(...source.records);
  target.by ??= by;
}

/** Lines of one name, gathered: each joins those with whom it is certainly one person. */
class Namesakes {
  readonly clusters = new Set<Cluster>();
  readonly #byBirth = new Map<string, Set<Cluster>>();
  readonly #byPhone = new Map<string, Set<Cluster>>();

  add(fresh: Cluster): void {
    const near = new Set<Cluster>([
      ...(this.#byBirth.get(fresh.traits.birth ?? '') ?? []),
      ...[...fresh.traits.phones].flatMap((phone) => [...(this.#byPhone.get(phone) ?? [])]),
    ]);
    let home = fresh;
    for (const cluster of near) {
      if (compare(home.traits, cluster.traits) !== 'same') continue;
      const by = sameBy(home.traits, cluster.traits) ?? 'phone';
      const [older, younger] = (cluster.records[0] ?? 0) < (home.records[0] ?? 0) ? [cluster, home] : [home, cluster];
      this.#remove(cluster);
      joinInto(older, younger, by);
      home = older;
    }
    this.#put(home);
  }

  #put(cluster: Cluster): void {
    this.clusters.add(cluster);
    const { birth, phones } = cluster.traits;
    const into = (map: Map<string, Set<Cluster>>, key: string): void => {
      map.set(key, (map.get(key) ?? new Set()).add(cluster));
    };
    if (birth?.length === 10) into(this.#byBirth, birth);
    for (const phone of phones) into(this.#byPhone, phone);
  }

  #remove(cluster: Cluster): void {
    this.clusters.delete(cluster);
    this.#byBirth.get(cluster.traits.birth ?? '')?.delete(cluster);
    for (const phone of cluster.traits.phones) this.#byPhone.get(phone)?.delete(cluster);
  }
}

/** Most namesakes to which a person is compared for the doubt that is told. */
const COMPARED = 20;
const RANK = { contrary: 0, open: 1, other: 2 } as const;

/** The persons of a sheet, in the order of their first line. Every record belongs to exactly one. */
export function personsOf(records: readonly RosterRecord[]): SheetPerson[] {
  const byName = new Map<string, Namesakes>();
  const put = (key: string, cluster: Cluster): void => {
    const group = byName.get(key) ?? new Namesakes();
    byName.set(key, group);
    group.add(cluster);
  };
  // What one entry of the paper says, it says of one person, whatever else is known of them.
  const entries = new Map<string, Cluster>();
  for (const [index, record] of records.entries()) {
    const known = knownOf(record);
    const key = nameKey(record.name);
    const entry = record.entry === undefined ? null : `${record.entry} ${key}`;
    const same = entry === null ? undefined : entries.get(entry);
    if (same) same.records.push(index);
    else {
      const cluster: Cluster = { known, traits: traitsOf(known), records: [index], by: null };
      if (entry === null) put(key, cluster);
      else entries.set(entry, cluster);
    }
  }
  for (const cluster of entries.values()) put(nameKey(cluster.known.name), cluster);
  const persons: SheetPerson[] = [];
  for (const { clusters } of byName.values()) {
    const sorted = [...clusters].toSorted(
      (one, two) => Math.min(...one.records.slice(0, 1)) - Math.min(...two.records.slice(0, 1)),
    );
    for (const [place, cluster] of sorted.entries()) {
      let namesake: SheetPerson['namesake'] = null;
      for (const earlier of sorted.slice(Math.max(0, place - COMPARED), place)) {
        const how = compare(earlier.traits, cluster.traits);
        // Bridged lines of which two contradict: certain by one trait, impossible by another.
        const told = how === 'same' ? 'contrary' : how;
        if (namesake === null || RANK[told] < RANK[namesake.how])
          namesake = { record: earlier.records[0] ?? 0, how: told };
      }
      persons.push({
        known: cluster.known,
        records: cluster.records.toSorted((one, two) => one - two),
        by: cluster.by,
        namesake,
      });
    }
  }
  return persons.toSorted((one, two) => (one.records[0] ?? 0) - (two.records[0] ?? 0));
}
