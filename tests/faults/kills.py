# SPDX-License-Identifier: MIT
"""An acknowledged record survives kill -9, whenever it comes."""

import os
import random
import signal
import subprocess
import time

from township import Deadline, Township, WORDS, number_in, require

WRITERS = 4
ROUNDS_PER_LEDGER = 40

# Notes the key before each record and the acknowledgement after it. A record that ends by itself
# with an error is a finding: nothing here is wrong but the kill, which takes the shell as well.
WRITER = """
i=0
while :; do
  i=$((i+1))
  echo "$NAME-$i" >>"$NAME.keys"
  "$BINARY" record "$@" "第$NAME-${i}次" --key "$NAME-$i" >>"$NAME.acks" 2>>"$NAME.errors" ||
    echo "exit $?" >>"$NAME.errors"
done
"""


def start_writer(town, name):
    return subprocess.Popen(
        ["/bin/sh", "-c", WRITER, "sh", *WORDS],
        cwd=town.folder,
        env=town.environment | {"NAME": name, "BINARY": town.binary},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


def read_lines(path):
    """Whole lines only: the last may have been cut by the kill."""
    text = path.read_text("utf-8", "replace") if path.exists() else ""
    return text[: text.rfind("\n") + 1].splitlines()


def one_round(town, number, rng):
    """Starts the writers, kills each at its own moment, compares. Returns acknowledgements."""
    names = [f"r{number}w{i}" for i in range(WRITERS)]
    before = town.ids()
    ends = sorted((time.monotonic() + rng.uniform(0, 0.25), name) for name in names)
    writers = {name: start_writer(town, name) for name in names}
    for end, name in ends:
        time.sleep(max(0, end - time.monotonic()))
        os.killpg(writers[name].pid, signal.SIGKILL)
        writers[name].wait()
    keys, acks = [], []
    for name in names:
        errors = read_lines(town.folder / f"{name}.errors")
        require(not any(line.startswith("exit ") for line in errors), f"{name}: {errors}")
        keys += read_lines(town.folder / f"{name}.keys")
        lines = read_lines(town.folder / f"{name}.acks")
        acks += [ack for line in lines if (ack := number_in(line))]
    now = town.ids()
    require(set(acks) <= now, f"acknowledged and lost: {sorted(set(acks) - now)}")
    require(len(acks) == len(set(acks)), "two records were given the same number")
    town.check(rebuild=number % 10 == 0)
    # Whatever was cut off is settled by repeating its key: one issue for each key, no more.
    last_keys = [lines[-1] for n in names if (lines := read_lines(town.folder / f"{n}.keys"))]
    for key in last_keys:
        town.must_record(key)
    grown = town.ids() - before
    require(len(grown) == len(keys), f"{len(keys)} keys gave {len(grown)} issues")
    town.check_no_leftovers()
    return len(acks)


def trial(binary, folder, seconds, seed):
    """Rounds until the time is up; (checks passed, a sentence)."""
    rng, deadline = random.Random(seed), Deadline(seconds)
    rounds, acks = 0, 0
    while not deadline.passed():
        if rounds % ROUNDS_PER_LEDGER == 0:
            town = Township(binary, folder / f"kills-{rounds}")
        rounds += 1
        acks += one_round(town, rounds, rng)
    town.check(rebuild=True)
    return rounds * WRITERS, f"{rounds * WRITERS} kills, {acks} acknowledged records, none lost"
