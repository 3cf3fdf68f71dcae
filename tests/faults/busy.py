# SPDX-License-Identifier: MIT
"""A ledger that somebody holds for too long: exit 6, nothing written; readers go on meanwhile."""

import fcntl

from township import Township, require

LOCKED = 6


def trial(binary, folder):
    town = Township(binary, folder / "busy")
    before = town.ids()
    key = town.new_key()
    with open(town.store / "ledger.db.lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        require(town.ids() == before, "a reader was kept waiting")
        done = town.record(key)
    said = done.stderr.decode("utf-8", "replace")
    require(done.returncode == LOCKED, f"exit {done.returncode}: {said}")
    require("什么也没有写入" in said, f"it was not said that nothing was written: {said}")
    require(town.ids() == before, "something was written")
    town.check_one_more(key, before)
    return 1, "refused after the wait, written with the same key afterwards"
