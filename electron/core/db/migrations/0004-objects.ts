/**
 * Files of the archive by their checksum, and the last check of each. A row is proof that the content was in the store and
 * flushed before the row was written; checksum and size never change, and no row is ever deleted. `removed_on`: the day
 * on which an approved list of destruction took the content away; the row still says what there was. `object_text` is what a
 * reader found in a file: derived, not logged, read again by a newer reader.
 */
import type { Migration } from '../migrate.ts';

export const objects: Migration = {
  version: 4,
  name: 'objects',
  up(db) {
    db.exec(`
CREATE TABLE object (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size INTEGER NOT NULL CHECK (size >= 0),
  format TEXT NOT NULL CHECK (length(format) BETWEEN 1 AND 40),
  added_at TEXT NOT NULL,
  removed_on TEXT CHECK (removed_on = date(removed_on)),
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE TRIGGER object_no_delete BEFORE DELETE ON object
BEGIN
  SELECT RAISE(ABORT, 'objects are never deleted');
END;
CREATE TRIGGER object_fixed BEFORE UPDATE ON object
WHEN NEW.sha256 <> OLD.sha256 OR NEW.size <> OLD.size
BEGIN
  SELECT RAISE(ABORT, 'an object is its content');
END;

CREATE TABLE object_text (
  sha256 TEXT PRIMARY KEY REFERENCES object (sha256),
  text TEXT NOT NULL,
  reader INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE fixity_check (
  sha256 TEXT PRIMARY KEY REFERENCES object (sha256),
  checked_at TEXT NOT NULL,
  result TEXT NOT NULL
    CHECK (result IN ('whole', 'changed', 'truncated', 'grown', 'missing', 'swapped', 'unreadable'))
) STRICT, WITHOUT ROWID;
`);
  },
};
