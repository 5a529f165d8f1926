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

CREATE TABLE object (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size INTEGER NOT NULL CHECK (size >= 0),
  format TEXT NOT NULL CHECK (length(format) BETWEEN 1 AND 40),
  added_at TEXT NOT NULL,
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

CREATE TABLE fixity_check (
  sha256 TEXT PRIMARY KEY REFERENCES object (sha256),
  checked_at TEXT NOT NULL,
  result TEXT NOT NULL
    CHECK (result IN ('whole', 'changed', 'truncated', 'grown', 'missing', 'swapped', 'unreadable'))
) STRICT, WITHOUT ROWID;
