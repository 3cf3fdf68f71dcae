# SPDX-License-Identifier: MIT
"""Runs programs in turn (run_in_turn) and sums up what they took."""

import dataclasses
import os
import statistics
import subprocess


@dataclasses.dataclass
class Program:
    words: list
    environment: dict = dataclasses.field(default_factory=dict)

    def as_words(self):
        settings = [f"{name}={value}" for name, value in self.environment.items()]
        return ["--", *settings, *map(str, self.words)]


@dataclasses.dataclass
class Costs:
    """What one program took, round by round."""

    wall_ms: list = dataclasses.field(default_factory=list)
    cpu_ms: list = dataclasses.field(default_factory=list)
    peak_mb: float = 0

    def add(self, wall_us, cpu_us, peak_kb):
        self.wall_ms.append(wall_us / 1000)
        self.cpu_ms.append(cpu_us / 1000)
        self.peak_mb = max(self.peak_mb, peak_kb / 1024)


class CannotRun(Exception):
    """A program of a scenario failed; the others go on."""


def run_in_turn(runner, rounds, warm_up, programs):
    """One Costs for each program."""
    words = [str(runner), str(rounds), str(warm_up)]
    for program in programs:
        words += program.as_words()
    # Nothing of the person who measures, such as the settings in his home.
    environment = {"PATH": os.environ.get("PATH", os.defpath)}
    done = subprocess.run(words, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise CannotRun(done.stderr.strip())
    costs = [Costs() for _ in programs]
    for line in done.stdout.splitlines():
        numbers = [int(number) for number in line.split()]
        for index, cost in enumerate(costs):
            cost.add(*numbers[index * 3 : index * 3 + 3])
    return costs


def joined(runs):
    """The Costs of several calls of run_in_turn with the same programs, as if of one."""
    costs = [Costs() for _ in runs[0]]
    for run in runs:
        for cost, more in zip(costs, run):
            cost.wall_ms += more.wall_ms
            cost.cpu_ms += more.cpu_ms
            cost.peak_mb = max(cost.peak_mb, more.peak_mb)
    return costs


@dataclasses.dataclass
class Ratio:
    """How many times the floor: the median of pairs of neighbours, least and most of them."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, ours, floor):
        pairs = [mine / its for mine, its in zip(ours, floor) if its > 0]
        if not pairs:
            return cls(float("nan"), float("nan"), float("nan"))
        return cls(statistics.median(pairs), min(pairs), max(pairs))


@dataclasses.dataclass
class Row:
    """One line of the table: a program beside its floor."""

    scenario: str
    ours: Costs
    floor: Costs

    def cells(self):
        wall = Ratio.of(self.ours.wall_ms, self.floor.wall_ms)
        cpu = Ratio.of(self.ours.cpu_ms, self.floor.cpu_ms)
        return [
            self.scenario,
            f"{len(self.ours.wall_ms)}",
            shown_ms(statistics.median(self.ours.wall_ms)),
            shown_ms(statistics.median(self.floor.wall_ms)),
            f"{wall.median:.2f}",
            f"{wall.least:.2f}-{wall.most:.2f}",
            f"{cpu.median:.2f}",
            f"{self.ours.peak_mb:.0f}",
        ]


TITLES = ["scenario", "rounds", "ours ms", "floor ms", "ratio", "least-most", "cpu ratio", "MB"]


def shown_ms(value):
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"


def print_table(rows):
    table = [TITLES, *(row.cells() for row in rows)]
    widths = [max(len(line[i]) for line in table) for i in range(len(TITLES))]
    for line in table:
        first = line[0].ljust(widths[0])
        rest = "  ".join(cell.rjust(width) for cell, width in zip(line[1:], widths[1:]))
        print(f"{first}  {rest}")
