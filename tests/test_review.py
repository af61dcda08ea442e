"""`tcsg review`: doubtful readings and matches are asked once, on a terminal, and the answers are remembered."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Build, Run

HEAD = "# Meeting\n\nPresent: Anna Berg (AB), Carl Dahl (CD)\n\n"
FIRST = HEAD + "## Actions\n\n- AB to order three lamps for the hall\n- CD to order four lamps for the hall\n"
SECOND = HEAD + "## Actions from last meeting\n\n- order lamps for the hall - done\n"


@pytest.fixture
def home(workspace: Build, tcsg: Run) -> Path:
    root = workspace({"minutes/2031-01-01.md": FIRST, "minutes/2031-02-01.md": SECOND})
    assert tcsg("carry", "-q", cwd=root).code == 0
    return root


def typed(home: Path, keys: str, state: Path) -> str:
    """What `tcsg review` shows on a terminal where somebody types these keys."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "tcsg", "review"],
        cwd=home,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "XDG_STATE_HOME": str(state)},
    ) as program:
        os.close(theirs)
        os.write(ours, keys.encode())
        shown = b""
        while True:
            try:
                read = os.read(ours, 4096)
            except OSError:
                break
            if not read:
                break
            shown += read
        assert program.wait(30) == 0
    os.close(ours)
    return shown.decode()


def status(tcsg: Run, home: Path) -> dict[str, str]:
    rows = (line.split("\t") for line in tcsg("actions", "--status", "all", cwd=home).out.splitlines())
    return {row[0]: row[1] for row in rows}


def test_without_a_terminal_the_questions_are_listed(tcsg: Run, home: Path) -> None:
    result = tcsg("review", cwd=home)
    assert (result.code, result.out.count("\n")) == (0, 1)
    assert result.out.startswith("minutes/2031-02-01.md:7: is this A2031-01-01.")


def test_yes_makes_the_two_one_and_is_not_asked_again(tcsg: Run, home: Path, tmp_path: Path) -> None:
    assert "1 answer kept" in typed(home, "y\n", tmp_path)
    states = status(tcsg, home)
    assert sorted(states.values()) == ["done", "open"]
    assert "A2031-02-01.1" not in states
    assert tcsg("review", cwd=home).err == "nothing is doubtful\n"
    assert tcsg("show", "A2031-02-01.1", cwd=home).code == 0, "the id once given is still accepted"
    before = (home / "minutes" / "ledger.yaml").read_bytes()
    assert tcsg("carry", cwd=home).code == 0
    assert (home / "minutes" / "ledger.yaml").read_bytes() == before


def test_no_keeps_them_apart_for_good(tcsg: Run, home: Path, tmp_path: Path) -> None:
    assert "2 answers kept" in typed(home, "n\nn\n", tmp_path)
    assert len(status(tcsg, home)) == 3
    assert tcsg("review", cwd=home).err == "nothing is doubtful\n"


def test_skip_and_quit_answer_nothing(home: Path, tmp_path: Path) -> None:
    before = (home / "minutes" / "ledger.yaml").read_bytes()
    assert "nothing was answered" in typed(home, "s\ns\n", tmp_path)
    assert "nothing was answered" in typed(home, "q\n", tmp_path)
    assert (home / "minutes" / "ledger.yaml").read_bytes() == before


def test_nothing_to_ask(tcsg: Run, workspace: Build) -> None:
    assert tcsg("review", cwd=workspace({"minutes/2031-01-01.md": FIRST})).err == "nothing is doubtful\n"
