/**
 * The ledger of education money with its evidence, the rules of funding, the years with their basis and lock, and what enterprises and
 * schools report. What an entry says of money never changes: the entry that takes one back points at it, and is pointed at.
 */
import type { Migration } from '../migrate.ts';

const RECORD = `
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1)`;

/** Entries that count: neither withdrawn, nor taken back, nor taking back. Indexes hold these alone. */
const STANDING = 'withdrawn = 0 AND reverses_id IS NULL AND reversed_by_id IS NULL';

/** What auditors usually look for has an index of its own, so that naming it costs by the hits alone. */
const PROVEN_KINDS = "kind IN ('approval', 'payment', 'payment_return', 'expense')";
const ROUND = "kind = 'expense' AND amount >= 1000000 AND amount % 100000 = 0";
const WORDS = `kind = 'expense' AND (${['慰问', '招待', '燃油', '补发工资', '接待', '礼品', '购车']
  .map((word) => `instr(purpose, '${word}') > 0`)
  .join(' OR ')})`;

export const funding: Migration = {
  version: 9,
  name: 'funding',
  up(db) {
    db.exec(`
CREATE TABLE fund_import (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  source_name TEXT,
  source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64),
  entry_count INTEGER NOT NULL CHECK (entry_count >= 0),
  population_count INTEGER NOT NULL CHECK (population_count >= 0),${RECORD}
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
  source_text TEXT,${RECORD},
  evidence INTEGER NOT NULL CHECK (evidence >= 0),
  entry_year INTEGER GENERATED ALWAYS AS (CAST(substr(entry_date, 1, 4) AS INTEGER)) VIRTUAL,
  entry_month INTEGER GENERATED ALWAYS AS (CAST(substr(entry_date, 6, 2) AS INTEGER)) VIRTUAL,
  CHECK ((reverses_id IS NULL) = (reversal_reason IS NULL)),
  CHECK (reverses_id IS NULL OR reversed_by_id IS NULL)
) STRICT;

CREATE INDEX fund_entry_year ON fund_entry (entry_year, kind, source_kind, budget_year, entry_month, amount)
  WHERE ${STANDING};
CREATE INDEX fund_entry_budget ON fund_entry (budget_year, entry_year, kind, source_kind, entry_month, amount)
  WHERE ${STANDING};
CREATE INDEX fund_entry_voucher ON fund_entry (entry_year, voucher_key, entry_date, kind, amount)
  WHERE voucher_key <> '' AND ${STANDING};
CREATE INDEX fund_entry_bare ON fund_entry (entry_year) WHERE evidence = 0 AND ${PROVEN_KINDS} AND ${STANDING};
CREATE INDEX fund_entry_round ON fund_entry (entry_year) WHERE ${ROUND} AND ${STANDING};
CREATE INDEX fund_entry_words ON fund_entry (entry_year) WHERE ${WORDS} AND ${STANDING};
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
  origin TEXT NOT NULL CHECK (origin IN ('published', 'own')),${RECORD}
) STRICT;

CREATE TABLE fund_year (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1900 AND 2999),
  population_id INTEGER REFERENCES population (id),
  basis_reason TEXT,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  closed_reason TEXT,${RECORD}
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
  remark TEXT NOT NULL,${RECORD}
) STRICT;

CREATE INDEX training_base_year ON training_base (year, kind) WHERE withdrawn = 0;
`);
  },
};
