"""The bar for long work: on a terminal once a second has passed, and nowhere else."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from society import APRIL, FIRST, MARCH, SECOND
from test_hostile import SGR

from conftest import Build
from tcsg.cli import terminal

ITEMS = range(5)
EMPTIED = "\x1b[2K"


class Screen(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        return True


def _looked_at(monkeypatch: pytest.MonkeyPatch, seconds: float) -> Screen:
    """A terminal for stderr; between two looks at the clock so much time passes."""
    looks, screen = iter(range(1000)), Screen()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(terminal, "monotonic", lambda: next(looks) * seconds)
    return screen


def test_a_bar_comes_once_a_second_has_passed_and_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _looked_at(monkeypatch, 0.4)
    shown = [(item, "Reading minutes" in screen.getvalue()) for item in terminal.watched(ITEMS, "Reading minutes")]
    assert shown == [(0, False), (1, False), (2, True), (3, True), (4, True)]
    assert "4/5" in SGR.sub("", screen.getvalue())
    assert EMPTIED in screen.getvalue().rpartition("Reading minutes")[2]


def test_there_is_none_for_what_takes_less(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _looked_at(monkeypatch, 0.1)
    assert list(terminal.watched(ITEMS, "Reading minutes")) == list(ITEMS)
    with terminal.waiting("Following actions"):
        pass
    assert screen.getvalue() == ""


def test_it_is_taken_away_when_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _looked_at(monkeypatch, 2)
    with pytest.raises(ZeroDivisionError):
        _divide(terminal.watched(ITEMS, "Reading minutes"))
    assert EMPTIED in screen.getvalue().rpartition("Reading minutes")[2]


def _divide(items: Iterable[int]) -> list[float]:
    return [1 / (3 - item) for item in items]


def test_of_work_without_a_measure_it_shows_that_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _looked_at(monkeypatch, 0)
    monkeypatch.setattr(terminal, "PATIENCE", 0.0)
    with pytest.raises(ZeroDivisionError), terminal.waiting("Following actions"):
        _wait_and_fail(screen)
    before, found, after = screen.getvalue().rpartition("Following actions")
    assert found, before
    assert EMPTIED in after


def _wait_and_fail(screen: Screen) -> None:
    end = time.monotonic() + 30
    while "Following actions" not in screen.getvalue() and time.monotonic() < end:
        time.sleep(0.01)
    _divide([3])


IMPATIENT = "import sys, tcsg.cli.terminal as t; t.PATIENCE = -1; from tcsg.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_the_first_carry_shows_it_on_a_terminal_and_not_on_a_pipe(workspace: Build, tmp_path: Path) -> None:
    import pty

    home = workspace({MARCH: FIRST, APRIL: SECOND})
    command = [sys.executable, "-c", IMPATIENT, "carry", "--dry-run"]
    piped = subprocess.run(command, cwd=home, env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "one")}, capture_output=True, check=True)
    assert b"Reading" not in piped.stdout + piped.stderr
    ours, its = pty.openpty()
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "two"), "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(command, cwd=home, env=env, stdout=subprocess.DEVNULL, stderr=its) as program:
        os.close(its)
        shown = b""
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:  # the system's way to say that the other end is closed
            pass
    os.close(ours)
    assert program.returncode == 0
    assert b"Reading minutes" in shown
    assert b"ledger would change" in shown.rpartition(b"Reading minutes")[2]  # what is said comes after the bar
