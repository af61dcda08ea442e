"""Sections that no title calls a review: one is a review where enough of it is about what was left open."""

from __future__ import annotations

from datetime import date

import pytest

from tcsg.ledger.carry import carry
from tcsg.model import Committee, Ledger
from tcsg.reading.minutes import read_minutes

FIRST = """# Friends of the mill

## Jobs

- Ann: book the hall for the spring sale
- Bo: write to the council about the stairs
- Cy: pay the puppet player
- Dee: ask the parish for old boxes
"""
SECOND = """# Friends of the mill

## {title}

{told}

## Jobs

- Ann: measure the stairs
"""
HALL, COUNCIL, PLAYER = "The hall is booked for the spring sale.", "Bo wrote to the council about the stairs.", "The puppet player is paid."
TALK = "The roof leaks again.", "It was a cold winter.", "Somebody left a hat.", "The kettle is new.", "There is a cat.", "It rained.", "It snowed."


def heard(*lines: str, title: str = "How the world has gone round") -> int:
    """How many lines below a title were heard to be of an action."""
    told = "\n\n".join(lines)
    pages = (FIRST, "2031-01-14"), (SECOND.format(title=title, told=told), "2031-02-11")
    read = tuple(read_minutes(text, f"minutes/{day}.md", day, Committee()) for text, day in pages)
    links = carry(read, Ledger(), Committee(), "", date(2031, 12, 31)).links
    return sum(link.mention.text in lines for link in links)


@pytest.mark.parametrize("talk", [0, 3, 6])
def test_a_section_of_which_a_third_tells_of_three_actions_is_a_review(talk: int) -> None:
    assert heard(HALL, COUNCIL, PLAYER, *TALK[:talk]) == 3


def test_two_actions_make_a_review_where_the_section_tells_of_nothing_else() -> None:
    assert heard(HALL, COUNCIL) == 2
    assert heard(HALL, COUNCIL, TALK[0]) == 0


def test_one_action_or_three_among_much_talk_make_none() -> None:
    assert heard(HALL) == 0
    assert heard(HALL, COUNCIL, PLAYER, *TALK) == 0


def test_where_decisions_stand_nobody_looks_back() -> None:
    assert heard(HALL, PLAYER, title="Decisions") == 0
    assert heard(HALL, COUNCIL, PLAYER, title="Decisions") == 1  # which the talk tells of the one who has it
