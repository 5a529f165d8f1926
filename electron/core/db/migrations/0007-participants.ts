/**
 * Who took part in what: what organisations are, persons with their roles, activities with their evidence, and the sign-in
 * rows from which 人次 and 人 are counted. `name_key` is the name without spaces, by which the same name is found.
 */
import type { Migration } from '../migrate.ts';

const RECORD = `
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)`;

const FULL_OR_PART_DATE = (column: string): string => `CHECK (
    ${column} GLOB '[12][0-9][0-9][0-9]'
    OR (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND date(${column} || '-01') IS NOT NULL)
    OR ${column} = date(${column}))`;

export const participants: Migration = {
  version: 7,
  name: 'participants',
  up(db) {
    db.exec(`
ALTER TABLE organisation ADD COLUMN kind TEXT NOT NULL DEFAULT 'unit'
  CHECK (kind IN ('unit', 'subdistrict', 'village', 'school', 'enterprise', 'department', 'club', 'site'));
ALTER TABLE organisation ADD COLUMN active_from TEXT CHECK (active_from = date(active_from));
ALTER TABLE organisation ADD COLUMN active_to TEXT CHECK (active_to = date(active_to));
ALTER TABLE organisation ADD COLUMN merged_into INTEGER REFERENCES organisation (id);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
  name_key TEXT NOT NULL,
  sex TEXT CHECK (sex IN ('female', 'male')),
  birth_date TEXT ${FULL_OR_PART_DATE('birth_date')},
  village TEXT CHECK (length(village) BETWEEN 1 AND 100),
  village_id INTEGER REFERENCES organisation (id),
  phone TEXT CHECK (length(phone) BETWEEN 1 AND 50),
  guardian_name TEXT CHECK (length(guardian_name) BETWEEN 1 AND 50),
  guardian_phone TEXT CHECK (length(guardian_phone) BETWEEN 1 AND 50),
  consent_on TEXT CHECK (consent_on = date(consent_on)),
  consent_document_id INTEGER REFERENCES document (id),
  note TEXT NOT NULL,
  needs_review INTEGER NOT NULL CHECK (needs_review IN (0, 1)),
  merged_into INTEGER REFERENCES person (id),
  import_id INTEGER,${RECORD}
) STRICT;

CREATE INDEX person_name ON person (name_key) WHERE withdrawn = 0;
CREATE INDEX person_phone ON person (phone) WHERE phone IS NOT NULL AND withdrawn = 0;
CREATE INDEX person_village ON person (village_id) WHERE village_id IS NOT NULL;
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE person_role (
  person_id INTEGER NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN
    ('learner', 'volunteer', 'full_time', 'part_time_teacher', 'manager', 'bearer', 'club_head', 'club_member')),
  organisation_id INTEGER REFERENCES organisation (id),
  subject TEXT NOT NULL,
  from_date TEXT CHECK (from_date = date(from_date)),
  to_date TEXT CHECK (to_date = date(to_date)),
  PRIMARY KEY (person_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_role_organisation ON person_role (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX person_role_role ON person_role (role);

CREATE TABLE person_certificate (
  person_id INTEGER NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  number TEXT NOT NULL,
  issuer TEXT NOT NULL,
  issued_on TEXT CHECK (issued_on = date(issued_on)),
  valid_until TEXT CHECK (valid_until = date(valid_until)),
  PRIMARY KEY (person_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_category (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
  parent_id INTEGER REFERENCES activity_category (id),
  position INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('plan', 'own')),${RECORD}
) STRICT;

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (length(title) <= 200),
  date_start TEXT CHECK (date_start = date(date_start)),
  date_end TEXT CHECK (date_end = date(date_end)),
  time_text TEXT NOT NULL,
  place TEXT NOT NULL,
  category_id INTEGER REFERENCES activity_category (id),
  audience TEXT,
  plan_row_id INTEGER REFERENCES schedule_row (id),
  state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  head_count INTEGER CHECK (head_count >= 0),
  head_count_mark TEXT CHECK (head_count_mark IN ('exact', 'nearly', 'about', 'over')),
  head_count_printed TEXT,
  minutes INTEGER CHECK (minutes BETWEEN 1 AND 100000),
  summary TEXT NOT NULL,
  money_needed INTEGER NOT NULL CHECK (money_needed IN (0, 1)),
  money INTEGER CHECK (money >= 0),
  remark TEXT NOT NULL,
  needs_review INTEGER NOT NULL CHECK (needs_review IN (0, 1)),
  source_text TEXT,
  import_id INTEGER,${RECORD},
  CHECK ((head_count IS NULL) = (head_count_mark IS NULL)),
  CHECK (date_end IS NULL OR date_start <= date_end)
) STRICT;

CREATE INDEX activity_date ON activity (withdrawn, date_start, id);
CREATE INDEX activity_plan_row ON activity (plan_row_id) WHERE plan_row_id IS NOT NULL;
CREATE INDEX activity_title ON activity (title, date_start);

CREATE TABLE activity_host (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  organisation_id INTEGER REFERENCES organisation (id),
  PRIMARY KEY (activity_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_file (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'sign_in', 'photo', 'summary', 'money', 'consent', 'other')),
  document_id INTEGER REFERENCES document (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  sha256 TEXT CHECK (length(sha256) = 64),
  size INTEGER CHECK (size >= 0),
  format TEXT,
  page_count INTEGER CHECK (page_count >= 1),
  PRIMARY KEY (activity_id, position),
  CHECK ((document_id IS NULL) <> (sha256 IS NULL)),
  CHECK ((sha256 IS NULL) = (size IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX activity_file_object ON activity_file (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE activity_medium (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  position INTEGER NOT NULL,
  published_on TEXT CHECK (published_on = date(published_on)),
  medium TEXT NOT NULL,
  title TEXT NOT NULL,
  link TEXT NOT NULL,
  PRIMARY KEY (activity_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance_import (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  source_name TEXT,
  source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64),
  row_count INTEGER NOT NULL,${RECORD}
) STRICT;

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  date TEXT NOT NULL CHECK (date = date(date)),
  number TEXT,
  signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
  role TEXT NOT NULL CHECK (role IN ('learner', 'volunteer', 'teacher', 'staff')),
  minutes INTEGER CHECK (minutes BETWEEN 1 AND 100000),
  remark TEXT NOT NULL,
  source_line INTEGER,
  source_text TEXT,
  import_id INTEGER REFERENCES attendance_import (id),${RECORD}
) STRICT;

CREATE UNIQUE INDEX attendance_once ON attendance (activity_id, person_id, date, role) WHERE withdrawn = 0;
CREATE INDEX attendance_person ON attendance (person_id, date) WHERE withdrawn = 0;
CREATE INDEX attendance_date ON attendance (date, activity_id, person_id, signed) WHERE withdrawn = 0;
`);
  },
};
