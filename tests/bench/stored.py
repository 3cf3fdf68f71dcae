# SPDX-License-Identifier: MIT
"""What an import left in a ledger, as one plain table for the `.import` of the sqlite3 shell: the
columns of `issue`, the body of the event, its link and its transaction."""

import csv
import sqlite3

# An import cannot write NULL, so the partial indexes leave out empty text here.
ROWS_TABLE = """\
PRAGMA page_size=8192;
PRAGMA journal_mode=TRUNCATE;
PRAGMA synchronous=FULL;
PRAGMA secure_delete=ON;
PRAGMA cell_size_check=ON;
PRAGMA mmap_size=0;
PRAGMA temp_store=MEMORY;
PRAGMA cache_size=-65536;
CREATE TABLE stored (
  id INTEGER PRIMARY KEY, number TEXT, state TEXT, round INTEGER, registered_at TEXT,
  registered_by TEXT, recorded_at INTEGER, channel TEXT, nature TEXT, category TEXT, urgency TEXT,
  confidential INTEGER, area TEXT, village_group TEXT, grid TEXT, people_count INTEGER, source TEXT,
  source_no TEXT, source_due_on TEXT, campaign TEXT, card TEXT, registrar TEXT, unit TEXT,
  handler TEXT, due_on TEXT, last_due_on TEXT, resolved_at TEXT, satisfaction TEXT, closed_at TEXT,
  voided_at TEXT, last_moved_at TEXT, last_seq INTEGER, body TEXT, link TEXT, tx TEXT);
CREATE INDEX stored_moved ON stored (last_moved_at);
CREATE INDEX stored_last_due ON stored (last_due_on) WHERE last_due_on <> '';
CREATE INDEX stored_state ON stored (state, unit);
CREATE UNIQUE INDEX stored_source ON stored (source, source_no) WHERE source_no <> '';
CREATE UNIQUE INDEX stored_tx ON stored (tx) WHERE tx <> '';
CREATE INDEX stored_seq ON stored (last_seq);
"""

ROWS = """
SELECT i.*, CAST(e.body AS TEXT), hex(e.link), e.tx
FROM issue i JOIN event e ON e.issue = i.id ORDER BY i.id"""


def write_stored_rows(ledger, path):
    db = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(db.execute(ROWS))
    db.close()
