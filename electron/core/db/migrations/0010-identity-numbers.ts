/**
 * ID-card numbers of persons, kept only where a center switches it on: the switch with its pair of keys, and on each
 * person the sealed number and its last two characters.
 */
import type { Migration } from '../migrate.ts';

export const identityNumbers: Migration = {
  version: 10,
  name: 'identity-numbers',
  up(db) {
    db.exec(`
CREATE TABLE identity_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL UNIQUE,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  public_key TEXT NOT NULL,
  wrapped_key TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

ALTER TABLE person ADD COLUMN identity_sealed TEXT CHECK (length(identity_sealed) BETWEEN 1 AND 400);
ALTER TABLE person ADD COLUMN identity_mask TEXT CHECK (length(identity_mask) = 2);
`);
  },
};
