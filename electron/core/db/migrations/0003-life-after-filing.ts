/**
 * What happens to documents after they are filed: loans, appraisal at the end of the term, destruction by an approved
 * list with two supervisors, hand-over to the archive, stock-takes, and checks of the four natures (四性检测).
 */
import type { Migration } from '../migrate.ts';

export const lifeAfterFiling: Migration = {
  version: 3,
  name: 'life-after-filing',
  up(db) {
    db.exec(`
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
`);
  },
};
