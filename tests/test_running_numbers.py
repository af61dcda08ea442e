"""Numbers that a committee counts on from meeting to meeting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from make import carried, find, ids, mention, minutes, series

from tcsg.ledger.numbering import telling_numbers
from tcsg.model import Committee, Mention, Section, Status
from tcsg.reading.minutes import read_minutes


def numbered(number: int, text: str, *owners: str) -> Mention:
    return mention(text, *owners, cites=[str(number)])


def reviewed(number: int, text: str, *owners: str, status: Status = Status.OPEN) -> Mention:
    return replace(mention(text, *owners, status=status, cites=[str(number)]), section=Section.REVIEW)


@pytest.mark.parametrize("first", [301, 17])
def test_the_number_tells_it_whatever_the_review_says(first: int) -> None:
    given = [numbered(first, "KK to ask the yard about the slipway", "KK"), numbered(first + 1, "PB to list the oars", "PB")]
    news = [reviewed(first, "KK absent, continued", "KK"), reviewed(first + 1, "done", status=Status.DONE)]
    ledger = carried(series(given, news)).ledger
    assert ids(ledger) == ("A1.1", "A1.2")
    assert find(ledger, "A1.2").status is Status.DONE


@pytest.mark.parametrize(
    ("given", "telling"),
    [
        ([301], {"301"}),
        ([17, 18, 19], {"17", "18", "19"}),
        ([1, 2, 3], set()),
        ([4, 5], set()),
        ([12, 15], set()),
        ([17], set()),
    ],
)
def test_which_numbers_go_on_from_meeting_to_meeting(given: list[int], telling: set[str]) -> None:
    assert telling_numbers(minutes(*[numbered(n, f"KK to see to berth {n}", "KK") for n in given])) == telling


def test_a_list_that_counts_from_one_is_told_by_its_words() -> None:
    given = [numbered(1, "KK to ask the yard about the slipway", "KK"), numbered(2, "PB to list the oars", "PB")]
    news = [reviewed(1, "RS to buy a new kettle for the clubhouse", "RS"), reviewed(2, "KK: slipway, no answer from the yard", "KK")]
    assert "A2.1" in ids(carried(series(given, news)).ledger)


def test_what_a_review_closed_is_not_given_anew_by_the_number_of_a_list() -> None:
    table = "| No. | Action | Owner | {last} |\n| --- | --- | --- | --- |\n| 1 | {first} | KK | {told} |\n| 2 | {second} | PB | |\n\n"
    text = "## Actions of the last meeting\n\n" + table.format(last="Update", first="Report on late berth fees", told="Done", second="Oars")
    text += "## New actions\n\n" + table.format(last="Due", first="Write to members with late fees", told="May", second="Count the sails")
    assert [m.restates for m in read_minutes(text, "2031-01-05.md", "", Committee()).mentions] == [None] * 4
