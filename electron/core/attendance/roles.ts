/** Roles that a roster gives to persons known without them: added, with the day, where somebody takes them. */
import type { ProposedRole } from '#shared/features/attendance.ts';
import type { WriteContext } from '../context.ts';
import { personEntity } from '../entities/person.ts';
import { currentRecord } from '../records.ts';

/** Adds each role that its person does not have; answers how many. @throws AppError record/not_found */
export function addRoles(
  { db, changes }: Pick<WriteContext, 'db' | 'changes'>,
  roles: readonly ProposedRole[],
): number {
  let added = 0;
  for (const { personId, role, subject, from } of roles) {
    const before = currentRecord(db, personEntity, { id: personId });
    if (before.roles.some((own) => own.role === role)) continue;
    const given = { role, organisation_id: null, subject, from_date: from, to_date: null };
    changes.update(personEntity, before, {
      ...before,
      roles: [...before.roles, given],
      version: before.version + 1,
    });
    added += 1;
  }
  return added;
}
