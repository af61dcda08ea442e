"""`python -m tests.bench`: the table of the guide to speed, measured here and now."""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from .committee import ME, MINE, TODAY, Task, make
from .measure import Case, measure
from .yardsticks import taskwarrior, todoman

SIZES = (200, 10_000, 100_000)
PARSE = (
    "from pathlib import Path; from markdown_it import MarkdownIt; md = MarkdownIt('commonmark'); "
    "[md.parse(p.read_text('utf-8')) for p in sorted(Path('minutes').rglob('*.md'))]"
)


class Bench:
    """One workspace of a size, and what is asked of it."""

    def __init__(self, folder: Path, actions: int, per_meeting: int) -> None:
        self.actions = actions
        self.folder = folder
        self.root = folder / f"committee-{actions}-{per_meeting}"
        if self.root.exists():
            shutil.rmtree(self.root)
        self.tasks: tuple[Task, ...] = make(self.root, actions, per_meeting)
        self.cache = folder / "cache"
        self.environment = {
            **os.environ, "XDG_CACHE_HOME": str(self.cache), "XDG_STATE_HOME": str(folder / "state"), "TCSG_TODAY": str(TODAY), "COLUMNS": "100",
            "TASKRC": "", "NO_COLOR": "", "TERM": "xterm",
        }  # fmt: skip
        self.ledger = self.root / "minutes/ledger.yaml"
        self.latest = max((self.root / "minutes").rglob("*.md"))
        self.serial = 0

    def tcsg(self, *words: str) -> list[str]:
        """The command line of our program."""
        return [sys.executable, "-m", "tcsg", *words]

    def run(self, *command: str) -> str:
        """Run something that is not measured."""
        return subprocess.run(command, cwd=self.root, env=self.environment, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout

    def settle(self) -> None:
        """Carry, unless that was measured just now, and be sure that what is measured answers rightly."""
        if not self.ledger.exists():
            self.run(*self.tcsg("carry", "--quiet"))
        own = self.run(*self.tcsg("actions", "--owner", ME)).splitlines()
        if len(own) != MINE:
            raise SystemExit(f"{ME} has {len(own)} open actions in {self.root}, not {MINE}")
        self.one = own[0].split("\t")[0]
        self.run(*self.tcsg("check", "--exit-zero"))
        self.settled = self.ledger.read_bytes()
        self.minutes = self.latest.read_bytes()

    def back(self) -> None:
        """Put the ledger and the minutes back after a command that changes them."""
        self.ledger.write_bytes(self.settled)
        self.latest.write_bytes(self.minutes)

    def forget(self) -> None:
        """Take away the ledger and the cache."""
        shutil.rmtree(self.cache, ignore_errors=True)
        self.ledger.unlink(missing_ok=True)

    def amend(self) -> None:
        """Write one more action into the latest minutes, other words each time."""
        self.serial += 1
        self.latest.write_bytes(self.minutes + f"\n## Late business\n\n**Action:** AHR to count the spoons, round {self.serial}.\n".encode())

    def cold(self) -> list[Case]:
        """Reading everything for the first time, and a parser of Markdown on the same files."""
        parse = Case("markdown-it alone", [sys.executable, "-c", PARSE], self.root)
        return [parse, Case("carry, cold", self.tcsg("carry", "--quiet"), self.root, before=self.forget)]

    def warm(self) -> list[Case]:
        """The commands of every day."""
        root, tcsg = self.root, self.tcsg
        listing = ("actions", "--owner", ME)
        typed = f"tcsg done {self.one[:3]}"
        tab = ["env", "_TCSG_COMPLETE=complete_fish", f"_TYPER_COMPLETE_ARGS={typed}", "_TYPER_COMPLETE_FISH_ACTION=get-args"]
        return [
            Case("F", [sys.executable, "-c", "import typer, rich.table"], root),
            Case("actions, piped", tcsg(*listing), root),
            Case("actions, terminal", tcsg(*listing), root, terminal=True),
            Case("Tab", [*tab, *tcsg()], root),
            Case("done ID", tcsg("done", self.one), root, after=self.back),
            Case("check, warm", tcsg("check"), root, codes=(1,)),
            Case("carry, nothing changed", tcsg("carry", "--quiet"), root),
            Case("carry, one file changed", tcsg("carry", "--quiet"), root, before=self.amend, after=self.back),
        ]

    def others(self) -> list[Case]:
        """The yardsticks that are installed."""
        git = shutil.which("git")
        tasks, todos = taskwarrior(self.folder / f"task-{self.actions}", self.tasks), todoman(self.folder / f"todo-{self.actions}", self.tasks)
        found = [Case("Taskwarrior", tasks, self.root)] if tasks else []
        found += [Case("todoman", todos, self.root)] if todos else []
        if git:
            self.run(git, "init", "--quiet")
            self.run(git, "add", "--all")
            found.append(Case("git status", [git, "status", "--short"], self.root))
        return found


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    options.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of actions")
    options.add_argument("--rounds", type=int, default=15, help="runs of each command")
    options.add_argument("--per-meeting", type=int, default=0, help="new actions at each meeting; by default as a committee grows")
    options.add_argument("--no-cold", action="store_true", help="leave out the cold carry")
    given = options.parse_args()
    compileall.compile_dir(Path(__file__).parents[2] / "tcsg", quiet=1)  # as an installation does
    sizes = [int(size) for size in given.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="tcsg-bench-") as folder:
        columns = [_column(Path(folder), size, given.rounds, given.per_meeting, cold=not given.no_cold) for size in sizes]
    memory = sum(int(line.split()[1]) for line in Path("/proc/meminfo").read_text("utf-8").splitlines() if line.startswith("MemTotal"))
    print(f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} cores, {memory // 1024**2} GB")
    print("\nF is `import typer, rich.table`. Each cell: multiples of F (wall), of F (processor), milliseconds.\n")
    print("| what | " + " | ".join(f"{size:,} actions" for size in sizes) + " |\n| --- |" + " --- |" * len(sizes))
    for name in dict.fromkeys(name for column in columns for name in column):
        print(f"| {name} | " + " | ".join(column.get(name, "–") for column in columns) + " |")


def _column(folder: Path, size: int, rounds: int, per_meeting: int, *, cold: bool) -> dict[str, str]:
    began = time.perf_counter()
    bench = Bench(folder, size, per_meeting)
    first = bench.cold() if cold else []
    measure(first, 3 if size <= 10_000 else 1, bench.environment)
    bench.settle()
    cases = [*bench.warm(), *bench.others()]
    measure(cases, rounds, bench.environment)
    unit = cases[0]
    cells = {
        case.name: f"{case.seconds / unit.seconds:.2f} F ({case.processor / unit.processor:.2f}), {case.seconds * 1000:,.0f} ms" for case in cases
    }
    cells["memory of actions"] = f"{cases[1].memory} MB"
    if cold:
        parse, carry = first
        ratio = f"{carry.seconds / parse.seconds:.2f} × ({carry.processor / parse.processor:.2f}) of {parse.seconds:,.1f} s, {carry.seconds:,.1f} s"
        cells["carry, cold, by markdown-it"] = ratio
        cells["memory of carry, cold"] = f"{carry.memory} MB"
    print(f"{size:,} actions: {time.perf_counter() - began:.0f} s", file=sys.stderr)
    return cells


if __name__ == "__main__":
    main()
