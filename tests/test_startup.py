"""Start-up time is a feature: a command brings in no library that it does not need."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Build, Run
from tcsg.cli.app import VERBS

# Prints what the program brought in, on the last line.
SPY = """
import json, sys
from tcsg.cli import main
code = main(sys.argv[1:])
print()
print(json.dumps([code, sorted(sys.modules)]))
"""

ALONE = """
import os
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
"""
"""On one processor a command reads minutes itself."""

HEAVY = ("rich", "markdown_it", "frontmatter", "yaml")

COMMANDS = [
    pytest.param(["--version"], 0, HEAVY, id="version"),
    pytest.param(["nonsense"], 2, HEAVY, id="misspelt"),
    pytest.param(["--help"], 0, ("frontmatter", "yaml", "tcsg.workspace", "tcsg.reading"), id="help"),
]


@pytest.mark.parametrize(("args", "code", "unwanted"), COMMANDS)
def test_a_command_brings_in_no_library_that_it_does_not_need(args: list[str], code: int, unwanted: tuple[str, ...], workspace: Build) -> None:
    done = subprocess.run([sys.executable, "-c", SPY, *args], cwd=workspace(), capture_output=True, encoding="utf-8", timeout=60, check=True)
    ended, modules = json.loads(done.stdout.splitlines()[-1])
    assert ended == code, done.stderr
    assert "typer" in modules
    assert [name for name in unwanted if name in modules] == []


@pytest.mark.parametrize(
    "args",
    [
        ["export", "--format", "csv"],
        ["export", "--format", "todotxt"],
        ["actions", "--owner", "AHR"],
        ["done", "8.1"],
        ["due", "8.1", "2031-01-01"],
        ["people"],
        [],
        ["undo"],
    ],
    ids=" ".join,
)
def test_a_carried_ledger_is_listed_and_changed_without_reading_the_minutes(
    args: list[str], workspace: Build, tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    minutes = Path(__file__).parents[1] / "minutes"
    root = workspace({f"minutes/{path.name}": path.read_bytes() for path in minutes.iterdir() if path.suffix in {".md", ".yaml"}})
    assert tcsg("note", "8.2", "asked", cwd=root).code == 0
    assert tcsg("carry", cwd=root).code == 0
    done = subprocess.run([sys.executable, "-c", SPY, *args], cwd=root, capture_output=True, encoding="utf-8", timeout=60, check=True)
    ended, modules = json.loads(done.stdout.splitlines()[-1])
    assert ended == 0, done.stderr
    unwanted = ("rich", "markdown_it", "frontmatter", "icalendar", "xlsxwriter", "email.message")
    assert [name for name in unwanted if name in modules] == []


@pytest.mark.parametrize("module", sorted({verb.module for verb in VERBS}))
def test_the_module_of_a_verb_brings_in_no_library(module: str) -> None:
    spy = f"import json, sys, tcsg.cli.{module}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", spy], capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert [name for name in HEAVY if name in json.loads(done.stdout)] == []


@pytest.mark.parametrize("args", [["actions", "--owner", "AHR"], ["done", "8.1"], ["check"], ["carry"]], ids=" ".join)
def test_what_is_known_of_the_same_bytes_needs_no_library(
    args: list[str], workspace: Build, tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    minutes = Path(__file__).parents[1] / "minutes"
    root = workspace({f"minutes/{path.name}": path.read_bytes() for path in minutes.iterdir() if path.suffix in {".md", ".yaml"}})
    (root / "minutes/ledger.yaml").unlink()
    for before in ("carry", "carry", "check"):
        tcsg(before, cwd=root)
    done = subprocess.run([sys.executable, "-c", SPY, *args], cwd=root, capture_output=True, encoding="utf-8", timeout=60, check=True)
    ended, modules = json.loads(done.stdout.splitlines()[-1])
    assert ended < 2, done.stderr
    assert [name for name in HEAVY if name in modules] == []


def test_simple_minutes_are_read_without_a_library(workspace: Build, tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first, latest = (f"---\nmeeting: {n}\ndate: 2031-0{n - 27}-04\npresent:\n  KK: Karl Kern\n---\n\n## Actions\n\n" for n in (31, 32))
    root = workspace(
        {"minutes/2031-04-04.md": first + "- KK to mend the pump.\n", "minutes/2031-05-04.md": latest + "- KK to mend the pump: done.\n"}
    )
    for before in ("carry", "carry"):
        assert tcsg(before, cwd=root).code == 0
    (root / "minutes/2031-05-04.md").write_text(latest + "- KK to count the spoons by 2 June.\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", ALONE + SPY, "carry"], cwd=root, capture_output=True, encoding="utf-8", timeout=60, check=True)
    ended, modules = json.loads(done.stdout.splitlines()[-1])
    assert ended == 0, done.stderr
    assert "tcsg.reading.minutes" in modules
    assert [name for name in HEAVY if name in modules] == []


def test_a_page_is_written_without_what_draws_on_a_terminal(workspace: Build) -> None:
    root = workspace({"minutes/2031-03-04.md": "---\nmeeting: 31\n---\n\n## Actions\n\n- KK to mend the pump by 14 March.\n"})
    done = subprocess.run([sys.executable, "-c", SPY, "report"], cwd=root, capture_output=True, encoding="utf-8", timeout=60, check=True)
    ended, modules = json.loads(done.stdout.splitlines()[-1])
    assert ended == 0, done.stderr
    assert "tcsg.output.report.page" in modules
    assert [name for name in modules if name == "rich" or name.startswith("rich.")] == []
