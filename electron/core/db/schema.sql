-- Made by `npm run schema` from the migrations; not edited by hand.
-- user_version 11

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
, kind TEXT NOT NULL DEFAULT 'unit'
  CHECK (kind IN ('unit', 'subdistrict', 'village', 'school', 'enterprise', 'department', 'club', 'site')), active_from TEXT CHECK (active_from = date(active_from)), active_to TEXT CHECK (active_to = date(active_to)), merged_into INTEGER REFERENCES organisation (id)) STRICT;

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

CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind IN ('read', 'lend', 'copy', 'excerpt')),
  borrower TEXT NOT NULL CHECK (length(borrower) BETWEEN 1 AND 50),
  borrower_unit TEXT CHECK (length(borrower_unit) BETWEEN 1 AND 100),
  contact TEXT CHECK (length(contact) BETWEEN 1 AND 50),
  outside INTEGER NOT NULL CHECK (outside IN (0, 1)),
  purpose TEXT NOT NULL,
  approver TEXT CHECK (length(approver) BETWEEN 1 AND 50),
  lent_on TEXT NOT NULL CHECK (lent_on = date(lent_on)),
  due_on TEXT CHECK (due_on = date(due_on)),
  returned_on TEXT CHECK (returned_on = date(returned_on)),
  return_check TEXT NOT NULL,
  copied_pages INTEGER CHECK (copied_pages >= 0),
  handled_by TEXT CHECK (length(handled_by) BETWEEN 1 AND 50),
  effect TEXT NOT NULL,
  remark TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  CHECK (returned_on IS NULL OR returned_on >= lent_on),
  CHECK (due_on IS NULL OR due_on >= lent_on)
) STRICT;

CREATE UNIQUE INDEX loan_open ON loan (document_id) WHERE kind = 'lend' AND returned_on IS NULL AND withdrawn = 0;

CREATE INDEX loan_document ON loan (document_id);

CREATE TABLE appraisal (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  leader TEXT NOT NULL CHECK (length(leader) BETWEEN 1 AND 50),
  members TEXT NOT NULL CHECK (json_valid(members)),
  started_on TEXT NOT NULL CHECK (started_on = date(started_on)),
  closed_on TEXT CHECK (closed_on = date(closed_on)),
  report TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  CHECK ((state = 'closed') = (closed_on IS NOT NULL))
) STRICT;

CREATE TABLE appraisal_item (
  appraisal_id INTEGER NOT NULL REFERENCES appraisal (id),
  position INTEGER NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document (id),
  old_end TEXT NOT NULL CHECK (old_end = date(old_end)),
  decision TEXT CHECK (decision IN ('keep', 'destroy')),
  new_end TEXT CHECK (new_end = 'permanent' OR new_end = date(new_end)),
  reason TEXT NOT NULL,
  appraiser TEXT,
  PRIMARY KEY (appraisal_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX appraisal_item_document ON appraisal_item (document_id);

CREATE TABLE disposal (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 50),
  appraisal_id INTEGER NOT NULL REFERENCES appraisal (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'done')),
  approver TEXT CHECK (length(approver) BETWEEN 1 AND 50),
  approved_on TEXT CHECK (approved_on = date(approved_on)),
  supervisor_one TEXT CHECK (length(supervisor_one) BETWEEN 1 AND 50),
  supervisor_two TEXT CHECK (length(supervisor_two) BETWEEN 1 AND 50),
  method TEXT CHECK (length(method) BETWEEN 1 AND 50),
  place TEXT CHECK (length(place) BETWEEN 1 AND 100),
  destroyed_on TEXT CHECK (destroyed_on = date(destroyed_on)),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  CHECK (state = 'draft' OR (approver IS NOT NULL AND approved_on IS NOT NULL)),
  CHECK (state <> 'done' OR (supervisor_one IS NOT NULL AND supervisor_two IS NOT NULL
    AND supervisor_one <> supervisor_two AND supervisor_one <> approver AND supervisor_two <> approver
    AND method IS NOT NULL AND destroyed_on IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX disposal_number ON disposal (number) WHERE withdrawn = 0;

CREATE TABLE disposal_item (
  disposal_id INTEGER NOT NULL REFERENCES disposal (id),
  position INTEGER NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document (id),
  reason TEXT NOT NULL,
  excluded_reason TEXT,
  PRIMARY KEY (disposal_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX disposal_item_document ON disposal_item (document_id);

CREATE TABLE transfer (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 50),
  receiver TEXT NOT NULL CHECK (length(receiver) BETWEEN 1 AND 100),
  nature TEXT NOT NULL CHECK (nature IN ('transfer', 'deposit', 'purchase', 'gift')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'done')),
  giver_head TEXT,
  giver_clerk TEXT,
  receiver_head TEXT,
  receiver_clerk TEXT,
  transferred_on TEXT CHECK (transferred_on = date(transferred_on)),
  note TEXT NOT NULL,
  opinion TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  CHECK ((state = 'done') = (transferred_on IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX transfer_number ON transfer (number) WHERE withdrawn = 0;

CREATE TABLE transfer_item (
  transfer_id INTEGER NOT NULL REFERENCES transfer (id),
  position INTEGER NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (transfer_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX transfer_item_document ON transfer_item (document_id);

CREATE TABLE stocktake (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  place_id INTEGER REFERENCES place (id),
  counted_by TEXT NOT NULL CHECK (length(counted_by) BETWEEN 1 AND 50),
  started_on TEXT NOT NULL CHECK (started_on = date(started_on)),
  closed_on TEXT CHECK (closed_on = date(closed_on)),
  conclusion TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE TABLE stocktake_entry (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  stocktake_id INTEGER NOT NULL REFERENCES stocktake (id),
  place_id INTEGER REFERENCES place (id),
  box_id INTEGER REFERENCES box (id),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200),
  found_box_id INTEGER REFERENCES box (id),
  found_document_id INTEGER REFERENCES document (id),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE INDEX stocktake_entry_stocktake ON stocktake_entry (stocktake_id);

CREATE TABLE check_run (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL CHECK (stage IN ('filing', 'transfer', 'storage')),
  checked_at TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  rules TEXT NOT NULL,
  document_count INTEGER NOT NULL,
  results TEXT NOT NULL CHECK (json_valid(results)),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

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

CREATE TABLE document_template (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
  name_key TEXT NOT NULL,
  sex TEXT CHECK (sex IN ('female', 'male')),
  birth_date TEXT CHECK (
    birth_date GLOB '[12][0-9][0-9][0-9]'
    OR (birth_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND date(birth_date || '-01') IS NOT NULL)
    OR birth_date = date(birth_date)),
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
  import_id INTEGER,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
, identity_sealed TEXT CHECK (length(identity_sealed) BETWEEN 1 AND 400), identity_mask TEXT CHECK (length(identity_mask) = 2)) STRICT;

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
  origin TEXT NOT NULL CHECK (origin IN ('plan', 'own')),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
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
  import_id INTEGER,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
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
  row_count INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
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
  import_id INTEGER REFERENCES attendance_import (id),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE UNIQUE INDEX attendance_once ON attendance (activity_id, person_id, date, role) WHERE withdrawn = 0;

CREATE INDEX attendance_person ON attendance (person_id, date) WHERE withdrawn = 0;

CREATE INDEX attendance_date ON attendance (date, activity_id, person_id, signed) WHERE withdrawn = 0;

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

CREATE TABLE fund_import (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  source_name TEXT,
  source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64),
  entry_count INTEGER NOT NULL CHECK (entry_count >= 0),
  population_count INTEGER NOT NULL CHECK (population_count >= 0),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE TABLE fund_entry (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  entry_date TEXT NOT NULL CHECK (entry_date = date(entry_date)),
  budget_year INTEGER CHECK (budget_year BETWEEN 1900 AND 2999),
  kind TEXT NOT NULL CHECK (kind IN ('approval', 'payment', 'payment_return', 'carry_over', 'donation', 'fee', 'in_kind',
    'expense', 'expense_return')),
  source TEXT NOT NULL CHECK (length(source) <= 100),
  source_kind TEXT CHECK (source_kind IN ('subdistrict', 'higher', 'society', 'learner')),
  purpose TEXT NOT NULL CHECK (length(purpose) <= 200),
  amount INTEGER NOT NULL CHECK (amount <> 0 AND amount BETWEEN -1000000000000 AND 1000000000000),
  voucher TEXT NOT NULL CHECK (length(voucher) <= 60),
  voucher_key TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (length(basis) <= 300),
  document_id INTEGER REFERENCES document (id),
  activity_id INTEGER REFERENCES activity (id),
  plan_row_id INTEGER REFERENCES schedule_row (id),
  remark TEXT NOT NULL,
  reverses_id INTEGER REFERENCES fund_entry (id),
  reversed_by_id INTEGER REFERENCES fund_entry (id),
  reversal_reason TEXT,
  import_id INTEGER REFERENCES fund_import (id),
  source_line INTEGER,
  source_text TEXT,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  evidence INTEGER NOT NULL CHECK (evidence >= 0),
  entry_year INTEGER GENERATED ALWAYS AS (CAST(substr(entry_date, 1, 4) AS INTEGER)) VIRTUAL,
  entry_month INTEGER GENERATED ALWAYS AS (CAST(substr(entry_date, 6, 2) AS INTEGER)) VIRTUAL,
  CHECK ((reverses_id IS NULL) = (reversal_reason IS NULL)),
  CHECK (reverses_id IS NULL OR reversed_by_id IS NULL)
) STRICT;

CREATE INDEX fund_entry_year ON fund_entry (entry_year, kind, source_kind, budget_year, entry_month, amount)
  WHERE withdrawn = 0 AND reverses_id IS NULL AND reversed_by_id IS NULL;

CREATE INDEX fund_entry_budget ON fund_entry (budget_year, entry_year, kind, source_kind, entry_month, amount)
  WHERE withdrawn = 0 AND reverses_id IS NULL AND reversed_by_id IS NULL;

CREATE INDEX fund_entry_voucher ON fund_entry (entry_year, voucher_key, entry_date, kind, amount)
  WHERE voucher_key <> '' AND withdrawn = 0 AND reverses_id IS NULL AND reversed_by_id IS NULL;

CREATE INDEX fund_entry_bare ON fund_entry (entry_year) WHERE evidence = 0 AND kind IN ('approval', 'payment', 'payment_return', 'expense') AND withdrawn = 0 AND reverses_id IS NULL AND reversed_by_id IS NULL;

CREATE INDEX fund_entry_round ON fund_entry (entry_year) WHERE kind = 'expense' AND amount >= 1000000 AND amount % 100000 = 0 AND withdrawn = 0 AND reverses_id IS NULL AND reversed_by_id IS NULL;

CREATE INDEX fund_entry_words ON fund_entry (entry_year) WHERE kind = 'expense' AND (instr(purpose, '慰问') > 0 OR instr(purpose, '招待') > 0 OR instr(purpose, '燃油') > 0 OR instr(purpose, '补发工资') > 0 OR instr(purpose, '接待') > 0 OR instr(purpose, '礼品') > 0 OR instr(purpose, '购车') > 0) AND withdrawn = 0 AND reverses_id IS NULL AND reversed_by_id IS NULL;

CREATE INDEX fund_entry_other_year ON fund_entry (budget_year) WHERE budget_year <> entry_year AND withdrawn = 0;

CREATE INDEX fund_entry_date ON fund_entry (entry_date, id) WHERE withdrawn = 0;

CREATE INDEX fund_entry_activity ON fund_entry (activity_id) WHERE activity_id IS NOT NULL;

CREATE INDEX fund_entry_document ON fund_entry (document_id) WHERE document_id IS NOT NULL;

CREATE INDEX fund_entry_plan_row ON fund_entry (plan_row_id) WHERE plan_row_id IS NOT NULL;

CREATE TABLE fund_entry_file (
  entry_id INTEGER NOT NULL REFERENCES fund_entry (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('voucher', 'original', 'approval', 'bank', 'contract', 'sign_in', 'acceptance', 'photo',
    'other')),
  document_id INTEGER REFERENCES document (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  sha256 TEXT CHECK (length(sha256) = 64),
  size INTEGER CHECK (size >= 0),
  format TEXT,
  page_count INTEGER CHECK (page_count >= 1),
  PRIMARY KEY (entry_id, position),
  CHECK ((document_id IS NULL) <> (sha256 IS NULL)),
  CHECK ((sha256 IS NULL) = (size IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX fund_entry_file_object ON fund_entry_file (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE fund_rule (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  shape TEXT NOT NULL CHECK (shape IN ('floor', 'band', 'share')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  payer TEXT NOT NULL CHECK (length(payer) BETWEEN 1 AND 100),
  basis TEXT NOT NULL CHECK (length(basis) BETWEEN 1 AND 100),
  rate INTEGER NOT NULL CHECK (rate >= 1),
  upper_rate INTEGER CHECK (upper_rate >= rate),
  from_year INTEGER,
  to_year INTEGER CHECK (from_year IS NULL OR to_year >= from_year),
  counted_sources TEXT NOT NULL,
  paper TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  document_id INTEGER REFERENCES document (id),
  origin TEXT NOT NULL CHECK (origin IN ('published', 'own')),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE TABLE fund_year (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1900 AND 2999),
  population_id INTEGER REFERENCES population (id),
  basis_reason TEXT,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  closed_reason TEXT,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE TABLE training_base (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  unit TEXT NOT NULL CHECK (length(unit) BETWEEN 1 AND 100),
  organisation_id INTEGER REFERENCES organisation (id),
  kind TEXT NOT NULL CHECK (kind IN ('enterprise', 'school')),
  base INTEGER CHECK (base >= 0),
  spent INTEGER CHECK (spent >= 0),
  basis_note TEXT NOT NULL,
  document_id INTEGER REFERENCES document (id),
  remark TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE INDEX training_base_year ON training_base (year, kind) WHERE withdrawn = 0;

CREATE TABLE identity_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL UNIQUE,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  public_key TEXT NOT NULL,
  wrapped_key TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

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
