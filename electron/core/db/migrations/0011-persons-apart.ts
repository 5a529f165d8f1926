/** 不是同一人: pairs of persons who look alike and of whom somebody decided that they are two, with the reason. */
import type { Migration } from '../migrate.ts';

export const personsApart: Migration = {
  version: 11,
  name: 'persons-apart',
  up(db) {
    db.exec(`
CREATE TABLE person_apart (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  first_id INTEGER NOT NULL REFERENCES person (id),
  second_id INTEGER NOT NULL REFERENCES person (id),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  UNIQUE (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT;
`);
  },
};
