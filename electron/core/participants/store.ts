/** Persons in the database: reading them as people see them - phones masked - and writing what people set. */
import { AppError } from '#shared/errors.ts';
import type { Person, PersonFields } from '#shared/features/participants.ts';
import { ageOn } from '#shared/lib/ages.ts';
import { maskIdentityNumber } from '#shared/lib/identity-numbers.ts';
import { nameKey } from '#shared/lib/names.ts';
import { isMaskedPhone, maskPhone, normalPhone } from '#shared/lib/phones.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { value, type ReadDb } from '../db/sql.ts';
import { nextId } from '../entities/entity.ts';
import { personEntity, type PersonImage } from '../entities/person.ts';
import { unitDirectory, type UnitDirectory } from '../unit-directory.ts';

type Fields = { [K in keyof PersonFields]?: PersonFields[K] | undefined } & { needsReview?: boolean | undefined };

const masked = (phone: string | null): string | null => (phone === null ? null : maskPhone(phone));

/** A stored person as people see it on a day; no number leaves unmasked. */
export function personOf(image: PersonImage, day: string): Person {
  return {
    id: image.id,
    uid: image.uid,
    name: image.name,
    sex: image.sex,
    birthDate: image.birth_date,
    age: ageOn(image.birth_date, day),
    village: image.village,
    villageId: image.village_id,
    phone: masked(image.phone),
    guardianName: image.guardian_name,
    guardianPhone: masked(image.guardian_phone),
    identityMask: image.identity_mask === null ? null : maskIdentityNumber(image.identity_mask),
    consentOn: image.consent_on,
    consentDocumentId: image.consent_document_id,
    note: image.note,
    roles: image.roles.map(({ organisation_id, from_date, to_date, ...role }) => ({
      ...role,
      organisationId: organisation_id,
      from: from_date,
      to: to_date,
    })),
    certificates: image.certificates.map(({ issued_on, valid_until, ...certificate }) => ({
      ...certificate,
      issuedOn: issued_on,
      validUntil: valid_until,
    })),
    needsReview: image.needs_review === 1,
    withdrawn: image.withdrawn === 1,
    withdrawnReason: image.withdrawn_reason,
    mergedInto: image.merged_into,
    version: image.version,
  };
}

/**
 * Columns of the given fields; fields that are not given stay out. The village is linked where the list of units has it.
 * @throws AppError participants/name_empty where nothing of the name can be seen, record/not_found for a document or an
 *   organisation that is not there
 */
export function personColumns(
  db: ReadDb,
  fields: Fields,
  units: UnitDirectory = unitDirectory(db),
): Partial<PersonImage> {
  if (fields.name !== undefined && nameKey(fields.name) === '') throw new AppError('participants/name_empty');
  const phone = (text: string | null | undefined): string | null | undefined =>
    typeof text === 'string' ? normalPhone(text) : text;
  const columns: { [K in keyof PersonImage]?: PersonImage[K] | undefined } = {
    name: fields.name,
    name_key: fields.name === undefined ? undefined : nameKey(fields.name),
    sex: fields.sex,
    birth_date: fields.birthDate,
    village: fields.village,
    village_id: fields.village === undefined ? undefined : fields.village === null ? null : units.find(fields.village),
    phone: phone(fields.phone),
    guardian_name: fields.guardianName,
    guardian_phone: phone(fields.guardianPhone),
    consent_on: fields.consentOn,
    consent_document_id: known(db, 'document', fields.consentDocumentId),
    note: fields.note,
    needs_review: fields.needsReview === undefined ? undefined : fields.needsReview ? 1 : 0,
    roles: fields.roles?.map(({ organisationId, from, to, role, subject }) => ({
      role,
      organisation_id: known(db, 'organisation', organisationId) ?? null,
      subject,
      from_date: from,
      to_date: to,
    })),
    certificates: fields.certificates?.map(({ issuedOn, validUntil, name, number, issuer }) => ({
      name,
      number,
      issuer,
      issued_on: issuedOn,
      valid_until: validUntil,
    })),
  };
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined));
}

/** The id of a record that others may refer to. Throws record/not_found. */
function known<T extends number | null | undefined>(db: ReadDb, table: 'document' | 'organisation', id: T): T {
  if (typeof id === 'number' && value(db, z.int(), `SELECT count(*) FROM ${table} WHERE id = ?`, id) === 0) {
    throw new AppError('record/not_found', { id });
  }
  return id;
}

export interface EntryOptions {
  /** A reader was not sure of a value; the person stays marked until somebody looked. */
  needsReview?: boolean;
  /** The import of sign-in sheets that brought the person. */
  importId?: number | null;
  /** The list of units, where many persons are entered in one command. */
  units?: UnitDirectory;
}

/**
 * Enters a new person, without naming the step. Whoever enters decides first whether the person is known already
 * (`participants.candidates`); nothing is merged here.
 * @throws AppError participants/name_empty, record/not_found
 */
export function enterPerson(
  context: Pick<WriteContext, 'db' | 'changes' | 'newUid'>,
  fields: Fields & { name: string },
  options: EntryOptions = {},
): PersonImage {
  const { db, changes } = context;
  const image: PersonImage = {
    id: nextId(db, 'person'),
    uid: context.newUid(),
    name: fields.name,
    name_key: '',
    sex: null,
    birth_date: null,
    village: null,
    village_id: null,
    phone: null,
    guardian_name: null,
    guardian_phone: null,
    consent_on: null,
    consent_document_id: null,
    note: '',
    needs_review: options.needsReview === true ? 1 : 0,
    merged_into: null,
    import_id: options.importId ?? null,
    identity_sealed: null,
    identity_mask: null,
    withdrawn: 0,
    withdrawn_reason: null,
    version: 1,
    roles: [],
    certificates: [],
    ...personColumns(db, fields, options.units),
  };
  changes.insert(personEntity, image);
  return image;
}

/**
 * Fields as an edit may set them: a masked number that comes back as it was shown is no change, any other masked number
 * would take the place of a real one and is refused.
 * @param before the person whose fields they are; null = a new one
 * @throws AppError participants/masked
 */
export function withoutMasks(fields: Fields, before: PersonImage | null): Fields {
  const { phone, guardianPhone, ...rest } = fields;
  const real = (sent: string | null | undefined, stored: string | null | undefined): string | null | undefined => {
    if (typeof sent !== 'string' || !isMaskedPhone(sent)) return sent;
    if (typeof stored === 'string' && sent === maskPhone(stored)) return undefined;
    throw new AppError('participants/masked');
  };
  const kept = {
    phone: real(phone, before?.phone),
    guardianPhone: real(guardianPhone, before?.guardian_phone),
  };
  return { ...rest, ...kept };
}
