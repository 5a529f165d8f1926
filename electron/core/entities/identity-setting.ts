/** The archive's switch for ID-card numbers with its pair of keys; there is none until it was switched on once. */
import { z } from '#shared/lib/zod.ts';
import { all, one } from '../db/sql.ts';
import { upsert, type Entity } from './entity.ts';

const IdentitySettingImage = z.object({
  id: z.literal(1),
  uid: z.string(),
  is_on: z.int(),
  /** In the open: whoever enters a number seals it with this. */
  public_key: z.string(),
  /** The private key, sealed with the passphrase that is kept nowhere. */
  wrapped_key: z.string(),
  version: z.int(),
});
export type IdentitySettingImage = z.infer<typeof IdentitySettingImage>;

export const identitySettingEntity: Entity<IdentitySettingImage> = {
  name: 'identity_setting',
  read: (db, key) =>
    one(
      db,
      IdentitySettingImage,
      'SELECT id, uid, is_on, public_key, wrapped_key, version FROM identity_setting WHERE id = ?',
      key,
    ) ?? null,
  write: (db, image) => upsert(db, 'identity_setting', 'id', image),
  keyOf: (image) => image.id,
  keys: (db) => all(db, z.object({ id: z.int() }), 'SELECT id FROM identity_setting').map(({ id }) => id),
  withdrawn: (image) => ({ ...image, is_on: 0 }),
  masked: { public_key: () => '*', wrapped_key: () => '*' },
};
