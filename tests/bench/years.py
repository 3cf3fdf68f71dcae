# SPDX-License-Identifier: MIT
"""Working days of an office, played through the real program under a fixed clock: issues come in,
are handed over, signed for, resolved, checked, fed back and called back, with the delays, refusals
and second rounds of ordinary work. What is not yet done on the last day stays open."""

import collections
import dataclasses
import datetime
import json
import random
import subprocess

from invented import TOWNSHIP, Inventor, write_people

LAST_DAY = datetime.date(2025, 12, 26)
ISSUES_A_DAY = 200
MIN_DAYS = 20
UTC_OFFSET = datetime.timezone(datetime.timedelta(hours=8))

# Three colleagues (of invented.PEOPLE): nobody checks or calls back what he resolved himself.
CLERK, HANDLER, CALLER = "clerk", "handler", "caller"
# Before there is a roster, the login counts.
NOBODY = ""


@dataclasses.dataclass(frozen=True)
class Step:
    """A command of the day; all issues due for it go into one call."""

    name: str
    at: str
    actor: str
    words: tuple


REACHED = ("callback", "--responded", "yes", "--solved")

# In the order of the day, so that the steps of one issue never go back in time.
STEPS = [
    Step("assign", "10:00", CLERK, ("assign", "--auto")),
    Step("sign", "11:00", HANDLER, ("sign",)),
    Step("follow-up", "14:00", HANDLER, ("follow-up", "--contacted", "-m", "已到现场查看")),
    Step("solved", "15:00", HANDLER, ("resolve", "-m", "已安排人员到场处理，群众在场确认")),
    Step(
        "explained", "15:10", HANDLER, ("resolve", "--result", "explained", "-m", "已列入明年计划")
    ),
    Step("pass", "16:00", CLERK, ("check", "--pass")),
    Step("fail", "16:10", CLERK, ("check", "--fail", "-m", "现场没有处理到位")),
    Step("feedback", "16:30", HANDLER, ("feedback", "-m", "已电话告知办理结果")),
    Step("satisfied", "17:00", CALLER, (*REACHED, "yes", "-s", "satisfied")),
    Step("fairly", "17:10", CALLER, (*REACHED, "yes", "-s", "fairly_satisfied")),
    Step("dissatisfied", "17:20", CALLER, (*REACHED, "no", "-s", "dissatisfied")),
    Step("close", "17:40", CALLER, ("close", "--on", "explained", "-m", "政策暂不支持，已说明")),
    Step("void", "17:50", CLERK, ("void", "--reason", "误录")),
]


class Office:
    def __init__(self, program, clock_library, folder, seed):
        self.program = str(program)
        self.clock_library = str(clock_library)
        self.folder = folder
        self.random = random.Random(seed)
        self.inventor = Inventor(seed)
        self.due = collections.defaultdict(lambda: collections.defaultdict(list))

    def play(self, count):
        """Registers `count` issues over as many working days as they need."""
        days = working_days(max(MIN_DAYS, count // ISSUES_A_DAY))
        for words in opening(self.folder):
            self.run(days[0], "08:00", NOBODY, words)
        for no, day in enumerate(days):
            registered = count * (no + 1) // len(days) - count * no // len(days)
            for number in self.register(day, registered):
                self.plan(no, number)
            for step in STEPS:
                if issues := self.due[no].pop(step.name, None):
                    self.run(day, step.at, step.actor, [*step.words, "--yes", "-q", *issues])
            self.due.pop(no)

    def register(self, day, count):
        """The numbers of `count` new issues."""
        if count == 0:
            return []
        lines = [self.as_line(self.inventor.issue(day)) for _ in range(count)]
        words = ["record", "--batch", "-", "--json"]
        said = self.run(day, "09:00", CLERK, words, "\n".join(lines))
        return [json.loads(line)["number"] for line in said.splitlines()]

    @staticmethod
    def as_line(issue):
        fields = {name: value for name, value in vars(issue).items() if value}
        return json.dumps(fields, ensure_ascii=False)

    def plan(self, day, number):
        """Writes what will happen to an issue into the days to come."""
        chance = self.random.random
        self.due[day]["assign"].append(number)
        if chance() < 0.005:
            self.due[day + 1]["void"].append(number)
            return
        if chance() < 0.01:
            return  # nobody signs for it
        signed = day + (chance() < 0.3)
        self.due[signed]["sign"].append(number)
        self.plan_round(signed, number, is_first=True)

    def plan_round(self, signed, number, is_first):
        chance = self.random.random
        worked = signed + (chance() < 0.8)
        if chance() < 0.35:
            self.due[worked]["follow-up"].append(number)
        if chance() < 0.01:
            return  # stays in progress
        explained = is_first and chance() < 0.15
        resolved = worked + min(int(self.random.expovariate(0.7)), 40)
        self.due[resolved]["explained" if explained else "solved"].append(number)
        checked = resolved + (chance() < 0.6)
        if is_first and chance() < 0.03:
            self.due[checked]["fail"].append(number)
            self.plan_second_round(checked, number)
            return
        self.due[checked]["pass"].append(number)
        self.due[checked]["feedback"].append(number)
        called = checked + 1 + (chance() < 0.5)
        if is_first and chance() < 0.1:
            self.due[called]["dissatisfied"].append(number)
            if explained:
                self.due[called + 1]["close"].append(number)
            else:
                self.plan_second_round(called, number)
        else:
            self.due[called]["fairly" if chance() < 0.2 else "satisfied"].append(number)

    def plan_second_round(self, reopened, number):
        signed = reopened + 1
        self.due[signed]["sign"].append(number)
        self.plan_round(signed, number, is_first=False)

    def run(self, day, time, actor, words, text=""):
        moment = datetime.datetime.combine(day, datetime.time.fromisoformat(time), UTC_OFFSET)
        environment = ledger_environment(self.folder) | {
            "LD_PRELOAD": self.clock_library,
            "FIXED_CLOCK": str(int(moment.timestamp())),
            "MINQING_ACTOR": actor,
        }
        done = subprocess.run(
            [self.program, *words], env=environment, input=text, capture_output=True, text=True
        )
        if done.returncode != 0:
            raise SystemExit(f"{day} {words[0]} ends with {done.returncode}:\n{done.stderr}")
        return done.stdout


def opening(folder):
    """The commands that open a ledger with its people."""
    people = folder / "people.csv"
    write_people(people)
    yield ["init", "--site", "RS", "--name", f"{TOWNSHIP}民情台账"]
    yield ["roster", "import", str(people)]


def working_days(count):
    """The last `count` weekdays up to LAST_DAY."""
    days, day = [], LAST_DAY
    while len(days) < count:
        if day.weekday() < 5:
            days.append(day)
        day -= datetime.timedelta(days=1)
    return days[::-1]


def ledger_environment(folder):
    """Where the program finds a ledger made here, and nothing of the person who runs it."""
    return {
        "HOME": str(folder / "home"),
        "MINQING_LEDGER": str(folder / "ledger.db"),
        "MINQING_ACTOR": CLERK,
    }
