"""The cache: whatever is done to the folder, an answer with it is the answer without it."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from disk import Disk
from society import APRIL, FIRST, LEDGER, MARCH, SECOND

from conftest import Build, Result, Run
from tcsg.model import (
    AcademicTerm,
    AgendaItem,
    Committee,
    Due,
    Finding,
    Ignore,
    Kind,
    Limits,
    Member,
    Mention,
    Minutes,
    Person,
    Place,
    Reason,
    Section,
    Severity,
    Status,
    Theme,
)  # fmt: skip
from tcsg.reading.kept import FOREIGN, dump_committee, dump_minutes, load_committee_kept, load_minutes
from tcsg.workspace import cache
from tcsg.workspace.cache import Cache

ENV = {"TCSG_TODAY": "2031-04-20"}
TAB = "Tab"
"""Begins a question that the shell asks at the Tab key: what can go on from a line."""
PLAN = "minutes/plan.md"
PROMISES = """---
kind: action-plan
period: 2031-2032
---

# Action plan

| Commitment | Who | By |
| --- | --- | --- |
| Mend all pumps | TO | 30 April 2031 |
| Draw the garden | VH | |
"""
REGISTER = "minutes/committee.yaml"
QUESTIONS = (
    ("actions",),
    ("actions", "--owner", "TO"),
    ("actions", "--status", "all", "--sort", "id"),
    ("actions", "--overdue", "--format", "csv"),
    ("check", "--level", "info", "--exit-zero"),
    ("carry", "--check"),
    ("show", "31.1"),
    ("show", "31.2", "31.3", "--json"),
    ("show", "31.1", "--why"),
    ("actions", "--format", "json"),
    ("actions", "--owner", "TO", "--status", "all", "--format", "json"),
    ("actions", "--as-of", "2031-03-31"),
    ("check", "--today", "2031-12-31", "--exit-zero"),
    ("plan", "--format", "plain"),
    ("people",),
    (),
    *((TAB, line) for line in ("tcsg done ", "tcsg show a31.", "tcsg reopen 31", "tcsg actions --owner ", "tcsg link P")),
)
WORDS = (("pump", "tiles"[:4]), ("mend", "draw"), ("TO ", "VH "), ("14 March", "15 March"), ("- ", "* "))


class Folder:
    """A committee's folder on which anything may be done, with a cache; and a twin that has none."""

    def __init__(self, home: Path, tcsg: Run, aside: Path, chance: random.Random) -> None:
        self.home, self.tcsg, self.aside, self.chance = home, tcsg, aside, chance
        self.fresh = 0
        self._git("init", "-q", "-b", "main", "--template=")
        self._commit()

    def _git(self, *words: str) -> str:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false", *words]
        return subprocess.run(command, cwd=self.home, capture_output=True, encoding="utf-8", check=True).stdout

    def _commit(self) -> None:
        self._git("add", "--all")
        self._git("commit", "-q", "--allow-empty", "-m", "as it is")

    def _run(self, words: tuple[str, ...], home: Path, *, remembers: bool) -> Result:
        self.fresh += 1
        kept = self.aside / ("cache" if remembers else f"none{self.fresh}")
        env = {**ENV, "XDG_CACHE_HOME": str(kept), "XDG_STATE_HOME": str(self.aside / "state")}
        if words[:1] == (TAB,):
            env |= {"_TCSG_COMPLETE": "complete_fish", "_TYPER_COMPLETE_ARGS": words[1], "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
            words = ()
        return self.tcsg(*words, cwd=home, env=env)

    def ask(self, words: tuple[str, ...]) -> None:
        """Ask with the cache and without; the answers must be one."""
        assert self._run(words, self.home, remembers=True) == self._run(words, self.home, remembers=False), words

    def tell(self, words: tuple[str, ...]) -> None:
        """Change the ledger with the cache, and that of a twin without; the bytes must be the same."""
        twin = self.aside / "twin"
        shutil.rmtree(twin, ignore_errors=True)
        shutil.copytree(self.home, twin, ignore=shutil.ignore_patterns(".git"))
        said = self._run(words, self.home, remembers=True)
        assert said == self._run(words, twin, remembers=False), words
        assert _bytes(self.home / LEDGER) == _bytes(twin / LEDGER), words

    def settle(self) -> None:
        """Carry until nothing changes, and check."""
        for _ in range(2):
            self.tell(("carry",))
        self.ask(("check", "--exit-zero"))

    def change(self) -> None:
        """Do something to the folder; every file then has the time it always had."""
        self.chance.choice(
            (self._edit, self._edit, self._record, self._record, self._carry, self._go_back, self._type, self._register, self._lose, self._promise)
        )()
        for path in self.home.glob("minutes/*"):
            os.utime(path, (1_900_000_000, 1_900_000_000))

    def _edit(self) -> None:
        path = self.home / self.chance.choice((MARCH, APRIL))
        text = path.read_text("utf-8") if path.exists() else FIRST
        one, other = self.chance.choice(WORDS)
        text = text.replace(one, other, 1) if self.chance.random() < 0.7 else text + "\n**Action:** TO to oil the gate by 3 May.\n"
        path.write_text(text, encoding="utf-8")

    def _record(self) -> None:
        one = f"31.{self.chance.randrange(1, 4)}"
        verbs = (
            ("done", one),
            ("drop", one, "--why", "no money"),
            ("reopen", one),
            ("due", one, "2031-05-01"),
            ("note", one, "asked"),
            ("assign", one, "RL"),
            ("add", "TO", "to", "paint", "the", "shed"),
        )
        self.tell(self.chance.choice(verbs))

    def _carry(self) -> None:
        self.tell(("carry",))

    def _go_back(self) -> None:
        self._commit()
        commits = self._git("log", "--format=%H").split()
        self._git("checkout", "-q", self.chance.choice(commits), "--", "minutes")

    def _promise(self) -> None:
        text = (self.home / PLAN).read_text("utf-8") if (self.home / PLAN).exists() else PROMISES
        text = self.chance.choice((text, text.replace("Draw", "Plant"), text.replace("30 April", "10 April"), text + "| Oil the gate | RL | |\n"))
        (self.home / PLAN).write_text(text, encoding="utf-8")
        self.tell(("carry",))
        if self.chance.random() < 0.6:
            self.tell(("link", "31.1", f"P2031.{self.chance.randrange(1, 3)}"))

    def _type(self) -> None:
        path = self.home / LEDGER
        if path.exists():
            pairs = (
                (b"status: open", b"status: done"),
                (b"owners: [TO]", b"owners: [RL]"),
                (b"due: null", b"due: 2031-04-01"),
                (b"text: ", b"text:  "),
            )
            path.write_bytes(path.read_bytes().replace(*self.chance.choice(pairs), 1))

    def _register(self) -> None:
        said = ("date_order: dmy\n", "groups: {The whole board: all}\n", "grace_days: 9\n", "unmentioned_after: 1\n", "words: {done: [oiled]}\n")
        (self.home / REGISTER).write_text(self.chance.choice(said), encoding="utf-8")

    def _lose(self) -> None:
        (self.home / self.chance.choice((MARCH, APRIL, REGISTER, LEDGER, PLAN))).unlink(missing_ok=True)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


@pytest.mark.parametrize("seed", range(20))
def test_whatever_hand_program_and_git_do_each_answer_is_that_without_a_cache(
    seed: int, tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # no waiting for the disk
    for n in range(10):  # 200 in all
        chance = random.Random(1000 * seed + n)
        home = tmp_path / f"committee{n}"
        for path, text in {MARCH: FIRST, APRIL: SECOND}.items():
            (home / path).parent.mkdir(parents=True, exist_ok=True)
            (home / path).write_text(text, encoding="utf-8")
        folder = Folder(home, tcsg, tmp_path / f"aside{n}", chance)
        folder.tell(("carry",))
        for _ in range(4):
            folder.change()
            if chance.random() < 0.3:  # so that much is known of what comes next
                folder.settle()
            folder.ask(chance.choice(QUESTIONS))
        folder.ask(chance.choice(QUESTIONS))


# --- the files ---------------------------------------------------------------------------------------------------

KEY, OTHER = "a" * 64, "b" * 64


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Cache]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return lambda: Cache(tmp_path, "notes")


def _file(tmp_path: Path) -> Path:
    return next((tmp_path / "cache/tcsg").glob("*/notes.cache"))


def test_what_is_put_is_there_for_the_next_command(kept: Callable[[], Cache]) -> None:
    one = kept()
    one.put(KEY, ["é", 1, None])
    one.save()
    two = kept()
    assert (two.get(KEY), two.get(OTHER)) == (["é", 1, None], None)
    two.put(OTHER, {"b": 2})
    two.save()
    assert (kept().get(KEY), kept().get(OTHER)) == (["é", 1, None], {"b": 2})


@pytest.mark.parametrize("damage", [lambda d: d[:-3], lambda d: d.replace(b"[1", b"[2"), lambda _: b"\0\xff\n" * 50, lambda _: b"", lambda d: d[5:]])
def test_a_damaged_entry_is_as_none(damage: Callable[[bytes], bytes], kept: Callable[[], Cache], tmp_path: Path) -> None:
    one = kept()
    one.put(KEY, [1, 2])
    one.save()
    path = _file(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert kept().get(KEY) is None
    again = kept()
    again.put(KEY, [3])
    again.save()
    assert kept().get(KEY) == [3]


def test_a_file_that_has_grown_is_made_small_again(kept: Callable[[], Cache], tmp_path: Path) -> None:
    for n in range(12):
        one = kept()
        one.put(f"{n:064}", "x" * 400_000)
        one.save()
    assert _file(tmp_path).stat().st_size < cache.ROOM + 500_000
    assert kept().get(f"{11:064}") is not None


def test_what_is_kept_for_a_forgotten_folder_is_removed(kept: Callable[[], Cache], tmp_path: Path) -> None:
    old = tmp_path / "cache/tcsg/0123456789abcdef"
    old.mkdir(parents=True)
    (old / "notes.cache").write_bytes(b"x")
    os.utime(old / "notes.cache", (1, 1))
    one = kept()
    one.put(KEY, 1)
    one.save()
    assert not old.exists()


def test_without_a_place_for_it_nothing_is_lost_but_time(workspace: Build, tcsg: Run, tmp_path: Path) -> None:
    home = workspace({MARCH: FIRST, APRIL: SECOND})
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file/below"):
        for words in (("carry",), ("actions",), ("check", "--exit-zero")):
            assert tcsg(*words, cwd=home, env={**ENV, "XDG_CACHE_HOME": str(place)}).code == 0


@pytest.mark.parametrize("code", [5, 13, 28])
def test_a_fault_of_its_disk_changes_no_answer(code: int, workspace: Build, tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, place = workspace({MARCH: FIRST, APRIL: SECOND}), tmp_path / "cache"
    env = {**ENV, "XDG_CACHE_HOME": str(place)}
    tcsg("carry", cwd=home, env=env)
    wanted = tcsg("actions", cwd=home, env=env)
    for nth in range(1, 200):
        disk = Disk((place,), nth, code)
        with monkeypatch.context() as patch:
            disk.install(patch)
            assert tcsg("actions", cwd=home, env=env) == wanted
        if disk.failed is None:
            break
    assert nth > 2


# --- what is kept ------------------------------------------------------------------------------------------------

DAY = date(2031, 4, 8)
PEOPLE = (Person("Mira Olsen", "MO", "Chair"), Person("Nia Orr"))
MENTION = Mention(
    3, 5, "MO to paint", ("MO",), Due("in May", DAY, (DAY, DAY)), Status.DONE, Kind.TABLE, "Reports", 2, False, ("4.1",),
    (Reason("action", "a mark", 3),), "Actions", Section.REVIEW, ("https://example.org",), "oiled?", ("P2031.4",), ("NO",), "Boats", "3",
    "2.1", "3.1",
)  # fmt: skip
MINUTES = Minutes(
    "minutes/a.md", "5357", "4", DAY, "Board", DAY, "Hall", PEOPLE, PEOPLE[1:], (AgendaItem(2, "Reports", "1", ("MO",)),),
    (MENTION, Mention(9, 9, "x")),
    (Finding("overdue", Severity.ERROR, Place("minutes/a.md", 3), "late", "A4.1", 3, DAY, ("MO",)),), (("MO", 7),), ((1, 2, "Old"),), DAY,
    (Mention(12, 12, "Mira had painted"),),
)  # fmt: skip
COMMITTEE = Committee(
    "Board", "Europe/London", "dmy", "28 days", 3, (AcademicTerm("Spring", (1, 6), (3, 21)),), (DAY,),
    (Member("Mira", "MO", "Chair", DAY, DAY, "m@x", ("M",)),),
    (("Exec", ("MO",)),), (("done", ("oiled",)),), 4, (Ignore("overdue", "moving", DAY, 3, "A4.1", "minutes/*"),), Limits(1, 2, 3, 4),
    (Theme("Soil", "S"),), DAY, (DAY,), 5,
)  # fmt: skip


def test_minutes_and_register_come_back_whole() -> None:
    import json

    assert load_minutes(json.loads(json.dumps(dump_minutes(MINUTES))), "minutes/a.md", "5357") == MINUTES
    assert load_committee_kept(json.loads(json.dumps(dump_committee(COMMITTEE)))) == COMMITTEE


@pytest.mark.parametrize("value", [MINUTES, MENTION, MINUTES.findings[0], COMMITTEE, COMMITTEE.members[0], COMMITTEE.ignore[0], MINUTES.agenda[0]])
def test_no_field_is_forgotten(value: object) -> None:
    # Every field above is other than its default: a new field has to be added there, and to what is kept.
    for field in fields(value):  # type: ignore[arg-type]
        assert getattr(value, field.name) != field.default, field.name


@pytest.mark.parametrize("value", [None, 1, [], {}, [None] * 12, ["x"] * 12, dump_minutes(MINUTES)[:-1]])
def test_what_is_not_of_the_form_is_refused(value: object) -> None:
    with pytest.raises(FOREIGN):
        load_minutes(value, "a.md", "")
