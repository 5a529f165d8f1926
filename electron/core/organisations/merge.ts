/**
 * Joining units that are one, e.g. after villages were united or where a unit was listed twice. The others leave the list
 * and point at the one that stays; it takes over their names, so that every paper that prints one of them still means
 * it, and everything that referred to them.
 */
import { AppError } from '#shared/errors.ts';
import { comparableUnit } from '#shared/lib/units.ts';
import type { WriteContext } from '../context.ts';
import { numbers } from '../db/sql.ts';
import { organisationEntity, type OrganisationImage } from '../entities/organisation.ts';
import { currentRecord } from '../records.ts';
import { moveReferences } from './references.ts';

type Asked = { id: number; version: number };

/** The short names of the one that stays, with all names of the others behind them, each once. */
function joinedNames(kept: OrganisationImage, others: readonly OrganisationImage[]): string[] {
  const names = [...kept.short_names, ...others.flatMap((other) => [other.full_name, ...other.short_names])];
  const known = new Set([comparableUnit(kept.full_name)]);
  return names.filter((name) => {
    const key = comparableUnit(name);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/**
 * Merges units without naming the step.
 * @returns the unit that stays, and how many records refer to it anew
 * @throws AppError organisation/merge_self, record/not_found, record/conflict
 */
export function mergeOrganisations(
  context: Pick<WriteContext, 'db' | 'changes'>,
  asked: { keep: Asked; merge: readonly Asked[]; reason: string },
): { kept: OrganisationImage; moved: number } {
  const { db, changes } = context;
  const ids = [asked.keep.id, ...asked.merge.map(({ id }) => id)];
  if (new Set(ids).size !== ids.length) throw new AppError('organisation/merge_self');
  const kept = currentRecord(db, organisationEntity, asked.keep);
  const others = asked.merge.map((one) => currentRecord(db, organisationEntity, one));
  for (const other of others) {
    for (const id of numbers(db, 'SELECT id FROM organisation WHERE merged_into = ? ORDER BY id', other.id)) {
      const before = organisationEntity.read(db, id);
      if (!before) continue;
      changes.update(organisationEntity, before, { ...before, merged_into: kept.id, version: before.version + 1 });
    }
    changes.update(organisationEntity, other, {
      ...other,
      withdrawn: 1,
      withdrawn_reason: asked.reason,
      merged_into: kept.id,
      version: other.version + 1,
    });
  }
  const after = { ...kept, short_names: joinedNames(kept, others), version: kept.version + 1 };
  changes.update(organisationEntity, kept, after);
  return { kept: after, moved: moveReferences(context, new Set(others.map(({ id }) => id)), kept.id) };
}
