"""Reading in several processes: the answers are those of one, whatever becomes of the others."""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Sequence
from datetime import date
from multiprocessing import active_children, get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from bench.committee import make

from tcsg.cli import crew
from tcsg.cli.crew import Crew
from tcsg.cli.desk import Desk
from tcsg.errors import ManyErrors, MinutesError
from tcsg.ledger.ahead import Ahead
from tcsg.ledger.canonical import dump_ledger
from tcsg.ledger.carry import Carried, carry
from tcsg.model import Committee, Ledger, Minutes
from tcsg.workspace import SourceFile, find_workspace

BROKEN = "---\ndate: 2031-13-45\n---\n## Actions\n\n- Ann to look\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committee with 120 actions, read for the first time."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    make(tmp_path / "home", 120)
    return tmp_path / "home"


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let a crew start for a few bytes; the paths of what it has read."""
    taken: list[str] = []
    asked = Crew.reading

    def reading(self: Crew, source: SourceFile) -> str | None:
        found = asked(self, source)
        taken.extend([source.path] if found is not None else [])
        return found

    monkeypatch.setattr(crew, "WORTHWHILE", 1)
    monkeypatch.setattr(crew, "PORTION", 4_000)
    monkeypatch.setattr(crew, "processors", lambda: 3)
    monkeypatch.setattr(crew, "_context", lambda: get_context("spawn"))
    monkeypatch.setattr(Crew, "reading", reading)
    return taken


def desk(home: Path) -> Desk:
    return Desk(find_workspace(home), date(2031, 6, 17))


def alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Minutes, ...]:
    """What one process reads, without what others have found out."""
    with monkeypatch.context() as patch:
        patch.setattr(crew, "WORTHWHILE", 10**9)
        patch.setenv("XDG_CACHE_HOME", str(home.parent / "another"))
        return desk(home).minutes(strict=False)


def test_several_processes_read_what_one_reads(home: Path, eager: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    together = desk(home).minutes(strict=True)
    assert len(eager) == len(together) == 6
    assert together == alone(home, monkeypatch)
    assert active_children() == []


def test_what_was_read_is_kept(home: Path, eager: list[str]) -> None:
    first = desk(home).minutes(strict=True)
    eager.clear()
    assert desk(home).minutes(strict=True) == first
    assert eager == []


def test_broken_files_are_told_in_their_order(home: Path, eager: list[str]) -> None:
    for path in ("minutes/0000.md", "minutes/zzz.md"):
        (home / path).write_text(BROKEN, encoding="utf-8")
    with pytest.raises(ManyErrors) as told:
        desk(home).minutes(strict=True)
    assert [str(e).split(":")[0] for e in told.value.errors] == ["minutes/0000.md", "minutes/zzz.md"]
    assert all(type(e) is MinutesError and e.place is not None and e.place.line == 2 for e in told.value.errors)
    assert len(eager) == 6


def test_where_no_process_can_be_started_one_reads(home: Path, eager: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OSError("no semaphores")

    monkeypatch.setattr(crew, "_context", refuse)
    assert desk(home).minutes(strict=True) == alone(home, monkeypatch)
    assert eager == []


def fall(_portion: Sequence[SourceFile]) -> None:
    """Read nothing, as a process does that is killed."""
    os.kill(os.getpid(), signal.SIGTERM)


def test_when_processes_are_killed_one_reads(home: Path, eager: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_read", fall)
    monkeypatch.setattr(Crew, "_help", lambda _self: False)
    assert desk(home).minutes(strict=True) == alone(home, monkeypatch)
    assert eager == []


def doze(portion: tuple[SourceFile, ...]) -> dict[str, str]:
    """Read as a process does that has much else to do."""
    time.sleep(0.5)
    return crew._read(portion)


def test_who_waits_reads_what_nobody_has_begun(home: Path, eager: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    helped: list[str] = []
    read = crew.kept

    def kept(sources: Sequence[SourceFile], committee: Committee) -> dict[str, str]:
        helped.extend(source.path for source in sources)
        return read(sources, committee)

    monkeypatch.setattr(crew, "_read", doze)
    monkeypatch.setattr(crew, "kept", kept)
    monkeypatch.setattr(crew, "processors", lambda: 2)
    together = desk(home).minutes(strict=True)
    assert len(helped) in range(1, 6)
    assert set(helped) <= set(eager)
    assert together == alone(home, monkeypatch)
    assert active_children() == []


def test_who_is_interrupted_leaves_no_process_behind(home: Path, eager: list[str]) -> None:
    work = desk(home)
    started: list[BaseProcess] = []

    def interrupted() -> None:
        with Crew(work.sources, Committee()) as hands:
            assert hands.reading(work.sources[0])
            started.extend(active_children())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert len(started) == 2
    ended = time.monotonic() + 30
    while any(process.is_alive() for process in started) and time.monotonic() < ended:
        time.sleep(0.01)
    assert not any(process.is_alive() for process in started)
    assert eager == [work.sources[0].path]


def test_little_is_read_by_one_process(home: Path, eager: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "WORTHWHILE", sum(len(s.data) for s in desk(home).sources) + 1)
    desk(home).minutes(strict=True)
    assert eager == []


def ledger_of(home: Path) -> bytes:
    """The ledger that a first carry gives."""
    return dump_ledger(desk(home).carried(strict=True)[1].ledger).encode()


def ledger_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    with monkeypatch.context() as patch:
        patch.setattr(crew, "WORTHWHILE", 10**9)
        patch.setattr(Desk, "carried", carried_at_once)
        patch.setenv("XDG_CACHE_HOME", str(home.parent / "another"))
        return ledger_of(home)


def carried_at_once(self: Desk, *, strict: bool) -> tuple[tuple[Minutes, ...], Carried]:
    """A carry that begins when all has been read."""
    minutes = self.minutes(strict=strict)
    return minutes, carry(minutes, Ledger(), self.committee, self.reading, self.today)


def test_a_carry_with_several_processes_makes_the_ledger_of_one(home: Path, eager: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert ledger_of(home) == ledger_alone(home, monkeypatch)
    assert len(eager) == 6
    assert active_children() == []


@pytest.mark.parametrize("dated", [True, False], ids=["dates in the front matter", "dates that no glance finds"])
def test_files_named_in_another_order_make_the_same_ledger(home: Path, eager: list[str], monkeypatch: pytest.MonkeyPatch, dated: bool) -> None:
    for n, path in enumerate(sorted((home / "minutes").rglob("2*.md"))):
        text = path.read_text(encoding="utf-8")
        path.unlink()
        hidden = text.replace("---\n", f"---\n# {'-' * 700}\n", 1).replace("\ndate: ", "\n'date': ", 1)
        (home / f"minutes/{9 - n}.md").write_text(text if dated else hidden, encoding="utf-8")
    followed: list[date | None] = []
    add = Ahead.add

    def watched(self: Ahead, minutes: Minutes) -> None:
        followed.append(minutes.day)
        add(self, minutes)

    monkeypatch.setattr(Ahead, "add", watched)
    assert ledger_of(home) == ledger_alone(home, monkeypatch)
    assert sorted(eager) == [f"minutes/{n}.md" for n in range(4, 10)]
    assert (followed == sorted(followed, key=str)) is dated


def test_a_carry_whose_processes_are_killed_makes_the_same_ledger(home: Path, eager: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_read", fall)
    monkeypatch.setattr(Crew, "_help", lambda _self: False)
    assert ledger_of(home) == ledger_alone(home, monkeypatch)
    assert eager == []
    assert active_children() == []


def test_a_carry_that_fails_while_others_read_leaves_no_process_behind(home: Path, eager: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_self: Ahead, _minutes: Minutes) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Ahead, "add", fail)
    with pytest.raises(ZeroDivisionError):
        desk(home).carried(strict=True)
    ended = time.monotonic() + 30
    while active_children() and time.monotonic() < ended:
        time.sleep(0.01)
    assert active_children() == []
    assert eager
    assert gc.isenabled()
