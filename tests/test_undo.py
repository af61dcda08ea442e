"""Undo leads back to the very bytes, and whatever happens to a ledger, nothing that was recorded by hand is lost."""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from society import APRIL, FIRST, LEDGER, MARCH, SECOND

from conftest import Build, Run
from tcsg.cli import desk, main, sources
from tcsg.ledger.records import read_ledger
from tcsg.model import Action
from tcsg.workspace import Workspace


@pytest.fixture(autouse=True)
def _settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TCSG_TODAY", "2031-05-20")


@pytest.fixture
def root(workspace: Build) -> Path:
    return workspace({MARCH: FIRST})


def _bytes(root: Path) -> bytes | None:
    path = root / LEDGER
    return path.read_bytes() if path.exists() else None


COMMANDS = ["carry", "done 31.1", "drop 31.2 --why no", "reopen 31.1", "due 31.3 2031-06-01", "assign 31.1 IB", "note 31.1 so", "add VH to mow"]


def test_undo_leads_back_byte_for_byte_through_every_verb(root: Path, tcsg: Run) -> None:
    states = [_bytes(root)]
    for command in COMMANDS:
        assert tcsg(*command.split(), cwd=root).code == 0
        states.append(_bytes(root))
    (root / APRIL).write_text(SECOND, encoding="utf-8")
    tcsg("carry", cwd=root)
    said = []
    for state in reversed(states):
        code, out, _ = tcsg("undo", cwd=root)
        said.append(out.strip())
        assert (code, _bytes(root)) == (0, state)
    assert said[0] == "undone: carry"
    assert said[1] == "undone: add A31.4"
    assert not (root / LEDGER).exists()
    assert tcsg("undo", cwd=root) == (2, "", "there is nothing to undo\n")


def test_a_command_that_changed_nothing_is_not_undone(root: Path, tcsg: Run) -> None:
    for command in ("carry", "done 31.1", "carry", "done 31.1"):
        tcsg(*command.split(), cwd=root)
    assert tcsg("undo", cwd=root).out == "undone: done A31.1\n"
    assert tcsg("undo", cwd=root).out == "undone: carry\n"


def test_undo_refuses_when_the_ledger_was_changed_otherwise_and_goes_on_once_that_is_taken_back(root: Path, tcsg: Run) -> None:
    tcsg("carry", cwd=root)
    before = (root / LEDGER).read_bytes()
    tcsg("done", "31.1", cwd=root)
    after = (root / LEDGER).read_bytes()
    (root / LEDGER).write_bytes(after + b"# mine\n")
    code, out, err = tcsg("undo", cwd=root)
    assert (code, out, "changed otherwise" in err) == (2, "", True)
    assert (root / LEDGER).read_bytes() == after + b"# mine\n"
    (root / LEDGER).write_bytes(after)
    assert tcsg("undo", cwd=root).code == 0
    assert (root / LEDGER).read_bytes() == before


@pytest.mark.parametrize("next_command", ["undo", "due 31.1 2031-09-01"])
def test_a_crash_between_the_way_back_and_the_write_leaves_undo_whole(
    root: Path, tcsg: Run, monkeypatch: pytest.MonkeyPatch, next_command: str
) -> None:
    tcsg("carry", cwd=root)
    tcsg("note", "31.1", "ordered", cwd=root)
    noted = _bytes(root)

    def crash(*_: object) -> bool:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "write_ledger", crash)
        assert tcsg("done", "31.1", cwd=root).code == 3
    assert _bytes(root) == noted
    said = tcsg(*next_command.split(), cwd=root).out
    if next_command == "undo":
        assert said == "undone: note A31.1\n"
    else:
        assert tcsg("undo", cwd=root).out == "undone: due A31.1\n"
        assert _bytes(root) == noted
        assert tcsg("undo", cwd=root).out == "undone: note A31.1\n"
    assert tcsg("undo", cwd=root).out == "undone: carry\n"
    assert _bytes(root) is None


def test_a_way_back_that_is_damaged_is_passed_over_and_never_followed(root: Path, tcsg: Run, tmp_path: Path) -> None:
    for command in ("carry", "done 31.1"):
        tcsg(*command.split(), cwd=root)
    before = _bytes(root)
    latest = max((tmp_path / "state").rglob("*.json"))
    latest.write_text('{"words": "done"', encoding="utf-8")
    assert tcsg("undo", cwd=root).code == 2
    assert _bytes(root) == before


def test_only_so_many_ways_back_are_kept(root: Path, tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tcsg.workspace.history.KEPT", 3)
    tcsg("carry", cwd=root)
    for number in range(5):
        tcsg("note", "31.1", f"word {number}", cwd=root)
    assert len(list((tmp_path / "state").rglob("*.json"))) == 3
    assert [tcsg("undo", cwd=root).code for _ in range(4)] == [0, 0, 0, 2]


def test_nothing_of_undo_is_kept_in_the_committees_folder(root: Path, tcsg: Run) -> None:
    for command in ("carry", "done 31.1", "undo"):
        tcsg(*command.split(), cwd=root)
    assert {path.name for path in root.rglob("*")} == {"minutes", Path(MARCH).name, Path(LEDGER).name, ".ledger.lock"}


def test_without_a_home_the_work_is_done_and_undo_says_why_it_is_not(root: Path, tcsg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(_: type[Path]) -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", classmethod(homeless))
    code, _, err = tcsg("carry", cwd=root, env={"XDG_STATE_HOME": "relative"})
    assert (code, "XDG_STATE_HOME" in err, (root / LEDGER).exists()) == (0, True, True)
    code, _, err = tcsg("undo", cwd=root, env={"XDG_STATE_HOME": ""})
    assert (code, "XDG_STATE_HOME" in err) == (2, True)


# --- at random ---------------------------------------------------------------------------------------------------

MAY = """\
---
meeting: 33
date: 2031-05-13
present: [Vera Hall (VH), Rosa Lind (RL)]
---

**Actions:**

- TO to mend the pump by 30 June.
- RL and VH to price a second water butt - done
- VH to mow the verge by the road.
"""

LATER = ((APRIL, SECOND), ("minutes/2031-05-13.md", MAY))
MEMORY = next((path for path in ("/dev/shm",) if os.access(path, os.W_OK)), None)  # noqa: S108 - a folder of its own is made in it
IDS = st.sampled_from(["A31.1", "A31.2", "A31.3", "A31.4"])
VERBS = {
    "done {}": "status", "drop {} --why dry": "status", "reopen {}": "status", "due {} 2031-07-01": "due", "due {} none": "due",
    "assign {} IB": "owners", "assign {} RL VH": "owners", "note {} so": "", "done {} --on 2031-03-10": "status",
    "due {} 2031-08-01 --on 2031-04-20": "due", "assign {} TO --on 2031-03-04": "owners",
}  # fmt: skip
FIELDS = st.sampled_from([
    ("status", "open"), ("status", "done"), ("status", "dropped"), ("due", "2031-10-10"), ("due", "null"), ("owners", "[IB]"), ("owners", "[]"),
])  # fmt: skip
STEPS = st.one_of(
    st.tuples(st.just("verb"), st.tuples(st.sampled_from(sorted(VERBS)), IDS)),
    st.tuples(st.just("type"), st.tuples(IDS, FIELDS)),
    st.tuples(st.sampled_from(["carry", "carry", "minutes", "undo", "add", "comment"]), st.none()),
)


@dataclass
class _Play:
    """A workspace with what has happened to it: the ledger's bytes before each change, and what was typed and waits."""

    root: Path
    changes: list[tuple[str, bytes | None]] = field(default_factory=list)
    known: set[bytes | None] = field(default_factory=lambda: {None})
    typed: dict[tuple[str, str], tuple[object, object]] = field(default_factory=dict)
    days: int = 0

    def run(self, *args: str) -> int:
        out = io.StringIO()
        with redirect_stdout(out), redirect_stderr(out):
            code = main(["--today", f"2031-06-{self.days + 1:02}", *args])
        assert code in {0, 1, 2}, out.getvalue()
        return code

    def actions(self) -> dict[str, Action]:
        data = _bytes(self.root)
        return {i: a for a in read_ledger(data, LEDGER).actions for i in (a.id, *a.aliases)} if data is not None else {}

    def command(self, *args: str, about: tuple[str, str] | None = None) -> None:
        """Run a command that may change the ledger, and see that nothing made by hand is lost by it."""
        before, old = _bytes(self.root), self.actions()
        if self.run(*args) == 0 and about in self.typed:
            del self.typed[about]  # what the command says of it is said later
        after, new = _bytes(self.root), self.actions()
        for number, action in old.items():
            kept = list(new[number].by_hand)
            for entry in action.by_hand:
                kept.remove(entry)
        for (number, name), (_, value) in self.typed.items():
            now = new[number]
            taken = [e for e in now.by_hand if getattr(e, name) == (str(value or "none") if name == "due" else value)]
            assert getattr(now, name) == value or taken, (args, number, name, value)
        if after != before:
            self.changes.append(("command", before))
            self.known |= {before, after}

    def edit(self, change: Callable[[str], str]) -> None:
        """Change the ledger as somebody with an editor would."""
        before = _bytes(self.root)
        if before is None:
            return
        after = change(before.decode()).encode()
        if after != before:
            (self.root / LEDGER).write_bytes(after)
            self.changes.append(("edit", before))

    def type(self, number: str, name: str, value: str) -> None:
        """Type another value into a field of a record."""
        old = self.actions()
        self.edit(lambda text: re.sub(rf"(- id: {re.escape(number)}\n(?:  .*\n)*?  {name}: ).*", rf"\g<1>{value}", text))
        if number in old:
            was, now = getattr(old[number], name), getattr(self.actions()[number], name)
            first = self.typed.get((number, name), (was, was))[0]
            self.typed[number, name] = (first, now)
            if first == now:
                del self.typed[number, name]

    def undo(self) -> None:
        """Undo the last change: a command by `undo`, which does not touch what was edited since."""
        now = _bytes(self.root)
        if not self.changes:
            assert self.run("undo") == 2
            return
        kind, before = self.changes[-1]
        if kind == "command":
            assert self.run("undo") == 0
        else:
            if now not in self.known:
                assert self.run("undo") == 2
                assert _bytes(self.root) == now
            assert before is not None
            (self.root / LEDGER).write_bytes(before)
        self.changes.pop()
        assert _bytes(self.root) == before
        self.typed.clear()

    def step(self, kind: str, told: object) -> None:
        self.days += 1
        match kind, told:
            case "verb", (str(verb), str(number)):
                self.command(*verb.format(number).split(), about=(number, VERBS[verb]))
            case "type", (str(number), (str(name), str(value))):
                self.type(number, name, value)
            case "carry", _:
                self.command("carry")
                self.typed.clear()
                assert self.run("carry", "--check") == 0
            case "add", _:
                self.command("add", "VH to mow the verge by the road")
                self.typed.clear()
            case "comment", _:
                self.edit(lambda text: text.replace("  status: open\n", "  status: open  # still\n", 1))
            case "minutes", _:
                path, text = next(((p, t) for p, t in LATER if not (self.root / p).exists()), LATER[-1])
                (self.root / path).write_text(text, encoding="utf-8")
            case "undo", _:
                self.undo()


@pytest.fixture(scope="module")
def _fast() -> Iterator[None]:
    """No waiting for the disk, and the same minutes are read once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        patch.setattr(desk, "read_source", cache(sources.read_source))
        yield


@pytest.mark.usefixtures("_fast")
@pytest.mark.parametrize(("rounds", "part"), [*((250, part) for part in range(4)), pytest.param(3000, None, marks=pytest.mark.soak)])
def test_after_any_changes_undo_leads_to_the_first_bytes_and_nothing_made_by_hand_was_lost(rounds: int, part: int | None) -> None:
    law = settings(max_examples=rounds, suppress_health_check=[HealthCheck.too_slow])(given(st.lists(STEPS, min_size=1, max_size=8))(_undone))
    (law if part is None else seed(part)(law))()


def _undone(steps: list[tuple[str, object]]) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder, chdir(folder), pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", f"{folder}/state")
        patch.setenv("XDG_CACHE_HOME", f"{folder}/cache")  # whoever forgets old folders looks at all that there are
        root = Path(folder)
        (root / "minutes").mkdir()
        (root / MARCH).write_text(FIRST, encoding="utf-8")
        play = _Play(root)
        for step in [("carry", None), *steps]:
            play.step(*step)
        while play.changes:
            play.undo()
        assert play.run("undo") == 2
        assert _bytes(root) is None
