"""Who is to do it: lists of owners, and the owners that the words of a task name."""

from __future__ import annotations

import pytest

from tcsg.model import Person
from tcsg.reading.names import Names, names_of
from tcsg.reading.naming import is_group, split_owners
from tcsg.reading.owners import find_owners

NOBODY_LISTED = Names()
CREW = names_of(
    [Person("Fern Abbot", "FA"), Person("Joss Kerr", "JK"), Person("Nora Ames", "NA"), Person("Will Marsh", "WM"), Person("Anna de Vries", "AdV")]
)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("FA", ("FA",)),
        ("FA/JK", ("FA", "JK")),
        ("FA / JK", ("FA", "JK")),
        ("FA, JK & NA", ("FA", "JK", "NA")),
        ("FA, JK, and NA", ("FA", "JK", "NA")),
        ("FA and JK", ("FA", "JK")),
        ("FA + JK", ("FA", "JK")),
        ("FA; JK", ("FA", "JK")),
        ("Fern Abbot and Joss", ("Fern Abbot", "Joss")),
        ("**FA**", ("FA",)),
        ("@fern, @joss", ("fern", "joss")),
        ("fern@", ("fern",)),
        ("the exec", ("exec",)),
        ("All", ("All",)),
        ("FA, FA", ("FA",)),
        ("FA with support from JK", ("FA",)),
        ("FA, supported by JK", ("FA",)),
        ("NA", ("NA",)),
        ("Anna de Vries", ("Anna de Vries",)),
        ("", ()),
        ("someone", ()),
        ("to be decided", ()),
        ("the cost of the new boats", ()),
        ("FA and the cost of boats", ()),
        ("a, b, c, d, e, f, g, h, i, j", ()),
    ],
)
def test_a_list_of_owners_is_split_and_is_none_when_a_part_is_nobody(text: str, owners: tuple[str, ...]) -> None:
    assert split_owners(text, CREW) == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("the cook", ("cook",)),
        ("harbour master, cook", ("harbour master", "cook")),
        ("TBC", ()),
        ("N/A", ()),
        ("unassigned", ()),
    ],
)
def test_where_only_owners_stand_any_short_phrase_is_one(text: str, owners: tuple[str, ...]) -> None:
    assert split_owners(text, NOBODY_LISTED, loose=True) == owners


def test_na_is_nobody_where_nobody_has_these_initials() -> None:
    assert split_owners("NA", NOBODY_LISTED, loose=True) == ()
    assert split_owners("NA", CREW, loose=True) == ("NA",)


@pytest.mark.parametrize(
    ("phrase", "group"),
    [
        ("All", True),
        ("everyone", True),
        ("Lifeboat Committee members", True),
        ("the exec", True),
        ("all coaches", True),
        ("Finance subcommittee", True),
        ("editors", True),
        ("Fern", False),
        ("FA", False),
        ("update members", False),
        ("", False),
    ],
)
def test_a_group_is_known_by_its_last_word(phrase: str, group: bool) -> None:
    assert is_group(phrase) is group


@pytest.mark.parametrize(
    ("text", "form", "owners"),
    [
        ("FA to row", "to", ("FA",)),
        ("FA and JK will row", "to", ("FA", "JK")),
        ("Fern'll row", "to", ("Fern",)),
        ("After the storm, FA to row", "to", ("FA",)),
        ("Fern, please row", "please", ("Fern",)),
        ("[FA, JK] row", "bracket", ("FA", "JK")),
        ("FA: row", "label", ("FA",)),
        ("Fern - row", "label", ("Fern",)),
        ("Fern- row", "label", ("Fern",)),
        ("Row (FA)", "parentheses", ("FA",)),
        ("Row (FA/JK).", "parentheses", ("FA", "JK")),
        ("Row (owner: Fern)", "parentheses", ("Fern",)),
        ("Mend the oar - Fern", "dash", ("Fern",)),
        ("Go to the lock, FA.", "comma", ("FA",)),
        ("@fern row", "handle", ("fern",)),
    ],
)
def test_the_head_or_the_tail_of_a_task_names_its_owners(text: str, form: str, owners: tuple[str, ...]) -> None:
    found = find_owners(text, CREW, marked=True)
    assert found is not None
    assert (found.form, found.owners) == (form, owners)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Row",
        "Go to the lock",
        "Continue to row with FA",
        "Ask JK to row",
        "Boats to be painted",
        "Row (to the lock)",
        "Row (see the chart)",
        "Someone to row",
        "Decide who is to row",
        "Check - slowly",
    ],
)
def test_a_task_without_an_owner_has_none(text: str) -> None:
    found = find_owners(text, CREW, marked=True)
    assert found is None or found.owners == ()


@pytest.mark.parametrize(
    "text",
    [
        "Row: to the lock and back (FA)",
        "Row to the lock (FA)",
        "Row to the lock, FA",
        "Row - FA",
    ],
)
def test_a_verb_that_no_list_holds_is_nobody_where_people_are_listed(text: str) -> None:
    found = find_owners(text, CREW, marked=True)
    assert found is not None
    assert found.owners == ("FA",)


@pytest.mark.parametrize(
    "text", ["FA to ask JK for oars", "FA to row with JK", "FA, with support from JK, to row", "FA to tell JK and NA", "FA: row (JK has the oars)"]
)
def test_who_is_asked_told_or_helps_is_no_owner(text: str) -> None:
    found = find_owners(text, CREW, marked=True)
    assert found is not None
    assert found.owners == ("FA",)


@pytest.mark.parametrize("text", ["The tide is to turn at nine", "It was good to see her", "Ducks: four", "The vote was close (7 to 6)"])
def test_without_a_mark_narrative_names_no_owner_for_sure(text: str) -> None:
    found = find_owners(text, CREW)
    assert found is None or not found.strong


def test_the_span_is_that_of_the_words_that_name_the_owner() -> None:
    text = "After the storm, FA to row"
    found = find_owners(text, CREW, marked=True)
    assert found is not None
    assert text[found.start : found.end] == "FA"
