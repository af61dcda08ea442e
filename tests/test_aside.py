"""Minutes read by a copy of the process: the answers are those of one process, whatever becomes of the copy."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from bench.committee import make

from tcsg.cli import aside, crew
from tcsg.cli.bringing import brought
from tcsg.cli.desk import Desk
from tcsg.cli.sources import read_source
from tcsg.ledger.canonical import dump_ledger
from tcsg.model import Committee, Minutes
from tcsg.workspace import SourceFile, find_workspace

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]

LATE = "\n## Late business\n\n**Action:** AHR to count the spoons.\n"


@pytest.fixture(autouse=True)
def copies(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let copies be made on whatever machine; none is left at the end."""
    monkeypatch.setattr(crew, "processors", lambda: 2)
    monkeypatch.setattr(crew, "may_copy", lambda: True)
    monkeypatch.setattr(os, "getloadavg", lambda: (0.5, 0.5, 0.5))
    yield
    aside.leave()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committee with 60 actions whose ledger is written, and one more action in its latest minutes."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    root = tmp_path / "home"
    make(root, 60)
    assert tcsg(root, "carry").returncode == 0
    with latest(root).open("a", encoding="utf-8") as file:
        file.write(LATE)
    return root


def tcsg(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tcsg", *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)


def latest(root: Path) -> Path:
    return max((root / "minutes").rglob("2*.md"), key=lambda path: path.name)


def desk(root: Path) -> Desk:
    return Desk(find_workspace(root), date(2031, 6, 17))


def sources(root: Path) -> tuple[SourceFile, ...]:
    return desk(root).sources


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of what this process reads itself."""
    paths: list[str] = []

    def read(source: SourceFile, committee: Committee, *, dated: bool) -> Minutes:
        paths.append(source.path)
        return read_source(source, committee, dated=dated)

    monkeypatch.setattr("tcsg.cli.desk.read_source", read)
    return paths


def carried(root: Path) -> bytes:
    return dump_ledger(brought(desk(root), strict=True).ledger).encode()


def test_a_copy_reads_what_this_process_reads(home: Path) -> None:
    committee = desk(home).committee
    with aside.aside(sources(home), committee) as reading:
        told = {s.path: reading(s.path) for s in sources(home)}
    assert told == crew.kept(sources(home), committee)
    assert len(told) > 2


def test_what_it_was_not_asked_for_or_cannot_read_it_does_not_tell(home: Path) -> None:
    broken = SourceFile("minutes/broken.md", b"---\ndate: 2031-13-45\n---\n## Actions\n\n- Ann to look\n")
    first, other, *_ = sources(home)
    with aside.aside([first, broken], desk(home).committee) as reading:
        assert reading(first.path)
        assert reading(broken.path) is None
        assert reading(other.path) is None


@pytest.mark.parametrize("early", [True, False], ids=["begun with the command", "begun when something has changed"])
def test_a_changed_file_is_read_by_the_copy_alone(home: Path, read_here: list[str], early: bool) -> None:
    if early:
        aside.begin()
    ledger = carried(home)
    assert b"count the spoons" in ledger
    assert read_here == []


def test_a_new_file_that_stands_before_others_makes_the_same_ledger(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = sorted(path.stem for path in (home / "minutes").rglob("2*.md"))[-2]
    day = date.fromordinal(date.fromisoformat(older).toordinal() + 1)
    (home / f"minutes/{day}.md").write_text(f"---\ndate: {day}\n---\n\n## Actions\n\n- AHR to wash the sails\n", encoding="utf-8")
    together = carried(home)
    monkeypatch.setattr(crew, "may_copy", lambda: False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(home.parent / "another"))
    assert carried(home) == together
    assert b"wash the sails" in together


def test_with_one_processor_there_is_no_copy(home: Path, read_here: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "processors", lambda: 1)
    aside.begin()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert b"count the spoons" in carried(home)
    assert read_here == [str(latest(home).relative_to(home))]


def test_on_a_busy_machine_there_is_no_copy(home: Path, read_here: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (2.5, 2.5, 2.5))
    assert b"count the spoons" in carried(home)
    assert read_here == [str(latest(home).relative_to(home))]


def test_where_no_process_can_be_started_this_one_reads(home: Path, read_here: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - how many, not which
    assert b"count the spoons" in carried(home)
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208
    assert read_here == [str(latest(home).relative_to(home))]


@pytest.mark.parametrize("begun", [True, False], ids=["before it is asked", "while it reads"])
def test_when_the_copy_is_killed_this_process_reads(home: Path, read_here: list[str], monkeypatch: pytest.MonkeyPatch, begun: bool) -> None:
    def die(_sources: Sequence[SourceFile], _committee: Committee) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(crew, "kept", die)
    aside.begin()
    if begun:
        os.kill(aside._waiting[0]._process, signal.SIGKILL)
        time.sleep(0.05)
    assert b"count the spoons" in carried(home)
    assert read_here == [str(latest(home).relative_to(home))]


def test_a_fault_of_the_copy_is_not_told_twice(home: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_sources: Sequence[SourceFile], _committee: Committee) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(crew, "kept", fail)
    assert b"count the spoons" in carried(home)
    assert capfd.readouterr() == ("", "")


def test_a_carry_says_of_a_broken_file_what_it_says_without_a_copy(home: Path) -> None:
    latest(home).write_text("---\ndate: 2031-13-45\n---\n", encoding="utf-8")
    before = (home / "minutes/ledger.yaml").read_bytes()
    answers = [tcsg(home, *words) for words in (("carry",), ("-C", ".", "carry"))]  # the copy begins with the command where that comes first
    assert [answer.returncode for answer in answers] == [2, 2]
    assert answers[0].stderr == answers[1].stderr
    assert f"{latest(home).relative_to(home)}:2: " in answers[0].stderr
    assert (home / "minutes/ledger.yaml").read_bytes() == before


def test_a_carry_that_is_interrupted_leaves_no_process(home: Path) -> None:
    """Both are of one group, which Ctrl-C ends; so it is the reader of the pipe that would wait for what is left."""
    command = [sys.executable, "-m", "tcsg", "carry"]
    for wait in (0.02, 0.06, 0.1, 0.14):
        process = subprocess.Popen(command, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        time.sleep(wait)
        os.kill(process.pid, signal.SIGTERM)  # this process alone
        process.communicate(timeout=20)
        assert process.returncode in (0, 143, -signal.SIGTERM)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, 0)
            time.sleep(1)  # a copy finds by the end of its pipe that nobody asks any more
            with pytest.raises(ProcessLookupError):
                os.killpg(process.pid, 0)
