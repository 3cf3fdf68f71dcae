# SPDX-License-Identifier: MIT
"""A ledger under test: the commands a fault run needs, each through the real binary."""

import os
import pathlib
import re
import subprocess
import time

NUMBER = re.compile(r"\bRS\d{4}-\d{5}\b")
WORDS = ["村:热水村", "类别:供水", "自来水浑浊三天了"]
# Longer than the program itself waits for the lock (30 s): whoever is slower hangs.
PATIENCE_SECONDS = 60


class Fault(Exception):
    """A promise that did not hold."""


def require(holds, message):
    if not holds:
        raise Fault(message)


class Township:
    """A fresh ledger in its own folder. `store` is where the ledger lies, when elsewhere."""

    def __init__(self, binary, folder, store=None):
        self.binary = str(binary)
        self.folder = pathlib.Path(folder)
        self.store = pathlib.Path(store) if store else self.folder / "store"
        self.home = self.folder / "home"
        for path in (self.store, self.home):
            path.mkdir(parents=True, exist_ok=True)
        self.keys = 0
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(self.home),
            "LANG": "C",
            "TZ": "UTC",
            "MINQING_LEDGER": str(self.store / "ledger.db"),
            "ASAN_OPTIONS": "detect_leaks=0",  # the leak check cannot run under strace
        }
        self.must("init", "--schema", "township", "--site", "RS", "--name", "热水镇")
        self.must_record(self.new_key())  # the first writer leaves its lock file, for good
        self.files = self.names()

    def run(self, *words, before=(), **options):
        """One command; `before` stands in front of it (strace …)."""
        return subprocess.run(
            [*before, self.binary, *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=self.folder,
            timeout=PATIENCE_SECONDS,
            **options,
        )

    def must(self, *words):
        done = self.run(*words)
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        require(done.returncode == 0, f"{' '.join(words)} ends with {done.returncode}: {said}")
        return done.stdout.decode()

    def new_key(self):
        self.keys += 1
        return f"fault-{os.getpid()}-{self.keys}"

    def record_words(self, key):
        return ["record", *WORDS, f"第{key}次", "--key", key]

    def record(self, key, **options):
        return self.run(*self.record_words(key), **options)

    def must_record(self, key):
        return number_in(self.must(*self.record_words(key)))

    def ids(self):
        ids = self.must("list", "--format", "ids").split()
        require(len(ids) == len(set(ids)), "an issue is listed twice")
        return set(ids)

    def check(self, rebuild=False):
        """The ledger agrees with itself."""
        self.must("verify")
        if rebuild:
            self.must("rebuild")

    def names(self):
        """The files that lie beside the ledger."""
        return {str(p.relative_to(self.store)) for p in self.store.rglob("*")}

    def check_no_leftovers(self):
        left = self.names() - self.files
        require(not left, f"files left beside the ledger: {', '.join(sorted(left))}")

    def check_one_more(self, key, before, printed=None):
        """Repeating `key` leaves exactly one issue more than `before`, with the printed number."""
        number = self.must_record(key)
        now = self.ids()
        require(now - before == {number}, f"{key}: {number} printed, new: {sorted(now - before)}")
        require(before <= now, f"lost: {sorted(before - now)}")
        require(printed in (None, number), f"{key}: first {printed}, then {number}")
        return now


def number_in(text):
    """The issue number that a command printed first, or nothing."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    match = NUMBER.search(text)
    return match[0] if match else None


class Deadline:
    """A budget of seconds; `trial` loops until it has passed."""

    def __init__(self, seconds):
        self.end = time.monotonic() + seconds

    def passed(self):
        return time.monotonic() >= self.end
