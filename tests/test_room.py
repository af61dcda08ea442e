"""`tcsg review --meeting`: in the room, a key an answer, each recorded at once; stopped and taken up again at will."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from society import APRIL, FIRST, MARCH, SECOND

from conftest import Build, Run

KEYS = "[q]uit: "


@pytest.fixture
def home(workspace: Build, tcsg: Run) -> Path:
    root = workspace({MARCH: FIRST, APRIL: SECOND})
    assert tcsg("carry", "-q", cwd=root).code == 0
    return root


def in_the_room(home: Path, *typed: tuple[str, str], meeting: str = "32", code: int = 0, today: str = "2031-04-09") -> str:
    """What the terminal shows to somebody who types, each time what is awaited has been shown."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "tcsg", "review", "--meeting", meeting, "--today", today]
    with subprocess.Popen(command, cwd=home, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "COLUMNS": "80"}) as program:
        os.close(theirs)
        shown, seen = "", 0
        for awaited, keys in typed:
            while awaited not in shown[seen:]:
                more = _more(ours)
                assert more, shown
                shown += more
            seen = len(shown)
            time.sleep(0.05)  # until the terminal is set for single keys: what comes before that is thrown away
            os.write(ours, keys.encode())
        while more := _more(ours):
            shown += more
        assert program.wait(30) == code, shown
    os.close(ours)
    return shown


def _more(terminal: int) -> str:
    ready, _, _ = select.select([terminal], [], [], 30)
    assert ready, "the program neither says anything nor ends"
    try:
        return os.read(terminal, 4096).decode()
    except OSError:  # on Linux a terminal whose other side is closed
        return ""


def hand(tcsg: Run, home: Path, action: str) -> list[str]:
    """What `show` says was recorded by hand."""
    lines = tcsg("show", action, cwd=home).out.splitlines()
    return [line[9:] for line in lines if line[9:19] == "2031-04-08"]


def test_each_key_records_its_answer_on_the_day_of_the_meeting(tcsg: Run, home: Path) -> None:
    shown = in_the_room(home, (KEYS, "d"), (KEYS, "o"), (KEYS, "n"), ("Note: ", "letter is drafted\r"))
    assert "[1/3] A31.1 TO, due 2031-03-14, 26 days late" in shown
    assert "3 answers recorded on 2031-04-08" in shown
    assert hand(tcsg, home, "31.1") == ["2031-04-08 done"]
    assert hand(tcsg, home, "31.2") == ["2031-04-08 note: still open"]
    assert hand(tcsg, home, "31.3") == ["2031-04-08 note: letter is drafted"]
    assert tcsg("actions", cwd=home).out.count("\topen\t") == 3


def test_dates_and_owners_are_typed_as_people_say_them(tcsg: Run, home: Path) -> None:
    dates = ((KEYS, "t"), ("or none: ", "when it suits\r"), (KEYS, "t"), ("or none: ", "17 June\r"), (KEYS, "h"), ("whom: ", "RL and TO\r"))
    shown = in_the_room(home, *dates, (KEYS, "t"), ("or none: ", "2031-05-01\r"))
    assert "3 answers recorded" in shown
    assert hand(tcsg, home, "31.2") == ["2031-04-08 owners RL, TO"]
    assert [line.split("\t")[:3] for line in tcsg("actions", "--sort", "id", cwd=home).out.splitlines()][2] == ["A31.3", "open", "2031-05-01"]


def test_it_is_stopped_and_taken_up_again_and_asks_nothing_twice(tcsg: Run, home: Path) -> None:
    first = in_the_room(home, (KEYS, "s"), (KEYS, "o"), (KEYS, "q"))
    assert "1 answer recorded on 2031-04-08; 2 left for the next time" in first
    again = in_the_room(home, (KEYS, "?"), (KEYS, "d"), (KEYS, "\r"))
    assert ("[1/2] A31.1" in again, "[2/2] A31.3" in again, "A31.2" in again) == (True, True, False)
    assert [line.split("\t")[0] for line in tcsg("review", "--meeting", "32", cwd=home).out.splitlines()] == ["A31.3"]
    in_the_room(home, (KEYS, "o"))
    assert tcsg("review", "--meeting", "32", cwd=home) == (0, "", "every open action is answered for 2031-04-08\n")


@pytest.mark.parametrize(("key", "code"), [("\x04", 0), ("\x03", 130)])
def test_what_was_answered_is_kept_however_it_ends(tcsg: Run, home: Path, key: str, code: int) -> None:
    in_the_room(home, (KEYS, "d"), (KEYS, key), code=code)
    assert hand(tcsg, home, "31.1") == ["2031-04-08 done"]
    assert tcsg("undo", cwd=home).out == "undone: review A31.1\n"


def test_without_a_terminal_what_would_be_asked_is_listed(tcsg: Run, home: Path) -> None:
    result = tcsg("review", "--meeting", "2031-04-08", cwd=home)
    assert [line.split("\t")[0] for line in result.out.splitlines()] == ["A31.1", "A31.2", "A31.3"], "not what the meeting itself raised"


def test_a_meeting_without_minutes_is_today_and_one_there_cannot_be_is_refused(tcsg: Run, home: Path) -> None:
    ahead = tcsg("review", "--meeting", "33", "--today", "2031-05-06", cwd=home)
    assert (ahead.code, ahead.out.count("\n")) == (0, 4)
    assert ahead.err == "there are no minutes of meeting 33 yet; answers are recorded on 2031-05-06\n"
    assert tcsg("review", "--meeting", "99", cwd=home).code == 2
