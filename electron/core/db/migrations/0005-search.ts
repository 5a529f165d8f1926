/**
 * What the search needs: the index (derived from the records, filled when the archive is opened) and saved searches.
 *
 * `search_entry.id` is the index's rowid: date key × 1000003 + n, the key smaller for later dates, so that
 * newest first is the index's own order.
 */
import type { Migration } from '../migrate.ts';

export const search: Migration = {
  version: 5,
  name: 'search',
  up(db) {
    db.exec(`
CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  entries INTEGER NOT NULL
) STRICT;

CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  date TEXT,
  title TEXT NOT NULL,
  numbers TEXT NOT NULL,
  people TEXT NOT NULL,
  number_key TEXT NOT NULL,
  year INTEGER,
  term TEXT,
  unit TEXT,
  state TEXT NOT NULL,
  hash TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_entry_record ON search_entry (kind, record);
CREATE INDEX search_entry_number ON search_entry (number_key, id) WHERE number_key <> '';
CREATE INDEX search_entry_revision ON search_entry (revision);

CREATE TABLE search_spoken (
  entry INTEGER PRIMARY KEY,
  initials TEXT NOT NULL,
  syllables TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
  title, numbers, people, body, content='', contentless_delete=1, tokenize='ascii'
);

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  query TEXT NOT NULL CHECK (json_valid(query)),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
`);
  },
};
