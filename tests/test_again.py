"""What is to be done once more is another action than what was done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from make import carried, ids, mention, series

from tcsg.ledger.matching import SURE, evidence, words_of
from tcsg.model import Committee, Section, Status
from tcsg.reading.again import is_again, spelt_out
from tcsg.reading.minutes import read_minutes


@pytest.mark.parametrize(
    ("said", "spelt"),
    [
        ("re-circulate the list", "circulate again the list"),
        ("resend the link", "send again the link"),
        ("the link was resent", "the link was sent again"),
        ("report on the reed bed", "report on the reed bed"),
        ("re: the reed bed", "re: the reed bed"),
        ("return the re-entry form", "return the entry again form"),
    ],
)
def test_what_is_done_again_is_spelt_in_two_words(said: str, spelt: str) -> None:
    assert spelt_out(said) == spelt
    assert is_again(said) is (said != spelt)


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("KK to circulate the plan of the boat shed", "KK to re-circulate the plan of the boat shed"),
        ("KK to send the invoice to the printer", "KK to resend the invoice to the printer"),
        ("KK to book the hall for the spring fair", "KK to book the hall for the spring fair again"),
    ],
)
def test_what_is_done_again_is_never_sure_to_be_what_was_done(first: str, later: str) -> None:
    assert evidence(words_of(later, ["KK"]), words_of(first, ["KK"])) < SURE
    assert evidence(words_of(later, ["KK"]), words_of(later, ["KK"])) >= SURE


def test_a_report_may_say_again_of_what_goes_on() -> None:
    later = replace(mention("KK: printer chased again", "KK"), section=Section.REVIEW)
    assert ids(carried(series([mention("KK to chase the printer", "KK")], [later])).ledger) == ("A1.1",)


def test_a_list_says_what_is_done_again_of_nothing_that_was_reviewed() -> None:
    review = "## Review of actions\n\n- KK to circulate the plan of the shed: sent, but few have it\n\n"
    text = f"{review}## Actions\n\n- KK to re-circulate the plan of the shed\n"
    assert [m.restates for m in read_minutes(text, "2031-01-05.md", "", Committee()).mentions] == [None, None]


def test_two_ways_to_say_that_it_is_done_again_are_one() -> None:
    later = replace(mention("KK: send the plan of the shed again", "KK", status=Status.DONE), section=Section.REVIEW)
    assert ids(carried(series([mention("KK to resend the plan of the shed", "KK")], [later])).ledger) == ("A1.1",)
