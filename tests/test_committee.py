"""committee.yaml: what it can say, and what is said of what it cannot."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcsg.errors import CommitteeError
from tcsg.model import AcademicTerm, Committee, Member
from tcsg.reading.committee import KEYS, MEMBER_KEYS, load_committee
from tcsg.reading.idiom import KEYS as WORD_KEYS

ERRORS = Path(__file__).parent / "errors" / "committee"

FULL = """\
# what the attic group is
name: Attic Group
time_zone: Europe/London
date_order: dmy
default_due: 28 days
unmentioned_after: 3
academic_terms: {Autumn Term: 09-28..12-13, Winter Term: 12-01..02-29}
meetings: [2031-06-18, 2031-04-08]
members:
  MO: {name: Mira Olsen, role: Chair, from: 2030-01-01, email: null}
  JP: [{name: Jo Pell, until: 2031-04-07}, {name: Jan Prior, from: 2031-04-08, email: jan@attic.example}]
  NO: Nia Orr, Clerk
  AB: Ada Byrne
groups:
  Attic Group members: all
  Exec: [MO, NO]
words: {headings: [To chase], done: [sorted], ignore: [Standing items]}
"""


def test_every_key_is_read() -> None:
    assert load_committee(FULL, "minutes/committee.yaml") == Committee(
        name="Attic Group",
        time_zone="Europe/London",
        date_order="dmy",
        default_due="28 days",
        unmentioned_after=3,
        academic_terms=(AcademicTerm("Autumn Term", (9, 28), (12, 13)), AcademicTerm("Winter Term", (12, 1), (2, 29))),
        meetings=(date(2031, 4, 8), date(2031, 6, 18)),
        members=(
            Member("Mira Olsen", "MO", "Chair", date(2030, 1, 1)),
            Member("Jo Pell", "JP", end=date(2031, 4, 7)),
            Member("Jan Prior", "JP", start=date(2031, 4, 8), email="jan@attic.example"),
            Member("Nia Orr", "NO", "Clerk"),
            Member("Ada Byrne", "AB"),
        ),
        groups=(("Attic Group members", ("all",)), ("Exec", ("MO", "NO"))),
        words=(("headings", ("To chase",)), ("done", ("sorted",)), ("ignore", ("Standing items",))),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "{}\n", "".join(f"{key}:\n" for key in KEYS)])
def test_every_key_may_be_missing_or_empty(text: str) -> None:
    assert load_committee(text, "c.yaml") == Committee()


@pytest.mark.parametrize(("said", "meant"), [("none", None), ("next-meeting", "next-meeting"), ("1 day", "1 day"), ("28 days", "28 days")])
def test_a_default_due_is_none_the_next_meeting_or_a_number_of_days(said: str, meant: str | None) -> None:
    assert load_committee(f"default_due: {said}\n", "c.yaml").default_due == meant


@pytest.mark.parametrize("said", ["0 days", "-1 days", "28", "28days", "a week", "100000 days", "NONE", "next meeting", "٢٨ days"])
def test_no_other_default_due_is_taken(said: str) -> None:
    with pytest.raises(CommitteeError, match=rf"^c\.yaml:1: `{said}` is no default_due"):
        load_committee(f"default_due: {said}\n", "c.yaml")


@pytest.mark.parametrize("zone", ["Europe", "../zone.tab", "/etc/localtime", "tzdata.zi", "Mars/Phobos", "Etc/UTC x", "x" * 300])
def test_a_time_zone_that_the_computer_does_not_know_is_refused(zone: str) -> None:
    with pytest.raises(CommitteeError, match=r"^c\.yaml:1: there is no time zone"):
        load_committee(f"time_zone: {zone}\n", "c.yaml")


@pytest.mark.parametrize(
    "periods",
    [
        "[{name: Jo Pell, until: 2031-04-07}, {name: Jan Prior, from: 2031-04-08}]",
        "[{name: Jan Prior, from: 2031-04-08}, {name: Jo Pell, until: 2031-04-07}]",
        "[{name: Jo Pell, role: Clerk}, {name: Jo Pell, role: Chair}]",
        "[{name: Jo Pell, until: 2030-01-01}, {name: Jan Prior, from: 2030-01-02, until: 2031-01-01}, {name: Jo Pell, from: 2031-01-02}]",
    ],
)
def test_the_same_initials_may_be_one_person_after_another(periods: str) -> None:
    assert {member.initials for member in load_committee(f"members: {{JP: {periods}}}\n", "c.yaml").members} == {"JP"}


@pytest.mark.parametrize(
    "periods",
    [
        "[{name: Jo Pell}, {name: Jan Prior, from: 2031-04-08}]",
        "[{name: Jo Pell, from: 2031-01-01, until: 2031-12-31}, {name: Jan Prior, from: 2031-04-08, until: 2031-04-08}]",
        "[{name: Jan Prior, from: 2031-04-08}, {name: Ada Byrne, until: 2030-01-01}, {name: Jo Pell, until: 2031-04-08}]",
    ],
)
def test_the_same_initials_are_not_two_people_on_one_day(periods: str) -> None:
    with pytest.raises(CommitteeError, match=r"^c\.yaml:1: `JP` is both (`Jo Pell` and `Jan Prior`|`Jan Prior` and `Jo Pell`) on 2031-04-08; "):
        load_committee(f"members: {{JP: {periods}}}\n", "c.yaml")


@pytest.mark.parametrize("path", sorted(ERRORS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_fault_is_said_with_its_line_and_the_cure(path: Path) -> None:
    with pytest.raises(CommitteeError) as caught:
        load_committee(path.read_text("utf-8"), path.name)
    assert str(caught.value) + "\n" == path.with_suffix(".txt").read_text("utf-8")


WORDS = st.sampled_from(["all", "JP", "2031-04-08", "09-28..12-13", "28 days", "dmy", "Europe/London", "2", "null", "[]", "{}", "[JP, 2031-04-08]"])
VALUES = st.recursive(
    WORDS,
    lambda value: st.dictionaries(st.sampled_from(MEMBER_KEYS + WORD_KEYS), value, max_size=3).map(
        lambda pairs: "{" + ", ".join(f"{key}: {item}" for key, item in pairs.items()) + "}"
    ),
    max_leaves=4,
)


def _line_of_error(text: str) -> int | None:
    try:
        load_committee(text, "c.yaml")
    except CommitteeError as error:
        return error.place.line if error.place else 0
    return None


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1))
def test_any_values_give_a_committee_or_an_error_at_one_of_the_lines(values: dict[str, str]) -> None:
    line = _line_of_error("".join(f"{key}: {value}\n" for key, value in values.items()))
    assert line is None or 1 <= line <= len(values)
