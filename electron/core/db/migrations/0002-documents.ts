/**
 * The register of documents (档案): fonds with their rules of numbering, sections and retention table; documents with
 * their numbers, files and relations; boxes and places.
 *
 * A number once given is never given again: `filing_number` keeps it also where filing was undone, the document withdrawn
 * or renumbered, so every gap has its reason (DA/T 13-2022, 4: 唯一性, 稳定性). Dates of signing may be reduced to month or
 * year (ISO 8601); all others are whole days.
 */
import type { Migration } from '../migrate.ts';

export const documents: Migration = {
  version: 2,
  name: 'documents',
  up(db) {
    db.exec(`
CREATE TABLE fonds (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT CHECK (length(code) = 4),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE UNIQUE INDEX fonds_code ON fonds (code) WHERE code IS NOT NULL AND withdrawn = 0;

CREATE TABLE code_scheme (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  fonds_id INTEGER NOT NULL REFERENCES fonds (id),
  category TEXT NOT NULL CHECK (length(category) = 2),
  year_from INTEGER NOT NULL CHECK (year_from BETWEEN 1949 AND 2999),
  year_to INTEGER CHECK (year_to BETWEEN 1949 AND 2999),
  form TEXT NOT NULL CHECK (form IN ('A', 'B')),
  item_digits INTEGER NOT NULL CHECK (item_digits BETWEEN 3 AND 5),
  has_section INTEGER NOT NULL CHECK (has_section IN (0, 1)),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  version INTEGER NOT NULL CHECK (version >= 1),
  CHECK (year_to IS NULL OR year_to >= year_from),
  CHECK (form = 'B' OR item_digits = 4)
) STRICT;

CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  fonds_id INTEGER NOT NULL REFERENCES fonds (id),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 10),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE UNIQUE INDEX section_code ON section (fonds_id, code) WHERE withdrawn = 0;

CREATE TABLE retention_row (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 20),
  scope TEXT NOT NULL CHECK (length(scope) BETWEEN 1 AND 500),
  terms TEXT NOT NULL CHECK (json_array_length(terms) BETWEEN 1 AND 5),
  category TEXT NOT NULL CHECK (length(category) = 2),
  origin TEXT NOT NULL CHECK (origin IN ('own', 'received', 'any')),
  basis TEXT NOT NULL CHECK (basis IN ('township_2021', 'organ_2006', 'proposal', 'own')),
  words TEXT NOT NULL CHECK (json_valid(words)),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  parent_id INTEGER REFERENCES place (id),
  kind TEXT NOT NULL CHECK (kind IN ('room', 'cabinet', 'shelf')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE UNIQUE INDEX place_name ON place (coalesce(parent_id, 0), name) WHERE withdrawn = 0;

CREATE TABLE box (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  fonds_id INTEGER NOT NULL REFERENCES fonds (id),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
  category TEXT NOT NULL CHECK (length(category) = 2),
  year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2999),
  term TEXT NOT NULL,
  section_id INTEGER REFERENCES section (id),
  spine_mm INTEGER NOT NULL CHECK (spine_mm IN (20, 30, 40, 50)),
  place_id INTEGER REFERENCES place (id),
  note TEXT NOT NULL,
  arranged_by TEXT,
  arranged_on TEXT CHECK (arranged_on = date(arranged_on)),
  checked_by TEXT,
  checked_on TEXT CHECK (checked_on = date(checked_on)),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE UNIQUE INDEX box_number ON box (fonds_id, category, year, number) WHERE withdrawn = 0;

CREATE TABLE document_import (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  source_name TEXT,
  source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64),
  record_count INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  fonds_id INTEGER NOT NULL REFERENCES fonds (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'filed', 'transferred', 'destroyed')),
  category TEXT NOT NULL CHECK (length(category) = 2),
  filing_year INTEGER CHECK (filing_year BETWEEN 1949 AND 2999),
  year_reason TEXT NOT NULL
    CHECK (year_reason IN ('signed', 'meeting_closed', 'case_closed', 'project_ended', 'book_ended')),
  term TEXT CHECK (term = 'Y' OR term GLOB 'D[1-9]*'),
  section_id INTEGER REFERENCES section (id),
  item_number INTEGER CHECK (item_number BETWEEN 1 AND 99999),
  reference_code TEXT,
  previous_code TEXT,
  filed_date TEXT CHECK (filed_date = date(filed_date)),
  title TEXT NOT NULL CHECK (length(title) <= 500),
  document_number TEXT CHECK (length(document_number) BETWEEN 1 AND 100),
  author TEXT CHECK (length(author) BETWEEN 1 AND 200),
  signed_date TEXT CHECK (
    signed_date GLOB '[12][0-9][0-9][0-9]'
    OR (signed_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND date(signed_date || '-01') IS NOT NULL)
    OR signed_date = date(signed_date)),
  signed_date_printed TEXT CHECK (length(signed_date_printed) BETWEEN 1 AND 50),
  received_date TEXT CHECK (received_date = date(received_date)),
  published_date TEXT CHECK (published_date = date(published_date)),
  page_count INTEGER CHECK (page_count BETWEEN 1 AND 100000),
  marking TEXT CHECK (marking IN ('public', 'internal', 'restricted')),
  document_type TEXT CHECK (length(document_type) BETWEEN 1 AND 20),
  urgency TEXT CHECK (length(urgency) BETWEEN 1 AND 20),
  draft_kind TEXT CHECK (length(draft_kind) BETWEEN 1 AND 20),
  index_number TEXT CHECK (length(index_number) BETWEEN 1 AND 200),
  addressees TEXT NOT NULL CHECK (json_valid(addressees)),
  copies_to TEXT NOT NULL CHECK (json_valid(copies_to)),
  annexes TEXT NOT NULL CHECK (json_valid(annexes)),
  keywords TEXT NOT NULL CHECK (json_valid(keywords)),
  abstract TEXT NOT NULL,
  access_mark TEXT NOT NULL CHECK (access_mark IN ('open', 'controlled', 'deferred', 'unreviewed')),
  disclosure TEXT CHECK (disclosure IN ('active', 'on_request', 'not_disclosed')),
  retention_row_id INTEGER REFERENCES retention_row (id),
  medium TEXT NOT NULL CHECK (medium IN ('paper', 'electronic', 'both')),
  box_id INTEGER REFERENCES box (id),
  term_end TEXT CHECK (term_end = date(term_end)),
  remark TEXT NOT NULL,
  needs_review INTEGER NOT NULL CHECK (needs_review IN (0, 1)),
  source_line INTEGER,
  source_text TEXT,
  import_id INTEGER REFERENCES document_import (id),
  order_key TEXT NOT NULL,
  number_key TEXT,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  CHECK (state = 'draft' OR (item_number IS NOT NULL AND filing_year IS NOT NULL AND term IS NOT NULL)),
  CHECK (state <> 'draft' OR item_number IS NULL)
) STRICT;
CREATE UNIQUE INDEX document_reference_code ON document (reference_code) WHERE reference_code IS NOT NULL;
CREATE INDEX document_order ON document (withdrawn, order_key, id);
CREATE INDEX document_tree ON document (withdrawn, filing_year, term, section_id, state);
CREATE INDEX document_box ON document (box_id) WHERE box_id IS NOT NULL;
CREATE INDEX document_title ON document (title, signed_date);
CREATE INDEX document_number_key ON document (number_key) WHERE number_key IS NOT NULL;

CREATE TABLE filing_number (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  fonds_id INTEGER NOT NULL REFERENCES fonds (id),
  category TEXT NOT NULL CHECK (length(category) = 2),
  year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2999),
  term TEXT NOT NULL,
  section_id INTEGER REFERENCES section (id),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99999),
  document_id INTEGER NOT NULL REFERENCES document (id),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE UNIQUE INDEX filing_number_once
  ON filing_number (fonds_id, category, year, term, coalesce(section_id, 0), number);
CREATE UNIQUE INDEX filing_number_of_document ON filing_number (document_id) WHERE withdrawn = 0;
CREATE INDEX filing_number_document ON filing_number (document_id);

CREATE TABLE document_file (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('main', 'annex', 'processing', 'draft', 'scan')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  format TEXT NOT NULL,
  page_count INTEGER CHECK (page_count >= 1),
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_file_object ON document_file (sha256);

CREATE TABLE document_relation (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('plan_row', 'reply_to', 'related', 'replaces')),
  target_id INTEGER NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_relation_target ON document_relation (kind, target_id);
`);
  },
};
