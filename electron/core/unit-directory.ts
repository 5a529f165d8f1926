/**
 * The unit list as a look-up: printed name → unit. Built once a command; only exact matches of the full or a short name
 * count (see shared/lib/units.ts), everything else stays as printed without a link.
 */
import { matchUnit, type ListedUnit } from '#shared/lib/units.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from './db/sql.ts';

export interface UnitDirectory {
  /** Id of the unit that a printed name means, or null. */
  find(name: string): number | null;
  units: readonly (ListedUnit & { id: number })[];
}

const Row = z.object({ id: z.int(), full_name: z.string(), short_name: z.string().nullable() });

/** The list as it stands now; it is read at the first question, so that an edit without units costs nothing. */
export function unitDirectory(db: ReadDb): UnitDirectory {
  let loaded: UnitDirectory | null = null;
  const load = (): UnitDirectory => (loaded ??= loadDirectory(db));
  return {
    get units() {
      return load().units;
    },
    find: (name) => load().find(name),
  };
}

function loadDirectory(db: ReadDb): UnitDirectory {
  const units = new Map<number, ListedUnit & { id: number }>();
  const rows = all(
    db,
    Row,
    `SELECT o.id, o.full_name, s.name AS short_name
     FROM organisation o LEFT JOIN organisation_short_name s ON s.organisation_id = o.id
     WHERE o.withdrawn = 0 ORDER BY o.id, s.position`,
  );
  for (const row of rows) {
    const unit = units.get(row.id) ?? { id: row.id, name: row.full_name, shortNames: [] };
    units.set(row.id, row.short_name === null ? unit : { ...unit, shortNames: [...unit.shortNames, row.short_name] });
  }
  const list = [...units.values()];
  const found = new Map<string, number | null>();
  return {
    units: list,
    find(name) {
      const known = found.get(name);
      if (known !== undefined) return known;
      const index = matchUnit(name, list);
      const id = index === null ? null : (list[index]?.id ?? null);
      found.set(name, id);
      return id;
    },
  };
}
