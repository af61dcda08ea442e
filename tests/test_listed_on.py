"""What a review leaves open and the list of the same minutes has in other words is one action; what is told of another thing is not."""

from __future__ import annotations

from datetime import date

import pytest

from tcsg.ledger.carry import carry
from tcsg.model import Committee, Ledger
from tcsg.reading.minutes import read_minutes

HEAD = "Present: Ann Kerr, Bo Lind, Cy Moss, Di Nash, Eve Orr\n\n"
GIVEN = """## Actions

- Ann to scan the old log books
- Bo to settle the route of the summer cruise
- Cy to draw a new harbour chart
- Di to prepare the March bulletin
"""


def actions(review: str, listed: str) -> int:
    """How many actions there are after a meeting that reviews one of the four and lists another or the same."""
    texts = (GIVEN, f"## Review of actions\n\n- {review}\n\n## New actions\n\n- {listed}\n")
    read = tuple(read_minutes(HEAD + text, f"minutes/2031-0{n}-05.md", str(n), Committee()) for n, text in enumerate(texts, start=1))
    return len(carry(read, Ledger(), Committee(), "", date(2031, 12, 31)).ledger.actions)


@pytest.mark.parametrize(
    ("review", "listed"),
    [
        ("Old log books: three of twelve scanned", "Ann to go on scanning the log books"),
        ("Old log books: ongoing", "Ann to continue with the log books"),
        ("Old log books: eight of twelve. Eve alone from now on", "Eve to scan the last four log books"),
        ("Harbour chart: no report", "Cy to draw the chart"),
        ("Summer cruise: the route is not settled", "Bo to settle the route"),
    ],
)
def test_what_goes_on_is_the_action_that_the_review_left_open(review: str, listed: str) -> None:
    assert actions(review, listed) == 4


@pytest.mark.parametrize(
    ("review", "listed"),
    [
        ("Old log books: three of twelve scanned", "Ann to scan the letters"),
        ("Old log books: three of twelve scanned", "Ann to buy three log books"),
        ("Old log books: three of twelve scanned", "Bo to go on scanning the log books"),
        ("Old log books: all scanned, done", "Ann to go on scanning the log books"),
        ("Harbour chart: no report", "Cy to draw a chart of the river"),
        ("March bulletin: not out yet", "Di to prepare the June bulletin"),
    ],
)
def test_another_thing_another_owner_and_what_was_closed_stay_apart(review: str, listed: str) -> None:
    assert actions(review, listed) == 5
