"""What somebody did by the talk of a meeting is heard of the one action of theirs that it does, and of no other."""

from __future__ import annotations

from datetime import date

import pytest
from make import assert_kept_without, assert_made_one_way

from tcsg.ledger.carry import carry
from tcsg.model import Committee, Ledger, Minutes
from tcsg.reading.minutes import read_minutes

HEAD = "# Rowing club\n\nPresent: Ann Bell, Bo Kern, Cy Marsh\n\n"
FIRST = """## Actions

- Ann to write to the school about the slipway
- Bo to add a rule on lights to the handbook of the crew
- Cy to count the life jackets
- Ann to ask the yard for a price
"""


def read(day: str, body: str) -> Minutes:
    return read_minutes(HEAD + body, f"minutes/{day}.md", f"{day}{body}", Committee())


def minutes(talk: str) -> tuple[Minutes, Minutes]:
    return read("2031-01-06", FIRST), read("2031-02-03", f"## Slipway\n\n{talk}\n\n## Actions\n\n- Bo to oil the winch\n")


def done(talk: str) -> list[str]:
    """The actions of the first meeting that are done after such a talk at the second."""
    ledger = carry(minutes(talk), Ledger(), Committee(), "", date(2031, 12, 31)).ledger
    return [a.text for a in ledger.actions if a.raised == "2031-01-06" and str(a.status) == "done"]


@pytest.mark.parametrize(
    ("talk", "text"),
    [
        ("The weeds are back. Ann wrote to the school about them.", "Ann to write to the school about the slipway"),
        ("- Ann has written to the school.", "Ann to write to the school about the slipway"),
        ("Ann reported that she had written to the school.", "Ann to write to the school about the slipway"),
        ("Cy counted the life jackets last week; 31.", "Cy to count the life jackets"),
        ("The life jackets have been counted.", "Cy to count the life jackets"),
        ("Bo made a page with the new rule on lights for the handbook.", "Bo to add a rule on lights to the handbook of the crew"),
    ],
)
def test_who_has_an_action_did_it_by_the_talk(talk: str, text: str) -> None:
    assert done(talk) == [text]


@pytest.mark.parametrize(
    "talk",
    [
        "Bo wrote to the school about the slipway.",  # it is Ann's
        "Ann wrote to the harbour office.",
        "Ann has not written to the school about the slipway yet.",
        "Ann wanted to write to the school about the slipway.",
        "Ann said that the school is near the slipway.",
        "Cy liked the life jackets.",
        "Cy counted some of the life jackets.",
        "The school wrote about the slipway.",
        "The life jackets have been washed.",
    ],
)
def test_what_somebody_else_did_or_nobody_yet_closes_nothing(talk: str) -> None:
    assert done(talk) == []


def test_what_the_meeting_lists_stays_as_it_is_listed() -> None:
    assert done("Cy counted the life jackets.\n\n## Old actions\n\n- Cy to count the life jackets - ongoing") == []


def test_it_is_so_without_the_minutes_and_made_again() -> None:
    told = minutes("Cy counted the life jackets last week.")
    assert_made_one_way(told)
    assert_kept_without(told, 0)
    assert_kept_without(told, 1)
