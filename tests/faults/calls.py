# SPDX-License-Identifier: MIT
"""Every system call is a safe place to die, and a safe place to fail.

One command is run again and again under strace, with the fault at the first call of a kind, the
second, and so on, until it completes untouched. After each: exit 0 means the record is there; any
other end leaves open whether it is, and repeating the same key gives exactly one.
"""

import itertools
import signal

from township import Deadline, Township, number_in, require

CALLS = (
    "pwrite64", "fdatasync", "fsync", "ftruncate", "unlink", "rename",
    "write", "flock", "fcntl", "close", "openat",
)  # fmt: skip
SHORT_FAULTS = ("signal=KILL", "error=EIO", "error=ENOSPC")
LONG_FAULTS = (*SHORT_FAULTS, "error=EDQUOT", "error=EROFS", "error=EINTR")
# No program gets past these: a file system does not answer so, and retrying EINTR at once is right.
IMPOSSIBLE = {("close", "error=EROFS"), ("fcntl", "error=EROFS"), ("flock", "error=EROFS")}


def strace(call, fault, when, trace):
    return [
        "strace", "-f", "-qq", "-o", str(trace),
        "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={when}",
    ]  # fmt: skip


def was_hit(done, trace):
    killed = done.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
    return killed or "INJECTED" in trace.read_text("utf-8", "replace")


def one_point(town, call, fault, when):
    """One faulted record and its repetition; whether the fault was reached."""
    key, trace, before = town.new_key(), town.folder / "trace", town.ids()
    done = town.record(key, before=strace(call, fault, when, trace))
    hit = was_hit(done, trace)
    printed = number_in(done.stdout)
    place = f"{call}:{fault}:when={when} (exit {done.returncode})"
    said = done.stderr.decode("utf-8", "replace")
    require(hit or done.returncode == 0, f"{place}: untouched, and yet: {said}")
    require("Sanitizer" not in said and "terminate" not in said, f"{place}: {said}")
    new = town.ids() - before
    # Standard output may be what failed: then the record is there and its number is not printed.
    require(done.returncode != 0 or new, f"{place}: said to be done, and is not in the ledger")
    require(not printed or printed in new, f"{place}: {printed} is not in the ledger")
    try:
        town.check_one_more(key, before, printed)
        town.check()
        town.check_no_leftovers()
    except Exception as error:
        error.args = (f"{place}: {error}",)
        raise
    return hit


def faults_of(long):
    """(call, fault, from here on?) in the order in which they are tried."""
    for fault in LONG_FAULTS if long else SHORT_FAULTS:
        for call in CALLS:
            if (call, fault) not in IMPOSSIBLE:
                yield call, fault, ""
                if long and fault.startswith("error"):
                    yield call, fault, "+"


def trial(binary, folder, seconds, long):
    """All points, or as many as the time allows; (checks passed, a sentence)."""
    town, deadline, points = Township(binary, folder / "calls"), Deadline(seconds), 0
    for call, fault, onwards in faults_of(long):
        for n in itertools.count(1):
            if deadline.passed():
                return points, f"{points} points, then the time was up at {call}:{fault}"
            if not one_point(town, call, fault, f"{n}{onwards}"):
                break
            points += 1
    require(points > 0, "no fault was ever reached: does strace work here?")
    town.check(rebuild=True)
    return points, f"{points} points, all of them"
