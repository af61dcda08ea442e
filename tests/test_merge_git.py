"""Ledgers merged by git itself: with the driver, and without it followed by `tcsg resolve`."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import Build, Run
from tcsg.ledger.records import read_ledger

LEDGER = "minutes/ledger.yaml"
TODAY = {"TCSG_TODAY": "2032-06-01"}
GIT = {
    **os.environ,
    **TODAY,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Vera Hall",
    "GIT_AUTHOR_EMAIL": "vera@example.org",
    "GIT_COMMITTER_NAME": "Vera Hall",
    "GIT_COMMITTER_EMAIL": "vera@example.org",
}
VERBS = "paint price order mend sweep sell draw count clean book".split()
THINGS = "pump hedge ladder boiler ferry attic poster fence window kettle gutter orchard".split()


def git(home: Path, *words: str, codes: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run(["git", *words], cwd=home, env=GIT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in codes, done.stdout + done.stderr
    return done.stdout + done.stderr


def minutes(number: int, *bullets: str) -> tuple[str, str]:
    day = date(2031, 1, 7) + timedelta(weeks=number)
    return f"minutes/{day}.md", f"---\nmeeting: {number}\ndate: {day}\n---\n\n## Actions\n\n" + "".join(f"- {b}\n" for b in bullets)


def bullets(number: int, count: int) -> list[str]:
    chance = random.Random(number)
    return [f"AB to {chance.choice(VERBS)} the {chance.choice(THINGS)} in plot {100 * number + n} for {chance.choice(THINGS)}" for n in range(count)]


MEETINGS, EACH = 8, 4


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a committee's first meetings, carried and committed."""
    home = tmp_path_factory.mktemp("seed") / "committee"
    (home / "minutes").mkdir(parents=True)
    for number in range(1, MEETINGS + 1):
        path, text = minutes(number, *bullets(number, EACH))
        (home / path).write_text(text, "utf-8")
    git(home, "init", "-q", "-b", "main")
    command = [sys.executable, "-m", "tcsg"]
    for words in (["carry", "-q"], ["init", "--git"]):
        subprocess.run([*command, *words], cwd=home, env=GIT, check=True, capture_output=True)
    (home / "minutes/committee.yaml").unlink()
    git(home, "add", "-A")
    git(home, "commit", "-qm", "first meetings")
    return home


Step = Callable[[Path, Run], None]


def told(number: int, *more: str) -> Step:
    """Somebody adds the minutes of a meeting, and carries."""

    def step(home: Path, tcsg: Run) -> None:
        path, text = minutes(number, *bullets(number, EACH), *more)
        (home / path).write_text(text, "utf-8")
        assert tcsg("carry", "-q", cwd=home, env=TODAY).code == 0

    return step


def typed(*words: str) -> Step:
    """Somebody types a command."""

    def step(home: Path, tcsg: Run) -> None:
        result = tcsg(*words, cwd=home, env=TODAY)
        assert result.code == 0, result.err

    return step


def scenario(name: str, chance: random.Random) -> tuple[list[Step], list[Step]]:
    """What the two sides do."""
    known = [f"A{m}.{n}" for m in range(1, MEETINGS + 1) for n in range(1, EACH + 1)]
    ids = chance.sample(known, 12)
    again = f"{bullets(2, EACH)[1]} - ongoing"
    nine, ten, more = told(MEETINGS + 1, again), told(MEETINGS + 2), told(MEETINGS + 2, again)
    close_five, close_others = typed("done", *ids[:5]), typed("done", *ids[5:10])
    meeting, number = chance.randint(1, MEETINGS), chance.randint(1, EACH - 1)
    return {
        "each another meeting": ([nine], [more if chance.random() < 0.5 else ten]),
        "a meeting, and five closed": ([nine], [close_five]),
        "five others closed": ([close_five], [close_others]),
        "the same five closed": ([close_five], [close_five]),
        "the same minutes": ([nine], [nine]),
        "meetings and others closed": ([nine, close_five], [ten, close_others]),
        "due moved, and closed": ([typed("due", ids[0], "2032-09-01")], [typed("done", ids[0])]),
        "neighbours closed": ([typed("done", f"A{meeting}.{number}")], [typed("done", f"A{meeting}.{number + 1}")]),
        "another due on each": ([typed("due", ids[0], "2032-09-01")], [typed("due", ids[0], "2032-10-01")]),
        "the same minutes, and one closed": ([nine], [nine, typed("done", f"A{MEETINGS + 1}.{number}")]),
    }[name]


SCENARIOS = (
    "each another meeting",
    "a meeting, and five closed",
    "five others closed",
    "the same five closed",
    "the same minutes",
    "meetings and others closed",
    "due moved, and closed",
    "neighbours closed",
    "another due on each",
    "the same minutes, and one closed",
)
DISAGREE = "another due on each"


def _copy(seeded: Path, home: Path) -> Path:
    shutil.copytree(seeded, home)
    return home


def _branches(home: Path, tcsg: Run, ours: list[Step], theirs: list[Step]) -> None:
    """Both sides, each on a branch of its own; the one called main is checked out."""
    for branch, steps in (("theirs", theirs), ("main", ours)):
        git(home, "checkout", "-q", *(["-b", branch] if branch == "theirs" else [branch]))
        for step in steps:
            step(home, tcsg)
        git(home, "add", "-A")
        git(home, "commit", "-qm", branch)


def _in_turn(home: Path, tcsg: Run, *steps: Step) -> bytes:
    for step in steps:
        step(home, tcsg)
    assert tcsg("carry", "-q", cwd=home, env=TODAY).code == 0
    return (home / LEDGER).read_bytes()


def _carried(home: Path, tcsg: Run) -> bytes:
    result = tcsg("carry", cwd=home, env=TODAY)
    assert result.code == 0, result.err
    assert "as typed" not in result.out
    return (home / LEDGER).read_bytes()


def assert_merged_right(name: str, seed: int, seeded: Path, tmp: Path, tcsg: Run) -> str:
    """Merge the two sides with the driver, the other way round, and as text with `resolve`; how the text merge went."""
    ours, theirs = scenario(name, random.Random(f"{name} {seed}"))
    expected = {_in_turn(_copy(seeded, tmp / "one"), tcsg, *ours, *theirs), _in_turn(_copy(seeded, tmp / "two"), tcsg, *theirs, *ours)}
    home = _copy(seeded, tmp / "merged")
    _branches(home, tcsg, ours, theirs)
    plain = _copy(home, tmp / "plain")
    other = _copy(home, tmp / "other")
    git(plain, "config", "--remove-section", "merge.tcsg")
    git(other, "checkout", "-q", "theirs")
    disagree = name == DISAGREE
    git(home, "merge", "-q", "-m", "merged", "theirs", codes=(int(disagree),))
    git(other, "merge", "-q", "-m", "merged", "main", codes=(int(disagree),))
    merged = (home / LEDGER).read_bytes()
    if disagree:
        assert_in_conflict(home, tcsg)
    else:
        assert (other / LEDGER).read_bytes() == merged
        assert _carried(home, tcsg) in expected
    went = git(plain, "merge", "-q", "-m", "merged", "theirs", codes=(0, 1))
    if "CONFLICT" not in went:
        assert not disagree
        assert _carried(plain, tcsg) in expected
        return "clean"
    result = tcsg("resolve", cwd=plain, env=TODAY)
    assert (plain / LEDGER).read_bytes() == merged
    if disagree:
        assert result.code == 2
        assert_in_conflict(plain, tcsg)
        return "conflict"
    assert result.code == 0
    assert git(plain, "diff", "--name-only", "--diff-filter=U") == ""
    assert _carried(plain, tcsg) in expected
    return "resolved"


def assert_in_conflict(home: Path, tcsg: Run) -> None:
    """The two entries alone stand between markers, every command refuses, and either side can be taken."""
    text = (home / LEDGER).read_text("utf-8")
    inside = text[text.index("<<<<<<< ") : text.index(">>>>>>> ")].split("\n")[1:-1]
    assert inside == ["  - {on: 2032-06-01, due: 2032-09-01}", "=======", "  - {on: 2032-06-01, due: 2032-10-01}"]
    result = tcsg("actions", cwd=home)
    assert (result.code, result.out) == (2, "")
    assert "unresolved merge conflict" in result.err
    for side, day in (("ours", "2032-09-01"), ("theirs", "2032-10-01")):
        (home / LEDGER).write_text(text, "utf-8")
        git(home, "checkout", "-q", "-m", "--", LEDGER)
        assert tcsg("resolve", "--take", side, cwd=home, env=TODAY).code == 0
        chosen = [a for a in read_ledger((home / LEDGER).read_bytes(), LEDGER).actions if a.by_hand]
        assert [e.due for a in chosen for e in a.by_hand] == [day]
        assert tcsg("carry", "-q", cwd=home, env=TODAY).code == 0
        assert [str(a.due) for a in read_ledger((home / LEDGER).read_bytes(), LEDGER).actions if a.by_hand] == [day]


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_merge_is_right_or_a_conflict(name: str, seeded: Path, tmp_path: Path, tcsg: Run) -> None:
    assert_merged_right(name, 0, seeded, tmp_path, tcsg)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_merge_is_right_or_a_conflict(name: str, seed: int, seeded: Path, tmp_path: Path, tcsg: Run) -> None:
    assert_merged_right(name, seed, seeded, tmp_path, tcsg)


# --- other ways in which git merges ------------------------------------------------------------------------------


def test_a_rebase_a_cherry_pick_and_a_stash_merge_by_the_driver_too(seeded: Path, tmp_path: Path, tcsg: Run) -> None:
    nine, ten = told(MEETINGS + 1), told(MEETINGS + 2)
    expected = _in_turn(_copy(seeded, tmp_path / "one"), tcsg, nine, ten)
    start = _copy(seeded, tmp_path / "start")
    _branches(start, tcsg, [nine], [ten])
    for how in ("rebase", "cherry-pick", "stash"):
        home = _copy(start, tmp_path / how)
        if how == "rebase":
            git(home, "rebase", "-q", "theirs")
        elif how == "cherry-pick":
            git(home, "cherry-pick", "theirs")
        else:
            git(home, "checkout", "-q", "theirs")
            git(home, "reset", "-q", "--soft", "HEAD~1")
            git(home, "stash", "-q")
            git(home, "checkout", "-q", "main")
            git(home, "stash", "pop", "-q")
        assert _carried(home, tcsg) == expected, how


def test_a_revert_takes_away_what_the_commit_brought_and_nothing_else(seeded: Path, tmp_path: Path, tcsg: Run) -> None:
    home = _copy(seeded, tmp_path / "home")
    for step in (told(MEETINGS + 1), typed("done", "A1.1")):
        step(home, tcsg)
        git(home, "add", "-A")
        git(home, "commit", "-qm", "step")
    git(home, "revert", "--no-edit", "HEAD~1")
    assert _carried(home, tcsg) == _in_turn(_copy(seeded, tmp_path / "one"), tcsg, typed("done", "A1.1"))


def test_three_clones_that_merge_in_any_order_end_with_the_same_bytes(seeded: Path, tmp_path: Path, tcsg: Run) -> None:
    home = _copy(seeded, tmp_path / "home")
    parts = {"a": [told(MEETINGS + 1), typed("done", "A1.1")], "b": [typed("note", "A1.1", "rang the firm")], "c": [typed("add", "CD to buy a rake")]}
    for branch, steps in parts.items():
        git(home, "checkout", "-q", "-b", branch, "main")
        for step in steps:
            step(home, tcsg)
        git(home, "add", "-A")
        git(home, "commit", "-qm", branch)
    ends = set()
    for order in ("abc", "acb", "bac", "bca", "cab", "cba"):
        git(home, "checkout", "-q", "-b", order, order[0])
        for branch in order[1:]:
            git(home, "merge", "-q", "-m", "merged", branch)
        ends.add(_carried(home, tcsg))
        git(home, "commit", "-qam", "carried", codes=(0, 1))
    assert len(ends) == 1


# --- the driver alone --------------------------------------------------------------------------------------------


def test_a_version_that_is_no_ledger_is_merged_as_text_and_left_in_conflict(seeded: Path, tmp_path: Path, tcsg: Run) -> None:
    text = (seeded / LEDGER).read_text("utf-8")
    for name, content in (("base", text), ("ours", text.replace("status: open", "status: opne", 1)), ("theirs", text + "garden: 1\n")):
        (tmp_path / name).write_text(content, "utf-8")
    result = tcsg("merge-driver", "base", "ours", "theirs", cwd=tmp_path)
    assert (result.code, result.out) == (1, "")
    assert "minutes/ledger.yaml (ours):16: `opne` is no status" in result.err
    assert "status: opne" in (tmp_path / "ours").read_text("utf-8")
    assert "garden: 1" in (tmp_path / "ours").read_text("utf-8")


def test_a_bug_in_the_driver_leaves_no_side_alone_in_the_file(seeded: Path, tmp_path: Path, tcsg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (seeded / LEDGER).read_text("utf-8")
    for name, content in (("base", text), ("ours", text), ("theirs", text + "  garden: 1\n")):
        (tmp_path / name).write_text(content, "utf-8")
    monkeypatch.setattr("tcsg.ledger.merge.merge", lambda *_: 1 / 0)
    assert tcsg("merge-driver", "base", "ours", "theirs", cwd=tmp_path).code == 3
    assert (tmp_path / "ours").read_text("utf-8") == text + "  garden: 1\n"


def test_setting_git_up_twice_is_setting_it_up_once(seeded: Path, tmp_path: Path, tcsg: Run) -> None:
    home = _copy(seeded, tmp_path / "home")
    before = (home / ".gitattributes").read_bytes(), (home / ".gitignore").read_bytes(), (home / ".git/config").read_bytes()
    assert before[0] == b"minutes/ledger.yaml merge=tcsg text eol=lf\n"
    assert tcsg("init", "--git", cwd=home).code == 0
    assert ((home / ".gitattributes").read_bytes(), (home / ".gitignore").read_bytes(), (home / ".git/config").read_bytes()) == before
    git(home, "check-ignore", "-q", "minutes/.ledger.lock")


def test_git_is_asked_for_only_where_there_is_a_repository(workspace: Build, tcsg: Run) -> None:
    result = tcsg("init", "--git", cwd=workspace())
    assert result.code == 2
    assert "in no repository of git" in result.err


def test_there_is_nothing_to_resolve_in_a_ledger_without_conflict(seeded: Path, tmp_path: Path, tcsg: Run) -> None:
    result = tcsg("resolve", cwd=_copy(seeded, tmp_path / "home"))
    assert (result.code, result.err) == (2, "minutes/ledger.yaml is in no conflict; there is nothing to resolve\n")


STYLES = ("merge", "diff3", "zdiff3")


@pytest.mark.parametrize("style", STYLES)
def test_markers_alone_are_enough_to_resolve(style: str, seeded: Path, tmp_path: Path, tcsg: Run) -> None:
    home = _copy(seeded, tmp_path / "home")
    git(home, "config", "--remove-section", "merge.tcsg")
    git(home, "config", "merge.conflictStyle", style)
    ours, theirs = [told(MEETINGS + 1), typed("done", "A1.1")], [told(MEETINGS + 2), typed("due", "A1.1", "2032-09-01")]
    _branches(home, tcsg, ours, theirs)
    git(home, "merge", "-q", "-m", "merged", "theirs", codes=(1,))
    shutil.rmtree(home / ".git")
    (home / LEDGER).write_bytes((home / LEDGER).read_bytes().replace(b"\n", b"\r\n"))
    assert tcsg("actions", cwd=home).code == 2
    result = tcsg("resolve", cwd=home, env=TODAY)
    assert result.code == 0, result.err
    expected = {_in_turn(_copy(seeded, tmp_path / n), tcsg, *steps) for n, steps in (("one", [*ours, *theirs]), ("two", [*theirs, *ours]))}
    assert _carried(home, tcsg) in expected


def test_a_repository_cannot_make_tcsg_run_what_it_names(seeded: Path, tmp_path: Path, tcsg: Run) -> None:
    home = _copy(seeded, tmp_path / "home")
    canary = tmp_path / "canary"
    hook = home / ".git/hooks/run"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {canary}\n", "utf-8")
    hook.chmod(0o755)
    for name in ("post-index-change", "pre-commit", "reference-transaction"):
        shutil.copy(hook, hook.with_name(name))
    git(home, "config", "core.fsmonitor", str(hook))
    git(home, "config", "alias.add", f"!touch {canary}")
    assert tcsg("check", "--exit-zero", "--against", "HEAD", cwd=home, env=TODAY).code == 0
    assert tcsg("resolve", cwd=home).code == 2
    assert tcsg("init", "--git", cwd=home).code == 0
    assert not canary.exists()
