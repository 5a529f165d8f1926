/** Templates of documents. `fields` is canonical JSON of the fields that a template sets. */
import type { Migration } from '../migrate.ts';

export const templates: Migration = {
  version: 6,
  name: 'templates',
  up(db) {
    db.exec(`
CREATE TABLE document_template (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
`);
  },
};
