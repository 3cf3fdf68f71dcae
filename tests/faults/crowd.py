# SPDX-License-Identifier: MIT
"""Many at once: nothing lost, numbers without gaps, and nobody is told to wait."""

import concurrent.futures
import re
import time

from township import Township, number_in, require

# Hints about likely duplicates are welcome; a word about the lock is not.
WAITING = re.compile(r"busy|lock|try again|占用|繁忙|锁|稍后", re.IGNORECASE)


def trial(binary, folder, writers, records):
    town = Township(binary, folder / "crowd")
    before = town.ids()

    def write(writer):
        waits, numbers = [], []
        for i in range(records):
            start = time.monotonic()
            done = town.record(f"crowd-{writer}-{i}")
            waits.append(time.monotonic() - start)
            said = done.stderr.decode("utf-8", "replace")
            require(done.returncode == 0, f"writer {writer}: exit {done.returncode}: {said}")
            require(not WAITING.search(said), f"writer {writer} was told: {said}")
            numbers.append(number_in(done.stdout))
        require(numbers == sorted(numbers), f"writer {writer}: numbers go back")
        return waits, numbers

    with concurrent.futures.ThreadPoolExecutor(writers) as pool:
        results = list(pool.map(write, range(writers)))
    numbers = [number for _, given in results for number in given]
    total = writers * records
    require(len(set(numbers)) == total, f"{total - len(set(numbers))} numbers were given twice")
    require(town.ids() - before == set(numbers), "what was printed is not what is in the ledger")
    counters = sorted(int(number[-5:]) for number in numbers)
    require(counters == list(range(counters[0], counters[0] + total)), "the numbers have gaps")
    town.check(rebuild=True)
    worst = max(wait for waits, _ in results for wait in waits)
    return total, f"{writers} at once, {total} records, the slowest took {worst * 1000:.0f} ms"
