/** A person with roles and certificates. */
import { PersonRoleName } from '#shared/features/participants.ts';
import { Sex } from '#shared/features/sex.ts';
import { z } from '#shared/lib/zod.ts';
import { maskIdentityNumber } from '#shared/lib/identity-numbers.ts';
import { maskPhone } from '#shared/lib/phones.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { parentEntity, type Entity } from './entity.ts';

const withdrawal = { withdrawn: z.int(), withdrawn_reason: z.string().nullable(), version: z.int() };

export const PersonColumns = z.object({
  id: z.int(),
  uid: z.string(),
  name: z.string(),
  name_key: z.string(),
  sex: Sex.nullable(),
  birth_date: z.string().nullable(),
  village: z.string().nullable(),
  village_id: z.int().nullable(),
  phone: z.string().nullable(),
  guardian_name: z.string().nullable(),
  guardian_phone: z.string().nullable(),
  consent_on: z.string().nullable(),
  consent_document_id: z.int().nullable(),
  note: z.string(),
  needs_review: z.int(),
  merged_into: z.int().nullable(),
  import_id: z.int().nullable(),
  /** The ID-card number, sealed for this person in this archive. */
  identity_sealed: z.string().nullable(),
  /** Its last two characters. */
  identity_mask: z.string().nullable(),
  ...withdrawal,
});

const PersonRoleColumns = z.object({
  role: PersonRoleName,
  organisation_id: z.int().nullable(),
  subject: z.string(),
  from_date: z.string().nullable(),
  to_date: z.string().nullable(),
});

const CertificateColumns = z.object({
  name: z.string(),
  number: z.string(),
  issuer: z.string(),
  issued_on: z.string().nullable(),
  valid_until: z.string().nullable(),
});

const parts = parentEntity('person', PersonColumns, {
  roles: { table: 'person_role', parent: 'person_id', shape: PersonRoleColumns },
  certificates: { table: 'person_certificate', parent: 'person_id', shape: CertificateColumns },
});
export type PersonImage = Parameters<typeof parts.keyOf>[0];

/** Names of the units and clubs in which a person is something. */
function clubsOf(db: ReadDb, { roles }: PersonImage): string[] {
  const ids = roles.flatMap(({ organisation_id }) => (organisation_id === null ? [] : [organisation_id]));
  if (ids.length === 0) return [];
  return all(
    db,
    z.object({ full_name: z.string() }),
    'SELECT full_name FROM organisation WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify(ids),
  ).map(({ full_name }) => full_name);
}

export const personEntity: Entity<PersonImage> = {
  ...parts,
  masked: {
    phone: maskPhone,
    guardian_phone: maskPhone,
    identity_sealed: () => '*',
    identity_mask: maskIdentityNumber,
  },
  added: { identity_sealed: null, identity_mask: null },
  // Neither numbers nor guardians nor notes: what is found here is found by everybody who may search.
  searchEntry: (image, db) =>
    image.withdrawn === 1
      ? null
      : {
          kind: 'person',
          id: image.id,
          date: null,
          title: image.name,
          numbers: '',
          people: '',
          body: [image.village ?? '', ...image.roles.map(({ subject }) => subject), ...clubsOf(db, image)]
            .filter((text) => text !== '')
            .join('\n'),
          year: null,
          term: null,
          unit: image.village,
          state: 'listed',
        },
};
