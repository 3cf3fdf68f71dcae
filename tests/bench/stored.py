# SPDX-License-Identifier: MIT
"""What an import left in a ledger, as one plain table for the `.import` of the sqlite3 shell: the
columns of `issue`, the body of the event, its link and its transaction."""

import contextlib
import csv
import sqlite3

SETTINGS = """\
PRAGMA page_size=8192;
PRAGMA journal_mode=TRUNCATE;
PRAGMA synchronous=FULL;
PRAGMA secure_delete=ON;
PRAGMA cell_size_check=ON;
PRAGMA mmap_size=0;
PRAGMA temp_store=MEMORY;
PRAGMA cache_size=-65536;
"""

# An import cannot write NULL, so the partial indexes leave out empty text here.
INDEXES = """\
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


def read_only(ledger):
    return contextlib.closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True))


def table_for(ledger):
    """The table that takes what write_stored_rows writes."""
    with read_only(ledger) as db:
        columns = db.execute("SELECT name, type, pk FROM pragma_table_info('issue')").fetchall()
    words = [f"{name} {kind}{' PRIMARY KEY' if key else ''}" for name, kind, key in columns]
    words += ["body TEXT", "link TEXT", "tx TEXT"]
    return f"{SETTINGS}CREATE TABLE stored ({', '.join(words)});\n{INDEXES}"


def write_stored_rows(ledger, path):
    with read_only(ledger) as db, open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(db.execute(ROWS))
