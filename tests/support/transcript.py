# SPDX-License-Identifier: MIT
"""The transcript format: reading it, comparing it with what came, writing it back.

README.md in this folder describes the format for those who write transcripts. A parsed step knows
the lines of the file it was read from, so that one mechanism serves both a failing test (the diff
between the file and the file as it should read) and --update (writing that file).
"""

import codecs
import dataclasses
import datetime
import difflib
import re
import shlex
import unicodedata

ANY_LINES = "..."
ANY_TEXT = "{*}"
CHINA = datetime.timezone(datetime.timedelta(hours=8))

NOW = re.compile(r"now (\d{4}-\d\d-\d\d)(?: (\d\d:\d\d(?::\d\d)?))?$")
USE = re.compile(r"use ([a-z][a-z0-9_-]*)$")
ENV = re.compile(r"env ([A-Z][A-Z0-9_]*)=(.*)$")
NEEDS = re.compile(r"needs (\S+)$")
FILE = re.compile(r"file (\S.*)$")
EXIT = re.compile(r"\[(\d+|timeout)\]$")
NO_NEWLINE = "(no newline at the end)"


class FormatError(Exception):
    """A transcript that cannot be read; carries the line (from 1)."""

    def __init__(self, line, message):
        super().__init__(message)
        self.line = line


@dataclasses.dataclass
class Now:
    line: int
    seconds: int


@dataclasses.dataclass
class Use:
    line: int
    name: str


@dataclasses.dataclass
class Env:
    line: int
    name: str
    value: str


@dataclasses.dataclass
class Needs:
    line: int
    path: str


@dataclasses.dataclass
class File:
    line: int
    path: str
    content: bytes


@dataclasses.dataclass
class Run:
    line: int
    command: str
    stdin: list
    start: int  # the expected part is lines[start:end] of the file, counted from 0
    end: int
    stdout: list
    stderr: list
    exit: str


# --- reading ---------------------------------------------------------------------------------


def parse_file_words(line, words):
    """`NAME [encoding] [crlf] [bom]`; nothing when the words are not of this form."""
    try:
        name, *options = shlex.split(words)
    except ValueError:
        return None
    encoding, newline, bom = "utf-8", "\n", False
    for option in options:
        if option == "crlf":
            newline = "\r\n"
        elif option == "bom":
            bom = True
        else:
            try:
                encoding = codecs.lookup(option).name
            except LookupError:
                return None
    return name, encoding, newline, bom


def parse_directive(number, text):
    """The step that a line is, or nothing for any other line. `number` counts from 1."""
    if match := NOW.match(text):
        moment = f"{match[1]} {match[2] or '09:00'}"
        try:
            when = datetime.datetime.fromisoformat(moment).replace(tzinfo=CHINA)
        except ValueError as error:
            raise FormatError(number, f"not a time: {error}") from error
        return Now(number, int(when.timestamp()))
    if match := USE.match(text):
        return Use(number, match[1])
    if match := ENV.match(text):
        return Env(number, match[1], match[2])
    if match := NEEDS.match(text):
        return Needs(number, match[1])
    if (match := FILE.match(text)) and parse_file_words(number, match[1]):
        return File(number, match[1], b"")
    return None


def ends_output(number, text):
    return text.startswith(("#", "$ ")) or parse_directive(number, text) is not None


def read_file_step(lines, at, end):
    """The here-document that begins at lines[at]; also where reading goes on."""
    number = at + 1
    name, encoding, newline, bom = parse_file_words(number, FILE.match(lines[at])[1])
    body = []
    for position in range(at + 1, end):
        if lines[position] == "end":
            break
        body.append(lines[position].removeprefix("\\") + newline)
    else:
        raise FormatError(number, f"file {name}: the closing line `end` is missing")
    try:
        content = ("\ufeff" * bom + "".join(body)).encode(encoding)
    except UnicodeEncodeError as error:
        raise FormatError(number, f"file {name}: {error}") from error
    return File(number, name, content), position + 1


def read_expected(lines, start, end):
    """Splits an expected part into standard output, standard error and exit code."""
    stdout, stderr, code = [], [], "0"
    for position in range(start, end):
        text = lines[position]
        if code != "0":
            raise FormatError(position + 1, "nothing may follow the exit code")
        if text == "!" or text.startswith("! "):
            stderr.append(text[2:])
        elif match := EXIT.match(text):
            code = match[1]
        else:
            stdout.append(text)
    return stdout, stderr, code


def read_run_step(lines, at, end):
    """The command at lines[at] with its standard input and expected part; where reading goes on."""
    start = at + 1
    stdin = []
    while start < end and (lines[start] == "<" or lines[start].startswith("< ")):
        stdin.append(lines[start][2:])
        start += 1
    next_step = start
    while next_step < end and not ends_output(next_step + 1, lines[next_step]):
        next_step += 1
    stop = next_step
    while stop > start and not lines[stop - 1].strip():
        stop -= 1
    stdout, stderr, code = read_expected(lines, start, stop)
    return Run(at + 1, lines[at][2:], stdin, start, stop, stdout, stderr, code), next_step


def parse(lines, segments=None):
    """All steps of a transcript. `segments` are the (start, end) ranges of lines that count."""
    steps = []
    for at, end in segments if segments is not None else [(0, len(lines))]:
        while at < end:
            text = lines[at]
            step = parse_directive(at + 1, text)
            if isinstance(step, File):
                step, at = read_file_step(lines, at, end)
            elif text.startswith("$ "):
                step, at = read_run_step(lines, at, end)
            elif step is None and text.strip() and not text.startswith("#"):
                raise FormatError(at + 1, f"neither a command nor a directive: {text}")
            else:
                at += 1
            if step is not None:
                steps.append(step)
    return steps


def markdown_segments(lines):
    """Ranges inside ```console blocks that begin with `$ minqing`, and inside `<!-- transcript`
    comments, whose directives prepare for the blocks without being printed."""
    segments, at = [], 0
    while at < len(lines):
        text = lines[at].strip()
        closing = {"```console": "```", "<!-- transcript": "-->"}.get(text)
        at += 1
        if closing is None:
            continue
        start = at
        while at < len(lines) and lines[at].strip() != closing:
            at += 1
        if at == len(lines):
            raise FormatError(start, f"the closing line `{closing}` is missing")
        if closing == "-->" or lines[start].startswith("$ minqing"):
            segments.append((start, at))
    return segments


# --- comparing -------------------------------------------------------------------------------


def spelled_out(character):
    hidden = character not in "\n\t" and unicodedata.category(character) in ("Cc", "Cf")
    return repr(character)[1:-1] if hidden else character


def visible(data):
    """Output as lines. Bytes that are not UTF-8, control and invisible characters are spelled out,
    so that a transcript can be read, mailed and compared."""
    text = data.decode("utf-8", "backslashreplace")
    lines = "".join(spelled_out(character) for character in text).split("\n")
    if lines[-1]:
        lines.append(NO_NEWLINE)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def escape_output(text):
    """An output line as a transcript spells it: a backslash before what would mean something."""
    special = text == "!" or text == ANY_LINES or text.startswith(("\\", "! ", "< "))
    return "\\" + text if special or EXIT.match(text) or ends_output(0, text) else text


def escape_error(text):
    return "\\" + text if text == ANY_LINES or text.startswith("\\") else text


def line_matches(expected, actual):
    """Whether an expected line stands for this one; None is a line `...` and stands for any."""
    if expected is None:
        return False
    if ANY_TEXT in expected:
        pattern = ".*".join(re.escape(part) for part in expected.split(ANY_TEXT))
        return re.fullmatch(pattern, actual) is not None
    return expected == actual


def merge(expected, actual, escape):
    """The expected lines as they should read: lines that match stay as they are written (with their
    {*} and ...), the others are replaced. Equal to `expected` if and only if everything matches.
    """
    meant = [None if text == ANY_LINES else text.removeprefix("\\") for text in expected]
    shorter = min(len(meant), len(actual))
    head, tail = 0, 0
    while head < shorter and line_matches(meant[head], actual[head]):
        head += 1
    while tail < shorter - head and line_matches(meant[-1 - tail], actual[-1 - tail]):
        tail += 1
    pairs = align(meant[head : len(meant) - tail], actual[head : len(actual) - tail])
    middle = [escape(actual[head + j]) if i is None else expected[head + i] for i, j in pairs]
    return expected[:head] + middle + expected[len(expected) - tail :]


def align(expected, actual):
    """Pairs (i, j) of the cheapest alignment, in order; a pair without i is a line that was not
    expected. Dropping or adding a line costs 1, a match and any line under `...` nothing."""
    rows, columns = len(expected), len(actual)
    if rows * columns > 2_000_000:  # a listing of thousands of lines that differs: no fine diff
        return [(None, j) for j in range(columns)]
    cost = [[0] * (columns + 1) for _ in range(rows + 1)]
    step = [[None] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            if i == rows and j == columns:
                continue
            cost[i][j], step[i][j] = min(choices(expected, actual, cost, i, j))
    pairs, i, j = [], 0, 0
    while (i, j) != (rows, columns):
        choice = step[i][j]
        if choice in ("match", "rest"):
            pairs.append((i, j))
        elif choice == "surprise":
            pairs.append((None, j))
        i, j = after(choice, i, j)
    return pairs


def choices(expected, actual, cost, i, j):
    """What can be done at (i, j), each with the cost from there to the end."""
    wild = i < len(expected) and expected[i] is None
    if i < len(expected) and j < len(actual) and line_matches(expected[i], actual[j]):
        yield cost[i + 1][j + 1], "match"
    if wild:
        yield cost[i + 1][j], "rest"
        if j < len(actual):
            yield cost[i][j + 1], "swallow"
    elif i < len(expected):
        yield 1 + cost[i + 1][j], "missing"
    if j < len(actual):
        yield 1 + cost[i][j + 1], "surprise"


def after(choice, i, j):
    down = choice in ("match", "rest", "missing")
    right = choice in ("match", "swallow", "surprise")
    return i + down, j + right


def corrected(step, stdout, stderr, code):
    """The expected part of a step as it should read, given what came; None when it matches."""
    out = merge(step.stdout, visible(stdout), escape_output)
    err = merge(step.stderr, visible(stderr), escape_error)
    if (out, err, code) == (step.stdout, step.stderr, step.exit):
        return None
    return out + [f"! {text}".rstrip() for text in err] + ([f"[{code}]"] if code != "0" else [])


# --- writing back ----------------------------------------------------------------------------


def rewritten(lines, corrections):
    """The lines of the file with the expected parts of (step, lines) replaced."""
    result = list(lines)
    for step, expected in sorted(corrections, key=lambda c: c[0].start, reverse=True):
        result[step.start : step.end] = expected
    return result


def diff(path, lines, new_lines):
    return "\n".join(
        difflib.unified_diff(lines, new_lines, str(path), f"{path} (what came)", lineterm="")
    )
