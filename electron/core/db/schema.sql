-- Made by `npm run schema` from the migrations; not edited by hand.
-- user_version 2

CREATE TABLE archive (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL UNIQUE,
  unit_name TEXT NOT NULL CHECK (length(unit_name) BETWEEN 1 AND 100),
  is_example INTEGER NOT NULL CHECK (is_example IN (0, 1)),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL CHECK (length(full_name) BETWEEN 1 AND 100),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE UNIQUE INDEX organisation_full_name ON organisation (full_name) WHERE withdrawn = 0;

CREATE TABLE organisation_short_name (
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  PRIMARY KEY (organisation_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 1949 AND 2999),
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  document_title TEXT,
  issuer TEXT,
  signed_by TEXT,
  signed_date TEXT CHECK (signed_date = date(signed_date)),
  published_date TEXT CHECK (published_date = date(published_date)),
  index_number TEXT,
  document_number TEXT,
  attachment TEXT,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE TABLE plan_addressee (
  year INTEGER NOT NULL REFERENCES plan (year),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (year, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE schedule_row (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL REFERENCES plan (year),
  position INTEGER NOT NULL,
  month_start INTEGER CHECK (month_start BETWEEN 1 AND 12),
  month_end INTEGER CHECK (month_end BETWEEN 1 AND 12),
  year_offset INTEGER NOT NULL CHECK (year_offset BETWEEN -1 AND 2),
  end_next_year INTEGER NOT NULL CHECK (end_next_year IN (0, 1)),
  deadline_month INTEGER CHECK (deadline_month BETWEEN 1 AND 12),
  part TEXT,
  day INTEGER CHECK (day BETWEEN 1 AND 31),
  week TEXT,
  date_start TEXT CHECK (date_start = date(date_start)),
  date_end TEXT CHECK (date_end = date(date_end)),
  activity TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('not_started', 'in_progress', 'done', 'partly_done', 'postponed', 'cancelled')),
  status_reason TEXT NOT NULL,
  done_on TEXT CHECK (done_on = date(done_on)),
  remark TEXT NOT NULL,
  needs_review INTEGER NOT NULL CHECK (needs_review IN (0, 1)),
  source_line INTEGER,
  source_text TEXT,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  CHECK ((month_start IS NULL) = (month_end IS NULL)),
  CHECK (end_next_year = 1 OR month_start <= month_end)
) STRICT;

CREATE INDEX schedule_row_order ON schedule_row (year, position, id) WHERE withdrawn = 0;

CREATE TABLE schedule_row_unit (
  row_id INTEGER NOT NULL REFERENCES schedule_row (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('lead', 'support')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  organisation_id INTEGER REFERENCES organisation (id),
  PRIMARY KEY (row_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX schedule_row_unit_name ON schedule_row_unit (name);

CREATE INDEX schedule_row_unit_organisation ON schedule_row_unit (organisation_id);

CREATE TABLE schedule_import (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL REFERENCES plan (year),
  source_name TEXT,
  source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64),
  row_count INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE TABLE event (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  label TEXT,
  reason TEXT,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  app_version TEXT NOT NULL,
  algorithm TEXT NOT NULL CHECK (algorithm = 'sha256'),
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;

CREATE TRIGGER event_in_order BEFORE INSERT ON event
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM event)
  OR (NEW.sequence > 1 AND NEW.previous <> (SELECT hash FROM event WHERE sequence = NEW.sequence - 1))
BEGIN
  SELECT RAISE(ABORT, 'the log must be continued at its end');
END;

CREATE TABLE undo_step (
  event INTEGER PRIMARY KEY REFERENCES event (sequence),
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'superseded'))
) STRICT;

CREATE INDEX undo_step_state ON undo_step (state, event);

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
