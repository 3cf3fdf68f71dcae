# SPDX-License-Identifier: MIT
"""Each scenario runs the program beside its floor and gives rows of the table."""

import contextlib
import shutil
import sqlite3

from in_turn import CannotRun, Program, Row, joined, run_in_turn
from invented import Inventor, write_issues
from sheets import recode, write_workbook
from stored import table_for, write_stored_rows
from years import LAST_DAY, NOBODY, ledger_environment, opening

MATTER = ["村:热水村", "类别:供水", "渠道:走访", "姓名:张某", "自来水浑浊三天了，附近十几户都受影响"]


class Bench:
    """Where the programs are, a ledger of `size` issues and a scratch folder."""

    def __init__(self, programs, ledger, size, scratch, quick):
        self.bin = programs
        self.runner = programs / "run_in_turn"
        self.ledger = ledger  # a folder as make_ledger makes it
        self.size = size
        self.scratch = scratch
        self.quick = quick

    def rounds(self, many, few):
        return few if self.quick else many

    def minqing(self, folder, *words):
        return Program([self.bin / "minqing", *words], ledger_environment(folder))

    def floor(self, name, *words):
        return Program([self.bin / f"floor_{name}", *words])

    def run(self, program):
        run_in_turn(self.runner, 1, 0, [program])

    def in_turn(self, rounds, *programs):
        return run_in_turn(self.runner, rounds, 2, programs)

    def copy_of_ledger(self, name):
        folder = self.scratch / name
        shutil.copytree(self.ledger, folder)
        return folder

    def empty_ledger(self, name):
        folder = self.scratch / name
        (folder / "home").mkdir(parents=True)
        for words in opening(folder):
            program = self.minqing(folder, *words)
            program.environment["MINQING_ACTOR"] = NOBODY
            self.run(program)
        return folder

    def open_sqlite(self):
        path = f"file:{self.ledger / 'ledger.db'}?mode=ro"
        return contextlib.closing(sqlite3.connect(path, uri=True))


def record(bench):
    """The whole process, at no issues and at `size`, each beside a floor of the same size."""
    with bench.open_sqlite() as db:
        events, body = db.execute("SELECT count(*), avg(length(body)) FROM event").fetchone()
    empty, full = bench.scratch / "floor-empty.db", bench.scratch / "floor-full.db"
    bench.run(bench.floor("fill", empty, 0, 0, 0))
    bench.run(bench.floor("fill", full, bench.size, events, round(body)))
    # A telephone of its own for each round: nobody calls forty times about the same tap.
    words = ["record", *MATTER, "电话:1390000{}"]
    ours_empty, floor_empty, ours_full, floor_full = bench.in_turn(
        bench.rounds(40, 8),
        bench.minqing(bench.empty_ledger("record-empty"), *words),
        bench.floor("record", empty),
        bench.minqing(bench.copy_of_ledger("record-full"), *words),
        bench.floor("record", full),
    )
    return [
        Row("record, 0 issues", ours_empty, floor_empty),
        Row(f"record, {bench.size:,} issues", ours_full, floor_full),
        Row(f"record, {bench.size:,} issues / 0 issues", ours_full, ours_empty),
    ]


def import_csv(bench):
    """A spreadsheet into an empty ledger, beside `.import` of what the ledger then holds."""
    count = 2_000 if bench.quick else 100_000
    inventor = Inventor(seed=2)
    sheet, stored = bench.scratch / "issues.csv", bench.scratch / "stored.csv"
    write_issues(sheet, [inventor.issue(LAST_DAY) for _ in range(count)])
    script = bench.scratch / "import.sql"
    runs = []
    for no in range(bench.rounds(3, 1)):
        folder = bench.empty_ledger(f"import-{no}")
        ours = bench.minqing(folder, "import", sheet)
        if no == 0:  # the floor reads what a first import wrote
            bench.run(ours)
            write_stored_rows(folder / "ledger.db", stored)
            table = table_for(folder / "ledger.db")
            script.write_text(f"{table}.import --csv {stored} stored\n", "utf-8")
            shutil.rmtree(folder)
            folder = bench.empty_ledger(f"import-{no}")
        database = bench.scratch / f"import-{no}.db"
        floor = Program(["sqlite3", database, f".read {script}"])
        runs.append(run_in_turn(bench.runner, 1, 0, [ours, floor]))
        shutil.rmtree(folder)
        database.unlink()
    return [Row(f"import CSV, {count:,} rows", *joined(runs))]


def import_formats(bench):
    """The same rows as UTF-8, GB18030 and a workbook, each into an empty ledger, beside the first;
    and a quarter of them, which takes a quarter of the time and, but for what is kept of each row
    until all are judged, as much memory."""
    count = 2_000 if bench.quick else 200_000
    inventor = Inventor(seed=3)
    rows = [inventor.issue(LAST_DAY) for _ in range(count)]
    utf8, quarter = bench.scratch / "rows.csv", bench.scratch / "quarter.csv"
    gb18030, workbook = bench.scratch / "rows-gb.csv", bench.scratch / "rows.xlsx"
    write_issues(utf8, rows)
    write_issues(quarter, rows[: count // 4])
    recode(utf8, gb18030, "gb18030")
    write_workbook(utf8, workbook)
    sheets = [utf8, gb18030, workbook, quarter]
    runs = []
    for no in range(bench.rounds(3, 1)):
        folders = [bench.empty_ledger(f"formats-{no}-{i}") for i in range(len(sheets))]
        programs = [bench.minqing(*pair) for pair in zip(folders, ["import"] * 4, sheets)]
        runs.append(run_in_turn(bench.runner, 1, 0, programs))
        for folder in folders:
            shutil.rmtree(folder)
    of_utf8, of_gb18030, of_workbook, of_quarter = joined(runs)
    return [
        Row(f"import GB18030, {count:,} rows / UTF-8", of_gb18030, of_utf8),
        Row(f"import XLSX, {count:,} rows / CSV", of_workbook, of_utf8),
        Row(f"import CSV, {count:,} rows / {count // 4:,}", of_utf8, of_quarter),
        Row(f"import CSV, {count // 4:,} rows / {count:,}", of_quarter, of_utf8),
    ]


def list_issues(bench):
    with bench.open_sqlite() as db:
        (number,) = db.execute(
            "SELECT number FROM issue ORDER BY id LIMIT 1 OFFSET ?", (bench.size // 2,)
        ).fetchone()
    ledger = bench.ledger / "ledger.db"
    rounds = bench.rounds(40, 8)
    by_key = bench.in_turn(
        rounds,
        bench.minqing(bench.ledger, "list", f"编号:{number}"),
        bench.floor("list", ledger, "number", number),
    )
    of_unit = bench.in_turn(
        rounds,
        bench.minqing(bench.ledger, "list", "承办单位:水务站", "--limit", "20"),
        bench.floor("list", ledger, "unit", "water_station"),
    )
    return [Row("list by number", *by_key), Row("list, 20 rows of a unit", *of_unit)]


def report(bench):
    """The last week; figures look back to the Monday of the week before."""
    week = LAST_DAY.isoformat()
    since = LAST_DAY.fromordinal(LAST_DAY.toordinal() - LAST_DAY.weekday() - 7).isoformat()
    costs = bench.in_turn(
        bench.rounds(15, 4),
        bench.minqing(bench.ledger, "report", "weekly", "--week", week),
        bench.floor("window", bench.ledger / "ledger.db", since),
    )
    return [Row(f"weekly report, {bench.size:,} issues", *costs)]


def verify(bench):
    costs = bench.in_turn(
        bench.rounds(5, 3),
        bench.minqing(bench.ledger, "verify"),
        bench.floor("verify", bench.ledger / "ledger.db"),
    )
    return [Row(f"verify, {bench.size:,} issues", *costs)]


SCENARIOS = {
    "record": record,
    "import": import_csv,
    "formats": import_formats,
    "list": list_issues,
    "report": report,
    "verify": verify,
}


def is_usable(programs, ledger):
    """A ledger kept from an earlier run may be of another version of the program."""
    look = Program([programs / "minqing", "list", "--limit", "1"], ledger_environment(ledger))
    try:
        run_in_turn(programs / "run_in_turn", 1, 0, [look])
    except CannotRun:
        return False
    return True
