"""Interruptions and odd consoles, with the verbs as they are: a code of their own, never a traceback, never 1 by accident."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from society import LEDGER
from test_at_once import ENV, year
from test_hostile import SGR, on_terminal

from conftest import Build, Run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and terminals of POSIX")

EMOJI = "---\nmeeting: 1\ndate: 2031-03-04\npresent: {ÉD: Édith Ørsted}\n---\n\n## Actions\n\n- ÉD to plant 🌱 by 1 April 2031\n"
TELLING = (
    "",
    "actions",
    "actions --format json",
    "actions --format csv",
    "show 1.1",
    "check --exit-zero",
    "people",
    "meetings",
    "extract minutes/a.md",
)


@pytest.fixture
def garden(workspace: Build, tcsg: Run) -> Path:
    home = workspace({"minutes/a.md": EMOJI})
    assert tcsg("carry", "-q", cwd=home).code == 0
    return home


@pytest.mark.parametrize("words", TELLING)
def test_a_console_of_few_characters_shows_the_others_as_escapes(words: str, garden: Path) -> None:
    for env in ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}):
        command = [sys.executable, "-m", "tcsg", *words.split()]
        done = subprocess.run(command, cwd=garden, env={**ENV, **env}, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


def test_what_is_written_to_files_is_utf8_whatever_the_console_knows(garden: Path) -> None:
    env = {**ENV, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    for words in (["note", "1.1", "🌻"], ["check", "--exit-zero", "--report", "json=report.json"]):
        done = subprocess.run([sys.executable, "-m", "tcsg", *words], cwd=garden, env=env, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    assert "🌻" in (garden / LEDGER).read_text("utf-8")
    assert "🌱" in (garden / "report.json").read_text("utf-8")


@pytest.mark.parametrize("words", TELLING)
def test_forty_columns_are_enough(words: str, garden: Path) -> None:
    code, out = on_terminal(garden, words.split(), columns=40)
    assert code == 0
    assert "Traceback" not in out
    if "json" not in words and "csv" not in words and words != "check --exit-zero":
        assert max(map(len, SGR.sub("", out).splitlines()), default=0) <= 40


@pytest.mark.parametrize("words", ["actions", "actions --format json", "check --exit-zero", "people", "guide commands"])
def test_a_reader_that_goes_and_a_disk_that_is_full_are_told_apart(words: str, garden: Path) -> None:
    command = [sys.executable, "-m", "tcsg", *words.split()]
    with subprocess.Popen(command, cwd=garden, env=ENV, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert (program.wait(), program.stderr.read()) == (141, b"")
    if Path("/dev/full").exists():
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(command, cwd=garden, env=ENV, stdout=full, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr) == (2, b"tcsg: cannot write the output: No space left on device\n")


def _interrupted(home: Path, rounds: int, sent: signal.Signals, code: int) -> None:
    """Stop carries at random times: the ledger is whole, nothing is left lying, nothing is said."""
    chance = random.Random(rounds)
    path = next((home / "minutes").glob("*.md"))
    words = path.read_text("utf-8")
    for n in range(rounds):
        old = (home / LEDGER).read_bytes()
        path.write_text(f"{words}- AB to look in at number {n}\n", "utf-8")
        with subprocess.Popen(
            [sys.executable, "-m", "tcsg", "carry", "-q"], cwd=home, env=ENV, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as program:
            time.sleep(chance.uniform(0.15, 0.8))
            program.send_signal(sent)
            _, err = program.communicate()
        assert program.returncode in (0, code, -sent), err
        assert program.returncode != 1
        assert (home / LEDGER).read_bytes() == old or f"number {n}" in (home / LEDGER).read_text("utf-8")
        assert list((home / "minutes").glob(".ledger.yaml.*")) == []


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_carry_that_is_interrupted_leaves_nothing_behind(sent: signal.Signals, code: int, workspace: Build, tcsg: Run) -> None:
    home = workspace(year(5, 40))
    assert tcsg("carry", "-q", cwd=home).code == 0
    _interrupted(home, 5, sent, code)


@pytest.mark.soak
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_many_carries_that_are_interrupted_leave_nothing_behind(sent: signal.Signals, code: int, workspace: Build, tcsg: Run) -> None:
    home = workspace(year(20, 50))
    assert tcsg("carry", "-q", cwd=home).code == 0
    _interrupted(home, 50, sent, code)


def test_a_piped_list_has_a_line_an_action_however_long(workspace: Build, tcsg: Run) -> None:
    lines = "".join(f"- AB to count {n} {'beans ' * 500}\n" for n in range(20))
    home = workspace({"minutes/a.md": f"---\nmeeting: 1\ndate: 2031-03-04\n---\n\n## Actions\n\n{lines}"})
    out = tcsg("actions", cwd=home, env={"COLUMNS": "40"}).out
    assert out.count("\n") == 20
    assert {len(line.split("\t")) for line in out.splitlines()} == {6}


def test_a_name_is_one_name_however_its_accents_are_stored(workspace: Build, tcsg: Run) -> None:
    for n, name in enumerate(("Édith Ørsted", "E\u0301dith Ørsted"), 1):
        head = f"---\nmeeting: {n}\ndate: 2031-0{n}-04\npresent: {{ED: {name}}}\n---\n\n## Actions\n\n"
        home = workspace({f"minutes/{n}.md": f"{head}- {name} to water the cafe{chr(0x301) if n == 2 else ''} garden\n".replace("cafe ", "café ")})
    assert tcsg("carry", "-q", cwd=home).code == 0
    assert [line.split("\t")[0] for line in tcsg("actions", "--owner", "e\u0301dith", cwd=home).out.splitlines()] == ["A1.1"]
