#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of scripts/check_*: each rule finds its own breach in a small tree, and only there."""

import json
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPDX = "// SPDX-License-Identifier: MIT\n"
LAYERS = "base:\ncasework: base\nledger: base casework\ncli: base casework ledger\n"


class CheckTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = pathlib.Path(folder.name)

    def write(self, name, text, mode=0o644):
        path = self.tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        path.chmod(mode)

    def check(self, script, *arguments):
        """Exit code and the lines that a check prints."""
        command = [ROOT / "scripts" / script, *arguments]
        done = subprocess.run(command, capture_output=True, text=True)
        return done.returncode, (done.stdout + done.stderr).splitlines()


class LayersTest(CheckTest):
    def setUp(self):
        super().setUp()
        self.write("lib/layers.txt", LAYERS)
        for room in ("base", "casework", "ledger"):
            self.write(f"lib/{room}/own.cpp", self.source(room))
        self.write("cli/parse.cpp", SPDX + '#include <CLI/CLI.hpp>\n#include "cli/x.hpp"\n')

    @staticmethod
    def source(room, body="", include=""):
        return f"{SPDX}{include}\nnamespace minqing::{room} {{\n{body}\n}}  // namespace\n"

    def finds(self, name, text, *expected):
        """The check names this file and nothing else, at these lines and with these words."""
        self.write(name, text)
        code, lines = self.check("check_layers", self.tree)
        self.assertEqual(code, 1 if expected else 0, lines)
        self.assertEqual(len(lines) - 1, len(expected), lines)
        mine = [line for line in lines if line.startswith(f"{name}:")]
        for words in expected:
            self.assertTrue(any(words in line for line in mine), lines)
        (self.tree / name).unlink()

    def test_a_tree_in_order_passes(self):
        code, lines = self.check("check_layers", self.tree)
        self.assertEqual((code, lines), (0, ["4 passed, 0 failed"]))

    def test_includes(self):
        def include(line):
            return self.source("casework", include=line)

        name = "lib/casework/a.cpp"
        self.finds(name, include('#include "lib/base/text.hpp"'))
        self.finds(name, include('#include "lib/ledger/x.hpp"'), ":2: lib/ledger/x.hpp: case")
        self.finds(name, include('#include "cli/x.hpp"'), ":2: cli/x.hpp: nothing below")
        self.finds(name, include('#include "own.cpp"'), "from the source root")
        self.finds(name, include('#include "written_by_the_build.hpp"'))
        self.finds(name, include("#include <yaml-cpp/yaml.h>"), "belongs into lib/schema/yaml.cpp")
        self.finds(name, include("#include <fstream>"), "casework is pure")
        self.finds("cli/other.cpp", SPDX + "#include <CLI/CLI.hpp>\n", "belongs into cli/parse.cpp")
        self.finds("cli/other.cpp", SPDX + "#include <sqlite3.h>\n", "belongs into lib/ledger/")
        self.finds("lib/ledger/a.cpp", self.source("ledger", include="#include <sqlite3.h>"))

    def test_sql_is_found_in_literals_only(self):
        def literal(text):
            return self.source("base", text)

        name = "lib/base/a.cpp"
        where = ":4: SQL belongs"
        self.finds(name, literal('f("SELECT id FROM issue");'), where)
        self.finds(name, literal('f("SELECT id "\n  "FROM issue");'), where)
        self.finds(name, literal('f(R"x(INSERT\n INTO issue)x");'), where)
        self.finds(name, literal("// SELECT id FROM issue"))
        self.finds(name, literal('int n = 1\'000; f("select one from the list");'))
        self.finds("lib/base/a.sql", "SELECT 1;\n", ":1: SQL belongs")

    def test_namespaces(self):
        name = "lib/casework/a.cpp"
        self.finds(name, self.source("base"), ":1: no `namespace minqing::casework")
        both = self.source("casework") + "namespace minqing::base { struct X; }\n"
        self.finds(name, both)
        self.finds(name, both.replace("base", "ledger"), ":6: namespace minqing::ledger")

    def test_casework_reads_no_clock(self):
        body = "auto t = std::chrono::system_clock::now();  // system_clock::now in a comment"
        self.finds("lib/casework/a.cpp", self.source("casework", body), ":4: `_clock::now`")

    def test_what_a_file_uses_it_includes(self):
        name, header = "lib/casework/a.cpp", "lib/base/file.hpp"
        self.write(header, self.source("base", "bool file_exists();"))
        self.write("lib/base/more.hpp", self.source("base", include=f'#include "{header}"'))

        def uses(include):
            return self.source("casework", "bool b = base::file_exists();", include)

        self.finds(name, uses(""), f"base::file_exists needs {header}")
        self.finds(name, uses(f'#include "{header}"'))
        self.finds(name, uses('#include "lib/base/more.hpp"'))
        self.finds(name, self.source("casework", "// base::file_exists"))
        declared = "}\nnamespace minqing::base { struct File; }\nnamespace minqing::casework {\n"
        self.write("lib/base/own.hpp", self.source("base", "struct File {};"))
        self.finds(name, self.source("casework", declared + "base::File* f;"))

    def test_targets(self):
        text = "minqing_room(casework\n  SOURCES a.cpp\n  USES base{}\n  LINKS x)\n"
        self.finds("lib/casework/CMakeLists.txt", text.format(""))
        self.finds("lib/casework/CMakeLists.txt", text.format(" ledger"), "may not use ledger")


class TextTest(CheckTest):
    def test_each_rule(self):
        cases = {
            "a.cpp": (SPDX + "int x;\n", None),
            "no_licence.cpp": ("int x;\n", "SPDX"),
            "script": ("#!/bin/sh\n# SPDX-License-Identifier: MIT\n", None),
            "bare_script": ("#!/bin/sh\ntrue\n", "SPDX"),
            "tab.md": ("a\tb\n", "a tab"),
            "tab.test": ("a\tb \n", None),
            "blank.md": ("a \n", "blanks"),
            "return.md": ("a\r\n", "carriage return"),
            "cut.md": ("a", "no newline"),
            "path.md": ("see /ro" "ot/x\n", "a path of one machine: /ro" "ot"),
            "home.md": ("see /ho" "me/zhang/x\n", "a path of one machine"),
            "fine.md": ("~/work, build/work and https://a.example/work\n", None),
            "later.md": ("TO" "DO: more\n", "TO" "DO"),
        }
        for name, (text, _) in cases.items():
            self.write(name, text)
        self.write("latin.cpp", "")
        (self.tree / "latin.cpp").write_bytes(b"// \xd5\xc5\n")
        code, lines = self.check("check_text", self.tree)
        self.assertEqual(code, 1)
        found = {line.split(":")[0]: line for line in lines[:-1]}
        for name, (_, words) in cases.items():
            self.assertEqual(name in found, words is not None, found.get(name))
            self.assertIn(words or "", found.get(name, ""))
        self.assertIn("not UTF-8", found["latin.cpp"])


class ManualTest(CheckTest):
    OVERVIEW = "`minqing record` 登记, `list` 列表: `--json`\n```\n$ git --no-pager\n```\n"
    RECORD = "`--key`, `-k`, `--键`\n"
    LIST = "of its own it has no option\n"

    def setUp(self):
        super().setUp()
        self.write(
            "bin/minqing",
            "#!/bin/sh\n"
            "case $* in\n"
            "  'help --list') printf 'record\\t登记\\nlist\\t列表\\n' ;;\n"
            "  'help record --list') printf -- '--key\\t-k\\t--键\\n--json\\t\\t\\n' ;;\n"
            "  'help list --list') printf -- '--json\\t\\t\\n' ;;\n"
            "  *) exit 2 ;;\n"
            "esac\n",
            0o755,
        )

    def finds(self, *expected, **pages):
        pages = {
            "minqing": self.OVERVIEW,
            "minqing_record": self.RECORD,
            "minqing_list": self.LIST,
            **pages,
        }
        (self.tree / "man").mkdir(exist_ok=True)
        for old in (self.tree / "man").iterdir():
            old.unlink()
        for name, text in pages.items():
            if text:
                self.write(f"man/{name.replace('_', '-')}.1.md", text)
        code, lines = self.check(
            "check_manual",
            *("--bin", self.tree / "bin", "--man", self.tree / "man", "--tree", self.tree),
        )
        self.assertEqual(code, 1 if expected else 0, lines)
        self.assertEqual(len(lines) - 1, len(expected), lines)
        for words in expected:
            self.assertTrue(any(words in line for line in lines), lines)

    def test_both_directions(self):
        page, own = self.OVERVIEW, self.RECORD
        self.finds()
        self.finds("minqing-record.1.md: record --key", minqing_record=own.replace("`--key`", ""))
        self.finds("record -k", minqing_record=own.replace("`-k`", ""))
        self.finds("record --键", minqing_record=own.replace("`--键`", ""))
        self.finds("登记, is not given", minqing=page.replace("登记", ""))
        self.finds("the command `record` is not named", minqing=page.replace("record", ""))
        self.finds("`minqing close`: the program knows no", minqing=page + "**minqing close**\n")
        self.finds("--wrong: no command has", minqing=page + "`--wrong=X`\n")

    def test_options_of_every_command_stand_in_the_overview(self):
        bare = self.OVERVIEW.replace("`--json`", "")
        self.finds("man/minqing.1.md: record --json", "list --json", minqing=bare)

    def test_messages(self):
        self.write("cli/a.cpp", '// --none\ntext("加上 --键", "add --key");\n')
        self.finds()
        self.write("lib/b/c.cpp", 'text("加上 --文件", "add --key \\"--key\\"");\n')
        self.finds("lib/b/c.cpp:1: --文件: no command has")

    def test_every_command_has_a_page(self):
        self.finds("minqing-close.1.md: the program knows no", minqing_close="x\n")
        self.finds("minqing-record.1.md does not exist", minqing_record="")


class MadeManualTest(CheckTest):
    BY_HAND = "".join(
        f"# {title}\n\n{text}\n\n"
        for title, text in {
            "说明": "登记以后 **list**。",
            "退出码": "- 0 完成",
            "例子": "```console\n$ minqing record\n# 一\n```",
            "DESCRIPTION": "Then **list**.",
            "DIAGNOSTICS": "- 0 done",
            "EXAMPLES": "none",
        }.items()
    )

    def setUp(self):
        super().setUp()
        both = {"zh": "记", "en": "note"}
        command = {"name": "record", "zh": "登记", "summary": both, "arguments": both}
        option = {"name": "key", "zh": "键", "letter": "k", "help": both, "placeholder": both}
        command["options"] = [{**option, "global": False}, {**option, "name": "x", "global": True}]
        other = {**command, "name": "list", "zh": "列表"}
        self.write("table", "".join(json.dumps(c) + "\n" for c in (command, other)))
        self.write("bin/minqing", f"#!/bin/sh\ncat '{self.tree}/table'\n", 0o755)
        self.write("man/minqing-list.1.md", self.BY_HAND)
        self.write("man/minqing-record.1.md", self.BY_HAND)

    def make(self, *more):
        return self.check(
            "make_manual", *("--bin", self.tree / "bin", "--man", self.tree / "man"), *more
        )

    def test_what_it_makes_it_finds_in_order(self):
        code, lines = self.make("--check")
        self.assertEqual((code, len(lines)), (1, 3), lines)
        self.assertEqual(self.make()[0], 0)
        self.assertEqual(self.make("--check")[0], 0)
        page = (self.tree / "man/minqing-record.1.md").read_text("utf-8")
        self.assertIn("- `-k`, `--key`, `--键` *note* — note\n", page)
        self.assertNotIn("--x", page)
        self.assertIn("# 参见 · SEE ALSO\n\n**minqing**(1), **minqing-list**(1)\n", page)
        self.assertIn("$ minqing record\n# 一\n```\n", page)

    def test_what_is_missing_or_changed_is_said(self):
        self.make()
        file = self.tree / "man/minqing-record.1.md"
        page = file.read_text("utf-8")
        file.write_text(page.replace("`--key`", "`--kay`"), "utf-8")
        self.assertIn("run scripts/make_manual", self.make("--check")[1][0])
        file.write_text(page.replace("# DIAGNOSTICS", "# DIAGNOSIS"), "utf-8")
        code, lines = self.make("--check")
        self.assertEqual(code, 1)
        self.assertTrue(any("DIAGNOSIS" in line for line in lines), lines)
        self.assertTrue(any("“DIAGNOSTICS” is missing" in line for line in lines), lines)
        file.unlink()
        self.assertIn("does not exist", self.make("--check")[1][0])


if __name__ == "__main__":
    unittest.main()
