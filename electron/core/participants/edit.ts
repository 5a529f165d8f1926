/** One change of an edit: entering, changing, withdrawing or restoring a person. */
import { AppError } from '#shared/errors.ts';
import type { PersonChange } from '#shared/features/participants.ts';
import { canonicalJson } from '../audit/canonical.ts';
import type { WriteContext } from '../context.ts';
import { personEntity } from '../entities/person.ts';
import { currentRecord, withdrawRecord } from '../records.ts';
import type { UnitDirectory } from '../unit-directory.ts';
import { rowsNaming } from './participation.ts';
import { enterPerson, personColumns, withoutMasks } from './store.ts';

type Writing = Pick<WriteContext, 'db' | 'changes' | 'newUid'>;

/**
 * Does one change and answers the person's id.
 * @throws AppError participants/name_empty, participants/masked, participants/signed (a person with sign-in rows cannot
 *   be withdrawn: they would count for nobody), record/not_found, record/conflict
 */
export function changePerson(context: Writing, change: PersonChange, units: UnitDirectory): number {
  const { db, changes } = context;
  switch (change.do) {
    case 'insert':
      return enterPerson(context, { ...withoutMasks(change.fields, null), name: change.fields.name }, { units }).id;
    case 'set': {
      const before = currentRecord(db, personEntity, change);
      const after = { ...before, ...personColumns(db, withoutMasks(change.fields, before), units) };
      // What was set already is no change: no version, no step.
      if (canonicalJson(after) !== canonicalJson(before)) {
        changes.update(personEntity, before, { ...after, version: before.version + 1 });
      }
      return before.id;
    }
    case 'withdraw': {
      const before = currentRecord(db, personEntity, change);
      const count = rowsNaming(db, before.id);
      if (count > 0) throw new AppError('participants/signed', { name: before.name, count });
      withdrawRecord(context, personEntity, before, change.reason);
      return before.id;
    }
    case 'restore': {
      const before = personEntity.read(db, change.id);
      if (!before || before.withdrawn === 0) throw new AppError('record/not_found', { id: change.id });
      if (before.version !== change.version) throw new AppError('record/conflict', { id: change.id });
      // Whoever was merged stands alone again, with the sign-in rows that name them.
      changes.update(personEntity, before, {
        ...before,
        withdrawn: 0,
        withdrawn_reason: null,
        merged_into: null,
        version: before.version + 1,
      });
      return before.id;
    }
  }
}
