"""One person under many names: variants, short forms, handles; and nobody guessed where two could be meant."""

from __future__ import annotations

import pytest

from conftest import Build, Run
from tcsg.ledger.identity import Known, fitting, same_person
from tcsg.ledger.merging import merge
from tcsg.model import Person
from tcsg.reading.words.nicknames import other_forms

CREW = (
    Known("Robert Quill", "RQ"),
    Known("Katherine Orr", "KO"),
    Known("Jörg van Beek", "JVB"),
    Known("Dr Chloë Nash"),
    Known("Nathaniel Poole", None, ("poolie", "@n_p")),
    Known("Patricia Keating", "PK"),
    Known("Anna-Lena O’Dowd", "ALO"),
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("RQ", "Robert Quill"),
        ("rq", "Robert Quill"),
        ("Robert Quill", "Robert Quill"),
        ("ROBERT QUILL", "Robert Quill"),
        ("Quill, Robert", "Robert Quill"),
        ("Cllr Quill", "Robert Quill"),
        ("Mr. Robert Quill", "Robert Quill"),
        ("R. Quill", "Robert Quill"),
        ("R Quill", "Robert Quill"),
        ("Robert Q.", "Robert Quill"),
        ("Robert", "Robert Quill"),
        ("Quill", "Robert Quill"),
        ("Bob", "Robert Quill"),
        ("Bob Quill", "Robert Quill"),
        ("Rob", "Robert Quill"),
        ("Kate", "Katherine Orr"),
        ("Kathy Orr", "Katherine Orr"),
        ("Jorg", "Jörg van Beek"),
        ("van Beek", "Jörg van Beek"),
        ("Beek", "Jörg van Beek"),
        ("Chloe", "Dr Chloë Nash"),
        ("Dr Nash", "Dr Chloë Nash"),
        ("Nash, Dr C.", "Dr Chloë Nash"),
        ("CN", "Dr Chloë Nash"),
        ("Nath", "Nathaniel Poole"),
        ("Nat", "Nathaniel Poole"),
        ("Poolie", "Nathaniel Poole"),
        ("@n_p", "Nathaniel Poole"),
        ("n_p", "Nathaniel Poole"),
        ("@pat", "Patricia Keating"),
        ("pat_k", "Patricia Keating"),
        ("@pkeating", "Patricia Keating"),
        ("patricia.keating", "Patricia Keating"),
        ("keatingp", "Patricia Keating"),
        ("patk42", "Patricia Keating"),
        ("O'Dowd", "Anna-Lena O’Dowd"),
        ("@alodowd", None),
    ],
)
def test_a_word_means_one_of_the_people(words: str, name: str | None) -> None:
    assert fitting(words, CREW) == ((name,) if name else ())


@pytest.mark.parametrize("words", ["", " ", "XQ", "cn", "Na", "P. Quill", "Roberta", "Dr", "all", "the team", "Quill Robert", "K", "@", "orr_x"])
def test_a_word_means_nobody(words: str) -> None:
    assert fitting(words, CREW) == ()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Sam", {"Sam Lee", "Sam Roth"}),
        ("S. Lee", {"Sam Lee", "Simone Lee"}),
        ("Lee", {"Sam Lee", "Simone Lee"}),
        ("Chris", {"Christine Vale", "Christopher Dunn"}),
        ("@chris", {"Christine Vale", "Christopher Dunn"}),
        ("SL", {"Sam Lee", "Simone Lee"}),
    ],
)
def test_a_word_that_fits_several_tells_them_all(words: str, names: set[str]) -> None:
    people = [Known("Sam Lee"), Known("Sam Roth"), Known("Simone Lee"), Known("Christine Vale"), Known("Christopher Dunn")]
    assert set(fitting(words, people)) == names


def test_who_is_listed_so_comes_before_who_may_be_called_so() -> None:
    assert fitting("Sam", [Known("Samantha Roth"), Known("Sam Lee")]) == ("Sam Lee",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ken Keating", "Kenneth Keating", True),
        ("Bob Quill", "Robert Quill", True),
        ("J. Smith", "John Smith", True),
        ("Smith, John", "John Smith", True),
        ("Dr John Smith", "john smith", True),
        ("John Paul Smith", "John Smith", True),
        ("John P. Smith", "John Paul Smith", True),
        ("John A. Smith", "John B. Smith", False),
        ("John Smith", "Jane Smith", False),
        ("Kate Orr", "Kate Orton", False),
        ("Ken", "Ken Keating", False),
        ("Zoë Hall", "Zoe Hall", True),
        ("Bill Ash", "Bob Ash", False),
        ("Andy Goetz", "Andreas Götz", True),
        ("Andy Gatz", "Andreas Götz", False),
    ],
)
def test_two_names_can_be_one_persons(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_short_forms_go_both_ways_and_are_written_without_accents() -> None:
    assert {"bob", "rob", "bert"} <= other_forms("robert")
    assert "robert" in other_forms("bob")
    assert {"robert", "albert", "hubert"} <= other_forms("bert")
    assert "jorg" in other_forms("georg")
    assert "fritz" in other_forms("friedrich")
    assert other_forms("xq") == frozenset()
    assert "robert" not in other_forms("robert")


def test_people_are_merged_over_meetings_but_not_within_one() -> None:
    meetings = [["J. Smith", "Kate Orr"], ["Jane Smith", "John Smith", "Katherine Orr"], ["John Smith"]]
    merged = merge([Person(name) for names in meetings for name in names], meetings)
    assert [who.name for who in merged.people] == ["J. Smith", "Kate Orr", "Jane Smith", "John Smith"]
    assert str(merged.find("Katherine Orr")) == "Kate Orr"
    assert merged.find("Kathy Orr") == merged.find("Kate Orr")
    assert merged.find("Smith") is None


def test_a_name_with_one_letter_joins_the_only_one_it_can_be() -> None:
    merged = merge([Person("J. Smith"), Person("John Smith", "JS")], [["J. Smith"], ["John Smith"]])
    assert [str(who) for who in merged.people] == ["John Smith (JS)"]


HEAD = "---\nmeeting: {n}\ndate: {day}\npresent: [{present}]\n---\n\n## Actions\n\n"
FIRST = "minutes/2031-01-15.md"


def _first(actions: str, present: str = "Robert Quill (RQ), Sam Lee, Sam Roth") -> str:
    return HEAD.format(n=1, day="2031-01-15", present=present.replace(", ", ",")) + actions


def test_the_list_of_a_person_holds_what_they_own_under_any_name(workspace: Build, tcsg: Run) -> None:
    body = "- Bob to paint the hut\n- Cllr Quill to sell it\n- R. Quill to row\n- @rquill to swim\n- RQ to sing\n- Nettie to dance\n"
    register = "members: {RQ: {name: Robert Quill, also: [Nettie]}}\n"
    root = workspace({FIRST: _first(body), "minutes/committee.yaml": register})
    for typed in ("RQ", "robert", "Bob", "Quill, Robert", "nettie", "R. Quill", "Dr Quill"):
        assert [row.split("\t")[0] for row in tcsg("actions", "--owner", typed, cwd=root).out.splitlines()] == [f"A1.{n}" for n in range(1, 7)], typed


def test_owners_stay_as_minuted(workspace: Build, tcsg: Run) -> None:
    root = workspace({FIRST: _first("- Bob to paint the hut\n- @rquill to swim\n")})
    assert [row.split("\t")[3] for row in tcsg("extract", FIRST, cwd=root).out.splitlines()] == ["Bob", "rquill"]


def test_an_owner_who_may_be_two_is_nobodys_and_said(workspace: Build, tcsg: Run) -> None:
    root = workspace({FIRST: _first("- Sam to paint the hut\n- Sam Lee to sell it\n")})
    found = tcsg("check", "--select", "ambiguous-owner", cwd=root).out
    assert found == f"{FIRST}:9: warning: Sam can be Sam Lee or Sam Roth; write more of the name [ambiguous-owner]\n"
    assert [row.split("\t")[0] for row in tcsg("actions", "--owner", "Sam Lee", cwd=root).out.splitlines()] == ["A1.2"]
    code, out, err = tcsg("actions", "--owner", "Sam", cwd=root)
    assert (code, out, "Sam Lee" in err, "Sam Roth" in err) == (2, "", True, True)


def test_one_sam_at_the_meeting_is_meant_though_the_register_knows_two(workspace: Build, tcsg: Run) -> None:
    register = "members: {SL: Sam Lee, SR: Sam Roth}\n"
    root = workspace({FIRST: _first("- Sam to paint the hut\n", "Sam Roth, Vera Hall"), "minutes/committee.yaml": register})
    assert tcsg("check", "--select", "ambiguous-owner", cwd=root).out == ""
    assert tcsg("actions", "--owner", "SR", cwd=root).out.startswith("A1.1\t")


def test_the_register_says_which_of_two_is_meant_and_who_has_a_role(workspace: Build, tcsg: Run) -> None:
    register = "members: {SL: {name: Sam Lee, also: [Sam, Clerk]}}\n"
    root = workspace({FIRST: _first("- Sam to paint the hut\n- Clerk to sell it\n- Sam Roth to row\n"), "minutes/committee.yaml": register})
    assert tcsg("check", "--select", "ambiguous-owner", cwd=root).out == ""
    assert [row.split("\t")[0] for row in tcsg("actions", "--owner", "SL", cwd=root).out.splitlines()] == ["A1.1", "A1.2"]
    assert [row.split("\t")[0] for row in tcsg("actions", "--owner", "Sam", cwd=root).out.splitlines()] == ["A1.1", "A1.2"]


def test_somebody_of_another_meeting_is_meant_when_it_can_be_no_one_else(workspace: Build, tcsg: Run) -> None:
    later = HEAD.format(n=2, day="2031-02-15", present="Vera Hall") + "- Bob to oil the gate\n"
    root = workspace({FIRST: _first(""), "minutes/2031-02-15.md": later})
    assert tcsg("actions", "--owner", "RQ", cwd=root).out.startswith("A2.1\t")


def test_a_group_counts_under_each_member_and_once_in_all(workspace: Build, tcsg: Run) -> None:
    import json

    register = "members: {RQ: Robert Quill, VH: Vera Hall}\ngroups: {Hut team: [RQ, VH]}\n"
    root = workspace({FIRST: _first("- Hut team to paint the hut\n- RQ and VH to sell it\n- somebody to row\n"), "minutes/committee.yaml": register})
    said = json.loads(tcsg("people", "--format", "json", cwd=root).out)
    assert {p["name"]: (p["open"], p["through_groups"]) for p in said["people"]}["Vera Hall"] == (1, 1)
    assert {p["name"]: (p["open"], p["through_groups"]) for p in said["people"]}["Robert Quill"] == (1, 1)
    assert said["totals"] == {"open": 3, "overdue": 0, "closed": 0}


@pytest.mark.parametrize("name", ["Robert -", "- Quill", "Robert . Quill", "' '", "-"])
def test_a_stray_mark_in_a_list_of_people_is_no_part_of_a_name(name: str) -> None:
    assert fitting("kathorr", (Known(name), *CREW)) == ("Katherine Orr",)
