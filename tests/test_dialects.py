"""One meeting in the markup of many programs is one meeting; the minutes are in `cases/dialects`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcsg.model import Committee, Mention, Minutes, Status
from tcsg.reading.markdown import scan
from tcsg.reading.minutes import read_minutes
from tcsg.reading.respelling import respelt

CASES = Path(__file__).parent / "cases" / "dialects"
OTHERS = sorted(path for path in CASES.glob("*/*") if path.stem != "markdown")
BARE = str.maketrans(dict.fromkeys("*_/"))
"""Signs of emphasis, of which each kind of markup has its own."""


def _read(path: Path) -> Minutes:
    return read_minutes(path.read_text("utf-8"), "minutes/2031-03-12.md", "", Committee())


def _told(mention: Mention) -> tuple[Status, tuple[str, ...], str, str]:
    """What an action says, wherever it stands."""
    return mention.status, mention.owners, mention.due.words if mention.due else "", mention.text.translate(BARE)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: f"{path.parent.name} in {path.stem}")
def test_a_meeting_reads_the_same_in_every_markup(path: Path) -> None:
    there, here = _read(path), _read(path.with_name("markdown.md"))
    assert list(map(_told, there.mentions)) == list(map(_told, here.mentions))


@pytest.mark.parametrize("path", [path for path in OTHERS if path.parent.name == "allotment"], ids=lambda path: path.stem)
def test_who_was_there_reads_the_same_in_every_markup(path: Path) -> None:
    there, here = _read(path), _read(path.with_name("markdown.md"))
    assert (there.present, there.apologies) == (here.present, here.apologies)
    assert here.present


def test_the_meetings_have_actions_of_every_state() -> None:
    told = [_told(mention) for path in CASES.glob("*/markdown.md") for mention in _read(path).mentions]
    assert {status for status, *_ in told} == {Status.OPEN, Status.DONE}
    assert len(told) > 15
    assert any(len(owners) > 1 for _, owners, *_ in told)


# --- whatever stands on a page -----------------------------------------------------------------------------------

PIECES = (
    "", "a", "  a  b", "Action", "| a | b |", "|a", "|| a || b ||", "^ a ^ b ^", "|---+---|", "|---|---|", "{|", "|}", "|-", "! a !! b", "|+ a",
    "|===", '[cols="1,2"]', ".Tasks", "+---+---+", "+===+===+", "==== ====", "---- ----", "--------------------", ".. list-table:: Tasks",
    "   :header-rows: 1", "   * - a", "     - b", "{{done}}", "{{Action|a|b}}", "[[a|b]]", "%ACTION{}% a", "#+TITLE: a", "** TODO a", "h2. a", "# a",
    "#. a", "---++ a", "a [b]{.mark}", "```", "~~~", "> a", "- a", "\\item a",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_every_item_has_lines_of_the_page(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert respelt(text).count("\n") == text.count("\n")
    items = scan(text)
    assert all(1 <= item.line <= item.end <= len(lines) for item in items)
    assert [item.line for item in items] == sorted(item.line for item in items)
