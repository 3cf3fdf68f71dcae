#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the transcript runner itself, against a stand-in for `minqing` (a few lines of sh).

A runner that lets a wrong transcript pass would make every other test worthless.
"""

import pathlib
import subprocess
import sys
import tempfile
import textwrap
import unittest

sys.dont_write_bytecode = True
import transcript as tr

HERE = pathlib.Path(__file__).resolve().parent

STAND_IN = """\
#!/bin/sh
case $1 in
  say) shift; printf '%s\\n' "$@" ;;
  warn) echo "$2" >&2 ;;
  fail) echo "minqing: $2" >&2; exit 3 ;;
  cat) cat ;;
  now) date +%s ;;
  init) mkdir -p "$HOME/.config"; echo key > "$HOME/.config/key"; echo ledger > ledger.db ;;
  env) env | sort ;;
esac
"""


class RunnerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.base = pathlib.Path(cls.folder.name)
        (cls.base / "bin").mkdir()
        binary = cls.base / "bin" / "minqing"
        binary.write_text(STAND_IN)
        binary.chmod(0o755)
        cls.clock = cls.base / "fixed_clock.so"
        source = HERE / "fixed_clock.c"
        subprocess.run(["cc", "-shared", "-fPIC", "-o", cls.clock, source], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def run_text(self, text, *options, name="a.test"):
        """Runs one transcript; the exit code and all that was printed."""
        path = self.base / name
        path.write_text(textwrap.dedent(text), "utf-8")
        command = [HERE / "run_transcripts", "--bin", self.base / "bin", "--clock", self.clock]
        done = subprocess.run(
            [*command, "--setups", self.base, *options, path],
            capture_output=True,
            text=True,
            cwd=self.base,
        )
        return done.returncode, done.stdout + done.stderr

    def passes(self, text, *options, **named):
        code, said = self.run_text(text, *options, **named)
        self.assertEqual(code, 0, said)
        self.assertIn("1 passed, 0 failed", said)

    def fails(self, text, *said_too, **named):
        code, said = self.run_text(text, **named)
        self.assertEqual(code, 1, said)
        for words in said_too:
            self.assertIn(words, said)

    def test_output_error_and_exit_code(self):
        self.passes(
            """\
            # Both streams and the exit code are compared.
            $ minqing say 已登记 '' end
            已登记

            end

            $ minqing fail 错
            ! minqing: 错
            [3]
            $ minqing say a; minqing warn b
            ! b
            a
            """
        )

    def test_each_difference_fails(self):
        wrong = (
            "", "a", "a\nb\nc", "b\na", "a\nb\n! x", "a\nb\n[1]", "a\n\nb", "a\nb ", "\\...\nb",
        )
        for expected in wrong:
            with self.subTest(expected=expected):
                self.fails(f"$ minqing say a b\n{expected}\n", "a.test:1: $ minqing say a b")
        self.fails("$ minqing fail x\n! minqing: x\n", "+[3]")
        self.fails("$ minqing fail x\n[3]\n", "+! minqing: x")
        self.fails("$ printf a\na\n", tr.NO_NEWLINE)

    def test_any_text_and_any_lines(self):
        for expected in ("RS{*}-1", "{*}", "...", "...\nRS2026-1", "RS2026-1\n...", "...\n{*}"):
            with self.subTest(expected=expected):
                self.passes(f"$ minqing say RS2026-1\n{expected}\n")
        self.passes("$ minqing say a b c d\na\n...\nd\n")
        self.fails("$ minqing say a b c d\na\n...\ne\n", "-e")
        self.fails("$ minqing say RS2026-1\nRS{*}-2\n")
        self.fails("$ minqing warn x\n! y{*}\n")

    def test_escaped_lines_are_output(self):
        self.passes(
            """\
            $ minqing say '# 周报' '[3]' '$ x' '! y' '...' 'use it' '\\back'
            \\# 周报
            \\[3]
            \\$ x
            \\! y
            \\...
            \\use it
            \\\\back
            """
        )

    def test_invisible_characters_are_spelled_out(self):
        command = "$ printf 'a\\033[2J\\r\\n\\342\\200\\256b\\n\\377\\n'"
        # The second backslash: a line that begins with one is escaped like any other.
        self.passes(f"{command}\na\\x1b[2J\\r\n\\\\u202eb\n\\\\xff\n")

    def test_standard_input(self):
        self.passes("$ minqing cat\n< 一\n<\n< 三\n一\n\n三\n")
        self.passes("$ minqing cat\n")

    def test_clock(self):
        at_first, later = "$ minqing now\n1794790800\n", "$ minqing now\n1767225600\n"
        self.passes(f"{at_first}\nnow 2026-01-01 08:00\n{later}")
        self.passes("now 2026-11-16\n$ minqing now\n1794790800\n")

    def test_environment_is_fixed(self):
        code, said = self.run_text("env MINQING_ACTOR=张某\n$ minqing env\n")
        self.assertEqual(code, 1)
        printed = [line[1:] for line in said.splitlines() if "=" in line and line[0] == "+"]
        given = "ASAN_OPTIONS COLUMNS FIXED_CLOCK HOME LANG LD_PRELOAD MINQING_ACTOR PATH SOURCE"
        given += " TMPDIR TZ UBSAN_OPTIONS"
        by_the_shell = {"PWD", "OLDPWD", "SHLVL", "_"}
        names = {line.split("=")[0] for line in printed} - by_the_shell
        self.assertEqual(names, set(given.split()))

    def test_files(self):
        self.passes(
            """\
            file 目录/三月.csv gb18030 crlf
            张
            \\end
            end
            $ od -An -tx1 目录/三月.csv
             d5 c5 0d 0a 65 6e 64 0d 0a
            file b.csv utf-8 bom
            x
            end
            $ od -An -tx1 b.csv
             ef bb bf 78 0a
            """
        )
        self.fails("file a.csv\nx\n", "a.test:1: file a.csv: the closing line `end` is missing")
        self.fails("file a.csv ascii\n张\nend\n", "a.test:1: ")

    def test_use_copies_a_prepared_state(self):
        prepared = "now 2026-03-02 10:00\nenv MINQING_X=1\n$ minqing init\n"
        (self.base / "town.setup").write_text(prepared)
        text = """\
            use town
            $ cat ledger.db ~/.config/key && minqing now && echo $MINQING_X && rm ledger.db
            ledger
            key
            1772416800
            1
            """
        self.passes(text)
        self.passes(text)
        (self.base / "bad.setup").write_text("$ minqing fail x\n")
        self.fails("use bad\n$ true\n", "bad.setup:1: $ minqing fail x", "[3]")
        (self.base / "loop.setup").write_text("use loop\n")
        self.fails("use loop\n$ true\n", "uses itself")
        self.fails("use nothing\n$ true\n", "nothing.setup does not exist")

    def test_needs_skips(self):
        code, said = self.run_text("needs ../no/such/folder\n$ false\n")
        self.assertEqual(code, 0)
        self.assertIn("0 passed, 0 failed, 1 skipped", said)

    def test_unreadable_transcripts_fail(self):
        self.fails("# nothing\n", "no command in it")
        self.fails("words\n$ true\n", "a.test:1: neither a command nor a directive: words")
        self.fails("$ false\n[1]\nmore\n", "a.test:3: nothing may follow the exit code")
        self.fails("now 2026-02-30 09:00\n$ true\n", "a.test:1: not a time")

    def test_update_keeps_what_matches(self):
        text = """\
            # Title.
            $ minqing say RS2026-1 b c '# d'
            RS{*}
            x
            ...

            # Between.
            $ minqing fail y
            """
        self.run_text(text, "--update")
        self.assertEqual(
            (self.base / "a.test").read_text("utf-8"),
            textwrap.dedent(
                """\
                # Title.
                $ minqing say RS2026-1 b c '# d'
                RS{*}
                ...

                # Between.
                $ minqing fail y
                ! minqing: y
                [3]
                """
            ),
        )
        self.passes((self.base / "a.test").read_text("utf-8"))

    def test_markdown(self):
        page = """\
            # 例 EXAMPLES
            <!-- transcript
            now 2026-01-01 08:00
            -->
            ```console
            $ minqing init
            ```
            ```console
            $ scripts/test
            not run
            ```
            and on
            ```console
            $ minqing now && cat ledger.db
            1767225600
            {last}
            ```
            """
        self.passes(page.replace("{last}", "ledger"), "--from-markdown", name="p.md")
        code, said = self.run_text(page.replace("{last}", "x"), "--from-markdown", name="p.md")
        self.assertEqual(code, 1)
        self.assertIn("p.md:14: $ minqing now && cat ledger.db", said)


if __name__ == "__main__":
    unittest.main()
