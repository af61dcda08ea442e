"""Who was there, as minutes list it, and whom a word can mean."""

from __future__ import annotations

import pytest

from tcsg.model import Committee, Person
from tcsg.reading.markdown import scan
from tcsg.reading.minutes import read_minutes
from tcsg.reading.names import initials_of, names_of
from tcsg.reading.people import attendance
from tcsg.reading.person import read_person

NILS = Person("Nils Oberg", "NO")
TARA = Person("Tara Pell", "TP", "Treasurer")


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Nils Oberg", Person("Nils Oberg")),
        ("Nils Oberg (NO)", NILS),
        ("Nils Oberg [NO]", NILS),
        ("NO: Nils Oberg", NILS),
        ("NO - Nils Oberg", NILS),
        ("**Nils Oberg** (NO)", NILS),
        ("Tara Pell (TP), Treasurer", TARA),
        ("Tara Pell, Treasurer (TP)", TARA),
        ("Tara Pell – Treasurer (TP)", TARA),
        ("Tara Pell (TP - Treasurer)", TARA),
        ("Tara Pell\tTreasurer (TP)", TARA),
        ("Tara Pell    Treasurer (TP)", TARA),
        ("Tara Pell (Treasurer) (TP)", TARA),
        ("Tara Pell (Treasurer, TP)", TARA),
        ("Tara Pell (TP) (<i>Treasurer</i>)", TARA),
        ("Dr Tara Pell (TP), Treasurer", TARA),
        ("Cllr. Nils Oberg (NO)", NILS),
        ("Anna-Lena O’Dowd (ALO)", Person("Anna-Lena O’Dowd", "ALO")),
        ("Ludwig van Beek (LVB)", Person("Ludwig van Beek", "LVB")),
        ("@nils", Person("nils")),
        ("Tara Pell, Head of Fisheries, Rivers & Lakes (TP)", Person("Tara Pell", "TP", "Head of Fisheries, Rivers & Lakes")),
    ],
)
def test_a_line_of_an_attendance_list_is_a_person(line: str, person: Person) -> None:
    assert read_person(line) == person


@pytest.mark.parametrize("line", ["", "  ", "-", "The hall was opened at nine.", "14:00 – 15:00", "a quorum was present and voting", "x" * 400])
def test_a_line_that_names_nobody_is_no_person(line: str) -> None:
    assert read_person(line) is None


def test_brackets_that_cannot_stand_for_the_name_are_no_initials() -> None:
    person = read_person("Tara Pell (NHS)")
    assert person is not None
    assert (person.name, person.initials) == ("Tara Pell", None)


@pytest.mark.parametrize(
    "text",
    [
        "Present: Nils Oberg (NO), Tara Pell (TP, Treasurer)\n\nApologies: Vic Nunn\n",
        "Present: Nils Oberg (NO), Tara Pell (TP, Treasurer)\nApologies: Vic Nunn\n",
        "**Present:** Nils Oberg (NO), Tara Pell (TP, Treasurer)\n\n**Apologies:** Vic Nunn\n",
        "Present:\n\nNils Oberg (NO)\nTara Pell\tTreasurer (TP)\n\nApologies\n\nVic Nunn\n",
        "## Present\n\n- Nils Oberg (NO)\n- Tara Pell, Treasurer (TP)\n\n## Apologies\n\n- Vic Nunn\n",
        "Attendees:\n* Nils Oberg (NO)\n* Tara Pell (TP), Treasurer\n\nRegrets:\n* Vic Nunn\n",
        "Members present:\n\n- NO: Nils Oberg\n- TP: Tara Pell, Treasurer\n\nAbsent: Vic Nunn\n",
        "---\npresent:\n  NO: Nils Oberg\n  TP: Tara Pell, Treasurer\napologies: [Vic Nunn]\n---\n",
        "---\npresent:\n- Nils Oberg (NO)\n- Tara Pell (TP), Treasurer\napologies:\n- Vic Nunn\n---\n",
    ],
    ids=[
        "lines",
        "lines of one paragraph",
        "bold labels",
        "tabs",
        "headings",
        "bullets",
        "initials first",
        "front matter, mapping",
        "front matter, list",
    ],
)
def test_the_people_of_a_meeting_are_found_however_they_are_listed(text: str) -> None:
    minutes = read_minutes(text + "\n1. Nets\n\nThe nets were mended by Lou Card.\n", "4.md", "", Committee())
    assert minutes.present == (NILS, TARA)
    assert minutes.apologies == (Person("Vic Nunn"),)
    assert minutes.people == (NILS, TARA, Person("Vic Nunn"))


def test_first_names_on_one_line_below_a_label_are_as_many_people() -> None:
    minutes = read_minutes("**Attending:**\n\nNils, TaraP, Vic, Ivy\n\n# Notes\n\nWe talked.\n", "4.md", "", Committee())
    assert [person.name for person in minutes.people] == ["Nils", "TaraP", "Vic", "Ivy"]


def test_a_table_of_attendance_lists_people() -> None:
    found = attendance(scan("## Attendance\n\n| Name | Role |\n|---|---|\n| Nils Oberg | Chair |\n| Tara Pell | Treasurer |\n"))
    assert [(person.name, person.role) for person in found.present] == [("Nils Oberg", "Chair"), ("Tara Pell", "Treasurer")]


def test_the_lines_of_the_list_are_told_and_what_follows_is_not_among_them() -> None:
    found = attendance(scan("Club night\n\nPresent:\n\n- Nils Oberg\n- Tara Pell\n\n1. Bar\n\nNils Oberg was thanked.\n"))
    assert found.lines == frozenset({5, 6})


def test_who_is_listed_twice_was_there() -> None:
    found = attendance(scan("Present: Nils Oberg, Vic Nunn\n\nApologies: Vic Nunn\n"))
    assert [person.name for person in found.present] == ["Nils Oberg", "Vic Nunn"]
    assert found.apologies == ()


@pytest.mark.parametrize("title", ["Any Other Business", "Lower Sluice"])
def test_a_title_below_a_list_on_one_line_is_nobody(title: str) -> None:
    found = attendance(scan(f"Present: Nils Oberg, Tara Pell\n\n{title}\n\nNothing was said.\n"))
    assert [person.name for person in found.people] == ["Nils Oberg", "Tara Pell"]


def test_minutes_without_a_list_have_nobody() -> None:
    assert attendance(scan("The present was a clock. Apologies were accepted.\n")).people == ()


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Nils Oberg", "NO"), ("Anna-Lena Dowd", "ALD"), ("Dr Nils Oberg", "NO"), ("Ludwig van Beek", "LVB"), ("Cher", "C"), ("Rev. Tom Ash", "TA")],
)
def test_initials_are_the_first_letters_of_a_name_without_its_title(name: str, initials: str) -> None:
    assert initials_of(name) == initials


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("NO", True),
        ("no", True),
        ("Nils", True),
        ("Oberg", True),
        ("nils oberg", True),
        ("VN", True),  # nobody wrote them, but they are the name's
        ("Vic", True),
        ("@tara", True),
        ("N", False),
        ("Nil", False),
        ("TV", False),
        ("Tara Oberg", False),
    ],
)
def test_a_word_means_a_person_by_name_part_of_a_name_or_initials(word: str, known: bool) -> None:
    assert names_of([NILS, TARA, Person("Vic Nunn")]).knows(word) is known


def test_front_matter_names_people_and_its_lines_count() -> None:
    minutes = read_minutes("---\nmeeting: 9\npresent: {UP: Ute Pohl}\n---\nACTION: UP to ring the smith", "4.md", "", Committee())
    assert (minutes.meeting, minutes.present) == ("9", (Person("Ute Pohl", "UP"),))
    assert [mention.line for mention in minutes.mentions] == [5]
