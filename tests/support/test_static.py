#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of `minqing` linked without shared libraries, as a release is (cmake/Static.cmake): what a
shared C library would do for it, others do.

usage: tests/support/test_static.py --bin build/dev/bin
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

BIN = None
UID = 54_321  # in no list of users
ROSTER = "姓名,单位,编号,登录名\n李秀梅,党政综合办公室,lixm,li.xiumei\n"
CARDS = "户号,村,联系干部\nRS-03-012,热水村,李秀梅\n"


class StaticTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.folder.chmod(0o777)
        self.program = BIN / "minqing-static"
        (self.folder / "人员.csv").write_text(ROSTER, "utf-8")
        (self.folder / "户.csv").write_text(CARDS, "gb18030")

    def run_it(self, *words, code=0, user=None, before=(), **environment):
        """What it prints on both streams."""
        environment |= {"HOME": str(self.folder), "MINQING_LEDGER": "台账.db",
                        "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"}
        done = subprocess.run(
            [*before, self.program, *words], cwd=self.folder, env=environment, user=user,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertEqual(done.returncode, code, done.stdout)
        return done.stdout

    def make_ledger(self, **how):
        self.run_it("init", "--site", "RS", "--name", "热水镇", **how)
        self.run_it("roster", "import", "人员.csv", **how)

    def test_it_needs_no_library(self):
        needed = subprocess.run(["readelf", "-d", self.program], capture_output=True, text=True)
        self.assertEqual(needed.returncode, 0, needed.stderr)
        self.assertNotIn("NEEDED", needed.stdout)
        self.assertIn("PIE", needed.stdout)

    def test_what_is_preloaded_counts(self):
        clock = {"LD_PRELOAD": str(BIN.parent / "tests/support/fixed_clock.so"),
                 "FIXED_CLOCK": "1794790800"}
        self.make_ledger(**clock)
        self.assertIn("2026-11-19", self.run_it("calendar", "due", "今天", "3wd", **clock))

    def test_a_list_in_gb18030(self):
        self.make_ledger()
        self.run_it("card", "give", "--from", "户.csv", MINQING_ACTOR="李秀梅")
        self.assertIn("RS-03-012", self.run_it("card", "list", MINQING_ACTOR="李秀梅"))

    @unittest.skipUnless(os.geteuid() == 0, "needs root")
    def test_a_login_that_only_name_services_know(self):
        getent = self.folder / "getent"
        getent.write_text(
            f'#!/bin/sh\n[ "$*" = "passwd {UID}" ] && echo "li.xiumei:x:{UID}:1::/nowhere:"\n')
        getent.chmod(0o755)
        self.make_ledger(user=UID)
        record = ["record", "村:热水村", "类别:供水", "没有水"]
        self.assertIn(str(UID), self.run_it(*record, code=2, user=UID))
        # Another getent at its place, for these processes alone.
        known = ["unshare", "-m", "sh", "-c",
                 f'mount --bind "{getent}" /usr/bin/getent && exec setpriv --reuid {UID} "$@"', "-"]
        written = self.run_it(*record, before=known)
        self.assertTrue(re.search(r"RS\d{4}-00001", written), written)


if __name__ == "__main__":
    at = sys.argv.index("--bin") if "--bin" in sys.argv else None
    if at is None:
        sys.exit(__doc__)
    BIN = pathlib.Path(sys.argv[at + 1]).resolve()
    del sys.argv[at : at + 2]
    unittest.main()
