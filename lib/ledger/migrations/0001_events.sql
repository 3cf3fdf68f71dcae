-- The permanent part of a ledger: the chained events and the data keys. Numbered files below
-- migrations/ change it, in one transaction with a backup before; projections never migrate, they are
-- rebuilt.

CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  incarnation INTEGER NOT NULL,
  link BLOB NOT NULL,
  body BLOB NOT NULL,
  -- Copies for indexes; verify compares them with the body.
  kind TEXT NOT NULL,
  issue INTEGER,
  tx TEXT
) STRICT;

-- Only a transaction's first event carries its id here.
CREATE UNIQUE INDEX event_tx ON event (tx) WHERE tx IS NOT NULL;
CREATE INDEX event_issue ON event (issue) WHERE issue IS NOT NULL;
CREATE INDEX event_kind ON event (kind) WHERE issue IS NULL;

-- A guard against slips, not against people who can write the file.
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

-- Wrapped data keys, outside the chain: destroying one erases what it sealed. Issue 0 holds the key
-- of the exact-match index.
CREATE TABLE data_key (
  issue INTEGER NOT NULL,
  id TEXT NOT NULL,
  wrapped BLOB NOT NULL,
  PRIMARY KEY (issue, id)
) STRICT, WITHOUT ROWID;
