/**
 * ID-card numbers of persons: the switch, and entering, showing and clearing them. A number is in the open only between
 * the door and its seal, and between opening and the answer; records, log, errors and labels hold the sealed text.
 *
 * The keys stay as long as any number is stored; once all are cleared, switching on makes new ones, which is how a center
 * whose passphrase was forgotten begins anew. A seal is bound to its person: in a merge the one that stays keeps its own
 * number, and the number of another stays with that other.
 */
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { type IdentitySetting, LEAST_PASSPHRASE } from '#shared/features/participant-identity.ts';
import { identityEnd, readIdentityNumber, type IdentityReading } from '#shared/lib/identity-numbers.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { numbers, value, type ReadDb } from '../db/sql.ts';
import { archiveUid } from '../entities/archive.ts';
import { identitySettingEntity, type IdentitySettingImage } from '../entities/identity-setting.ts';
import { personEntity, type PersonImage } from '../entities/person.ts';
import { currentRecord, today } from '../records.ts';
import { holdsIdentity } from '../roster/identity-numbers.ts';
import { isSealedWith, makeKeys, openNumber, type Owner, sealNumber, unwrapKey } from './identity-seal.ts';

/** The key of the one setting. */
const ONE = 1 as const;

/** The switch as people see it; off until somebody switched it on. */
export function identitySettingOf(db: ReadDb): IdentitySetting {
  const setting = identitySettingEntity.read(db, ONE);
  const stored = value(db, z.int(), 'SELECT count(*) FROM person WHERE identity_sealed IS NOT NULL');
  return { on: setting?.is_on === 1, stored, passphraseNeeded: setting === null || stored === 0 };
}

function settingThatIsOn(db: ReadDb): IdentitySettingImage {
  const setting = identitySettingEntity.read(db, ONE);
  if (setting?.is_on !== 1) throw new AppError('participants/identity_off');
  return setting;
}

function ownerOf(db: ReadDb, person: PersonImage): Owner {
  return { archiveUid: archiveUid(db), personUid: person.uid };
}

/** A reason stands in the log for ever. Throws participants/identity_in_reason where it holds what must not. */
export function checkReason(reason: string, passphrase = ''): void {
  if (holdsIdentity(reason) || (passphrase !== '' && reason.includes(passphrase))) {
    throw new AppError('participants/identity_in_reason');
  }
}

function checkPassphrase(passphrase: string): void {
  const count = Array.from(passphrase.normalize('NFKC')).length;
  if (count < LEAST_PASSPHRASE) {
    throw new AppError('participants/identity_passphrase_short', { least: LEAST_PASSPHRASE, count });
  }
}

/**
 * Switches on or off; false where it stood so already.
 * @throws AppError participants/identity_passphrase_short, participants/identity_passphrase_wrong (where the keys stay and
 *   a passphrase is given all the same)
 */
export function switchIdentity(
  { db, changes, newUid }: Pick<WriteContext, 'db' | 'changes' | 'newUid'>,
  on: boolean,
  passphrase: string | undefined,
): boolean {
  const before = identitySettingEntity.read(db, ONE);
  if ((before?.is_on === 1) === on) return false;
  const version = (before?.version ?? 0) + 1;
  if (!on) {
    if (before) changes.update(identitySettingEntity, before, { ...before, is_on: 0, version });
    return true;
  }
  const archive = archiveUid(db);
  if (before && !identitySettingOf(db).passphraseNeeded) {
    const keys = { publicKey: before.public_key, wrappedKey: before.wrapped_key };
    if (passphrase !== undefined && unwrapKey(keys, passphrase, archive) === null) {
      throw new AppError('participants/identity_passphrase_wrong');
    }
    changes.update(identitySettingEntity, before, { ...before, is_on: 1, version });
    return true;
  }
  checkPassphrase(passphrase ?? '');
  const { publicKey, wrappedKey } = makeKeys(passphrase ?? '', archive);
  const keys = { is_on: 1, public_key: publicKey, wrapped_key: wrappedKey, version };
  if (before) changes.update(identitySettingEntity, before, { ...before, ...keys });
  else changes.insert(identitySettingEntity, { id: ONE, uid: newUid(), ...keys });
  return true;
}

type GoodReading = Extract<IdentityReading, { ok: true }>;

/** Throws participants/identity_… where the number is none, or says otherwise than the person's data. */
function readFor(person: PersonImage, text: string, day: string): GoodReading {
  const reading = readIdentityNumber(text, day);
  if (!reading.ok) {
    const code: ErrorCode = `participants/identity_${reading.rule}`;
    throw new AppError(code);
  }
  const { name, birth_date: birthDate, sex } = person;
  if (birthDate !== null && !reading.birthDate.startsWith(birthDate)) {
    throw new AppError('participants/identity_birth_differs', { name, birthDate });
  }
  if (sex !== null && sex !== reading.sex) throw new AppError('participants/identity_sex_differs', { name });
  return reading;
}

/**
 * Keeps a person's number sealed; the answer is what it says. Throws participants/identity_off, participants/identity_…
 * (the rule that it breaks), record/not_found.
 */
export function setIdentityNumber(
  context: Pick<WriteContext, 'db' | 'changes' | 'now'>,
  id: number,
  text: string,
): { before: PersonImage; after: PersonImage; reading: GoodReading } {
  const { db, changes } = context;
  const setting = settingThatIsOn(db);
  const before = currentRecord(db, personEntity, { id });
  const reading = readFor(before, text, today(context));
  const after = {
    ...before,
    identity_sealed: sealNumber(reading.number, setting.public_key, ownerOf(db, before)),
    identity_mask: identityEnd(reading.number),
    version: before.version + 1,
  };
  changes.update(personEntity, before, after);
  return { before, after, reading };
}

function withoutNumber(image: PersonImage): PersonImage {
  return { ...image, identity_sealed: null, identity_mask: null, version: image.version + 1 };
}

/** Takes a person's number away; null where there is none. Throws record/not_found. */
export function removeIdentityNumber(
  { db, changes }: Pick<WriteContext, 'db' | 'changes'>,
  id: number,
): PersonImage | null {
  const before = currentRecord(db, personEntity, { id });
  if (before.identity_sealed === null) return null;
  const after = withoutNumber(before);
  changes.update(personEntity, before, after);
  return after;
}

/**
 * A person's number whole. Throws participants/identity_off, participants/identity_none, participants/identity_other_keys
 * (an undone step brought back a number of earlier keys), participants/identity_passphrase_wrong,
 * participants/identity_damaged.
 */
export function openIdentityNumber(db: ReadDb, person: PersonImage, passphrase: string): string {
  const setting = settingThatIsOn(db);
  const { name, identity_sealed: sealed } = person;
  if (sealed === null) throw new AppError('participants/identity_none', { name });
  if (!isSealedWith(sealed, setting.public_key)) throw new AppError('participants/identity_other_keys', { name });
  const owner = ownerOf(db, person);
  const keys = { publicKey: setting.public_key, wrappedKey: setting.wrapped_key };
  const privateKey = unwrapKey(keys, passphrase, owner.archiveUid);
  if (privateKey === null) throw new AppError('participants/identity_passphrase_wrong');
  const number = openNumber(sealed, setting.public_key, privateKey, owner);
  if (number === null) throw new AppError('participants/identity_damaged', { name });
  return number;
}

/** Takes the numbers of all persons away, also of withdrawn ones; answers how many had one. */
export function clearIdentityNumbers({ db, changes }: Pick<WriteContext, 'db' | 'changes'>): number {
  const ids = numbers(db, 'SELECT id FROM person WHERE identity_sealed IS NOT NULL ORDER BY id');
  for (const id of ids) {
    const before = personEntity.read(db, id);
    if (before) changes.update(personEntity, before, withoutNumber(before));
  }
  return ids.length;
}
