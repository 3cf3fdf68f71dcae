#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Walks the chain of a ledger file, written from man/minqing-events.5.md alone: whoever doubts the
program can check a ledger without it. Needs no key; reads and never writes.

usage: tests/support/verify_chain.py LEDGER [ANCHOR]

Prints every fault, then the number of events and the head. Ends with 1 when there is a fault, or
when no link of the chain begins with ANCHOR, the digits on a filed paper.
"""

import hashlib
import json
import pathlib
import sqlite3
import struct
import sys
import uuid

APPLICATION_ID = 0x4D514C47  # "MQLG"
NUMBERS_PER_YEAR = 10_000_000
ANCHOR_DIGITS = 40
EVENTS = "SELECT seq, incarnation, link, body, kind, issue, tx FROM event ORDER BY seq"
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def no_float(text):
    raise ValueError(f"{text} is no integer")


def read_body(body):
    """The body as a value; ValueError when its bytes are not the canonical ones."""
    event = json.loads(body, parse_float=no_float, parse_constant=no_float)
    again = json.dumps(event, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if again.encode() != body or event["v"] != 1:
        raise ValueError("not canonical, or not version 1")
    return event


def issue_column(number):
    """RS2026-00017 is 2026 * 10,000,000 + 17; events of the ledger itself have no number."""
    if number is None:
        return None
    site_and_year, _, counter = number.rpartition("-")
    return int(site_and_year[-4:]) * NUMBERS_PER_YEAR + int(counter)


class Walk:
    """Sees the events in order; notes what is wrong and goes on from the stored link."""

    def __init__(self, anchor):
        self.anchor, self.anchored = anchor, not anchor
        self.seq, self.head, self.origin = 0, b"", b""
        self.expected = None  # (tx, i, n) of the next event while a transaction is open
        self.faults = []

    def note(self, fault):
        self.faults.append(f"event {self.seq}: {fault}")

    def visit(self, seq, incarnation, link, body, *columns):
        missing, self.seq = seq != self.seq + 1, seq
        if missing:
            self.note("an event is missing before it")
        try:
            event = read_body(body)
            if not self.origin:
                self.origin = uuid.UUID(event["data"]["ledger_id"]).bytes
                self.head = sha256(b"\x02minqing.genesis.v1\x00", body)
            self.check_body(event, *columns)
        except UNREADABLE as error:
            self.note(f"the body cannot be read: {error}")
        if link != self.link_of(incarnation, body):
            self.note("the chain breaks here")
        self.head = link
        self.anchored = self.anchored or link.hex().startswith(self.anchor)

    def link_of(self, incarnation, body):
        leaf = sha256(b"\x00minqing.event.v1\x00", body)
        place = struct.pack(">qq", incarnation, self.seq)
        return sha256(b"\x01minqing.link.v1\x00", self.origin, place, self.head, leaf)

    def check_body(self, event, kind, issue, tx):
        if kind != event["kind"]:
            self.note("the kind column differs from the body")
        if issue != issue_column(event.get("issue")):
            self.note("the issue column differs from the body")
        if tx != (event["tx"] if event["i"] == 0 else None):
            self.note("the tx column differs from the body")
        if (event["kind"] == "ledger_opened") != (self.seq == 1):
            self.note("the opening event is not where it belongs")
        place = (event["tx"], event["i"], event["n"])
        if place != (self.expected or (event["tx"], 0, event["n"])):
            self.note("its transaction is incomplete")
        done = event["i"] + 1
        self.expected = (event["tx"], done, event["n"]) if done < event["n"] else None

    def finish(self):
        if self.seq == 0:
            self.note("there are no events")
        if self.expected:
            self.note("the last transaction is incomplete")
        if not self.anchored:
            self.note(f"no link begins with {self.anchor}")


def main(path, anchor=""):
    anchor = anchor.replace(" ", "").replace("-", "").lower()
    if anchor and len(anchor) < ANCHOR_DIGITS:
        sys.exit(f"verify_chain: an anchor has at least {ANCHOR_DIGITS} digits")
    walk = Walk(anchor)
    try:
        ledger = sqlite3.connect(f"{pathlib.Path(path).resolve().as_uri()}?mode=ro", uri=True)
        if ledger.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            sys.exit(f"verify_chain: {path} is not a ledger")
        for row in ledger.execute(EVENTS):
            walk.visit(*row)
    except sqlite3.Error as error:
        sys.exit(f"verify_chain: {path}: {error}")
    walk.finish()
    for fault in walk.faults:
        print(fault)
    print(f"{walk.seq} events, {len(walk.faults)} faults, head {walk.head.hex()}")
    return 1 if walk.faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (2, 3) else __doc__)
