/**
 * Residents of a place on a day, each figure with the paper that says so: the basis of the funding rule. Figures are never
 * overwritten; a newer one stands beside the older.
 */
import type { Migration } from '../migrate.ts';

export const population: Migration = {
  version: 8,
  name: 'population',
  up(db) {
    db.exec(`
CREATE TABLE population (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 100),
  place_id INTEGER REFERENCES organisation (id),
  kind TEXT NOT NULL CHECK (kind IN ('resident', 'registered')),
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 2000000000),
  reference_date TEXT NOT NULL CHECK (reference_date = date(reference_date)),
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 200),
  document_id INTEGER REFERENCES document (id),
  note TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE INDEX population_place ON population (place, kind, reference_date) WHERE withdrawn = 0;
`);
  },
};
