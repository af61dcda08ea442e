"""`tcsg same`, `different`, `show --why`, `carry --from-scratch`: a person's word on matches, and the ledger made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Build, Run

HEAD = "Present: Anna Berg (AB), Carl Dahl (CD)\n\n"
FIRST = HEAD + "## Actions\n\n- AB to price a roof for the shed\n- CD to order three lamps for the hall\n"
SECOND = HEAD + "## Actions\n\n- AB to ask two builders what slates cost\n- CD to order three lamps for the hall\n"
THIRD = HEAD + "## Actions\n\n- AB to ask two builders what slates cost - done\n"


@pytest.fixture
def home(workspace: Build, tcsg: Run) -> Path:
    days = {"01-01": FIRST, "02-01": SECOND, "03-01": THIRD}
    root = workspace({f"minutes/2031-{day}.md": f"---\nmeeting: {n}\n---\n{text}" for n, (day, text) in enumerate(days.items(), 1)})
    assert tcsg("carry", "-q", cwd=root).code == 0
    return root


def rows(tcsg: Run, home: Path) -> list[tuple[str, str]]:
    lines = tcsg("actions", "--status", "all", "--sort", "meeting", cwd=home).out.splitlines()
    return [(name, status) for name, status, *_ in (line.split("\t") for line in lines)]


def test_two_actions_become_one_and_the_older_id_lives(tcsg: Run, home: Path) -> None:
    assert rows(tcsg, home) == [("A1.1", "open"), ("A1.2", "open"), ("A2.1", "done")]
    assert tcsg("note", "2.1", "the slates are dear", cwd=home).code == 0
    result = tcsg("same", "2.1", "1.1", cwd=home)
    assert (result.code, result.out) == (0, "A1.1 is also A2.1: AB to price a roof for the shed\n")
    assert rows(tcsg, home) == [("A1.1", "done"), ("A1.2", "open")]
    shown = tcsg("show", "A2.1", cwd=home).out
    assert shown.startswith("A1.1 ")
    assert "note: the slates are dear" in shown
    assert tcsg("carry", "--check", cwd=home).code == 0


def test_what_was_said_to_be_one_can_be_said_to_be_two_again(tcsg: Run, home: Path) -> None:
    before = (home / "minutes" / "ledger.yaml").read_bytes()
    assert tcsg("same", "1.1", "2.1", cwd=home).code == 0
    assert tcsg("different", "1.1", "2.1", cwd=home).code == 0
    assert [status for _, status in rows(tcsg, home)] == ["open", "open", "done"]
    for _ in range(2):
        assert tcsg("undo", cwd=home).code == 0
    assert (home / "minutes" / "ledger.yaml").read_bytes() == before


def test_a_match_that_was_wrong_is_taken_apart_at_its_meeting(tcsg: Run, home: Path) -> None:
    assert tcsg("show", "1.2", cwd=home).out.count("minutes/") == 2
    result = tcsg("different", "1.2", "2", cwd=home)
    assert (result.code, "A2.2 raised: CD to order three lamps for the hall [CD]" in result.out) == (0, True)
    assert rows(tcsg, home) == [("A1.1", "open"), ("A1.2", "open"), ("A2.1", "done"), ("A2.2", "open")]


def test_two_mentions_of_one_meeting_are_one(tcsg: Run, workspace: Build) -> None:
    home = workspace({"minutes/2031-01-01.md": HEAD + "## Actions\n\n- AB to ask about slates\n- AB to find a price for the roof\n"})
    assert tcsg("carry", "-q", cwd=home).code == 0
    assert tcsg("same", "A2031-01-01.2", "A2031-01-01.1", cwd=home).out == "A2031-01-01.1 is also A2031-01-01.2: AB to ask about slates\n"
    assert len(tcsg("actions", cwd=home).out.splitlines()) == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("same", "1.1", "A1.1"), "one action already"),
        (("same", "1.1", "9.9"), "there is no action"),
        (("different", "1.2", "1"), "is mentioned at 1, 2; name the meeting after the first"),
        (("different", "1.2", "7"), "is mentioned at 1, 2"),
    ],
)
def test_what_cannot_be_said_is_refused_and_nothing_changes(tcsg: Run, home: Path, args: tuple[str, ...], said: str) -> None:
    before = (home / "minutes" / "ledger.yaml").read_bytes()
    result = tcsg(*args, cwd=home)
    assert result.code == 2
    assert said in result.err
    assert (home / "minutes" / "ledger.yaml").read_bytes() == before


def test_an_action_of_no_minutes_cannot_be_the_younger_one(tcsg: Run, home: Path) -> None:
    assert tcsg("add", "AB to buy slates", "--on", "2031-03-05", cwd=home).code == 0
    assert "stands in no minutes; close it instead: tcsg drop A3.1" in tcsg("same", "1.1", "3.1", cwd=home).err


def test_show_says_why_each_place_is_taken_for_the_action(tcsg: Run, home: Path) -> None:
    shown = tcsg("show", "2.1", "--why", cwd=home).out
    assert "here it begins" in shown
    assert "+1.10  the same words, the same owners" in shown
    assert "+0.03  it was mentioned at the meeting before" in shown


def test_the_ledger_made_from_scratch_is_the_same(tcsg: Run, home: Path) -> None:
    assert tcsg("due", "1.1", "2031-05-01", cwd=home).code == 0
    assert tcsg("same", "1.1", "2.1", cwd=home).code == 0
    result = tcsg("carry", "--from-scratch", "--check", cwd=home)
    assert (result.code, result.out) == (0, "")
    assert "up to date" in result.err


def test_from_scratch_finds_what_the_minutes_do_not_tell(tcsg: Run, home: Path) -> None:
    ledger = home / "minutes" / "ledger.yaml"
    ledger.write_text(ledger.read_text().replace("status: done", "status: open"))
    result = tcsg("carry", "--from-scratch", "--check", cwd=home)
    assert (result.code, result.out) == (1, "A2.1 done\n")
    assert tcsg("carry", "--from-scratch", cwd=home).code == 0
    assert ("A2.1", "done") in rows(tcsg, home)


def test_half_done_is_asked_about_and_listed_without_a_terminal(tcsg: Run, workspace: Build) -> None:
    home = workspace({"minutes/2031-01-01.md": HEAD + "## Review of actions\n\n- AB to tar the roof: done, but the gutter leaks\n"})
    asked = tcsg("review", cwd=home).out
    assert "is A2031-01-01.1 done (done, but the gutter leaks)?" in asked
    assert tcsg("actions", cwd=home).out.split("\t")[1] == "open"
