/** Persons: the register, whom a name may mean, joining the same ones, and showing a number with a reason. */
import { AppError } from '#shared/errors.ts';
import { translator } from '#shared/i18n/index.ts';
import { maskIdentityNumber } from '#shared/lib/identity-numbers.ts';
import { z } from '#shared/lib/zod.ts';
import type { HandlersOf } from '../dispatch.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { personEntity, type PersonImage } from '../entities/person.ts';
import { listApart, setApart, takeBackApart } from '../participants/apart.ts';
import { candidates } from '../participants/candidates.ts';
import { changePerson } from '../participants/edit.ts';
import { personFindings } from '../participants/findings.ts';
import * as identity from '../participants/identity-numbers.ts';
import { listPersons } from '../participants/list.ts';
import { mergePersons } from '../participants/merge.ts';
import { daysOf, personTimesOf, yearsOf } from '../participants/participation.ts';
import { personOf } from '../participants/store.ts';
import { twins } from '../participants/twins.ts';
import { today } from '../records.ts';
import { unitDirectory } from '../unit-directory.ts';

/** A person whatever became of them. Throws record/not_found. */
function personImage(db: ReadDb, id: number): PersonImage {
  const image = personEntity.read(db, id);
  if (!image) throw new AppError('record/not_found', { id });
  return image;
}

export const participants: HandlersOf<'participants'> = {
  list(context, { timesYear, ...listing }) {
    const { db } = context;
    const day = today(context);
    const year = timesYear ?? listing.filter.year;
    const { total, ids } = listPersons(db, { ...listing, timesYear: year }, day);
    const times = personTimesOf(db, ids, year);
    return {
      total,
      rows: ids.map((id) => ({
        ...personOf(personImage(db, id), day),
        personTimes: times.get(id) ?? 0,
      })),
    };
  },

  get(context, { id }) {
    const { db } = context;
    const day = today(context);
    const image = personImage(db, id);
    return {
      person: personOf(image, day),
      findings: personFindings(image, day, daysOf(db, id), translator(context.locale)),
      years: yearsOf(db, id),
      merged: all(
        db,
        z.object({ id: z.int(), name: z.string() }),
        'SELECT id, name FROM person WHERE merged_into = ? ORDER BY id',
        id,
      ),
    };
  },

  candidates: (context, question) => candidates(context.db, question, today(context)),

  twins(context, { limit }) {
    const day = today(context);
    return twins(context.db, limit).map(({ reason, ids }) => ({
      reason,
      persons: ids.map((id) => personOf(personImage(context.db, id), day)),
    }));
  },

  apart(context) {
    const day = today(context);
    const shown = (id: number) => personOf(personImage(context.db, id), day);
    return listApart(context.db).map(({ id, version, reason, first_id, second_id }) => ({
      id,
      version,
      reason,
      persons: [shown(first_id), shown(second_id)],
    }));
  },

  setApart(context, { ids, reason }) {
    const { persons, made } = setApart(context, ids, reason);
    if (context.changes.isEmpty) return { ids: made, event: null };
    const names = [...new Set(persons.map(({ name }) => name))].join('、').slice(0, 100);
    context.describe({ label: { code: 'personApart', params: { count: persons.length, name: names } }, reason });
    return { ids: made, event: context.eventNumber };
  },

  takeBackApart(context, { id, version, reason }) {
    const [name = ''] = takeBackApart(context, { id, version }, reason);
    context.describe({ label: { code: 'personApartBack', params: { name } }, reason });
    return { id, event: context.eventNumber };
  },

  edit(context, { step, changes }) {
    const units = unitDirectory(context.db);
    const ids = changes.map((change) => changePerson(context, change, units));
    if (!context.changes.isEmpty) context.describe({ label: step });
    return { ids, event: context.eventNumber };
  },

  merge(context, asked) {
    const kept = mergePersons(context, asked);
    context.describe({
      label: { code: 'personMerge', params: { count: asked.merge.length, name: kept.name } },
      reason: asked.reason,
    });
    return { id: kept.id, event: context.eventNumber };
  },

  reveal(context, { id, field, reason }) {
    const image = personImage(context.db, id);
    const code = field === 'phone' ? 'personRevealPhone' : 'personRevealGuardianPhone';
    context.describe({ label: { code, params: { name: image.name } }, reason });
    return { value: field === 'phone' ? image.phone : image.guardian_phone, event: context.eventNumber };
  },

  identitySetting: ({ db }) => identity.identitySettingOf(db),

  switchIdentityNumbers(context, { on, reason, passphrase }) {
    identity.checkReason(reason, passphrase);
    if (identity.switchIdentity(context, on, passphrase)) {
      // Undone, it would bring back keys of which nobody knows the passphrase any more: it is only switched back.
      const code = on ? 'identitySwitchOn' : 'identitySwitchOff';
      context.describe({ label: { code, params: {} }, reason, undoable: false });
    }
    return identity.identitySettingOf(context.db);
  },

  setIdentityNumber(context, { person: id, number }) {
    if (number === null) {
      const after = identity.removeIdentityNumber(context, id);
      if (after) context.describe({ label: { code: 'identityRemove', params: { name: after.name } } });
      return { mask: null, says: { birthDate: null, sex: null }, event: context.eventNumber };
    }
    const { before, after, reading } = identity.setIdentityNumber(context, id, number);
    context.describe({ label: { code: 'identitySet', params: { name: after.name } } });
    const known = before.birth_date === reading.birthDate;
    return {
      mask: maskIdentityNumber(reading.number),
      says: {
        birthDate: known ? null : reading.birthDate,
        sex: before.sex === null ? reading.sex : null,
      },
      event: context.eventNumber,
    };
  },

  revealIdentityNumber(context, { person: id, passphrase, reason }) {
    identity.checkReason(reason, passphrase);
    const image = personImage(context.db, id);
    const number = identity.openIdentityNumber(context.db, image, passphrase);
    context.describe({ label: { code: 'identityReveal', params: { name: image.name } }, reason });
    return { number, event: context.eventNumber };
  },

  clearIdentityNumbers(context, { reason }) {
    identity.checkReason(reason);
    const cleared = identity.clearIdentityNumbers(context);
    // Whoever clears them wants them gone; older images of the log keep only what is sealed.
    if (cleared > 0) {
      context.describe({ label: { code: 'identityClear', params: { count: cleared } }, reason, undoable: false });
    }
    return { cleared, event: context.eventNumber };
  },
};
