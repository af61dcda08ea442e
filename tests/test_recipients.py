"""Whose messages and files there are, and what a person's file is called."""

from __future__ import annotations

import re

from hostile import HOSTILE
from hypothesis import example, given
from hypothesis import strategies as st
from make import FIRST, TODAY, carried, mention, minutes

from tcsg.ledger.merging import Who
from tcsg.ledger.people import Directory
from tcsg.ledger.query import Query
from tcsg.ledger.recipients import each, file_words
from tcsg.model import Committee, Person

PEOPLE = (Person("Sam Lee", "SL"), Person("Ann Birch", "AB"), Person("Sam Roth"))


def lists(*owned: tuple[str, ...], committee: Committee | None = None, query: Query | None = None) -> dict[str, list[str]]:
    """Who gets which actions, of a meeting at which these are the owners of an action each."""
    told = [mention(f"{word} to be done", *owners) for word, owners in zip(("sow", "hoe", "dig"), owned, strict=False)]
    ledger = carried([minutes(*told, meeting="1", people=PEOPLE)], committee=committee).ledger
    directory = Directory(ledger, committee or Committee(), FIRST)
    return {str(who): [row.action.id for row in rows] for who, rows in each(ledger, query or Query(), directory, TODAY)}


def test_everybody_gets_their_own_and_their_groups_and_nothing_is_lost() -> None:
    committee = Committee(groups=(("Pair", ("AB", "SL")), ("Ghosts", ("QX",))))
    assert lists(("SL",), ("Pair",), ("Web team",), committee=committee) == {
        "Sam Lee (SL)": ["A1.1", "A1.2"],
        "Ann Birch (AB)": ["A1.2"],
        "Web team": ["A1.3"],
    }
    assert lists(("Ghosts",), committee=committee) == {"Ghosts": ["A1.1"]}
    assert lists(("Sam",), ("All members",)) == {"Sam Lee (SL)": ["A1.2"], "Ann Birch (AB)": ["A1.2"], "Sam Roth": ["A1.2"], "Sam": ["A1.1"]}


def test_who_is_asked_for_comes_back_with_nothing_too_and_the_limit_is_for_each() -> None:
    sam, ann = Who("Sam Lee", "SL"), Who("Ann Birch", "AB")
    assert lists(("SL",), ("SL",), query=Query(owners=(ann, sam), limit=1)) == {"Ann Birch (AB)": [], "Sam Lee (SL)": ["A1.1"]}


def test_a_file_is_called_by_initials_or_by_the_letters_of_a_name() -> None:
    people = [Who("Sam Lee", "SL"), Who("Sara Long", "sl"), Who("Zoë O’Neil"), Who("Zoe O'Neil"), Who("../../etc"), Who("学"), Who("人", "a/b")]
    assert list(file_words(people).values()) == ["SL", "sl-2", "zoe-o-neil", "zoe-o-neil-2", "etc", "owner", "owner-2"]


@example([("be ill", "0\n")])
@given(st.lists(st.tuples(st.sampled_from(HOSTILE) | st.text(max_size=60), st.sampled_from(HOSTILE) | st.text(max_size=6)), unique=True))
def test_any_system_takes_what_a_file_is_called(names: list[tuple[str, str]]) -> None:
    words = list(file_words(Who(name, initials) for name, initials in names).values())
    assert all(re.fullmatch(r"[0-9A-Za-z-]{1,45}", word) for word in words)
    assert len({word.casefold() for word in words}) == len(words) == len(names)
