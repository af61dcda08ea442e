"""A closing list has for an owner in other words what it had before: it is asked whether that is the same, and only where words tell it."""

from __future__ import annotations

from datetime import date

import pytest

from tcsg.ledger.carry import carry
from tcsg.model import Committee, Ledger
from tcsg.reading.minutes import read_minutes


def asked(first: str, next_: str) -> bool:
    """Whether a person is asked if Ann's task of one list is that of the next; they are never put together unasked."""
    texts = [f"Present: Ann Kerr, Bo Lind\n\n## Actions\n\n- Ann: {words}\n" for words in (first, next_)]
    read = tuple(read_minutes(text, f"minutes/2031-0{n}-05.md", str(n), Committee()) for n, text in enumerate(texts, start=1))
    got = carry(read, Ledger(), Committee(), "", date(2031, 12, 31))
    assert len(got.ledger.actions) == 2
    return any(f.code == "ambiguous-match" for f in got.findings)


@pytest.mark.parametrize(
    ("first", "next_"),
    [
        ("find stewards for Saturdays", "Saturday stewards, two still missing"),
        ("wood for a cabinet for the lanterns", "shelves of the lantern cabinet"),
        ("renew the insurance of the skiff Maud", "Maud's insurance, three offers by the end of April"),
        ("shutters for the kiosk on the jetty", "town hall, awning of the jetty kiosk"),
    ],
)
def test_two_telling_words_that_nothing_else_has_are_asked_about(first: str, next_: str) -> None:
    assert asked(first, next_)


@pytest.mark.parametrize(
    ("first", "next_"),
    [
        ("find stewards for Saturdays", "leaflets for Saturday"),
        ("price for a cabinet for the lanterns", "two new lanterns for the skiff"),
        ("renew the insurance of the skiff Maud", "new paint for the skiff Nan"),
        ("review chapter 3 of the handbook", "print chapter 4 of the handbook"),
    ],
)
def test_one_word_or_another_number_is_no_question(first: str, next_: str) -> None:
    assert not asked(first, next_)
