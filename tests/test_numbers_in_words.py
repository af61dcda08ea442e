"""Numbers are one however they are written, and tell two actions apart where they are others."""

from __future__ import annotations

from datetime import date

import pytest

from tcsg.ledger.carry import carry
from tcsg.ledger.matching.counts import numbered
from tcsg.ledger.matching.telling import SMALL
from tcsg.model import Committee, Ledger
from tcsg.reading.minutes import read_minutes

SAME = [
    ("write the second periodic report", "periodic report no. 2"),
    ("collect the rowing logs of the second term", "rowing logs of term 2"),
    ("ask the yard for a second mooring buoy", "mooring buoy no. 2"),
    ("print the 3rd edition of the tide tables", "print the third edition of the tide tables"),
    ("order 2 lamps for the jetty", "order two lamps for the jetty"),
    ("prepare phase II of the slipway works", "prepare phase 2 of the slipway works"),
    ("install version 5 on the club computers", "install v5 on the club computers"),
    ("den zweiten Bericht an das Amt schicken", "Bericht Nr. 2 an das Amt schicken"),
    ("envoyer le deuxième rapport à la mairie", "envoyer le rapport n° 2 à la mairie"),
]
APART = [
    ("collect the rowing logs of the second term", "rowing logs of term 3"),
    ("collect the rowing logs of the first term", "rowing logs of term 2"),
    ("write report 2 for the funders", "write two reports for the funders"),
    ("order the second key for the boathouse", "order two keys for the boathouse"),
    ("write the second periodic report", "collect the rowing logs of the second term"),
    ("book the third berth for the fair", "book three berths for the fair"),
    ("prepare phase II of the slipway works", "prepare phase III of the slipway works"),
    ("install v5 on the club computers", "install v6 on the club computers"),
    ("order 2 lamps for the jetty", "order three lamps for the jetty"),
]


def actions(first: str, next_: str, heading: str = "Actions") -> int:
    """How many actions two meetings have of which each states one of Ann's."""
    texts = [f"Present: Ann Kerr, Bo Lind\n\n## {h}\n\n- Ann: {words}\n" for h, words in (("Actions", first), (heading, next_))]
    read = tuple(read_minutes(text, f"minutes/2031-0{n}-05.md", str(n), Committee()) for n, text in enumerate(texts, start=1))
    return len(carry(read, Ledger(), Committee(), "", date(2031, 12, 31)).ledger.actions)


@pytest.mark.parametrize(("first", "next_"), SAME)
def test_a_number_is_one_in_words_in_digits_and_behind_its_thing(first: str, next_: str) -> None:
    assert actions(first, next_, "Review of actions") == actions(next_, first, "Review of actions") == 1


@pytest.mark.parametrize(("first", "next_"), APART)
def test_other_numbers_and_how_many_there_are_tell_two_apart(first: str, next_: str) -> None:
    assert actions(first, next_) == actions(next_, first) == 2


@pytest.mark.parametrize("words", ["a second letter to the yard", "another letter to the yard", "a third letter to the yard"])
def test_one_more_is_another_unless_the_first_bears_that_number(words: str) -> None:
    assert actions("send a letter to the yard", f"send {words}") == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("level 2 requirements", "level 2 requirements"),
        ("order 2 lamps", "order two lamps"),
        ("chapters 3 and 4", "chapters 3 and 4"),
        ("meeting of 2 may", "meeting of 2 may"),
        ("no third party", "no 3 party"),
        ("a second again letter", "a 2 letter"),
    ],
)
def test_which_one_it_is_stands_in_digits_and_how_many_in_words(words: str, told: str) -> None:
    assert " ".join(numbered(words.split(), SMALL)[0]) == told
