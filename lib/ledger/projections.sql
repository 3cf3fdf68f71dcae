-- Folds of the events, written in the same transaction and rebuildable at any time. No plain personal
-- text stands in any table. Moments are `2026-11-22` or `2026-11-22T09:30:00` on the ledger's clock.

CREATE TABLE issue (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  round INTEGER NOT NULL,
  registered_at TEXT NOT NULL,
  registered_by TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  nature TEXT NOT NULL,
  category TEXT NOT NULL,
  urgency TEXT NOT NULL,
  confidential INTEGER NOT NULL,
  area TEXT,
  village_group TEXT,
  grid TEXT,
  people_count INTEGER,
  source TEXT,
  source_no TEXT,
  source_due_on TEXT,
  campaign TEXT,
  card TEXT,
  registrar TEXT,
  unit TEXT,
  handler TEXT,
  due_on TEXT,
  last_due_on TEXT,
  resolved_at TEXT,
  satisfaction TEXT,
  closed_at TEXT,
  voided_at TEXT,
  merged_into TEXT,
  merged_at TEXT,
  excluded_at TEXT,
  answered_at TEXT,
  last_moved_at TEXT NOT NULL,
  last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX issue_moved ON issue (last_moved_at);
CREATE INDEX issue_last_due ON issue (last_due_on) WHERE last_due_on IS NOT NULL;
CREATE INDEX issue_state ON issue (state, unit);
CREATE INDEX issue_card ON issue (card COLLATE NOCASE) WHERE card IS NOT NULL;
CREATE INDEX issue_merged ON issue (merged_into) WHERE merged_into IS NOT NULL;
-- What was voided frees the sender's number for a registration that is right.
CREATE UNIQUE INDEX issue_source ON issue (source, source_no)
  WHERE source_no IS NOT NULL AND voided_at IS NULL;

-- Sealed text that lists show and searches read: key id (16 bytes), then nonce, ciphertext and tag.
CREATE TABLE issue_text (
  issue INTEGER PRIMARY KEY,
  title BLOB,
  content BLOB NOT NULL,
  residents TEXT NOT NULL
) STRICT;

CREATE TABLE round (
  issue INTEGER NOT NULL,
  no INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  cause TEXT,
  from_closed INTEGER NOT NULL,
  resolved_at TEXT,
  resolved_by TEXT,
  result_kind TEXT,
  checked_at TEXT,
  check_passed INTEGER,
  fed_back_at TEXT,
  fed_back_office_at TEXT,
  attempts INTEGER NOT NULL,
  called_back_at TEXT,
  responded INTEGER,
  solved INTEGER,
  satisfaction TEXT,
  closed_at TEXT,
  closed_on TEXT,
  PRIMARY KEY (issue, no)
) STRICT, WITHOUT ROWID;

-- One row for each hand-over: unit, from, to, how it ended.
CREATE TABLE assignment (
  issue INTEGER NOT NULL,
  round INTEGER NOT NULL,
  no INTEGER NOT NULL,
  unit TEXT NOT NULL,
  handler TEXT,
  co_units TEXT NOT NULL,
  leader TEXT,
  basis TEXT NOT NULL,
  time_limit TEXT,
  due_on TEXT NOT NULL,
  due_minute INTEGER,
  provisional INTEGER NOT NULL,
  assigned_at TEXT NOT NULL,
  signed_at TEXT,
  contacted_at TEXT,
  ended_at TEXT,
  ended_by TEXT NOT NULL,
  extensions INTEGER NOT NULL,
  imported INTEGER NOT NULL,
  PRIMARY KEY (issue, round, no)
) STRICT, WITHOUT ROWID;

-- Stretches without a running clock (挂账).
CREATE TABLE pause (
  issue INTEGER NOT NULL,
  round INTEGER NOT NULL,
  no INTEGER NOT NULL,
  from_at TEXT NOT NULL,
  to_at TEXT,
  review_on TEXT,
  PRIMARY KEY (issue, round, no)
) STRICT, WITHOUT ROWID;

-- Requests that wait for their answer.
CREATE TABLE request (
  issue INTEGER NOT NULL,
  kind TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  PRIMARY KEY (issue, kind)
) STRICT, WITHOUT ROWID;

-- Entries of field diaries; what they say stands sealed in event `seq`. `companions` is an array of
-- ids; `reviewed_at` and `reviewed_by` are those of the last review.
CREATE TABLE diary_entry (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  seq INTEGER NOT NULL,
  official TEXT NOT NULL,
  companions TEXT NOT NULL,
  day TEXT NOT NULL,
  weather TEXT,
  visits INTEGER NOT NULL,
  digest TEXT NOT NULL,
  reviews INTEGER NOT NULL,
  reviewed_at TEXT,
  reviewed_by TEXT,
  voided_at TEXT
) STRICT;
CREATE INDEX diary_entry_day ON diary_entry (day);
-- What was voided may be written again.
CREATE UNIQUE INDEX diary_entry_digest ON diary_entry (digest) WHERE voided_at IS NULL;

-- `household`: its keyed digest, for exact matches only.
CREATE TABLE visit (
  entry INTEGER NOT NULL,
  no INTEGER NOT NULL,
  area TEXT,
  household TEXT,
  method TEXT NOT NULL,
  PRIMARY KEY (entry, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_household ON visit (household) WHERE household IS NOT NULL;

-- Which issues came up in a visit, or were looked into.
CREATE TABLE visit_issue (
  entry INTEGER NOT NULL,
  visit INTEGER NOT NULL,
  issue INTEGER NOT NULL,
  PRIMARY KEY (entry, visit, issue)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_issue_issue ON visit_issue (issue);

-- Liaison cards (民情联系卡) by the event that gave them; `household` is a keyed digest.
CREATE TABLE contact_card (
  seq INTEGER PRIMARY KEY,
  no TEXT NOT NULL UNIQUE COLLATE NOCASE,
  official TEXT NOT NULL,
  area TEXT,
  household TEXT,
  given_on TEXT NOT NULL,
  recalled_on TEXT
) STRICT;
CREATE INDEX contact_card_official ON contact_card (official);

-- Keyed digests of names and phones, for exact matches only.
CREATE TABLE resident_digest (
  digest TEXT NOT NULL,
  issue INTEGER NOT NULL,
  PRIMARY KEY (digest, issue)
) STRICT, WITHOUT ROWID;

-- Rows that were imported. A row is in the ledger while an issue of it is not voided: a row of a
-- voided issue comes in again. Of issues that are not voided each row has one.
CREATE TABLE import_row (
  row_key TEXT NOT NULL,
  issue INTEGER NOT NULL,
  row_digest TEXT NOT NULL,
  batch TEXT NOT NULL,
  PRIMARY KEY (row_key, issue)
) STRICT, WITHOUT ROWID;

-- `ended_on`: the last day in office; `former`: earlier names, as in the event.
CREATE TABLE unit (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  also TEXT NOT NULL,
  kind TEXT NOT NULL,
  area TEXT,
  phone TEXT,
  address TEXT,
  ended_on TEXT,
  successor TEXT,
  former TEXT,
  duties TEXT
) STRICT;
CREATE TABLE person (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  also TEXT NOT NULL,
  unit TEXT,
  post TEXT,
  os_user TEXT,
  phone TEXT,
  ended_on TEXT,
  successor TEXT,
  former TEXT
) STRICT;
CREATE TABLE area (
  position INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  also TEXT NOT NULL,
  parent TEXT,
  level TEXT NOT NULL,
  ended_on TEXT,
  successor TEXT,
  former TEXT
) STRICT;

CREATE TABLE published_report (
  seq INTEGER PRIMARY KEY,
  report TEXT NOT NULL,
  mark TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  figures_digest TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  UNIQUE (report, year, number)
) STRICT;

-- The ledger's own facts (id, name, site, utc offset, schema and calendar in force).
CREATE TABLE fact (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A cache of parsed forms for one program version; not a fold and not part of any digest. With a
-- rowid: a search by name would otherwise read every body that it passes.
CREATE TABLE compiled (
  name TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;
